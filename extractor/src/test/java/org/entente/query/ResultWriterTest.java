package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultWriterTest {
  private static final QueryRunner RUNNER = QueryRunner.over(SampleGraph.load());
  private static final QueryCatalog CATALOG = QueryCatalog.load();

  private static byte[] written(String query, ResultFormat format, int width) throws IOException {
    Map<String, String> values =
        query.equals("network-of-person") ? Map.of("person", "Menachem Begin") : Map.of();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ResultWriter(width, "https://w3id.org/entente/id/")
        .write(RUNNER.run(CATALOG.get(query), values), format, out);
    return out.toByteArray();
  }

  private static String text(String query, ResultFormat format, int width) throws IOException {
    return new String(written(query, format, width), StandardCharsets.UTF_8);
  }

  @Test
  void aTableThatFitsHasOneLineARow() throws IOException {
    assertThat(text("network-edges", ResultFormat.TABLE, 120))
        .isEqualTo(
            """
            source             target             weight  first       last        sourceIri  targetIri
            -----------------  -----------------  ------  ----------  ----------  ---------  ----------
            Charles de Gaulle  John F. Kennedy    1       1961-05-31  1961-06-02  degaulle   kennedy
            Jimmy Carter       Anwar Sadat        1       1978-09-05  1978-09-17  carter     sadat
            John F. Kennedy    Nikita Khrushchev  1       1961-06-03  1961-06-04  kennedy    khrushchev
            Menachem Begin     Anwar Sadat        1       1978-09-05  1978-09-17  begin      sadat
            Menachem Begin     Jimmy Carter       1       1978-09-05  1978-09-17  begin      carter
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 200})
  void aTableKeepsToItsWidth(int width) throws IOException {
    for (String query : new String[] {"absentees", "network-edges", "wikidata-ids"}) {
      assertThat(text(query, ResultFormat.TABLE, width).lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width))
          .hasSizeGreaterThan(3);
    }
  }

  @Test
  void longTextStandsBelowItsRow() throws IOException {
    assertThat(text("absentees", ResultFormat.TABLE, 80))
        .contains("    sentence: Kennedy met Khrushchev for eleven hours in Vienna.\n");
  }

  @Test
  void controlCharactersDoNotReachATerminal() throws IOException {
    QueryAnswer answer =
        RUNNER.run(QueryFactory.create("SELECT (\"a\\u001B[2Jb\\u202Ec\\nd\" AS ?text) {}"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ResultWriter(80, "").write(answer, ResultFormat.TABLE, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("text\n--------\na[2Jbc d\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = ResultFormat.class,
      names = {"CSV", "TSV", "JSON"})
  void rowsAreReadBackByOtherTools(ResultFormat format) throws IOException {
    Lang lang =
        Map.of(
                ResultFormat.CSV, ResultSetLang.RS_CSV,
                ResultFormat.TSV, ResultSetLang.RS_TSV,
                ResultFormat.JSON, ResultSetLang.RS_JSON)
            .get(format);
    var rows =
        ResultSetFactory.copyResults(
            ResultSetMgr.read(new ByteArrayInputStream(written("absentees", format, 80)), lang));
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.next().getLiteral("sentence").getString())
        .isEqualTo("Kennedy met\nKhrushchev for eleven hours in Vienna.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TURTLE", "JSONLD"})
  void aGraphIsReadBackByOtherTools(String syntax) throws IOException {
    boolean turtle = syntax.equals("TURTLE");
    Model model = ModelFactory.createDefaultModel();
    byte[] bytes = written("network-of-person", turtle ? ResultFormat.TTL : ResultFormat.JSON, 80);
    RDFDataMgr.read(model, new ByteArrayInputStream(bytes), turtle ? Lang.TURTLE : Lang.JSONLD);
    assertThat(model.size()).isEqualTo(10);
  }

  @Test
  void rowsAsTurtleUseTheResultSetVocabulary() throws IOException {
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(
        model, new ByteArrayInputStream(written("absentees", ResultFormat.TTL, 80)), Lang.TURTLE);
    assertThat(ResultSetFactory.makeResults(model).hasNext()).isTrue();
  }

  @Test
  void anUnknownFormatIsAnsweredWithTheKnownOnes() {
    assertThat(ResultFormat.of("CSV")).isEqualTo(ResultFormat.CSV);
    assertThatThrownBy(() -> ResultFormat.of("xlsx"))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("table, csv, tsv, json, ttl");
  }
}
