package org.entente.extraction;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entente.annotation.DateBounds;
import org.entente.report.ReportedDuration;
import org.entente.report.Status;

/**
 * Dates an event held that its own words leave open by what its parties did on a day that the
 * sentence beside it names: a story goes on on the day on which it was, and news without a day is
 * told again with one.
 */
final class StoryDays {
  /** How many days before the publication a story still goes on. */
  private static final int RECENT = 1;

  /** How many days before the publication news may be of. */
  private static final int NEWS = 2;

  /** How many sentences before an event the day of the story may be told. */
  private static final int REACH = 6;

  private static final Duration DAY = Duration.ofDays(1);

  private final List<Deed> deeds;
  private final Optional<LocalDate> published;

  /**
   * Makes one for a document.
   *
   * @param deeds what its sentences say that somebody did on a day, in text order
   * @param published its day of publication
   */
  StoryDays(List<Deed> deeds, Optional<LocalDate> published) {
    this.deeds = deeds;
    this.published = published;
  }

  /**
   * Dates an event that has no date.
   *
   * @param events all events of the document
   */
  void date(Candidate event, List<Candidate> events) {
    boolean lasting =
        event.duration.map(ReportedDuration::length).filter(d -> d.compareTo(DAY) > 0).isPresent();
    boolean open = !lasting || event.telling == Telling.NEWS && event.edge != Edge.NONE;
    if (event.date.isEmpty() && event.status == Status.HELD && !event.aside && open) {
      deed(event)
          .or(() -> event.sameDay ? last(event, events) : Optional.empty())
          .ifPresent(
              d -> {
                event.date = Optional.of(DateBounds.day(d.day()));
                event.dateText = d.dayText();
                TripDates.extend(event);
              });
    }
  }

  private Optional<Deed> deed(Candidate event) {
    return switch (event.telling) {
      case STORY -> // "flew to Rome on Monday. There he met"
          deeds.stream()
              .filter(isOf(event, event.sentence - 1, RECENT))
              .filter(d -> !d.leaving())
              .reduce((first, second) -> second);
      case NEWS -> // "have met. The two said Monday"
          event.sentence > 0
              ? Optional.empty()
              : deeds.stream().filter(isOf(event, event.sentence + 1, NEWS)).findFirst();
      case OTHER -> Optional.empty();
    };
  }

  /** "met before the session", "dined in the evening": the day of which the story told last. */
  private Optional<Deed> last(Candidate event, List<Candidate> events) {
    Stream<Deed> gatherings =
        events.stream()
            .filter(e -> e.status == Status.HELD && e.date.filter(DateBounds::isDay).isPresent())
            .map(e -> new Deed(e.sentence, Set.of(), false, e.date.get().earliest(), e.dateText));
    return Stream.concat(deeds.stream(), gatherings)
        .filter(d -> d.sentence() < event.sentence && d.sentence() >= event.sentence - REACH)
        .filter(d -> isRecent(d.day(), RECENT))
        .max(Comparator.comparingInt(Deed::sentence));
  }

  private boolean isRecent(LocalDate day, int days) {
    return published.filter(p -> !day.isAfter(p) && !day.isBefore(p.minusDays(days))).isPresent();
  }

  private Predicate<Deed> isOf(Candidate event, int sentence, int days) {
    return d ->
        d.sentence() == sentence
            && !Collections.disjoint(d.who(), event.parties.keySet())
            && isRecent(d.day(), days);
  }
}
