package org.entente.extraction;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.report.Kind;
import org.entente.report.Role;
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

  private static final int DAYS_OF_WEEK = 7;

  /** How many sentences after an event may still tell where its parties are. */
  private static final int AHEAD = 2;

  /** The length of a sentence in distances. */
  private static final int SENTENCE = 100;

  /** Number of sentences that make the lead of a story. */
  private static final int LEAD = 2;

  private static final Set<Status> LOCATED = Set.of(Status.HELD, Status.PLANNED, Status.CANCELLED);

  private final List<Stay> stays;

  /** Whom and what each sentence names. */
  private final Map<Integer, Set<Integer>> named = new HashMap<>();

  private final List<ChunkedSentence> sentences;

  private final List<Integer> dateline;
  private final Optional<LocalDate> published;
  private final List<Entity> entities;
  private final Lexicon lexicon;

  /**
   * Makes one for a document.
   *
   * @param document the document
   * @param sentences its sentences
   * @param stays what its sentences say of where people are
   * @param dateline the places that its dateline names
   * @param published its day of publication
   * @param lexicon the words of the language
   */
  Settings(
      AnnotatedDocument document,
      List<ChunkedSentence> sentences,
      List<Stay> stays,
      List<Integer> dateline,
      Optional<LocalDate> published,
      Lexicon lexicon) {
    this.lexicon = lexicon;
    this.entities = document.entities();
    this.stays = stays;
    this.dateline = dateline;
    this.published = published;
    this.sentences = sentences;
    document
        .mentions()
        .forEach(
            m ->
                named
                    .computeIfAbsent(m.range().sentence(), k -> new HashSet<>())
                    .addAll(m.entities()));
  }

  /**
   * Completes events of the document, which are in text order.
   *
   * @param told other events of the document, which tell where their parties are
   */
  void complete(List<Candidate> events, List<Candidate> told) {
    for (Candidate event : events) {
      if (event.kind == Kind.CALL) {
        event.places.clear(); // the callers are in two places
      }
    }
    List<Stay> known = new ArrayList<>(stays);
    known.removeIf(s -> s.who().isEmpty() && events.stream().anyMatch(e -> isUnsure(e, s)));
    Stream.concat(told.stream(), events.stream())
        .filter(e -> !e.places.isEmpty())
        .map(Settings::stay)
        .forEach(known::add);
    for (Candidate event : events) {
      if (event.kind != Kind.CALL
          && event.kind != Kind.VISIT
          && event.places.isEmpty()
          && LOCATED.contains(event.status)) {
        place(event, known);
      }
    }
    events.forEach(this::enclose);
  }

  /** "Kampala" in a story that names Uganda: the places around a place follow it. */
  private void enclose(Candidate event) {
    List<Integer> named = List.copyOf(event.places);
    named.forEach(place -> event.places.addAll(entities.get(place).within()));
  }

  /**
   * Whether a place is that of an event that may never take place: "a possible meeting in Lima".
   */
  private static boolean isUnsure(Candidate event, Stay stay) {
    return !LOCATED.contains(event.status)
        && event.sentences().contains(stay.sentence())
        && event.places.containsAll(stay.places());
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
        event.aside,
        event.date,
        event.dateText);
  }

  private void place(Candidate event, List<Stay> known) {
    Optional<Integer> host = hostState(event);
    Optional<Stay> nearest =
        known.stream()
            .filter(s -> !Collections.disjoint(s.who(), event.parties.keySet()))
            .filter(s -> s.sentence() <= event.sentence + AHEAD)
            .filter(s -> fits(s, event))
            .min(Comparator.comparingInt(s -> distance(s, event)));
    if (host.isPresent() && nearest.filter(s -> isIn(s, host.get())).isEmpty()) {
      event.places.add(host.get());
    } else if (nearest.isPresent()) {
      event.places.addAll(inherited(nearest.get(), event));
      date(event, nearest.get());
      known.add(stay(event));
    } else if (event.status == Status.HELD && ofTheStory(event) || !event.aside && atHand(event)) {
      event.places.addAll(lead(event, known));
    }
  }

  /**
   * The places of a stay; of another meeting with others the town alone, as these may have met in
   * another building.
   */
  private List<Integer> inherited(Stay stay, Candidate event) {
    boolean otherMeeting =
        stay.sentence() != event.sentence
            && stay.who().size() > 1
            && !stay.who().equals(event.parties.keySet());
    return otherMeeting
        ? stay.places().stream()
            .map(entities::get)
            .flatMap(p -> isBuilding(p) ? p.within().stream() : Stream.of(p.id()))
            .distinct()
            .toList()
        : stay.places();
  }

  private boolean isBuilding(Entity place) {
    return Arrays.stream(place.name().toLowerCase(Locale.ROOT).split("[\\s-]+"))
        .anyMatch(word -> lexicon.is("premises", word));
  }

  private boolean isIn(Stay stay, int state) {
    return stay.places().stream()
        .anyMatch(p -> p == state || entities.get(p).within().contains(state));
  }

  /** "Norway will host talks": the one state that is host is where they are. */
  private Optional<Integer> hostState(Candidate event) {
    List<Integer> hosts =
        event.parties.entrySet().stream()
            .filter(p -> p.getValue() == Role.HOST)
            .map(p -> p.getKey())
            .filter(p -> entities.get(p).type() == EntityType.POLITY)
            .toList();
    return hosts.size() == 1 ? Optional.of(hosts.get(0)) : Optional.empty();
  }

  /** "arrived in Kenya Saturday. He met ...": the day of the arrival told right before. */
  private static void date(Candidate event, Stay stay) {
    boolean justBefore = event.sentence - stay.sentence() == 1;
    boolean fewDays =
        stay.date().filter(d -> d.isDay() || stay.future() && isWithinWeek(d)).isPresent();
    if (event.date.isEmpty()
        && justBefore
        && fewDays
        && !stay.spoken()
        && event.status != Status.CANCELLED
        && (event.status == Status.PLANNED) == stay.future()) {
      event.date = stay.date();
      event.dateText = stay.dateText();
    }
  }

  private static boolean isWithinWeek(DateBounds days) {
    return ChronoUnit.DAYS.between(days.earliest(), days.latest()) < DAYS_OF_WEEK;
  }

  /** The place of the news that a story begins with: that of its dateline, else of its lead. */
  private List<Integer> lead(Candidate event, List<Stay> known) {
    if (!dateline.isEmpty()) {
      return dateline;
    }
    return known.stream()
        .filter(s -> s.sentence() < LEAD && !s.future() && !s.spoken() && !s.aside())
        .filter(s -> !s.onward() || s.sentence() < event.sentence)
        .filter(s -> isOneStory(s, event))
        .min(Comparator.comparingInt(Stay::sentence).thenComparingInt(Stay::token))
        .map(Stay::places)
        .orElse(List.of());
  }

  /**
   * Whether the sentence that tells a place tells of an event, or names somebody or something that
   * the event's own does.
   */
  private boolean isOneStory(Stay stay, Candidate event) {
    ChunkedSentence scene = sentences.get(stay.sentence());
    if (scene.chunks().stream()
        .anyMatch(c -> c instanceof NounGroup g && lexicon.isEventNoun(scene, g))) {
      return true;
    }
    Set<Integer> there = named.getOrDefault(stay.sentence(), Set.of());
    return event.sentences().stream()
        .anyMatch(
            s ->
                s == stay.sentence()
                    || !Collections.disjoint(there, named.getOrDefault(s, Set.of())));
  }

  /**
   * How far a stay is from an event: what is said before the event counts less than what is said
   * after it, within the sentence as among sentences.
   */
  private static int distance(Stay stay, Candidate event) {
    int sentences = event.sentence - stay.sentence();
    if (sentences != 0) {
      return sentences > 0 ? 2 * sentences * SENTENCE : (1 - 2 * sentences) * SENTENCE;
    }
    int words = Math.min(SENTENCE / 2, Math.abs(event.trigger - stay.token()));
    return stay.token() < event.trigger ? words : 5 * SENTENCE / 2 + words;
  }

  private boolean fits(Stay stay, Candidate event) {
    boolean sameSentence = stay.sentence() == event.sentence;
    if (stay.spoken() && event.status != Status.HELD) {
      return false; // announced there, to be held elsewhere
    }
    if (sameSentence && (stay.aside() || event.earlier && !stay.spoken())) {
      return false; // "returned to Oslo after talks", "met X after talks in Oslo"
    }
    if (stay.future() && event.status == Status.HELD
        || !sameSentence && stay.onward() && stay.sentence() > event.sentence) {
      return false; // "met X to prepare for the summit in Oslo"
    }
    if (stay.date().isPresent() && event.date.isPresent()) {
      return stay.date().get().isNear(event.date.get(), DAYS_APART);
    }
    boolean longAgo =
        event.date.isEmpty()
            && Math.abs(event.sentence - stay.sentence()) > 1
            && stay.date().filter(this::isLongPast).isPresent();
    return sameSentence || !longAgo && (stay.date().isPresent() || ofTheStory(event));
  }

  /** Whether an event may belong to the days of which the story tells as news. */
  private boolean ofTheStory(Candidate event) {
    return event.date.isEmpty()
        || published.isEmpty()
        || Math.abs(ChronoUnit.DAYS.between(published.get(), event.date.get().earliest()))
            <= DAYS_OF_STORY;
  }

  private boolean isLongPast(DateBounds days) {
    return published.filter(p -> days.latest().isBefore(p.minusDays(DAYS_OF_STORY))).isPresent();
  }

  /**
   * Whether an event lies so close to the day of publication that its parties are there already.
   */
  private boolean atHand(Candidate event) {
    return published.isPresent()
        && event.status != Status.CANCELLED
        && event.date.isPresent()
        && event.date.get().isNear(DateBounds.day(published.get()), DAYS_APART);
  }
}
