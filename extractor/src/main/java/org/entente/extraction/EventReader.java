package org.entente.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.TimeExpression;
import org.entente.extraction.MeetingModels.Decision;
import org.entente.extraction.MeetingModels.Judgement;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Lets the models judge what the patterns propose for one document, step by step: parties, status
 * and kind of each trigger; which triggers tell of one event; the event's place, date and
 * confidence.
 */
final class EventReader {
  static final String NONE = "none";
  static final String YES = "yes";
  private static final double LEAST_PARTY = Double.parseDouble(System.getProperty("party", "0.5"));
  private static final double LEAST_EVENT = Double.parseDouble(System.getProperty("event", "0.5"));
  private static final double LEAST_SAME = Double.parseDouble(System.getProperty("same", "0.5"));
  private static final double LEAST_RIGHT = Double.parseDouble(System.getProperty("right", "0.3"));
  private static final double LEAST_PLACE = Double.parseDouble(System.getProperty("place", "0.5"));
  private static final double LEAST_TIME = Double.parseDouble(System.getProperty("time", "0.5"));

  private final Proposals proposals;
  private final MeetingModels models;
  private final Lexicon lexicon;
  private final List<Entity> entities;

  EventReader(Proposals proposals, MeetingModels models, Lexicon lexicon) {
    this.proposals = proposals;
    this.models = models;
    this.lexicon = lexicon;
    this.entities = proposals.document().entities();
  }

  /** Returns the events of the document, whole, in the order of their first triggers. */
  List<DocumentEvent> read() {
    List<DocumentEvent> events = unjudged();
    RightFeatures right = new RightFeatures(entities);
    for (DocumentEvent event : events) {
      event.confidence = models.judge(Decision.RIGHT, right.of(event, events)).of(YES);
    }
    events.removeIf(e -> e.confidence < LEAST_RIGHT);
    return events;
  }

  /** Returns the events of the document without their confidence. */
  List<DocumentEvent> unjudged() {
    List<DocumentEvent> events = gather(judge());
    events.removeIf(e -> !enough(e));
    complete(events);
    return events;
  }

  /** Decides on the parties, status and kind of each trigger; leaves out what is no event. */
  List<Candidate> judge() {
    List<Map<Integer, List<String>>> parties = new ArrayList<>();
    List<List<String>> events = new ArrayList<>();
    for (Candidate c : proposals.candidates()) {
      parties.add(proposals.partyFeatures(c, lexicon).of(c, proposals.siblings(c)));
      events.add(proposals.eventFeatures(c, lexicon).of(c));
    }
    List<Candidate> accepted = new ArrayList<>();
    for (int i = 0; i < parties.size(); i++) {
      Candidate c = proposals.candidates().get(i);
      Judgement status = models.judge(Decision.STATUS, events.get(i));
      c.confidence = 1 - status.of(NONE);
      if (c.confidence < LEAST_EVENT) {
        continue;
      }
      for (Status s : Status.values()) {
        c.statuses.put(s, status.of(name(s)) / c.confidence);
      }
      c.status = Status.valueOf(status.bestBut(NONE).toUpperCase(Locale.ROOT));
      Judgement kind = models.judge(Decision.KIND, events.get(i));
      for (Kind k : Kind.values()) {
        c.kinds.put(k, kind.of(name(k)));
      }
      c.kind = Kind.valueOf(kind.best().toUpperCase(Locale.ROOT));
      Map<Integer, Role> roles = new HashMap<>(c.parties);
      c.parties.clear();
      c.absentees.clear();
      parties
          .get(i)
          .forEach(
              (id, features) -> {
                Judgement party = models.judge(Decision.PARTY, features);
                c.likely.put(id, party.of("in"));
                if (party.of("in") >= LEAST_PARTY) {
                  c.add(id, roles.getOrDefault(id, Role.PARTICIPANT));
                } else if (party.of("absent") >= LEAST_PARTY) {
                  c.absentees.add(id);
                }
              });
      accepted.add(c);
    }
    return accepted;
  }

  /** Brings the triggers that tell of one event together. */
  List<DocumentEvent> gather(List<Candidate> candidates) {
    SameFeatures same = new SameFeatures(proposals);
    List<DocumentEvent> events = new ArrayList<>();
    for (Candidate c : candidates) {
      DocumentEvent best = null;
      double most = LEAST_SAME;
      for (int i = 0; i < events.size(); i++) {
        double p =
            models.judge(Decision.SAME, same.of(events.get(i), c, events.size() - 1 - i)).of(YES);
        if (p >= most) {
          most = p;
          best = events.get(i);
        }
      }
      if (best != null) {
        best.add(c);
      } else {
        events.add(new DocumentEvent(entities, c));
      }
    }
    return events;
  }

  /** Whether an event has the parties, or the party and place, that make it one. */
  boolean enough(DocumentEvent event) {
    if (event.parties.size() >= 2) {
      return true;
    }
    if (event.parties.isEmpty()) {
      return false;
    }
    Kind kind = event.kind();
    if (kind == Kind.VISIT || kind == Kind.SUMMIT || kind == Kind.CONFERENCE) {
      return true;
    }
    boolean body =
        event.parties.keySet().stream()
            .noneMatch(e -> entities.get(e).type() == EntityType.PERSON);
    double sure = event.members.stream().mapToDouble(c -> c.confidence).max().orElse(0);
    return body ? sure > 0.6 : sure > 0.8;
  }

  /** Decides on place and date. */
  private void complete(List<DocumentEvent> events) {
    PlaceFeatures places = new PlaceFeatures(proposals, lexicon);
    TimeFeatures times = new TimeFeatures(proposals, lexicon);
    for (DocumentEvent event : events) {
      Map<Integer, Double> likely = new LinkedHashMap<>();
      places
          .of(event)
          .forEach(
              (id, features) -> likely.put(id, models.judge(Decision.PLACE, features).of(YES)));
      likely.entrySet().stream()
          .filter(e -> e.getValue() >= LEAST_PLACE)
          .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
          .forEach(e -> event.places.add(e.getKey()));
      Optional<TimeExpression> time = Optional.empty();
      double most = LEAST_TIME;
      for (Map.Entry<TimeExpression, List<String>> t : times.of(event).entrySet()) {
        double p = models.judge(Decision.TIME, t.getValue()).of(YES);
        if (p > most) {
          most = p;
          time = Optional.of(t.getKey());
        }
      }
      event.date = time.flatMap(TimeExpression::bounds);
      event.dateText =
          time.map(t -> t.span().of(proposals.document().document().text())).orElse("");
    }
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
