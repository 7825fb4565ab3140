package org.entente.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.document.Span;
import org.entente.report.Kind;
import org.entente.report.ReportedDuration;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * What one sentence says of one event, before the accounts of a document are merged. Mutable while
 * it is read.
 */
final class Candidate {
  final String rule;
  Kind kind;
  Status status = Status.HELD;
  final int sentence;

  /** Number of the chunk that triggers it. */
  final int trigger;

  final Map<Integer, Role> parties = new LinkedHashMap<>();
  final Set<Integer> absentees = new LinkedHashSet<>();
  final Set<Integer> places = new LinkedHashSet<>();
  Optional<DateBounds> date = Optional.empty();
  String dateText = "";
  Optional<ReportedDuration> duration = Optional.empty();
  final Set<String> topics = new LinkedHashSet<>();
  final List<Span> evidence = new ArrayList<>();
  double confidence;

  /** How likely each status is, where the models judged it. */
  final Map<Status, Double> statuses = new EnumMap<>(Status.class);

  /** How likely each kind is, where the models judged it. */
  final Map<Kind, Double> kinds = new EnumMap<>(Kind.class);

  /** How likely each agent of the sentence is a party, where the models judged it. */
  final Map<Integer, Double> likely = new LinkedHashMap<>();

  /** Whether no pattern read it: a trigger word alone, which the models judge. */
  boolean open;

  /** Whether the words point back at an event already told ("the talks", "their meeting"). */
  boolean anaphoric;

  /** Whether it only stands as the background of another statement ("ahead of the summit"). */
  boolean background;

  /** Whether it tells an earlier event of the same parties as the one told before it. */
  boolean recurrence;

  Candidate(String rule, Kind kind, int sentence, int trigger, Span evidence, double confidence) {
    this.rule = rule;
    this.kind = kind;
    this.sentence = sentence;
    this.trigger = trigger;
    this.evidence.add(evidence);
    this.confidence = confidence;
  }

  /** Adds an agent; a more telling role replaces a plain one. */
  void add(int entity, Role role) {
    parties.merge(entity, role, (old, now) -> old == Role.PARTICIPANT ? now : old);
  }
}
