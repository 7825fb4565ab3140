package org.entente.extraction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Arguments;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.extraction.Lexicon.VerbPattern;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Reads visits to places, told by a verb or by a noun. */
final class VisitEvents {
  private final Reading reading;
  private final List<Entity> entities;
  private final ClauseReader clause;
  private final StatusReader status;
  private final CircumstanceReader circumstances;

  VisitEvents(Reading reading) {
    this.reading = reading;
    this.entities = reading.entities;
    this.clause = reading.clause;
    this.status = reading.status;
    this.circumstances = reading.circumstances;
  }

  void ofVerb(int at, VerbGroup v, VerbPattern p, List<Candidate> found) {
    Optional<Status> read = status.ofVerb(at);
    if (read.isEmpty() || v.passive()) {
      return;
    }
    Parties agent = reading.actor(at);
    Candidate c = reading.candidate(p.id(), Kind.VISIT, 0.6);
    c.status = read.get();
    for (NounGroup g : agent.groups()) {
      if (g.party().entities().stream()
          .allMatch(e -> entities.get(e).type() == EntityType.PERSON)) {
        reading.add(c, g.party(), Role.GUEST);
      }
    }
    if (c.parties.isEmpty()) {
      return;
    }
    Set<Integer> goal = new LinkedHashSet<>();
    if (p.through().isEmpty()) {
      circumstances.placesAt(at + 1).forEach(goal::add);
    } else {
      goal.addAll(circumstances.goal(at, p.through()));
    }
    if (goal.isEmpty()) {
      return;
    }
    circumstances.read(c, at, clause.arguments(at).end());
    c.places.clear();
    c.places.addAll(goal);
    found.add(c);
  }

  void ofNoun(Candidate c, int at, Arguments arguments, List<Candidate> found) {
    c.parties.keySet().removeIf(e -> entities.get(e).type() != EntityType.PERSON);
    Set<Integer> goal = new LinkedHashSet<>(circumstances.goal(at, Set.of("to", "in")));
    if (c.parties.isEmpty() || goal.isEmpty()) {
      return;
    }
    circumstances.read(c, at, arguments.end());
    c.confidence = 0.6;
    c.places.clear();
    c.places.addAll(goal);
    found.add(c);
  }
}
