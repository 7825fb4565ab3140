package org.entente.extraction;

/**
 * How sure the models must be to have their way against the patterns. Each is a probability.
 *
 * @param reject an account of a pattern is left out when it is less likely than this
 * @param add an agent that no pattern chose becomes a party from here
 * @param remove a party that a pattern chose is left out below
 * @param status the status of a pattern gives way from here
 * @param kind the kind of a pattern gives way from here
 * @param open a trigger word that no pattern read becomes an event from here
 * @param openParty an agent becomes a party of such an event from here
 * @param unread an event of which no pattern read anything is reported from here
 * @param place a place becomes the venue from here
 * @param time a time expression becomes the date from here
 */
public record Thresholds(
    double reject,
    double add,
    double remove,
    double status,
    double kind,
    double open,
    double openParty,
    double unread,
    double place,
    double time) {
  /** The thresholds that cross-validation chose. */
  public static final Thresholds DEFAULTS =
      new Thresholds(0.1, 0.8, 0.15, 0.85, 0.85, 0.4, 0.6, 0.8, 0.35, 0.35);
}
