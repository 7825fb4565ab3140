package org.entente.consolidate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.annotation.DateBounds;
import org.entente.report.Format;
import org.entente.report.Kind;
import org.entente.report.Outcome;
import org.entente.report.Status;

/**
 * One event as all documents together tell it.
 *
 * @param anchor id of the account that the event is named after: the one published first (undated
 *     documents last, ties by id), so that later news does not rename an event
 * @param kind the kind that most documents give, the more specific one on a tie
 * @param status the resolved status, see {@link Resolution}
 * @param parties who took part by the accounts of the resolved status, best supported first
 * @param absentees keys of those who were not there and are no parties
 * @param place key of the most specific place, where any is known
 * @param places keys of all places that the accounts give, most specific first
 * @param date the resolved days
 * @param duration the length that most documents give, the first published on a tie
 * @param topics all topics, most frequent first
 * @param formats all formats that accounts of the resolved status give
 * @param outcomes the outcomes that they give and that no other of them contradicts
 * @param sources how many independent sources report it, see {@link Sources}
 * @param confidence probability that it is read right from at least one of the independent sources
 *     of its resolved status, of each source by its surest account
 * @param accounts the accounts joined, by id
 * @param joins why each account but the first was joined
 * @param decisions keys of the decisions that joined its accounts or kept others from them, see
 *     {@link Constraints}
 * @param partOf anchor of the event within which it took place
 */
public record ConsolidatedEvent(
    String anchor,
    Kind kind,
    Status status,
    List<Account.Party> parties,
    List<String> absentees,
    Optional<String> place,
    List<String> places,
    Optional<DateBounds> date,
    Optional<Duration> duration,
    List<String> topics,
    List<Format> formats,
    List<Outcome> outcomes,
    int sources,
    double confidence,
    List<Account> accounts,
    List<Join> joins,
    List<String> decisions,
    Optional<String> partOf) {
  /** Copies the lists. */
  public ConsolidatedEvent {
    parties = List.copyOf(parties);
    absentees = List.copyOf(absentees);
    places = List.copyOf(places);
    topics = List.copyOf(topics);
    formats = List.copyOf(formats);
    outcomes = List.copyOf(outcomes);
    accounts = List.copyOf(accounts);
    joins = List.copyOf(joins);
    decisions = List.copyOf(decisions);
  }

  /**
   * The reason for which an account was joined to an event.
   *
   * @param account id of the account
   * @param reason the rule's findings on participants, date, place and topic, for people to read
   */
  public record Join(String account, String reason) {}

  /** Returns this event as a part of the one with that anchor. */
  public ConsolidatedEvent inside(String whole) {
    return with(accounts, joins, Optional.of(whole));
  }

  /** Returns this event without its accounts, which is enough for {@link Sidelines#holds}. */
  public ConsolidatedEvent outline() {
    return with(List.of(), List.of(), partOf);
  }

  private ConsolidatedEvent with(List<Account> told, List<Join> joined, Optional<String> whole) {
    return new ConsolidatedEvent(
        anchor,
        kind,
        status,
        parties,
        absentees,
        place,
        places,
        date,
        duration,
        topics,
        formats,
        outcomes,
        sources,
        confidence,
        told,
        joined,
        decisions,
        whole);
  }
}
