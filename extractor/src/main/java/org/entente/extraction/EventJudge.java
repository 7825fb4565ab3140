package org.entente.extraction;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.annotation.EntityType;
import org.entente.annotation.TimeExpression;
import org.entente.extraction.MeetingModels.Decision;
import org.entente.extraction.MeetingModels.Judgement;

/** Lets the models judge the merged events of a document: place, date and confidence. */
final class EventJudge {
  static final String YES = "yes";
  static final String NO = "no";

  /** How many features are told of a judgement. */
  private static final int SHOWN = 3;

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

  private void place(Candidate event, PlaceFeatures features) {
    Map<Integer, Double> likely = new LinkedHashMap<>();
    features
        .of(event)
        .forEach((id, of) -> likely.put(id, models.judge(Decision.PLACE, of).of(YES)));
    event.places.clear();
    likely.entrySet().stream()
        .filter(e -> e.getValue() >= thresholds.place())
        .sorted(
            Comparator.comparing((Map.Entry<Integer, Double> e) -> isState(e.getKey()))
                .thenComparing(Map.Entry.<Integer, Double>comparingByValue().reversed()))
        .forEach(e -> event.places.add(e.getKey()));
  }

  private boolean isState(int place) {
    return proposals.document().entities().get(place).type() == EntityType.POLITY;
  }

  private void time(Candidate event, TimeFeatures features) {
    Optional<TimeExpression> time = Optional.empty();
    double most = thresholds.time();
    for (Map.Entry<TimeExpression, List<String>> t : features.of(event).entrySet()) {
      double p = models.judge(Decision.TIME, t.getValue()).of(YES);
      if (p >= most) {
        most = p;
        time = Optional.of(t.getKey());
      }
    }
    event.date = time.flatMap(TimeExpression::bounds);
    event.dateText = time.map(t -> t.span().of(proposals.document().document().text())).orElse("");
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
