package org.entente.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.extraction.MeetingModels.Decision;
import org.entente.extraction.MeetingModels.Judgement;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Lets the models judge the accounts of single sentences before they are merged. What the patterns
 * read is kept and only changed where the models are sure; trigger words that no pattern read
 * become events where the models say so.
 */
final class CandidateJudge {
  static final String NONE = "none";
  private final Proposals proposals;
  private final MeetingModels models;
  private final Lexicon lexicon;
  private final Thresholds thresholds;

  CandidateJudge(
      Proposals proposals, MeetingModels models, Lexicon lexicon, Thresholds thresholds) {
    this.proposals = proposals;
    this.models = models;
    this.lexicon = lexicon;
    this.thresholds = thresholds;
  }

  /** Judges the candidates in place and returns those that stand, in their order. */
  List<Candidate> judge() {
    List<Map<Integer, List<String>>> parties = new ArrayList<>();
    List<List<String>> events = new ArrayList<>();
    for (Candidate c : proposals.candidates()) {
      parties.add(proposals.partyFeatures(c, lexicon).of(c, proposals.siblings(c)));
      events.add(proposals.eventFeatures(c, lexicon).of(c));
    }
    List<Candidate> accepted = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Candidate c = proposals.candidates().get(i);
      Judgement status = models.judge(Decision.STATUS, events.get(i));
      c.probability = 1 - status.of(NONE);
      if (c.open && c.probability < thresholds.open()) {
        continue;
      }
      status(c, status);
      if (c.open) {
        c.kind =
            Kind.valueOf(
                models.judge(Decision.KIND, events.get(i)).best().toUpperCase(Locale.ROOT));
      }
      parties(c, parties.get(i));
      if (!c.open || c.anaphoric || !tooFew(c)) {
        accepted.add(c);
      }
    }
    return accepted;
  }

  private void status(Candidate c, Judgement judgement) {
    for (Status s : Status.values()) {
      c.statuses.put(s, judgement.of(name(s)) / c.probability);
    }
    Status best = Status.valueOf(judgement.bestBut(NONE).toUpperCase(Locale.ROOT));
    if (c.open || c.statuses.get(best) >= thresholds.status()) {
      c.status = best;
    }
  }

  /** Whether an event lacks a partner. */
  private static boolean tooFew(Candidate c) {
    return c.parties.isEmpty()
        || c.parties.size() == 1 && c.kind != Kind.VISIT && !c.kind.isGathering();
  }

  private void parties(Candidate c, Map<Integer, List<String>> agents) {
    Map<Integer, Role> roles = new HashMap<>(c.parties);
    boolean lacking = c.open || tooFew(c);
    agents.forEach(
        (id, features) -> {
          Judgement party = models.judge(Decision.PARTY, features);
          double in = party.of("in");
          c.likely.put(id, in);
          if (roles.containsKey(id) && in < thresholds.remove()) {
            c.parties.remove(id);
          } else if (!roles.containsKey(id)
              && lacking
              && !c.absentees.contains(id)
              && in >= (c.open ? thresholds.openParty() : thresholds.add())) {
            c.add(id, Role.PARTICIPANT);
          } else if (!roles.containsKey(id) && party.of("absent") >= thresholds.openParty()) {
            c.absentees.add(id);
          }
        });
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
