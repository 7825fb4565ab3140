package org.entente.analysis.gazetteer;

/**
 * A seat of power or venue that can stand for those who sit there.
 *
 * @param name its name
 * @param of code of the polity or label of the body that it can stand for, or empty
 * @param in the place around it, or empty
 * @param latitude degrees north, or NaN
 * @param longitude degrees east, or NaN
 * @param kind what it is
 * @param qid Wikidata identifier, or empty
 */
public record Seat(
    String name, String of, String in, double latitude, double longitude, Kind kind, String qid) {
  /** Kinds of seat. */
  public enum Kind {
    /** A building or quarter that mostly stands for those inside ("the Kremlin"). */
    SEAT,
    /** A capital, which is a place as often as a government. */
    CAPITAL,
    /** A place where people meet. */
    VENUE
  }
}
