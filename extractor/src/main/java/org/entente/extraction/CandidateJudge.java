package org.entente.extraction;

import java.util.ArrayList;
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
 * read is kept; an event that lacks a partner gets one where the models are sure, and trigger words
 * that no pattern read become events where the models say so.
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
    List<Candidate> standing = new ArrayList<>();
    List<Map<Integer, List<String>>> agents = new ArrayList<>();
    for (Candidate c : proposals.candidates()) {
      if (trigger(c)) {
        standing.add(c);
        agents.add(proposals.partyFeatures(c, lexicon).of(c, proposals.siblings(c)));
      }
    }
    for (int i = 0; i < agents.size(); i++) {
      parties(standing.get(i), agents.get(i));
    }
    standing.removeIf(c -> c.open && !c.anaphoric && lacksPartner(c));
    return standing;
  }

  /** Judges whether a trigger tells of an event; gives one that no pattern read status and kind. */
  private boolean trigger(Candidate c) {
    List<String> features = proposals.eventFeatures(c, lexicon).of(c);
    Judgement status = models.judge(Decision.STATUS, features);
    c.probability = 1 - status.of(NONE);
    if (c.open && c.probability < thresholds.open()) {
      return false;
    }
    for (Status s : Status.values()) {
      c.statuses.put(s, status.of(name(s)) / c.probability);
    }
    if (c.open) {
      c.status = Status.valueOf(status.bestBut(NONE).toUpperCase(Locale.ROOT));
      c.kind = Kind.valueOf(models.judge(Decision.KIND, features).best().toUpperCase(Locale.ROOT));
    }
    return true;
  }

  private static boolean lacksPartner(Candidate c) {
    return c.parties.isEmpty()
        || c.parties.size() == 1 && c.kind != Kind.VISIT && !c.kind.isGathering();
  }

  private void parties(Candidate c, Map<Integer, List<String>> agents) {
    // what points back at an event gets its partner from there
    boolean lacking = c.open || !c.anaphoric && lacksPartner(c);
    agents.forEach(
        (id, features) -> {
          Judgement party = models.judge(Decision.PARTY, features);
          double in = party.of("in");
          c.likely.put(id, in);
          if (c.parties.containsKey(id) || c.absentees.contains(id)) {
            return;
          }
          if (lacking && in >= (c.open ? thresholds.openParty() : thresholds.add())) {
            c.add(id, Role.PARTICIPANT);
          } else if (party.of("absent") >= thresholds.openParty()) {
            c.absentees.add(id);
          }
        });
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
