package org.entente.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.report.Outcome;

/**
 * A row of {@code outcomes.tsv}.
 *
 * @param id its identifier
 * @param outcome what it tells
 * @param ofEvent whether the event may be the verb's subject
 * @param ofParties whether its parties may be
 * @param verbs lemmas; "*" for any
 * @param how what links the verb to the next field: "object", "infinitive", "without", "alone", or
 *     prepositions
 * @param what lemmas of a noun or verb; "*" for anything
 * @param denied whether verb or noun is negated
 */
record OutcomePattern(
    String id,
    Outcome outcome,
    boolean ofEvent,
    boolean ofParties,
    Set<String> verbs,
    Set<String> how,
    Set<String> what,
    boolean denied) {
  static List<OutcomePattern> read() {
    return Table.read("outcomes.tsv").rows().stream()
        .map(
            row ->
                new OutcomePattern(
                    row.get("id"),
                    Outcome.valueOf(row.get("outcome").toUpperCase(Locale.ROOT)),
                    !row.get("subject").equals("parties"),
                    !row.get("subject").equals("event"),
                    Table.words(row.get("verbs")),
                    Table.words(row.get("how")),
                    Table.words(row.get("what")),
                    row.get("denied").equals("yes")))
        .toList();
  }

  boolean hasVerb(String lemma) {
    return verbs.contains("*") || verbs.contains(lemma);
  }

  boolean names(String lemma) {
    return what.contains("*") || what.contains(lemma);
  }
}
