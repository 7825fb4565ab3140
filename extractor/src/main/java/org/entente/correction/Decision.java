package org.entente.correction;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be decided; the cells that each takes are those of its row. */
public enum Decision {
  /** Nothing that the document says counts. */
  IGNORE("ignore", EnumSet.of(Column.DOCUMENT), EnumSet.noneOf(Column.class)),
  /** The sentence tells of no event. */
  NO_EVENT("no-event", EnumSet.of(Column.DOCUMENT, Column.REPORT), EnumSet.noneOf(Column.class)),
  /** The event is of that kind. */
  KIND("kind", EnumSet.of(Column.DOCUMENT, Column.REPORT, Column.VALUE)),
  /** The event is held, planned, proposed, cancelled or denied. */
  STATUS("status", EnumSet.of(Column.DOCUMENT, Column.REPORT, Column.VALUE)),
  /** The event lies in those days; without a value, the days read are wrong. */
  DATE("date", EnumSet.of(Column.DOCUMENT, Column.REPORT), EnumSet.of(Column.VALUE)),
  /** The event lasted so long; without a value, the length read is wrong. */
  DURATION("duration", EnumSet.of(Column.DOCUMENT, Column.REPORT), EnumSet.of(Column.VALUE)),
  /**
   * The event took place there, and not at the named place or, where none is named, at any of those
   * read; without a value, what was read is wrong.
   */
  PLACE("place", EnumSet.of(Column.DOCUMENT, Column.REPORT), EnumSet.of(Column.NAME, Column.VALUE)),
  /** The event had that party, in the place of the named one or, where none is named, besides. */
  PARTY("party", EnumSet.of(Column.DOCUMENT, Column.REPORT, Column.VALUE), EnumSet.of(Column.NAME)),
  /** The named one is no party to the event. */
  NO_PARTY("no-party", EnumSet.of(Column.DOCUMENT, Column.REPORT, Column.NAME)),
  /** Of the named one the document does not say that it was absent. */
  NO_ABSENTEE("no-absentee", EnumSet.of(Column.DOCUMENT, Column.REPORT, Column.NAME)),
  /** The named one is that entity of Wikidata, in the document or, where none is given, in all. */
  LINK("link", EnumSet.of(Column.NAME, Column.VALUE), EnumSet.of(Column.DOCUMENT)),
  /** The named one is not that entity of Wikidata or, without a value, none that was found. */
  NO_LINK("no-link", EnumSet.of(Column.NAME), EnumSet.of(Column.DOCUMENT, Column.VALUE)),
  /** Both reports are of one event. */
  SAME("same", Constants.PAIR, Constants.DOCUMENTS),
  /** The reports are of two events. */
  DIFFERENT("different", Constants.PAIR, Constants.DOCUMENTS);

  private static final class Constants {
    static final EnumSet<Column> PAIR = EnumSet.of(Column.REPORT, Column.OTHER_REPORT);
    static final EnumSet<Column> DOCUMENTS = EnumSet.of(Column.DOCUMENT, Column.OTHER_DOCUMENT);
  }

  private final String word;
  private final Set<Column> needed;
  private final Set<Column> optional;

  Decision(String word, EnumSet<Column> needed) {
    this(word, needed, EnumSet.noneOf(Column.class));
  }

  Decision(String word, EnumSet<Column> needed, EnumSet<Column> optional) {
    this.word = word;
    this.needed = Set.copyOf(needed);
    this.optional = Set.copyOf(optional);
  }

  /** Returns the word for it in a file. */
  public String word() {
    return word;
  }

  /** Tells whether it relates two reports to each other. */
  public boolean isOfTwoReports() {
    return this == SAME || this == DIFFERENT;
  }

  /** Tells whether it says who an entity is. */
  public boolean isOfIdentity() {
    return this == LINK || this == NO_LINK;
  }

  boolean needs(Column column) {
    return needed.contains(column);
  }

  boolean takes(Column column) {
    return needs(column)
        || optional.contains(column)
        || column == Column.DECISION
        || column == Column.WHO
        || column == Column.WHEN
        || column == Column.WHY;
  }

  static Optional<Decision> of(String word) {
    return Arrays.stream(values()).filter(d -> d.word.equals(word)).findFirst();
  }
}
