package org.entente.extraction;

import java.util.ArrayList;
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

  /** First token of the words that tell the event, in its sentence. */
  int trigger;

  final Map<Integer, Role> parties = new LinkedHashMap<>();
  final Set<Integer> absentees = new LinkedHashSet<>();
  final Set<Integer> places = new LinkedHashSet<>();
  Optional<DateBounds> date = Optional.empty();
  String dateText = "";
  Optional<ReportedDuration> duration = Optional.empty();
  final Set<String> topics = new LinkedHashSet<>();
  final List<Span> evidence = new ArrayList<>();
  double confidence;

  /** Whether the words point back at an event already told ("the talks", "their meeting"). */
  boolean anaphoric;

  /** Whether it only stands as the background of another statement ("ahead of the summit"). */
  boolean background;

  /** Whether it tells an earlier event of the same parties as the one told before it. */
  boolean recurrence;

  Candidate(String rule, Kind kind, int sentence, Span evidence, double confidence) {
    this.rule = rule;
    this.kind = kind;
    this.sentence = sentence;
    this.evidence.add(evidence);
    this.confidence = confidence;
  }

  /** Adds an agent; a more telling role replaces a plain one. */
  void add(int entity, Role role) {
    parties.merge(entity, role, (old, now) -> old == Role.PARTICIPANT ? now : old);
  }
}
