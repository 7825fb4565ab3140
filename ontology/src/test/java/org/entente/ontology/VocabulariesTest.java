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
 * Every term of another vocabulary that the ontology and the shapes use exists there, by the list
 * of a library or by {@code checks/vocabularies.tsv}, whose rows are held against such lists too.
 */
class VocabulariesTest {
  /**
   * Members of the enumeration schema:EventStatusType; Jena's list leaves out enumeration members.
   */
  private static final Set<String> ENUMERATED =
      Set.of("EventCancelled", "EventPostponed", "EventScheduled");

  /** Namespaces of things that are no vocabulary with a list. */
  private static final Set<String> NO_VOCABULARY =
      Set.of(
          Ontology.NAMESPACE,
          "https://w3id.org/entente/",
          "https://w3id.org/entente/diplomacy/",
          "https://w3id.org/entente/shapes#",
          "https://www.apache.org/licenses/",
          "http://www.wikidata.org/prop/direct/");

  static Stream<Arguments> libraries() {
    return Stream.of(
        Arguments.of(RDF.getURI(), RDF.class),
        Arguments.of(RDFS.getURI(), RDFS.class),
        Arguments.of(OWL2.getURI(), OWL2.class),
        Arguments.of(XSD.getURI(), XSD.class),
        Arguments.of(SKOS.getURI(), SKOS.class),
        Arguments.of(DCTerms.getURI(), DCTerms.class),
        Arguments.of(SHACL.getURI(), SHACL.class),
        Arguments.of("https://schema.org/", SchemaDO.class));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void usedTermsExist(String namespace, Class<?> list) throws IllegalAccessException {
    Set<String> used = used(namespace);
    assertThat(used).as(namespace).isNotEmpty();
    used.removeAll(ENUMERATED);
    assertThat(names(namespace, list)).as(namespace).containsAll(used);
  }

  static Stream<Arguments> listedInBoth() {
    return Stream.of(
        Arguments.of(DCAT.getURI(), DCAT.class),
        Arguments.of(VOID.getURI(), VOID.class),
        Arguments.of(PROV.NAMESPACE, PROV.class),
        Arguments.of(GEO.NAMESPACE, GEO.class),
        Arguments.of(VANN.NAMESPACE, VANN.class),
        Arguments.of(SD.NAMESPACE, SD.class));
  }

  @ParameterizedTest
  @MethodSource("listedInBoth")
  void rowsOfTheFileAgreeWithLists(String namespace, Class<?> list)
      throws IllegalAccessException, IOException {
    assertThat(rows().get(namespace)).as(namespace).isNotEmpty();
    assertThat(names(namespace, list)).as(namespace).containsAll(rows().get(namespace));
  }

  @Test
  void usedTermsOfTheFileExist() throws IOException {
    int checked = 0;
    for (Map.Entry<String, Set<String>> row : rows().entrySet()) {
      Set<String> used = used(row.getKey());
      assertThat(row.getValue()).as(row.getKey()).containsAll(used);
      checked += used.size();
    }
    assertThat(checked).isGreaterThan(20);
  }

  @Test
  void everyNamespaceIsChecked() throws IOException {
    Set<String> checked = new TreeSet<>(rows().keySet());
    libraries().forEach(row -> checked.add((String) row.get()[0]));
    checked.addAll(NO_VOCABULARY);
    Set<String> used =
        terms()
            .map(iri -> iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(checked).containsAll(used);
  }

  private static Stream<String> terms() {
    return Stream.of(Ontology.ontology(), Ontology.shapes().getGraph())
        .flatMap(graph -> OntologyTest.iris(graph).stream());
  }

  private static Set<String> used(String namespace) {
    return terms()
        .filter(iri -> iri.startsWith(namespace) && iri.length() > namespace.length())
        .map(iri -> iri.substring(namespace.length()))
        .collect(Collectors.toCollection(TreeSet::new));
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
