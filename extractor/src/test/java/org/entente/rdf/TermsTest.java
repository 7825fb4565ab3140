package org.entente.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Tenure;
import org.entente.ontology.Ontology;
import org.entente.report.Format;
import org.entente.report.Kind;
import org.entente.report.Outcome;
import org.entente.report.Role;
import org.entente.report.Status;
import org.junit.jupiter.api.Test;

/** The terms that the program writes, and those that the ontology declares. */
class TermsTest {
  private static final Graph ONTOLOGY = Ontology.ontology();

  private static Set<String> written() throws IllegalAccessException {
    Set<String> written = new TreeSet<>();
    for (Field field : Dip.class.getFields()) {
      if (field.get(null) instanceof Node term) {
        written.add(term.getURI());
      }
    }
    Stream.of(
            Arrays.stream(Kind.values()).map(Dip::of),
            Arrays.stream(Status.values()).map(Dip::of),
            Arrays.stream(Format.values()).map(Dip::of),
            Arrays.stream(Outcome.values()).map(Dip::of),
            Arrays.stream(Role.values()).map(Dip::of),
            Arrays.stream(Tenure.values()).map(Dip::of),
            Arrays.stream(MentionForm.values()).map(Dip::of),
            Arrays.stream(EntityType.values()).map(Dip::of))
        .flatMap(terms -> terms)
        .forEach(term -> written.add(term.getURI()));
    return written;
  }

  /** A term is written by the program, or other terms need it, or it is marked as reserved. */
  @Test
  void everyTermIsUsedOrReserved() throws IllegalAccessException {
    Set<String> declared =
        ONTOLOGY.find().toList().stream()
            .map(triple -> triple.getSubject().getURI())
            .filter(iri -> iri.startsWith(Dip.NS))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(declared).containsAll(written());
    declared.removeAll(written());
    declared.removeIf(
        iri ->
            ONTOLOGY.find(Node.ANY, Node.ANY, Terms.uri(iri)).toList().stream()
                .anyMatch(triple -> !triple.getPredicate().equals(OWL.disjointWith.asNode())));
    declared.removeIf(
        iri ->
            ONTOLOGY.find(Terms.uri(iri), Terms.NOTE, Node.ANY).toList().stream()
                .anyMatch(
                    triple -> triple.getObject().getLiteralLexicalForm().startsWith("Reserved")));
    assertThat(declared).isEmpty();
  }

  @Test
  void termsOfOtherVocabulariesExistThere() throws IllegalAccessException {
    Set<String> used = new TreeSet<>();
    for (Field field : Terms.class.getFields()) {
      if (field.get(null) instanceof Node term) {
        used.add(term.getURI());
      }
    }
    assertThat(used).hasSizeGreaterThan(20);
    assertThat(Vocabularies.unknown(used.stream())).isEmpty();
  }
}
