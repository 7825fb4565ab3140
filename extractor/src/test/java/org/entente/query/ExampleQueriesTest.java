package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

class ExampleQueriesTest {
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final QueryCatalog CATALOG = QueryCatalog.load();
  private final Model model = ExampleQueries.model(CATALOG, "https://example.org/id/");

  @Test
  void everyQueryIsPublishedAndStillRuns() {
    var executables =
        model.listSubjectsWithProperty(RDF.type, model.createResource(SH + "SPARQLExecutable"));
    assertThat(executables.toList())
        .hasSize(CATALOG.queries().size())
        .allSatisfy(
            query -> {
              boolean select =
                  query.hasProperty(RDF.type, model.createResource(SH + "SPARQLSelectExecutable"));
              String text =
                  query
                      .getRequiredProperty(
                          model.createProperty(SH, select ? "select" : "construct"))
                      .getString();
              assertThat(QueryFactory.create(text).isSelectType()).isEqualTo(select);
              assertThat(query.getRequiredProperty(RDFS.comment).getString()).contains("?");
            });
  }

  @Test
  void prefixesAreDeclared() {
    Resource prefix = model.getResource("https://example.org/id/query/prefix/dip");
    assertThat(prefix.getRequiredProperty(model.createProperty(SH, "namespace")).getString())
        .isEqualTo("https://w3id.org/entente/diplomacy#");
    assertThat(model.contains(null, model.createProperty(SH, "declare"), prefix)).isTrue();
  }

  @Test
  void thereAreNoBlankNodes() {
    assertThat(model.listStatements().toList())
        .noneMatch(s -> s.getSubject().isAnon() || s.getObject().isAnon());
  }
}
