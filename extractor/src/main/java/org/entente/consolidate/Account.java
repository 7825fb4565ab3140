package org.entente.consolidate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.annotation.EntityType;
import org.entente.document.Fingerprint;
import org.entente.report.Format;
import org.entente.report.Kind;
import org.entente.report.Outcome;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * What one document says of one event, cut down to what consolidation compares. Agents and places
 * are opaque keys; in the program they are the IRIs of the graph, so that two documents speak of
 * one agent when, and only when, they use one key.
 *
 * @param id key of the report, unique over all accounts
 * @param document identifier of the document that gives it
 * @param kind the kind of event
 * @param status whether it took place
 * @param parties who took part, in the document's order, each agent once
 * @param absentees keys of those said not to have been there
 * @param places the venue's names, most specific first
 * @param date the days in which the event lies, where the document says
 * @param published the day of the document
 * @param duration the length of the event, where the document says
 * @param topics what it was about
 * @param formats in which form the parties dealt with each other
 * @param outcomes with what result it ended
 * @param partOf id of the account, of the same document, of the event within which it took place
 * @param confidence how sure the reading is, 0 to 1
 * @param outlet who published the document, or empty
 * @param fingerprint sketch of the document's text, by which copies are recognised
 * @param evidence the first sentence that gives it; every report of a sound graph has one
 */
public record Account(
    String id,
    String document,
    Kind kind,
    Status status,
    List<Party> parties,
    List<String> absentees,
    List<Venue> places,
    Optional<DateBounds> date,
    Optional<LocalDate> published,
    Optional<Duration> duration,
    List<String> topics,
    Set<Format> formats,
    Set<Outcome> outcomes,
    Optional<String> partOf,
    double confidence,
    String outlet,
    Optional<Fingerprint> fingerprint,
    Optional<Evidence> evidence) {
  /** Copies the lists. */
  public Account {
    parties = List.copyOf(parties);
    absentees = List.copyOf(absentees);
    places = List.copyOf(places);
    topics = List.copyOf(topics);
    formats = Set.copyOf(formats);
    outcomes = Set.copyOf(outcomes);
  }

  /**
   * A sentence of the document.
   *
   * @param mention its key
   * @param begin where it begins, in characters
   */
  public record Evidence(String mention, int begin) {}

  /**
   * An agent at the event.
   *
   * @param agent its key
   * @param type its type
   * @param role its part
   * @param office the office given, or empty
   * @param represents key of the polity or body that it stands for, or empty
   */
  public record Party(String agent, EntityType type, Role role, String office, String represents) {}

  /**
   * A place of the event.
   *
   * @param place its key
   * @param within keys of the places known to contain it, such as its country
   */
  public record Venue(String place, List<String> within) {
    /** Copies the list. */
    public Venue {
      within = List.copyOf(within);
    }
  }
}
