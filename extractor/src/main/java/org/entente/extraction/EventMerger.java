package org.entente.extraction;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.Sentence;
import org.entente.document.Span;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Joins what the sentences of one document say of one event: the last level of the cascade. */
final class EventMerger {
  private static final String POINTS_BACK = "it points at the event told before";
  private static final String SAME_WORDS = "the same words tell both";
  private static final String ONLY_EVENT = "it points at the only event that fits";
  private static final String AT_GATHERING = "it tells who was at the gathering";

  /** What remains of the confidence where the parties are those of another event. */
  private static final double BORROWED = 0.8;

  /** "Saturday and Sunday", "May 3-5"; what was "between 3 and 5 May" was on one of them. */
  private static final Pattern DAYS_NAMED =
      Pattern.compile(
          "(?i)^(?!between\\b).*(?: (?:and|to|through|until|till|&) |\\d ?[-\u2013] ?\\d)");

  private final Lexicon lexicon;
  private final List<Entity> entities;
  private final List<Span> sentences;
  private final SameEvent same;
  private final Antecedents antecedents;
  private final NamedParties named;

  /** Makes one for a document. */
  EventMerger(Lexicon lexicon, AnnotatedDocument document) {
    this.lexicon = lexicon;
    this.entities = document.entities();
    this.sentences = document.sentences().stream().map(Sentence::span).toList();
    this.same = new SameEvent(entities, document.document().published());
    this.antecedents = new Antecedents(same);
    this.named = new NamedParties(document);
  }

  /**
   * Returns the events of a document, each with all its sentences; the candidates are in text
   * order.
   */
  List<Candidate> merge(List<Candidate> candidates, List<Attendance> notes) {
    List<Candidate> events = new ArrayList<>();
    List<Candidate> pointing = new ArrayList<>();
    for (Candidate c : candidates) {
      Optional<Candidate> here = events.stream().filter(e -> toldHere(e, c)).findFirst();
      if (c.recurrence) {
        again(events, c);
      } else if (here.isPresent()) {
        join(here.get(), c, SAME_WORDS);
      } else if (tooFew(c)) {
        pointing.add(c);
      } else {
        add(events, c);
      }
    }
    pointing.forEach(c -> point(events, c));
    dropListings(events);
    new AttendanceResolver(lexicon, entities, sentences).resolve(events, notes);
    collapse(events);
    events.removeIf(e -> e.parties.isEmpty());
    new VisitCoverage(lexicon, entities, sentences).apply(events, e -> true);
    return events;
  }

  /** Adds an account to the event that it tells as well, else as an event of its own. */
  private void add(List<Candidate> events, Candidate c) {
    Optional<Candidate> gathering =
        c.anaphoric && c.kind.isGathering() && sameEvent(events, c).isEmpty()
            ? antecedents.gathering(events, c)
            : Optional.empty();
    if (gathering.isPresent()) {
      attend(gathering.get(), c);
    } else {
      addAccount(events, c);
    }
  }

  private void addAccount(List<Candidate> events, Candidate c) {
    Optional<Candidate> told = sameEvent(events, c);
    if (told.isPresent()) {
      join(told.get(), c, same.reason(told.get(), c).orElseThrow());
    } else {
      events.add(c);
    }
  }

  /** The last of the events told before with which an account is one. */
  private Optional<Candidate> sameEvent(List<Candidate> events, Candidate c) {
    return events.stream()
        .filter(e -> same.reason(e, c).isPresent())
        .reduce((first, second) -> second);
  }

  /**
   * Adds an account without its parties to the event at which it points, else makes it one more
   * event of the parties told before.
   */
  private void point(List<Candidate> events, Candidate c) {
    Optional<Candidate> before = c.another ? Optional.empty() : antecedents.before(events, c);
    Optional<Candidate> only =
        c.another || before.isPresent()
            ? Optional.empty()
            : antecedents.only(events, c).or(() -> antecedents.next(events, c));
    Optional<Candidate> gathering =
        before.isEmpty() && c.kind == Kind.MEETING && !c.parties.isEmpty() && !c.another
            ? antecedents.gathering(events, c)
            : Optional.empty();
    if (before.isPresent()) {
      join(before.get(), c, POINTS_BACK);
    } else if (gathering.isPresent()) {
      attend(gathering.get(), c);
    } else if (only.isPresent()) {
      join(only.get(), c, ONLY_EVENT);
    } else if (c.another || c.counted.isPresent() || c.manySided) {
      Optional<Candidate> other =
          c.another || c.counted.isPresent()
              ? antecedents.ofSameParties(events, c)
              : Optional.empty();
      if (other.isEmpty()) {
        other = listing(events, c);
      }
      other.ifPresent(e -> oneMore(events, e, c));
      if (other.isEmpty()) {
        c.counted
            .flatMap(counted -> named.before(c.sentence, counted))
            .ifPresent(parties -> ofNamed(events, c, parties));
      }
    }
  }

