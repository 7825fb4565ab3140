package org.entente.extraction;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * Completes the events of a document with places that their own clauses leave open: where a party
 * is said to be, where the parties were at the event told before, or where the story is dated from.
 */
final class Settings {
  /** A place that was told of a party some days from the event tells nothing of the event. */
  private static final long DAYS_APART = 1;

  /** Events so far from the day of publication belong to another scene than undated stays. */
  private static final long DAYS_OF_STORY = 8;

  /** How many sentences after an event may still tell where its parties are. */
  private static final int AHEAD = 2;

  private static final Set<Status> LOCATED = Set.of(Status.HELD, Status.PLANNED);

  private final List<Stay> stays;
  private final List<Integer> dateline;
  private final Optional<LocalDate> published;

  /**
   * Makes one for a document.
   *
   * @param stays what its sentences say of where people are
   * @param dateline the places that its dateline names
   * @param published its day of publication
   */
  Settings(List<Stay> stays, List<Integer> dateline, Optional<LocalDate> published) {
    this.stays = stays;
    this.dateline = dateline;
    this.published = published;
  }

  /** Completes the events of the document, which are in text order. */
  void complete(List<Candidate> events) {
    for (Candidate event : events) {
      if (event.kind == Kind.CALL) {
        event.places.clear(); // the callers are in two places
      }
    }
    List<Stay> known = new ArrayList<>(stays);
    events.stream().filter(e -> !e.places.isEmpty()).map(Settings::stay).forEach(known::add);
    for (Candidate event : events) {
      if (event.kind != Kind.CALL
          && event.kind != Kind.VISIT
          && event.places.isEmpty()
          && LOCATED.contains(event.status)) {
        place(event, known);
      }
    }
  }

  private static Stay stay(Candidate event) {
    return new Stay(
        event.sentence,
        event.trigger,
        event.parties.keySet(),
        List.copyOf(event.places),
        true,
        false,
        event.status != Status.HELD,
        event.date,
        event.dateText);
  }

  private void place(Candidate event, List<Stay> known) {
    Optional<Stay> nearest =
        known.stream()
            .filter(s -> !Collections.disjoint(s.who(), event.parties.keySet()))
            .filter(s -> s.sentence() <= event.sentence + AHEAD)
            .filter(s -> fits(s, event))
            .min(Comparator.comparingInt(s -> distance(s, event)));
    if (nearest.isPresent()) {
      event.places.addAll(nearest.get().places());
      known.add(stay(event));
    } else if (event.status == Status.HELD && ofTheStory(event)) {
      event.places.addAll(dateline.isEmpty() ? onlyScene(known) : dateline);
    }
  }

  /** The place of the story where all that it locates is at one. */
  private static List<Integer> onlyScene(List<Stay> known) {
    List<List<Integer>> scenes = known.stream().map(Stay::places).toList();
    boolean one =
        scenes.stream().allMatch(a -> scenes.stream().noneMatch(b -> Collections.disjoint(a, b)));
    return scenes.isEmpty() || !one ? List.of() : scenes.get(0);
  }

  /** How far a stay is from an event: sentences before it count less than sentences after it. */
  private static int distance(Stay stay, Candidate event) {
    int sentences = event.sentence - stay.sentence();
    int words = Math.min(99, Math.abs(event.trigger - stay.token()));
    return sentences == 0
        ? words
        : sentences > 0 ? 100 * (2 * sentences) : 100 * (1 - 2 * sentences);
  }

  private boolean fits(Stay stay, Candidate event) {
    boolean sameSentence = stay.sentence() == event.sentence;
    if (stay.spoken() && event.status == Status.PLANNED) {
      return false; // announced there, to be held elsewhere
    }
    if (!sameSentence
        && (stay.future() && event.status == Status.HELD
            || stay.onward() && stay.sentence() > event.sentence)) {
      return false;
    }
    if (stay.date().isPresent() && event.date.isPresent()) {
      return near(stay.date().get(), event.date.get());
    }
    return sameSentence || stay.date().isPresent() || ofTheStory(event);
  }

  /** Whether an event may belong to the days of which the story tells as news. */
  private boolean ofTheStory(Candidate event) {
    return event.date.isEmpty()
        || published.isEmpty()
        || Math.abs(ChronoUnit.DAYS.between(published.get(), event.date.get().earliest()))
            <= DAYS_OF_STORY;
  }

  private static boolean near(DateBounds a, DateBounds b) {
    return !a.earliest().isAfter(b.latest().plusDays(DAYS_APART))
        && !b.earliest().isAfter(a.latest().plusDays(DAYS_APART));
  }
}
