package org.entente.extraction;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

  /** Dates an event that has no date. */
  void date(Candidate event) {
    boolean lasting =
        event.duration.map(ReportedDuration::length).filter(d -> d.compareTo(DAY) > 0).isPresent();
    if (event.date.isEmpty() && event.status == Status.HELD && !event.aside && !lasting) {
      deed(event)
          .ifPresent(
              d -> {
                event.date = Optional.of(DateBounds.day(d.day()));
                event.dateText = d.dayText();
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

  private Predicate<Deed> isOf(Candidate event, int sentence, int days) {
    return d ->
        d.sentence() == sentence
            && !Collections.disjoint(d.who(), event.parties.keySet())
            && published
                .filter(p -> !d.day().isAfter(p) && !d.day().isBefore(p.minusDays(days)))
                .isPresent();
  }
}
