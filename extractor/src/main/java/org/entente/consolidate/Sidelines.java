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
final class Sidelines {
  private final Containment containment;

  Sidelines(Containment containment) {
    this.containment = containment;
  }

  /** Returns the events in the same order, those on the sidelines of another linked to it. */
  List<ConsolidatedEvent> link(List<ConsolidatedEvent> events) {
    Map<String, List<ConsolidatedEvent>> gatherings = new HashMap<>();
    for (ConsolidatedEvent event : events) {
      if ((event.kind() == Kind.SUMMIT || event.kind() == Kind.CONFERENCE)
          && event.parties().size() > 2
          && event.date().isPresent()) {
        for (Account.Party party : event.parties()) {
          gatherings.computeIfAbsent(party.agent(), k -> new ArrayList<>()).add(event);
        }
      }
    }
    Map<String, String> anchors = new HashMap<>();
    events.forEach(e -> e.accounts().forEach(a -> anchors.put(a.id(), e.anchor())));
    List<ConsolidatedEvent> linked = new ArrayList<>(events.size());
    for (ConsolidatedEvent event : events) {
      ConsolidatedEvent result = event;
      Optional<String> told =
          event.accounts().stream()
              .flatMap(a -> a.partOf().stream())
              .map(anchors::get)
              .filter(whole -> whole != null && !whole.equals(event.anchor()))
              .findFirst();
      if (told.isPresent()) {
        result = event.inside(told.get());
      } else if (event.parties().size() > 1
          && event.date().isPresent()
          && event.kind() != Kind.CALL) {
        for (ConsolidatedEvent gathering :
            gatherings.getOrDefault(event.parties().get(0).agent(), List.of())) {
          if (holds(gathering, event)) {
            result = event.inside(gathering.anchor());
            break;
          }
        }
      }
      linked.add(result);
    }
    return linked;
  }

  private boolean holds(ConsolidatedEvent gathering, ConsolidatedEvent event) {
    Set<String> all = agents(gathering);
    Set<String> some = agents(event);
    return all.size() > some.size()
        && all.containsAll(some)
        && gathering.status() == event.status()
        && Comparison.days(gathering.date().get()) <= Comparison.NARROW
        && !event.date().get().earliest().isBefore(gathering.date().get().earliest())
        && !event.date().get().latest().isAfter(gathering.date().get().latest())
        && containment.share(gathering.places(), event.places());
  }

  private static Set<String> agents(ConsolidatedEvent event) {
    Set<String> agents = new HashSet<>();
    event.parties().forEach(p -> agents.add(p.agent()));
    return agents;
  }
}
