package org.entente.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A row of {@code attendance.tsv}: a verb that tells who came along or stayed away.
 *
 * @param id names the row
 * @param verbs lemmas
 * @param passive whether the verb must be passive
 * @param negated whether it must be negated
 * @param complements alternatives of what must follow, each a sequence of words; empty for anything
 * @param subject what the subject is
 * @param object what the object is
 * @param preposition preposition of a phrase that matters, or empty
 * @param phrase what the noun of that phrase is
 * @param scope the events of which it may be said
 */
record AttendancePattern(
    String id,
    Set<String> verbs,
    boolean passive,
    boolean negated,
    List<List<String>> complements,
    Part subject,
    Part object,
    String preposition,
    Part phrase,
    Scope scope) {
  /** What a partner of the verb is at the event. */
  enum Part {
    PRESENT,
    ABSENT,
    /** It takes part by what other sentences say. */
    KNOWN,
    /** Somebody came in its place: absent, if it is a person. */
    REPLACED,
    /** A delegation of a party that takes part already; who leads it is named in its stead. */
    LED,
    /** Words for those who take part, of whom some are named: "speakers include". */
    ATTENDEES,
    NONE
  }

  /** The events of which a row may be said. */
  enum Scope {
    ANY,
    /** A gathering, unless the sentence names the event. */
    GATHERING,
    /** A gathering told in one of the sentences right before. */
    NEARBY,
    /** A gathering alone. */
    MEMBERS
  }

  /** Reads all rows, in the order of the file. */
  static List<AttendancePattern> read() {
    return Table.read("attendance.tsv").rows().stream().map(AttendancePattern::of).toList();
  }

  private static AttendancePattern of(Map<String, String> row) {
    String[] phrase = row.get("phrase").split(" ");
    return new AttendancePattern(
        row.get("id"),
        Table.words(row.get("verbs")),
        row.get("voice").equals("passive"),
        row.get("polarity").equals("negated"),
        row.get("complement").equals("-")
            ? List.of()
            : Arrays.stream(row.get("complement").split(","))
                .map(c -> List.of(c.strip().split(" ")))
                .toList(),
        part(row.get("subject")),
        part(row.get("object")),
        phrase.length == 2 ? phrase[0] : "",
        phrase.length == 2 ? part(phrase[1]) : Part.NONE,
        Scope.valueOf(row.get("event").toUpperCase(Locale.ROOT)));
  }

  private static Part part(String cell) {
    return cell.equals("-") ? Part.NONE : Part.valueOf(cell.toUpperCase(Locale.ROOT));
  }
}
