package org.entente.extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.annotation.DateBounds;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * Gives events the days over which they last: by their own length and first or last day, and those
 * to come on a journey by the days of the journey.
 */
final class TripDates {
  /** How many days an event lasts at most. */
  static final int LONGEST = 14;

  /** How many sentences apart the first day and the length of a journey may be told. */
  private static final int NEAR = 3;

  private final List<Trip> trips;
  private final Optional<LocalDate> published;

  /**
   * Makes one for a document.
   *
   * @param trips what its sentences say of journeys, in text order
   * @param published its day of publication
   */
  TripDates(List<Trip> trips, Optional<LocalDate> published) {
    this.trips = trips;
    this.published = published;
  }

  /** Extends the day of an event whose length is told to all its days. */
  static void extend(Candidate event) {
    int days = event.duration.map(d -> (int) d.length().toDays()).orElse(0);
    if (days < 2
        || days > LONGEST
        || event.edge == Edge.NONE
        || event.date.filter(DateBounds::isDay).isEmpty()) {
      return;
    }
    LocalDate day = event.date.get().earliest();
    event.date =
        Optional.of(
            event.edge == Edge.BEGIN
                ? new DateBounds(day, day.plusDays(days - 1))
                : new DateBounds(day.minusDays(days - 1), day));
  }

  /**
   * Dates an event to come that its own words leave open, where it is on a journey of one of its
   * parties. A stop among several is left open once the journey has begun.
   *
   * @param events all events of the document
   */
  void date(Candidate event, List<Candidate> events) {
    if (event.status != Status.PLANNED || event.kind == Kind.CALL || event.aside) {
      return;
    }
    boolean oneStop = event.kind != Kind.VISIT || stops(event, events) == 1;
    for (Trip trip : trips) {
      Optional<DateBounds> days = days(trip);
      boolean taken =
          trip.who().stream().anyMatch(event.parties::containsKey)
              && trip.sentence() <= event.sentence;
      boolean open =
          event.date.isEmpty()
              || (event.kind == Kind.VISIT || event.ofJourney)
                  && event.date.get().isDay()
                  && event.date.map(DateBounds::earliest).equals(trip.start());
      boolean whole =
          oneStop || event.date.isEmpty() && trip.start().filter(this::isAhead).isPresent();
      if (taken && days.isPresent() && open && whole) {
        event.date = days;
        return;
      }
      if (taken && days.isEmpty() && event.date.isEmpty() && isNext(trip, event)) {
        event.date = trip.start().map(DateBounds::day);
        return;
      }
    }
  }

  private boolean isAhead(LocalDate day) {
    return published.filter(day::isAfter).isPresent();
  }

  /** "begins a visit to Peru on Friday. She is to meet X": what is to be done on that day. */
  private static boolean isNext(Trip trip, Candidate event) {
    return trip.ahead()
        && !trip.tour()
        && !event.thereafter
        && event.kind != Kind.VISIT
        && event.sentence == trip.sentence() + 1;
  }

  /** How many places the same people are to visit: on which day they are where, is not told. */
  private static long stops(Candidate visit, List<Candidate> events) {
    return events.stream()
        .filter(e -> e.kind == Kind.VISIT && e.status == visit.status)
        .filter(e -> e.parties.keySet().equals(visit.parties.keySet()))
        .count();
  }

  /** The days of a journey whose first day a sentence tells and whose length it or one near it. */
  private Optional<DateBounds> days(Trip trip) {
    if (trip.start().isEmpty()) {
      return Optional.empty();
    }
    return trips.stream()
        .filter(t -> t.days() > 1 && t.days() <= LONGEST)
        .filter(t -> t.who().equals(trip.who()) || t.who().isEmpty() && isOnly(trip))
        .filter(t -> !t.tour() || t.sentence() >= trip.sentence()) // no later leg lasts as long
        .filter(t -> Math.abs(t.sentence() - trip.sentence()) <= NEAR)
        .findFirst()
        .map(t -> new DateBounds(trip.start().get(), trip.start().get().plusDays(t.days() - 1L)));
  }

  /** Whether nobody else is told to travel. */
  private boolean isOnly(Trip trip) {
    return trips.stream().allMatch(t -> t.who().isEmpty() || t.who().equals(trip.who()));
  }
}
