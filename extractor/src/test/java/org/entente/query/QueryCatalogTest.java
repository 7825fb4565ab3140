package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QueryCatalogTest {
  private static final Path FOLDER = Path.of("../queries");
  private static final QueryCatalog CATALOG = QueryCatalog.load();
  private static final Pattern TERM = Pattern.compile("(?<![\\w/])dip:(\\w+)");

  static Stream<NamedQuery> queries() {
    return CATALOG.queries().stream();
  }

  @Test
  void listsEveryFileOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> names =
          files
              .map(f -> f.getFileName().toString())
              .filter(n -> n.endsWith(".rq"))
              .map(n -> n.substring(0, n.length() - 3))
              .collect(Collectors.toSet());
      assertThat(queries().map(NamedQuery::name)).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void usesOnlyTermsOfTheOntology(NamedQuery query) {
    Model ontology = ModelFactory.createDefaultModel();
    RDFDataMgr.read(
        ontology,
        QueryCatalog.class.getResourceAsStream("/org/entente/ontology/diplomacy.ttl"),
        Lang.TURTLE);
    Set<String> unknown = new TreeSet<>();
    Matcher matcher = TERM.matcher(query.text());
    while (matcher.find()) {
      String iri = "https://w3id.org/entente/diplomacy#" + matcher.group(1);
      if (!ontology.containsResource(ontology.createResource(iri))) {
        unknown.add("dip:" + matcher.group(1));
      }
    }
    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void holdsItsExamplesInItsText(NamedQuery query) {
    var examples =
        query.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::example));
    assertThat(query.bind(examples)).isEqualTo(query.query());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void writesValuesIntoTheTextThatPeopleRead(NamedQuery query) {
    var values =
        query.parameters().stream()
            .collect(
                Collectors.toMap(
                    Parameter::name,
                    p ->
                        switch (p.type()) {
                          case FIRST_DAY, LAST_DAY -> "1999-12-31";
                          case INTEGER, LIMIT -> "7";
                          case PEOPLE -> "A \"B\" C; D } . $1 \\\\ # E";
                          default -> "A \"B\" } . $1 \\\\ # E";
                        }));
    String text = query.textWith(values);
    assertThat(org.apache.jena.query.QueryFactory.create(text)).isEqualTo(query.bind(values));
    assertThat(text).contains("# question: ");
  }

  @ParameterizedTest
  @MethodSource("queries")
  void asksAQuestionAndHasKeywords(NamedQuery query) {
    assertThat(query.question()).contains("?");
    assertThat(query.keywords()).isNotEmpty().doesNotContain("");
    assertThat(query.title()).isNotEqualTo(query.name());
  }

  @ParameterizedTest
  @CsvSource({
    "who-met-who, who-met-whom",
    "meeting-of-person, meetings-of-person",
    "calls, phone-calls",
    "Visits, visits"
  })
  void namesTheNearestOfAnUnknownQuery(String wrong, String meant) {
    assertThatThrownBy(() -> CATALOG.get(wrong))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("no query \"" + wrong + "\"")
        .hasMessageContaining(meant);
  }

  @Test
  void listsTheQueriesWhereNoneIsNear() {
    assertThatThrownBy(() -> CATALOG.get("xyzzy"))
        .hasMessageContaining("The queries are: who-met-whom,");
  }

  static Stream<List<String>> badFiles() {
    String head = "# title: T\n# question: Q?\n# keywords: k\n";
    return Stream.of(
        List.of("# title: T\n# keywords: k\nSELECT * {}", "no \"# question: ...\" line"),
        List.of("# title: T\n" + head + "SELECT * {}", "line 2, says \"title:\" a second time"),
        List.of(head + "# param: a | text\nSELECT * {}", "line 4, has 2 fields"),
        List.of(head + "# param: a | shape | required | d | e\nSELECT * {}", "type \"shape\""),
        List.of(head + "# param: a | person | maybe | d | e\nSELECT * {}", "neither \"required\""),
        List.of(head + "# param: a | person | required | d | e\nSELECT * {}", "no VALUES ?a"),
        List.of(head + "# param: a | integer | default 1 | d | e\nSELECT * {}", "whole number"),
        List.of(head + "ASK {}", "neither a SELECT nor a CONSTRUCT"),
        List.of(head + "SELECT * {", "is no SPARQL"));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void refusesAMalformedFile(List<String> textAndMessage) {
    assertThatThrownBy(() -> NamedQuery.parse("bad", textAndMessage.get(0)))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("Query bad")
        .hasMessageContaining(textAndMessage.get(1));
  }
}
