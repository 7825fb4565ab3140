package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {
  private static final QueryCatalog CATALOG = QueryCatalog.load();
  private static final Dataset GRAPH = SampleGraph.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tip \"O'Neill\" } Jr",
        "\" } ?s ?p ?o . VALUES ?x { \"",
        "x\") } UNION { ?subject ?p ?o } #",
        "back\\slash \\\" and 'quotes'",
        "two\nlines\t\"\"\"",
        "<script>alert(1)</script>",
        "?person",
        "${person} $person %s"
      })
  void aValueNeverChangesTheQuery(String value) {
    NamedQuery named = CATALOG.get("meetings-of-person");
    Query bound = named.bind(Map.of("person", value));
    // The same algebra but for one literal: written out and read back, it is still the same query.
    assertThat(QueryFactory.create(bound.serialize())).isEqualTo(bound);
    Query withExample = named.query();
    assertThat(bound.getResultVars()).isEqualTo(withExample.getResultVars());
    String quoted = org.apache.jena.sparql.util.FmtUtils.stringForString(value.strip());
    assertThat(bound.serialize().replace(quoted, "\"Vladimir Putin\""))
        .isEqualTo(withExample.serialize());
  }

  @Test
  void aNameWithQuotesAndBracesIsFound() {
    QueryAnswer answer =
        QueryRunner.over(GRAPH)
            .run(CATALOG.get("meetings-of-person"), Map.of("person", "tip \"o'neill\" } jr"));
    assertThat(answer.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "treaty (",
        "\"",
        "AND",
        "treaty OR",
        "NOT treaty",
        "a:b",
        "[1 TO",
        "/re/ treaty",
        "~ * treaty",
        "C++ \"unclosed treaty",
        "treaty AND AND ban",
        "*treaty",
        "treaty^",
        "\\"
      })
  void anySearchWordsAreEitherSearchedForOrRefused(String words) {
    NamedQuery query = CATALOG.get("meetings-on-topic");
    if (words.chars().anyMatch(Character::isLetterOrDigit) && !words.equals("AND")) {
      assertThat(QueryRunner.over(GRAPH).run(query, Map.of("topic", words)).size())
          .isBetween(0L, 10L);
    } else {
      assertThatThrownBy(() -> query.bind(Map.of("topic", words)))
          .isInstanceOf(QueryException.class)
          .hasMessageContaining("words to look for");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2018, 2018-01-01, 2018-12-31",
    "2016-02, 2016-02-01, 2016-02-29",
    "1945-05-08, 1945-05-08, 1945-05-08"
  })
  void aPeriodIsReadAsItsFirstAndLastDay(String text, String first, String last) {
    assertThat(ParameterType.FIRST_DAY.parse(text).get(0).getLiteralLexicalForm()).isEqualTo(first);
    assertThat(ParameterType.LAST_DAY.parse(text).get(0).getLiteralLexicalForm()).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999-01-01", "2018-13", "2018-02-30", "yesterday", "18", "0000", ""})
  void aDateThatIsNoneIsRefused(String text) {
    assertThatThrownBy(
            () -> CATALOG.get("meetings-in-period").bind(Map.of("from", text, "to", "2018")))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("from")
        .hasMessageContaining("Example: from=2018");
  }

  @Test
  void aMissingParameterIsNamedWithAnExample() {
    assertThatThrownBy(() -> CATALOG.get("meetings-at-place").bind(Map.of()))
        .hasMessageContaining("needs place")
        .hasMessageContaining("place=Geneva");
  }

  @Test
  void anUnknownParameterIsNamedWithThoseThatThereAre() {
    assertThatThrownBy(() -> CATALOG.get("meetings-of-person").bind(Map.of("who", "x")))
        .hasMessageContaining("no parameter \"who\"")
        .hasMessageContaining("person=\"Vladimir Putin\"");
    assertThatThrownBy(() -> CATALOG.get("status-counts").bind(Map.of("who", "x")))
        .hasMessageContaining("It takes none");
  }

  @Test
  void aLimitIsTheNumberOfRows() {
    for (String name : List.of("wikidata-ids", "who-met-whom")) {
      NamedQuery query = CATALOG.get(name);
      assertThat(QueryRunner.over(GRAPH).run(query, Map.of("rows", "1")).size()).isOne();
      assertThat(query.limit(Map.of("rows", "1"))).hasValue(1);
      long usual = QueryRunner.over(GRAPH).run(query, Map.of()).size();
      assertThat(usual).isGreaterThan(1);
      assertThat(query.limit(Map.of())).hasValue(500);
      assertThat(QueryRunner.over(GRAPH).run(query, Map.of("rows", "all")).size()).isEqualTo(usual);
      assertThat(query.limit(Map.of("rows", "all"))).isEmpty();
      assertThat(query.textWith(Map.of("rows", "all"))).doesNotContain("LIMIT");
      assertThatThrownBy(() -> query.bind(Map.of("rows", "0")))
          .hasMessageContaining("a number of rows, such as 1000, or all");
    }
    assertThat(CATALOG.get("met-both").limit(Map.of())).isEmpty();
  }

  @Test
  void anOptionalParameterHasADefault() {
    assertThat(CATALOG.get("never-met-frequent").bind(Map.of()))
        .isEqualTo(CATALOG.get("never-met-frequent").query());
  }

  @Test
  void aNameThatTheGraphDoesNotHaveIsNotAnEmptyAnswer() {
    QueryRunner runner = QueryRunner.over(GRAPH);
    assertThatThrownBy(
            () -> runner.run(CATALOG.get("meetings-of-person"), Map.of("person", "Nikita Krushev")))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("no person \"Nikita Krushev\"")
        .hasMessageContaining("Nikita Khrushchev");
    assertThatThrownBy(() -> runner.run(CATALOG.get("meetings-at-place"), Map.of("place", "Zzyzx")))
        .hasMessageContaining("no place \"Zzyzx\"")
        .hasMessageContaining("wikidata-ids");
  }
}