  /**
   * "invited him to another meeting in Oslo": the verb and the noun tell one event still to come.
   */
  private static boolean toldHere(Candidate e, Candidate c) {
    return c.another
        && e.status != Status.HELD
        && e.status == c.status
        && e.accounts.stream().anyMatch(a -> a.sentence == c.sentence && !a.another)
        && (c.date.isEmpty() || c.date.equals(e.date))
        && e.places.containsAll(c.places)
        && e.parties.keySet().containsAll(c.parties.keySet());
  }

  /** The one account that lists who takes part in such talks, before or after a round of them. */
  private static Optional<Candidate> listing(List<Candidate> events, Candidate c) {
    List<Candidate> listings = events.stream().filter(e -> e.listing).toList();
    return c.kind == Kind.TALKS && c.parties.isEmpty() && listings.size() == 1
        ? Optional.of(listings.get(0))
        : Optional.empty();
  }

  /** Leaves out a list of those who take part in talks, where the text tells of their rounds. */
  private void dropListings(List<Candidate> events) {
    for (Candidate listing : events.stream().filter(e -> e.listing).toList()) {
      List<Candidate> rounds =
          events.stream()
              .filter(e -> !e.listing && e.parties.keySet().equals(listing.parties.keySet()))
              .toList();
      rounds.forEach(e -> listing.evidence.forEach(e::addEvidence));
      if (!rounds.isEmpty()) {
        events.remove(listing);
      }
    }
  }

  /** "The two leaders met", after a sentence that names two and tells no event. */
  private void ofNamed(List<Candidate> events, Candidate c, Set<Integer> parties) {
    parties.forEach(id -> c.add(id, Role.PARTICIPANT));
    c.confidence *= BORROWED;
    add(events, c);
  }

  /** "A second round opens on Monday": an event of its own, with the parties of another. */
  private void oneMore(List<Candidate> events, Candidate e, Candidate c) {
    e.parties.keySet().forEach(id -> c.add(id, Role.PARTICIPANT));
    c.confidence = Math.min(c.confidence, e.confidence) * BORROWED;
    add(events, c);
  }

  /**
   * Returns the events of candidates that are none of the events already read.
   *
   * @param candidates in text order
   * @param events what was read; stays as it is
   */
  List<Candidate> besides(List<Candidate> candidates, List<Candidate> events) {
    List<Candidate> found = new ArrayList<>();
    for (Candidate c : candidates) {
      boolean told =
          tooFew(c)
              || sameEvent(events, c).isPresent()
              || c.anaphoric
                  && c.kind.isGathering()
                  && antecedents.gathering(events, c).isPresent();
      if (!told) {
        addAccount(found, c);
      }
    }
    collapse(found);
    return found;
  }

  /**
   * "The last time was in Helsinki in 2018": the parties of the event told last, at another time.
   */
  private static void again(List<Candidate> events, Candidate c) {
    for (int i = events.size() - 1; i >= 0; i--) {
      Candidate e = events.get(i);
      if (e.parties.size() == 2 && e.kind != Kind.VISIT && e.status == Status.HELD) {
        e.parties.keySet().forEach(id -> c.add(id, Role.PARTICIPANT));
        c.kind = e.kind;
        events.add(c);
        return;
      }
    }
  }

  /** Whether it tells an event only together with another account. */
  private static boolean tooFew(Candidate c) {
    boolean process =
        c.manySided && c.anaphoric && c.background && c.date.isEmpty() && c.places.isEmpty();
    return process
        || c.manySided && c.parties.isEmpty()
        || (c.anaphoric || c.another)
            && c.kind != Kind.VISIT
            && (c.parties.size() < 2 && !(c.parties.size() == 1 && c.kind.isGathering()));
  }

