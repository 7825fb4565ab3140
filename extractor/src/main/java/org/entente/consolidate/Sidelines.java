package org.entente.consolidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.report.Kind;

/**
 * Finds the event within which another took place: the one that a document says it was part of, or
 * else the gathering on whose sidelines an event took place: a summit or conference with more
 * participants, all of the event's among them, of a date that holds the event's and no other place.
 */
public final class Sidelines {
  private final Containment containment;

  /**
   * Finds them.
   *
   * @param containment of the places of all events
   */
  public Sidelines(Containment containment) {
    this.containment = containment;
  }

  /** Returns the events in the same order, those on the sidelines of another linked to it. */
  List<ConsolidatedEvent> link(List<ConsolidatedEvent> events) {
    Map<String, List<ConsolidatedEvent>> gatherings = new HashMap<>();
    Map<String, String> anchors = new HashMap<>();
    for (ConsolidatedEvent event : events) {
      offers(event)
          .forEach(key -> gatherings.computeIfAbsent(key, k -> new ArrayList<>()).add(event));
      event.accounts().forEach(a -> anchors.put(a.id(), event.anchor()));
    }
    List<ConsolidatedEvent> linked = new ArrayList<>(events.size());
    for (ConsolidatedEvent event : events) {
      Optional<String> told =
          told(event).stream()
              .map(anchors::get)
              .filter(whole -> whole != null && !whole.equals(event.anchor()))
              .findFirst();
      Optional<String> whole =
          told.or(
              () ->
                  seeks(event).map(key -> gatherings.getOrDefault(key, List.of())).stream()
                      .flatMap(List::stream)
                      .filter(gathering -> holds(gathering, event))
                      .map(ConsolidatedEvent::anchor)
                      .findFirst());
      linked.add(whole.map(event::inside).orElse(event));
    }
    return linked;
  }

  /**
   * Returns the accounts that the documents name as those of the event around this one; the first
   * that is of another event tells it.
   */
  public static List<String> told(ConsolidatedEvent event) {
    return event.accounts().stream().flatMap(a -> a.partOf().stream()).toList();
  }

  /**
   * Returns by what gatherings around an event are found, if there can be one; see {@link #offers}.
   */
  public static Optional<String> seeks(ConsolidatedEvent event) {
    return event.parties().size() > 1 && event.date().isPresent() && event.kind() != Kind.CALL
        ? Optional.of(key(event.parties().get(0), event.date().get().earliest().toEpochDay()))
        : Optional.empty();
  }

  /** Returns by what a gathering is found by events in it; nothing for what is no gathering. */
  public static List<String> offers(ConsolidatedEvent event) {
    List<String> keys = new ArrayList<>();
    if ((event.kind() == Kind.SUMMIT || event.kind() == Kind.CONFERENCE)
        && event.parties().size() > 2
        && event.date().filter(d -> Comparison.days(d) <= Comparison.NARROW).isPresent()) {
      long last = event.date().get().latest().toEpochDay();
      for (long day = event.date().get().earliest().toEpochDay(); day <= last; day++) {
        for (Account.Party party : event.parties()) {
          keys.add(key(party, day));
        }
      }
    }
    return keys;
  }

  private static String key(Account.Party party, long day) {
    return party.agent() + ' ' + day;
  }

  /** Tells whether an event that has found a gathering took place within it. */
  public boolean holds(ConsolidatedEvent gathering, ConsolidatedEvent event) {
    Set<String> all = agents(gathering);
    Set<String> some = agents(event);
    return all.size() > some.size()
        && all.containsAll(some)
        && gathering.status() == event.status()
        && !event.date().get().latest().isAfter(gathering.date().get().latest())
        && containment.share(gathering.places(), event.places());
  }

  private static Set<String> agents(ConsolidatedEvent event) {
    Set<String> agents = new HashSet<>();
    event.parties().forEach(p -> agents.add(p.agent()));
    return agents;
  }
}
