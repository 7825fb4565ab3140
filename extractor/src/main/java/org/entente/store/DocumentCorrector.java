package org.entente.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.correction.Correction;
import org.entente.correction.Decision;
import org.entente.rdf.CorrectionMapper;
import org.entente.rdf.Dip;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/**
 * Applies a researcher's decisions to the graph of one document: a pure function from what was read
 * and what was decided to what the store holds.
 *
 * <p>Facts of reports are corrected first, then reports that are no events are taken out, then it
 * is said who is who. What is corrected leads to the decision by {@code prov:wasInfluencedBy}. The
 * statements that were taken out and put in are written at the document, so that what was read can
 * be had again, see {@link #reading}. Thread-safe.
 */
final class DocumentCorrector {
  private final Iris iris;
  private final EntityFacts facts;
  private final CorrectionMapper mapper;

  DocumentCorrector(Iris iris, EntityFacts facts) {
    this.iris = iris;
    this.facts = facts;
    this.mapper = new CorrectionMapper(iris);
  }

  /**
   * A document as corrected.
   *
   * @param triples its triples
   * @param applied the decisions that were carried out
   * @param troubles those that were not, with the reason; decisions for all documents that this one
   *     does not concern are in neither
   */
  record Corrected(
      Collection<Triple> triples, Set<Correction> applied, Map<Correction, String> troubles) {}

  /** Keeps one decision from being carried out; the others are. */
  static final class Inapplicable extends Exception {
    private static final long serialVersionUID = 1L;

    Inapplicable(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Corrects a document.
   *
   * @param id its identifier
   * @param reading the triples that were read
   * @param rows the decisions that may bear on it
   */
  Corrected correct(String id, Collection<Triple> reading, List<Correction> rows) {
    Set<Correction> applied = new LinkedHashSet<>();
    Map<Correction, String> troubles = new LinkedHashMap<>();
    if (rows.isEmpty()) {
      return new Corrected(reading, applied, troubles);
    }
    Statements statements = new Statements(reading, iris);
    Node document = Terms.uri(iris.document(id));
    FactCorrector fact =
        new FactCorrector(id, new Statements(reading, iris), statements, iris, facts);
    IdentityCorrector identity = new IdentityCorrector(id, statements, iris, facts);
    for (int phase = 0; phase < 3; phase++) {
      for (Correction row : rows) {
        if (phase(row.decision()) != phase) {
          continue;
        }
        try {
          Optional<Node> corrected =
              row.decision() == Decision.IGNORE
                  ? ignore(document, statements)
                  : row.decision() == Decision.NO_EVENT
                      ? remove(document, fact.report(row), statements)
                      : row.decision().isOfIdentity()
                          ? identity.apply(row)
                          : Optional.of(fact.apply(row));
          corrected.ifPresent(
              node -> {
                statements.add(node, Terms.WAS_INFLUENCED_BY, mapper.node(row));
                applied.add(row);
              });
        } catch (Inapplicable e) {
          troubles.put(row, e.getMessage());
        }
      }
    }
    Set<Triple> after = statements.triples();
    note(document, Dip.WITHDRAWN, reading, new HashSet<>(after), after);
    note(document, Dip.SUPPLIED, statements.triples(), new HashSet<>(reading), after);
    return new Corrected(after, applied, troubles);
  }

  private static int phase(Decision decision) {
    return decision.isOfIdentity()
        ? 2
        : decision == Decision.NO_EVENT || decision == Decision.IGNORE ? 1 : 0;
  }

  /** Writes at the document which of some triples are not among others. */
  private static void note(
      Node document,
      Node property,
      Collection<Triple> some,
      Set<Triple> others,
      Collection<Triple> into) {
    String lines =
        some.stream()
            .filter(triple -> !others.contains(triple))
            .map(Lines::triple)
            .sorted()
            .collect(Collectors.joining("\n"));
    if (!lines.isEmpty()) {
      into.add(Triple.create(document, property, Terms.string(lines)));
    }
  }

  /** Returns what was read, from a document's triples as they were corrected. */
  static List<Triple> reading(Collection<Triple> corrected) {
    Set<Triple> reading = new LinkedHashSet<>(corrected);
    List<Triple> back = new ArrayList<>();
    for (Triple triple : corrected) {
      if (triple.getPredicate().equals(Dip.WITHDRAWN)) {
        reading.remove(triple);
        back.addAll(Lines.parse(triple.getObject().getLiteralLexicalForm()));
      } else if (triple.getPredicate().equals(Dip.SUPPLIED)) {
        reading.remove(triple);
        Lines.parse(triple.getObject().getLiteralLexicalForm()).forEach(reading::remove);
      }
    }
    reading.addAll(back);
    return new ArrayList<>(reading);
  }

  /** Leaves the text and what is known of its origin. */
  private static Optional<Node> ignore(Node document, Statements statements) {
    for (Triple triple : statements.triples()) {
      if (!triple.getSubject().equals(document)) {
        statements.remove(triple.getSubject(), triple.getPredicate(), triple.getObject());
      }
    }
    return Optional.of(document);
  }

  /** Takes out a report and what is in the graph for its sake alone. */
  private static Optional<Node> remove(Node document, Node report, Statements statements) {
    statements
        .all(report, Dip.REPORTS_PARTICIPATION)
        .forEach(part -> statements.remove(part, Node.ANY, Node.ANY));
    statements.remove(report, Node.ANY, Node.ANY);
    statements.remove(Node.ANY, Dip.REPORTS_PART_OF, report);
    Set<Node> kept = new HashSet<>(statements.reports());
    kept.add(document);
    Set<Node> sentences = new HashSet<>();
    for (Node other : statements.reports()) {
      sentences.addAll(statements.all(other, Dip.EVIDENCE));
      kept.addAll(statements.all(other, Dip.WORDING));
      for (Node property :
          List.of(
              Dip.REPORTS_PARTICIPATION,
              Dip.REPORTS_PARTICIPANT,
              Dip.REPORTS_ABSENTEE,
              Dip.REPORTS_PLACE,
              Terms.WAS_GENERATED_BY)) {
        kept.addAll(statements.all(other, property));
      }
    }
    kept.addAll(sentences);
    for (Node mention : statements.subjects(Terms.TYPE, Dip.MENTION)) {
      boolean needed =
          sentences.stream().anyMatch(s -> within(statements, mention, s))
              || statements.all(mention, Terms.TA_IDENT_REF).stream().anyMatch(kept::contains);
      if (needed) {
        kept.add(mention);
      }
    }
    for (Node node : List.copyOf(kept)) {
      for (Node property : List.of(Dip.REPRESENTS, Terms.TA_IDENT_REF, Terms.WAS_ASSOCIATED_WITH)) {
        kept.addAll(statements.all(node, property));
      }
    }
    for (Triple triple : statements.triples()) {
      boolean dangling =
          triple.getPredicate().equals(Terms.CONTAINED_IN_PLACE)
              && !kept.contains(triple.getObject());
      if (dangling || !kept.contains(triple.getSubject())) {
        statements.remove(triple.getSubject(), triple.getPredicate(), triple.getObject());
      }
    }
    return Optional.of(document);
  }

  private static boolean within(Statements statements, Node mention, Node sentence) {
    return index(statements, mention, Terms.BEGIN_INDEX)
            >= index(statements, sentence, Terms.BEGIN_INDEX)
        && index(statements, mention, Terms.END_INDEX)
            <= index(statements, sentence, Terms.END_INDEX);
  }

  private static int index(Statements statements, Node mention, Node property) {
    return Integer.parseInt(
        statements.one(mention, property).orElseThrow().getLiteralLexicalForm());
  }
}
