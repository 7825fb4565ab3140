package org.entente.extraction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.TimeExpression;
import org.entente.extraction.MeetingModels.Decision;
import org.entente.extraction.MeetingModels.Judgement;
import org.entente.report.Kind;

/** Lets the models judge the merged events of a document: place, date and confidence. */
final class EventJudge {
  static final String YES = "yes";
  static final String NO = "no";

  /** How many features are told of a judgement. */
  private static final int SHOWN = 3;

  /** From so many days apart on two dates are of different times. */
  private static final int OTHER_TIME = 31;

  private final Proposals proposals;
  private final MeetingModels models;
  private final Lexicon lexicon;
  private final Thresholds thresholds;

  EventJudge(Proposals proposals, MeetingModels models, Lexicon lexicon, Thresholds thresholds) {
    this.proposals = proposals;
    this.models = models;
    this.lexicon = lexicon;
    this.thresholds = thresholds;
  }

  /** Decides on place and date of each event. */
  void complete(List<Candidate> events) {
    PlaceFeatures places = new PlaceFeatures(proposals, lexicon);
    TimeFeatures times = new TimeFeatures(proposals, lexicon);
    for (Candidate event : events) {
      place(event, places);
      time(event, times);
    }
  }

  /** Adds likely places to those that the patterns read; callers are in two places. */
  private void place(Candidate event, PlaceFeatures features) {
    if (event.kind == Kind.CALL) {
      return;
    }
    Map<Integer, Double> likely = new LinkedHashMap<>();
    features
        .of(event)
        .forEach((id, of) -> likely.put(id, models.judge(Decision.PLACE, of).of(YES)));
    Set<Integer> read = Set.copyOf(event.places);
    double least = event.places.isEmpty() ? thresholds.place() : thresholds.otherPlace();
    likely.entrySet().stream()
        .filter(e -> e.getValue() >= least && fits(e.getKey(), read))
        .filter(e -> isOfItsTime(e.getKey(), event))
        .sorted(
            Comparator.comparing((Map.Entry<Integer, Double> e) -> isState(e.getKey()))
                .thenComparing(Map.Entry.<Integer, Double>comparingByValue().reversed()))
        .forEach(e -> event.places.add(e.getKey()));
  }

  /** Whether a place can be one with those read: no other city, but a venue or what lies around. */
  private boolean fits(int place, Set<Integer> read) {
    Entity entity = proposals.document().entities().get(place);
    return read.isEmpty()
        || entity.link().isEmpty()
        || read.stream()
            .anyMatch(
                r ->
                    entity.within().contains(r)
                        || proposals.document().entities().get(r).within().contains(place));
  }

  /**
   * Whether a place is named in a sentence of the event, or in one that tells of no other time: in
   * a life told year by year, each has its own.
   */
  private boolean isOfItsTime(int place, Candidate event) {
    return event.date.isEmpty()
        || proposals.document().mentions().stream()
            .filter(m -> m.entities().contains(place))
            .mapToInt(m -> m.range().sentence())
            .anyMatch(s -> event.sentences().contains(s) || mayTell(s, event.date.get()));
  }

  private boolean mayTell(int sentence, DateBounds date) {
    List<DateBounds> told =
        proposals.sentences().get(sentence).times().stream()
            .flatMap(t -> t.bounds().stream())
            .toList();
    return told.isEmpty() || told.stream().anyMatch(d -> d.isNear(date, OTHER_TIME));
  }

  private boolean isState(int place) {
    return proposals.document().entities().get(place).type() == EntityType.POLITY;
  }

  /** Dates an event for which the patterns read no date. */
  private void time(Candidate event, TimeFeatures features) {
    if (event.date.isPresent()) {
      return;
    }
    double most = thresholds.time();
    for (Map.Entry<TimeExpression, List<String>> t : features.of(event).entrySet()) {
      double p = models.judge(Decision.TIME, t.getValue()).of(YES);
      if (p >= most && possible(event, t.getKey())) {
        most = p;
        event.date = t.getKey().bounds();
        event.dateText = t.getKey().span().of(proposals.document().document().text());
      }
    }
  }

  /** Whether an event of its status may lie there: one held not ahead, one planned not past. */
  private boolean possible(Candidate event, TimeExpression time) {
    Optional<LocalDate> published = proposals.document().document().published();
    if (published.isEmpty() || time.bounds().isEmpty()) {
      return true;
    }
    return switch (event.status) {
      case HELD -> !time.bounds().get().earliest().isAfter(published.get());
      case PLANNED -> !time.bounds().get().latest().isBefore(published.get());
      default -> true;
    };
  }

  /** Gives each event its confidence: how likely its parties and status are right. */
  void rate(List<Candidate> events) {
    RightFeatures right = new RightFeatures(proposals.document().entities());
    for (Candidate event : events) {
      Judgement judgement = models.judge(Decision.RIGHT, right.of(event, events));
      event.confidence = judgement.of(YES);
      event.judgement =
          judgement.strongest(YES, NO, SHOWN).stream()
              .map(Object::toString)
              .collect(Collectors.joining("; "));
    }
  }
}
