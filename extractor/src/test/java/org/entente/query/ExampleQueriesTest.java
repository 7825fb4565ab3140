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
  void parametersAreDescribed() {
    for (NamedQuery query : CATALOG.queries()) {
      Resource example = model.getResource("https://example.org/id/query/" + query.name());
      var described = example.listProperties(model.createProperty(SH, "parameter")).toList();
      assertThat(described).as(query.name()).hasSize(query.parameters().size());
      for (Parameter parameter : query.parameters()) {
        Resource shape =
            model.getResource(
                "https://example.org/id/query/" + query.name() + "/parameter/" + parameter.name());
        assertThat(shape.getRequiredProperty(model.createProperty(SH, "name")).getString())
            .isEqualTo(parameter.name());
        assertThat(shape.getRequiredProperty(model.createProperty(SH, "optional")).getBoolean())
            .isEqualTo(!parameter.required());
        // what it takes is told one way: by class or by datatype
        assertThat(
                shape.hasProperty(model.createProperty(SH, "class"))
                    ^ shape.hasProperty(model.createProperty(SH, "datatype")))
            .isTrue();
      }
    }
  }

  @Test
  void theEndpointIsToldWhereItIsKnown() {
    Model served = ExampleQueries.model(CATALOG, "https://example.org/id/", "http://here/sparql");
    assertThat(
            served
                .listSubjectsWithProperty(
                    served.createProperty("https://schema.org/target"),
                    served.createResource("http://here/sparql"))
                .toList())
        .hasSize(CATALOG.queries().size());
    assertThat(model.contains(null, model.createProperty("https://schema.org/target"))).isFalse();
  }

  @Test
  void thereAreNoBlankNodes() {
    assertThat(model.listStatements().toList())
        .noneMatch(s -> s.getSubject().isAnon() || s.getObject().isAnon());
  }
}