  /** Adds who is said to be at a gathering, or not to be; who may come is neither. */
  private void attend(Candidate gathering, Candidate c) {
    if (c.status == Status.DENIED) {
      c.parties.keySet().stream()
          .filter(e -> !gathering.parties.containsKey(e))
          .forEach(gathering.absentees::add);
      c.evidence.forEach(gathering::addEvidence);
    } else if (c.status != Status.PROPOSED || gathering.status == Status.PROPOSED) {
      join(gathering, c, AT_GATHERING);
    }
  }

  private void join(Candidate into, Candidate c, String reason) {
    into.listing &= c.listing;
    into.parties.keySet().removeIf(id -> same.representative(id, c).isPresent());
    boolean unnamed = same.unnamedStates(into, c);
    c.parties.forEach(
        (id, role) -> {
          if (same.representative(id, into).isEmpty() && !unnamed) {
            into.add(id, role);
          }
        });
    into.absentees.addAll(c.absentees);
    into.parties.keySet().removeIf(id -> into.absentees.contains(id) && into.parties.size() > 2);
    if (into.status == Status.PLANNED && c.status == Status.CANCELLED
        || into.status == Status.PROPOSED
            && (c.status == Status.PLANNED || c.status == Status.DENIED)) {
      into.status = c.status;
    } else if (into.status == Status.PLANNED && c.status == Status.HELD && !c.anaphoric) {
      into.status = Status.HELD;
    }
    into.kind = kind(into, c);
    if (c.kind == Kind.CALL) {
      into.kind = Kind.CALL;
    }
    if (c.date.isPresent() && (into.date.isEmpty() || tellsMore(c, into))) {
      into.date = c.date;
      into.dateText = c.dateText;
      into.edge = c.edge == Edge.NONE ? into.edge : c.edge;
    }
    into.places.addAll(c.places);
    if (into.duration.isEmpty()) {
      into.duration = c.duration;
    }
    into.topics.addAll(c.topics);
    c.formats.forEach(into.formats::putIfAbsent);
    c.evidence.forEach(into::addEvidence);
    into.accounts.addAll(c.accounts);
    into.hosted &= c.hosted;
    c.joined = reason;
    into.confidence = Math.min(0.98, 1 - (1 - into.confidence) * (1 - c.confidence * 0.5));
  }

  /**
   * The kind of an event that two accounts tell, once the parties of both are one's: people meet,
   * unnamed delegates hold talks.
   */
  private Kind kind(Candidate into, Candidate c) {
    Set<Kind> both = EnumSet.of(into.kind, c.kind);
    if (both.equals(Set.of(Kind.TALKS, Kind.MEETING))) {
      return same.delegates(into) ? Kind.TALKS : c.anaphoric ? into.kind : Kind.MEETING;
    }
    return !c.anaphoric && into.kind == Kind.MEETING && c.kind == Kind.SUMMIT ? c.kind : into.kind;
  }

  /**
   * Whether the days of an account tell more than those of another: the fewer days between which it
   * lies, or all its days against one of them ("Saturday's summit", "the summit on Saturday and
   * Sunday").
   */
  private static boolean tellsMore(Candidate c, Candidate other) {
    boolean within = isWithin(c.date.get(), other.date.get());
    boolean around = isWithin(other.date.get(), c.date.get());
    return around && namesDays(c)
        || !(within && namesDays(other)) && days(c.date) < days(other.date);
  }

  private static boolean isWithin(DateBounds inner, DateBounds outer) {
    return !inner.equals(outer)
        && !inner.earliest().isBefore(outer.earliest())
        && !inner.latest().isAfter(outer.latest());
  }

  /** Whether the words for the days of an event name the first and the last of them. */
  private static boolean namesDays(Candidate c) {
    return days(c.date) > 0
        && days(c.date) < TripDates.LONGEST
        && DAYS_NAMED.matcher(c.dateText).find();
  }

  private static long days(Optional<DateBounds> date) {
    return date.map(d -> ChronoUnit.DAYS.between(d.earliest(), d.latest())).orElseThrow();
  }

  /** Joins events that became one through what was learnt later. */
  private void collapse(List<Candidate> events) {
    for (int i = 0; i < events.size(); i++) {
      for (int j = events.size() - 1; j > i; j--) {
        Optional<String> reason = same.reason(events.get(i), events.get(j));
        if (reason.isPresent()) {
          join(events.get(i), events.remove(j), reason.get());
        }
      }
    }
  }
}
