package org.entente.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.eclipse.rdf4j.model.vocabulary.GEO;
import org.eclipse.rdf4j.model.vocabulary.PROV;
import org.eclipse.rdf4j.model.vocabulary.SD;
import org.eclipse.rdf4j.model.vocabulary.VANN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every term of another vocabulary that the ontology and the shapes use exists there, by {@code
 * checks/vocabularies.tsv}, whose rows are held against the lists of libraries where these have
 * one.
 */
class VocabulariesTest {
  /**
   * Members of the enumeration schema:EventStatusType; Jena's list leaves out enumeration members.
   */
  private static final Set<String> ENUMERATED =
      Set.of("EventCancelled", "EventPostponed", "EventScheduled");

  /** What is the ontology's own, and IRIs that are no terms. */
  private static final Set<String> NO_VOCABULARY =
      Set.of(
          "https://w3id.org/entente/",
          "https://www.apache.org/licenses/",
          "http://www.wikidata.org/prop/direct/");

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of(RDF.getURI(), RDF.class),
        Arguments.of(RDFS.getURI(), RDFS.class),
        Arguments.of(OWL2.getURI(), OWL2.class),
        Arguments.of(XSD.getURI(), XSD.class),
        Arguments.of(SKOS.getURI(), SKOS.class),
        Arguments.of(DCTerms.getURI(), DCTerms.class),
        Arguments.of(SHACL.getURI(), SHACL.class),
        Arguments.of("https://schema.org/", SchemaDO.class),
        Arguments.of(DCAT.getURI(), DCAT.class),
        Arguments.of(VOID.getURI(), VOID.class),
        Arguments.of(PROV.NAMESPACE, PROV.class),
        Arguments.of(GEO.NAMESPACE, GEO.class),
        Arguments.of(VANN.NAMESPACE, VANN.class),
        Arguments.of(SD.NAMESPACE, SD.class));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void rowsAgreeWithTheListsOfLibraries(String namespace, Class<?> list)
      throws IllegalAccessException, IOException {
    Set<String> row = new TreeSet<>(rows().get(namespace));
    row.removeAll(ENUMERATED);
    assertThat(row).as(namespace).isNotEmpty();
    assertThat(names(namespace, list)).as(namespace).containsAll(row);
  }

  @Test
  void usedTermsExist() throws IOException {
    Map<String, Set<String>> rows = rows();
    Set<String> unknown =
        terms()
            .filter(iri -> NO_VOCABULARY.stream().noneMatch(iri::startsWith))
            .filter(
                iri ->
                    rows.entrySet().stream()
                        .noneMatch(
                            row ->
                                iri.startsWith(row.getKey())
                                    && row.getValue()
                                        .contains(iri.substring(row.getKey().length()))))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unknown).isEmpty();
  }

  private static Stream<String> terms() {
    return Stream.of(Ontology.ontology(), Ontology.shapes().getGraph())
        .flatMap(graph -> OntologyTest.iris(graph).stream());
  }

  /** Returns the local names of the terms that a class of a library has as constants. */
  private static Set<String> names(String namespace, Class<?> list) throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (Field field : list.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() != String.class) {
        String term = String.valueOf(field.get(null));
        if (term.startsWith(namespace)) {
          names.add(term.substring(namespace.length()));
        }
      }
    }
    return names;
  }

  private static Map<String, Set<String>> rows() throws IOException {
    Map<String, Set<String>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("checks/vocabularies.tsv"))) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t");
        rows.put(cells[0], Set.of(cells[1].split(" ")));
      }
    }
    return rows;
  }
}
