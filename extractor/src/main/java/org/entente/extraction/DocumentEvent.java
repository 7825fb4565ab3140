package org.entente.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.document.Span;
import org.entente.report.Kind;
import org.entente.report.ReportedDuration;
import org.entente.report.Role;
import org.entente.report.Status;

/** An event of one document with everything that its sentences say of it. Mutable while it grows. */
final class DocumentEvent {
  final List<Candidate> members = new ArrayList<>();
  final Map<Integer, Role> parties = new LinkedHashMap<>();
  final Set<Integer> absentees = new LinkedHashSet<>();
  final Set<Integer> places = new LinkedHashSet<>();
  final Set<Integer> sentences = new TreeSet<>();
  Optional<DateBounds> date = Optional.empty();
  String dateText = "";
  Optional<ReportedDuration> duration = Optional.empty();
  final Set<String> topics = new LinkedHashSet<>();
  double confidence;

  private final List<Entity> entities;

  DocumentEvent(List<Entity> entities, Candidate first) {
    this.entities = entities;
    add(first);
  }

  /** Adds what one more trigger says. */
  void add(Candidate c) {
    parties.keySet().removeIf(id -> representative(id, c.parties.keySet()).isPresent());
    c.parties.forEach(
        (id, role) -> {
          if (representative(id, parties.keySet()).isEmpty()) {
            parties.merge(id, role, (old, now) -> old == Role.PARTICIPANT ? now : old);
          }
        });
    members.add(c);
    sentences.add(c.sentence);
    absentees.addAll(c.absentees);
    absentees.removeAll(parties.keySet());
    if (duration.isEmpty()) {
      duration = c.duration;
    }
    topics.addAll(c.topics);
  }

  /** The kind that its triggers together make likeliest. */
  Kind kind() {
    Map<Kind, Double> sum = new EnumMap<>(Kind.class);
    for (Candidate c : members) {
      c.kinds.forEach((kind, p) -> sum.merge(kind, p * weight(c), Double::sum));
    }
    return best(sum).orElse(members.get(0).kind);
  }

  /** The status that its triggers together make likeliest. */
  Status status() {
    Map<Status, Double> sum = new EnumMap<>(Status.class);
    for (Candidate c : members) {
      c.statuses.forEach((status, p) -> sum.merge(status, p * weight(c), Double::sum));
    }
    return best(sum).orElse(members.get(0).status);
  }

  /** The pattern or model that read it first. */
  String rule() {
    return members.stream()
        .filter(c -> !c.open)
        .map(c -> c.rule)
        .findFirst()
        .orElse(members.get(0).rule);
  }

  /** What only points back at the event says less of it than what tells of it. */
  private static double weight(Candidate c) {
    return (c.anaphoric || c.background ? 0.5 : 1) * c.confidence;
  }

  private static <T> Optional<T> best(Map<T, Double> sum) {
    return sum.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** The sentences that say so, in order. */
  List<Span> evidence(List<Span> spans) {
    return sentences.stream().map(spans::get).toList();
  }

  /**
   * The one person among the others who stands for a state; empty when the entity is no state or is
   * itself among the others.
   */
  Optional<Integer> representative(int id, Set<Integer> others) {
    Entity entity = entities.get(id);
    if (entity.type() != EntityType.POLITY || others.contains(id)) {
      return Optional.empty();
    }
    return others.stream()
        .filter(p -> entities.get(p).type() == EntityType.PERSON)
        .filter(p -> standsFor(entities.get(p), entity))
        .findFirst();
  }

  private static boolean standsFor(Entity person, Entity polity) {
    return !person.represents().isEmpty()
        && (person.represents().equals(polity.name())
            || polity.otherNames().contains(person.represents()));
  }

  /** The parties of some, where a state gives way to the person among the others for it. */
  Set<Integer> represented(Set<Integer> some, Set<Integer> others) {
    Set<Integer> out = new LinkedHashSet<>();
    for (int id : some) {
      out.add(representative(id, others).orElse(id));
    }
    return out;
  }
}
