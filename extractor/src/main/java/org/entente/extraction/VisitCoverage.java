package org.entente.extraction;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.document.Span;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * Leaves out the visits that another event of the document tells: the meeting for which somebody
 * travelled, or, for a part of the world, the visits to its states.
 */
final class VisitCoverage {
  /** How many sentences apart a visit and a meeting without a place may be told. */
  private static final int NEAR = 1;

  private final Lexicon lexicon;
  private final List<Entity> entities;
  private final List<Span> sentences;

  VisitCoverage(Lexicon lexicon, List<Entity> entities, List<Span> sentences) {
    this.lexicon = lexicon;
    this.entities = entities;
    this.sentences = sentences;
  }

  /**
   * Removes visits that other events cover; a meeting told in the same sentence takes over the
   * place.
   *
   * @param events all events of the document
   * @param may whether one of them may cover a visit
   */
  void apply(List<Candidate> events, Predicate<Candidate> may) {
    List<Candidate> told = List.copyOf(events);
    for (Candidate visit : told) {
      if (visit.kind == Kind.VISIT
          && events.stream().anyMatch(e -> e != visit && may.test(e) && covers(e, visit, told))) {
        events.removeIf(e -> e == visit);
      }
    }
  }

  private boolean covers(Candidate e, Candidate visit, List<Candidate> events) {
    if (e.kind == Kind.CALL || !e.parties.keySet().containsAll(visit.parties.keySet())) {
      return false;
    }
    boolean there = !Collections.disjoint(e.places, visit.places);
    if (isRegion(visit.places)) {
      return !there && !e.places.isEmpty() && (e.status == visit.status || e.kind == Kind.VISIT);
    }
    if (e.kind == Kind.VISIT || !dates(e, visit)) {
      return false;
    }
    boolean oneStep = !Collections.disjoint(e.evidence, visit.evidence);
    boolean purpose = visit.status == Status.HELD && e.status == Status.PLANNED && oneStep;
    if (e.status != visit.status && !purpose && !(oneStep && there)) {
      return false;
    }
    boolean near = oneStep || distance(e, visit) <= NEAR;
    boolean inState =
        isState(visit.places) && !e.places.isEmpty() && !isState(e.places) && !isRegion(e.places);
    if (there) {
      return true;
    }
    if (e.places.isEmpty() && oneStep) {
      e.places.addAll(visit.places);
      return true;
    }
    return near && (inState || e.places.isEmpty()) && !isOneOfSeveral(visit, events);
  }

  /** Whether a sentence tells of visits to several places, of which a meeting has one at most. */
  private static boolean isOneOfSeveral(Candidate visit, List<Candidate> events) {
    return events.stream()
        .anyMatch(
            o ->
                o != visit
                    && o.kind == Kind.VISIT
                    && o.status == visit.status
                    && o.parties.keySet().equals(visit.parties.keySet())
                    && Collections.disjoint(o.places, visit.places)
                    && o.evidence.equals(visit.evidence));
  }

  private int distance(Candidate a, Candidate b) {
    int least = Integer.MAX_VALUE;
    for (Span x : a.evidence) {
      for (Span y : b.evidence) {
        least = Math.min(least, Math.abs(sentences.indexOf(x) - sentences.indexOf(y)));
      }
    }
    return least;
  }

  private boolean isState(Set<Integer> places) {
    return places.stream().allMatch(p -> entities.get(p).type() == EntityType.POLITY);
  }

  private boolean isRegion(Set<Integer> places) {
    return places.stream()
        .allMatch(p -> lexicon.is("region", entities.get(p).name().toLowerCase(Locale.ROOT)));
  }

  private static boolean dates(Candidate a, Candidate b) {
    return a.date.isEmpty() || b.date.isEmpty() || a.date.get().overlaps(b.date.get());
  }
}
