package org.entente.extraction;

/**
 * How sure the models must be to complete what the patterns read. Each is a probability.
 *
 * @param add an agent that no pattern chose becomes the partner that an event lacks from here
 * @param open a trigger word that no pattern read becomes an event from here
 * @param openParty an agent becomes a party of such an event from here
 * @param place a place becomes the venue of an event for which the patterns read none from here
 * @param otherPlace a place becomes a venue beside those that the patterns read from here
 * @param time a time expression becomes the date of an event for which the patterns read none from
 *     here
 */
public record Thresholds(
    double add, double open, double openParty, double place, double otherPlace, double time) {
  /**
   * Those of agents and triggers were chosen by cross-validation; those of places and times by
   * whole records of news stories, where an added place or date that the story does not give is an
   * error.
   */
  public static final Thresholds DEFAULTS = new Thresholds(0.95, 0.8, 0.6, 0.8, 0.9, 0.8);
}
