package org.entente.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.ml.model.Event;
import org.entente.annotation.AnnotatedDocument;
import org.entente.extraction.MeetingModels.Decision;
import org.entente.report.Kind;

/**
 * Makes training events of annotated documents: aligns what the patterns propose with what a person
 * annotated. Immutable and thread-safe.
 */
public final class MeetingExamples {
  private final Lexicon lexicon = Lexicon.load();
  private final Chunker chunker = new Chunker(lexicon);
  private final Thresholds thresholds;

  /**
   * Makes training events.
   *
   * @param thresholds how sure the models of single sentences must be
   */
  public MeetingExamples(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  private static final double LEAST_OVERLAP = 0.5;

  /** From this share of the best fit of its event on, a trigger tells of the event. */
  private static final double NEAR_BEST = 0.8;

  /** Up to this share of the best fit of its event, a trigger tells of no event. */
  private static final double FAR_FROM_BEST = 0.5;

  /** How well a candidate fits an annotated event of its sentence. */
  record Fit(Candidate candidate, Truth truth, double score) {}

  /**
   * Returns the training events of the decisions on single sentences: parties, status and kind.
   *
   * @param document an annotated document
   * @param truths what a person annotated in it
   */
  public Map<Decision, List<Event>> ofSentences(AnnotatedDocument document, List<Truth> truths) {
    Map<Decision, List<Event>> events = new EnumMap<>(Decision.class);
    Proposals proposals = Proposals.of(document, lexicon, chunker, true);
    Map<Candidate, Map<Integer, List<String>>> parties = new HashMap<>();
    List<Fit> fits = new ArrayList<>();
    for (Candidate c : proposals.candidates()) {
      Map<Integer, List<String>> features =
          proposals.partyFeatures(c, lexicon).of(c, proposals.siblings(c));
      parties.put(c, features);
      fits.add(fit(c, truths, features));
    }
    for (Fit fit : fits) {
      Candidate c = fit.candidate();
      double share = fit.truth() == null ? 0 : share(fit, fits);
      boolean right = share >= NEAR_BEST;
      if (!right && share >= FAR_FROM_BEST) {
        continue; // perhaps a second reading of the same event: neither right nor wrong
      }
      List<String> features = proposals.eventFeatures(c, lexicon).of(c);
      add(
          events,
          Decision.STATUS,
          right ? CandidateJudge.name(fit.truth().status()) : CandidateJudge.NONE,
          features);
      if (!right) {
        continue;
      }
      add(events, Decision.KIND, CandidateJudge.name(fit.truth().kind()), features);
      parties.get(c).forEach((id, of) -> add(events, Decision.PARTY, label(fit.truth(), id), of));
    }
    return events;
  }

  /**
   * Returns the training events of the decisions on whole events: place, date and confidence.
   *
   * @param document an annotated document
   * @param truths what a person annotated in it
   * @param models models of the first decisions that were not trained on this document
   */
  public Map<Decision, List<Event>> ofEvents(
      AnnotatedDocument document, List<Truth> truths, MeetingModels models) {
    Map<Decision, List<Event>> found = new EnumMap<>(Decision.class);
    Proposals proposals = Proposals.of(document, lexicon, chunker, true);
    List<Candidate> events =
        proposals.merge(
            new CandidateJudge(proposals, models, lexicon, thresholds).judge(), lexicon);
    PlaceFeatures places = new PlaceFeatures(proposals, lexicon);
    TimeFeatures times = new TimeFeatures(proposals, lexicon);
    RightFeatures right = new RightFeatures(document.entities());
    Map<Candidate, Truth> matches = match(events, truths);
    for (Candidate event : events) {
      Truth truth = matches.get(event);
      boolean good = truth != null && truth.status() == event.status;
      add(found, Decision.RIGHT, good ? EventJudge.YES : EventJudge.NO, right.of(event, events));
      if (truth == null) {
        continue;
      }
      places
          .of(event)
          .forEach(
              (id, features) ->
                  add(
                      found,
                      Decision.PLACE,
                      truth.places().contains(id) ? EventJudge.YES : EventJudge.NO,
                      features));
      times
          .of(event)
          .forEach(
              (time, features) ->
                  add(
                      found,
                      Decision.TIME,
                      time.bounds().equals(truth.date()) ? EventJudge.YES : EventJudge.NO,
                      features));
    }
    return found;
  }

  /** Assigns events to annotated ones, one to one, the best overlap of parties first. */
  private static Map<Candidate, Truth> match(List<Candidate> events, List<Truth> truths) {
    record Match(Candidate event, Truth truth, double score) {}
    List<Match> all = new ArrayList<>();
    for (Candidate event : events) {
      for (Truth truth : truths) {
        Set<Integer> both = new HashSet<>(event.parties.keySet());
        both.retainAll(truth.parties());
        double overlap = 2.0 * both.size() / (event.parties.size() + truth.size());
        if (overlap >= LEAST_OVERLAP) {
          double bonus = event.status == truth.status() ? 0.01 : 0;
          all.add(new Match(event, truth, overlap + bonus + circumstances(event, truth) / 100));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Match::score).reversed());
    Map<Candidate, Truth> matches = new HashMap<>();
    for (Match m : all) {
      if (!matches.containsKey(m.event()) && !matches.containsValue(m.truth())) {
        matches.put(m.event(), m.truth());
      }
    }
    return matches;
  }

  private static void add(
      Map<Decision, List<Event>> events, Decision decision, String outcome, List<String> features) {
    events
        .computeIfAbsent(decision, key -> new ArrayList<>())
        .add(new Event(outcome, features.toArray(String[]::new)));
  }

  static Fit fit(Candidate c, List<Truth> truths, Map<Integer, List<String>> features) {
    Fit best = new Fit(c, null, 0);
    for (Truth truth : truths) {
      if (truth.sentences().isEmpty() || truth.sentences().contains(c.sentence)) {
        double score = score(c, truth, features);
        if (best.truth() == null || score > best.score()) {
          best = new Fit(c, truth, score);
        }
      }
    }
    return best;
  }

  /** How well a candidate fits its event, beside the best of the sentence. */
  static double share(Fit fit, List<Fit> all) {
    double best =
        all.stream()
            .filter(f -> f.truth() == fit.truth())
            .filter(f -> f.candidate().sentence == fit.candidate().sentence)
            .mapToDouble(Fit::score)
            .max()
            .orElse(0);
    return best == 0 ? 0 : fit.score() / best;
  }

  private static String label(Truth truth, int id) {
    return truth.parties().contains(id) ? "in" : truth.absentees().contains(id) ? "absent" : "out";
  }

  /** Fits by what the patterns say, and by who stands in the clause of the trigger. */
  private static double score(Candidate c, Truth truth, Map<Integer, List<String>> features) {
    Set<Integer> here = new HashSet<>(features.keySet());
    here.retainAll(truth.parties());
    Set<Integer> direct = new HashSet<>();
    double near = 0;
    for (Map.Entry<Integer, List<String>> agent : features.entrySet()) {
      if (agent.getValue().stream().noneMatch(f -> f.equals("rel=none"))) {
        direct.add(agent.getKey());
      }
      if (here.contains(agent.getKey())
          && agent.getValue().stream().anyMatch(f -> f.matches("dist=[-+][0-4]"))) {
        near += 1.0 / here.size();
      }
    }
    double overlap = Math.max(overlap(c.parties.keySet(), here), overlap(direct, here));
    double score = 3 * overlap + near;
    score += here.isEmpty() ? 0 : 0.5;
    score += c.status == truth.status() ? 0.5 : 0;
    score += c.open ? 0 : 0.4;
    score += c.kind == truth.kind() ? 0.4 : 0;
    score += circumstances(c, truth);
    boolean visit = (c.kind == Kind.VISIT) != (truth.kind() == Kind.VISIT);
    return visit ? score / 2 : score;
  }

  /** Whether what the patterns say of day and place speaks for the annotated event or against. */
  private static double circumstances(Candidate c, Truth truth) {
    double score = 0;
    if (c.date.isPresent() && truth.date().isPresent()) {
      score +=
          c.date.equals(truth.date())
              ? 0.8
              : c.date.get().overlaps(truth.date().get()) ? 0.1 : -0.4;
    }
    if (!c.places.isEmpty() && !truth.places().isEmpty()) {
      score += c.places.stream().anyMatch(truth.places()::contains) ? 0.5 : -0.2;
    }
    return score;
  }

  private static double overlap(Set<Integer> one, Set<Integer> other) {
    Set<Integer> both = new HashSet<>(one);
    both.retainAll(other);
    return both.isEmpty() ? 0 : 2.0 * both.size() / (one.size() + other.size());
  }
}
