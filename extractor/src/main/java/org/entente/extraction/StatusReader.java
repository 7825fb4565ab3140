package org.entente.extraction;

import java.util.Optional;
import java.util.Set;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.Lexicon.Cue;
import org.entente.report.Status;

/** Tells from the words around a verb or noun whether the event takes place. */
final class StatusReader {
  /** The most chunks of an aside between a modal and its verb. */
  private static final int ASIDE = 6;

  /** What adds one deed to another, which are both done or both still to do. */
  private static final Set<String> ADDING =
      Set.of("besides", "apart from", "aside from", "in addition to", "as well as", "along with");

  /** Words that begin a question. */
  private static final Set<String> ASKING =
      Set.of("did", "does", "do", "has", "have", "had", "will", "would", "can", "could", "should");

  private static final Set<String> AFFIRMING = Set.of("confirm", "verify");

  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final Lexicon lexicon;

  StatusReader(ChunkedSentence sentence, ClauseReader clause, Lexicon lexicon) {
    this.sentence = sentence;
    this.clause = clause;
    this.lexicon = lexicon;
  }

  /**
   * The status of what a verb tells.
   *
   * @param at number of the verb's chunk
   * @return empty when the text says that it has not happened so far, which is no event
   */
  Optional<Status> ofVerb(int at) {
    return ofVerb(at, 0);
  }

  private Optional<Status> ofVerb(int at, int depth) {
    if (!(clause.chunk(at) instanceof VerbGroup v) || depth > 4) {
      return Optional.of(Status.HELD);
    }
    if (v.form() == VerbForm.INFINITIVE) {
      return infinitive(at, v, depth);
    }
    if (v.form() == VerbForm.GERUND) {
      return gerund(at, v, depth);
    }
    if (isAsked(at)) {
      return lexicon.is("future", sentence.token(0).lower())
          ? Optional.of(Status.PROPOSED)
          : Optional.empty();
    }
    if (v.negated() && v.past() && v.modal().isEmpty() && waits(at)) {
      return Optional.of(Status.HELD);
    }
    if (v.negated() || neither(at)) {
      boolean never = v.past() && v.modal().isEmpty() && isFollowedBy(at, "again");
      boolean perfect = sentence.words(v.begin(), v.end()).matches(".*\\b(have|has|had|'ve)\\b.*");
      return perfect || never
          ? Optional.empty()
          : Optional.of(asPlanned(v) ? Status.CANCELLED : Status.DENIED);
    }
    if (isJoined(at) && clause.chunk(verbBefore(at)) instanceof VerbGroup i && shares(v, i)) {
      return ofVerb(verbBefore(at), depth + 1);
    }
    String modal = v.modal().isEmpty() ? parted(at, v) : v.modal();
    if (lexicon.is("future", modal)) {
      return Optional.of(conditional(at) ? Status.PROPOSED : Status.PLANNED);
    }
    if (lexicon.is("possible", modal) || conditional(at)) {
      return Optional.of(Status.PROPOSED);
    }
    if (demanded(at, v)) {
      return Optional.of(Status.PROPOSED);
    }
    if (anticipated(at, v)) {
      return Optional.of(Status.PLANNED);
    }
    if (isRumour(at)) {
      return Optional.empty();
    }
    return Optional.of(denied(at) ? Status.DENIED : Status.HELD);
  }

  /** "Did X meet Y?", "Will X meet Y?": the verb of a question that asks whether it is so. */
  private boolean isAsked(int at) {
    int last = sentence.sentence().tokens().size() - 1;
    if (!sentence.token(last).form().equals("?") || !(clause.chunk(0) instanceof VerbGroup first)) {
      return false;
    }
    boolean auxiliary = ASKING.contains(sentence.token(first.begin()).lower());
    for (int i = 1; i < at; i++) {
      if (clause.chunk(i) instanceof VerbGroup
          || clause.chunk(i) instanceof Mark m && m.type() == MarkType.COMMA) {
        return false;
      }
    }
    return auxiliary;
  }

  /** "did not meet again until 1981", "did not meet until May": they met then. */
  private boolean waits(int at) {
    for (int i = at + 1; clause.chunk(i) != null && !(clause.chunk(i) instanceof VerbGroup); i++) {
      if (clause.chunk(i) instanceof Mark m) {
        if (m.word().equals("until") || m.word().equals("till")) {
          return sentence.times().stream()
              .anyMatch(t -> t.bounds().isPresent() && t.range().begin() == m.end());
        }
        if (m.type() == MarkType.BREAK || m.type() == MarkType.COMMA) {
          return false;
        }
      }
    }
    return false;
  }

  private boolean isFollowedBy(int at, String word) {
    return clause.chunk(at + 1) instanceof Mark m && m.word().equals(word);
  }

  /**
   * "declined to comment on reports that X met Y": what is told by others, and by the text neither
   * affirmed nor denied.
   */
  boolean isRumour(int at) {
    boolean rumour = false;
    for (int i = at - 1; i >= 0; i--) {
      if (clause.chunk(i) instanceof NounGroup g) {
        rumour |= lexicon.isHead("rumour", sentence, g) && opensWithThat(i + 1);
      } else if (rumour && clause.chunk(i) instanceof VerbGroup v) {
        boolean affirmed =
            v.form() == VerbForm.FINITE && !v.negated() && AFFIRMING.contains(v.lemma());
        return lexicon.is("commenting", v.lemma()) && !affirmed;
      } else if (clause.chunk(i) instanceof Mark m && m.type() == MarkType.BREAK) {
        return false;
      }
    }
    return false;
  }

  private boolean opensWithThat(int i) {
    return clause.chunk(i) instanceof Mark m && m.word().equals("that");
  }

  /** "will not meet this week, as scheduled": what does not take place was planned. */
  private boolean asPlanned(VerbGroup v) {
    int last = sentence.sentence().tokens().size() - 1;
    boolean attends = lexicon.is("participating", v.lemma()) && !v.lemma().equals("take");
    for (int i = v.end(); i < last && !attends; i++) {
      String word = sentence.token(i).lower();
      int next = sentence.token(i + 1).tag().equals("ADV") && i + 1 < last ? i + 2 : i + 1;
      if (word.equals("as") && lexicon.is("occurring", sentence.token(next).lower())) {
        return true;
      }
      if (word.equals("but") || word.equals(";")) {
        return false;
      }
    }
    return false;
  }

  /** Whether a verb of proposing governs the clause: "suggested that the talks take place". */
  private boolean demanded(int at, VerbGroup v) {
    boolean that = false;
    if (v.past() || !sentence.token(v.head()).lower().equals(v.lemma())) {
      return false;
    }
    for (int i = at - 1; i >= 0; i--) {
      if (clause.chunk(i) instanceof VerbGroup before) {
        return that
            && lexicon
                .control(before.lemma())
                .flatMap(Cue::status)
                .filter(s -> s == Status.PROPOSED)
                .isPresent();
      }
      if (clause.chunk(i) instanceof Mark m) {
        that |= m.type() == MarkType.SUBORDINATOR && m.word().equals("that");
        if (m.type() == MarkType.BREAK) {
          return false;
        }
      }
    }
    return false;
  }

  /**
   * "when she visits Oslo", "meets next with": in such a clause the present tense tells what is to
   * come.
   */
  private boolean anticipated(int at, VerbGroup v) {
    if (v.past()) {
      return false;
    }
    if (clause.chunk(at + 1) instanceof NounGroup g
        && sentence.words(g.begin(), g.end()).equals("next")) {
      return true;
    }
    for (int i = at - 1; i >= 0; i--) {
      Chunk c = clause.chunk(i);
      if (c instanceof VerbGroup) {
        return false;
      }
      if (c instanceof Mark m) {
        if (lexicon.is("anticipating", m.word())) {
          return true;
        }
        if (m.type() != MarkType.ADVERB
            && m.type() != MarkType.TIME
            && m.type() != MarkType.CONJUNCTION
            && m.type() != MarkType.PREPOSITION) {
          return false;
        }
      }
    }
    return false;
  }

  /** "Neither X nor Y was there" */
  private boolean neither(int at) {
    ClauseReader.Parties subject = clause.subject(at);
    if (subject.isEmpty()) {
      return false;
    }
    int first = subject.groups().get(0).begin();
    return sentence.token(first).lower().equals("neither")
        || first > 0 && sentence.token(first - 1).lower().equals("neither");
  }

  /**
   * The modal of a verb that an aside parts from it ("will, of course, call"), or that it shares
   * with the verb to which it is joined ("will lay a wreath at the tomb today and later hold
   * talks").
   */
  private String parted(int at, VerbGroup v) {
    if (!sentence.token(v.head()).lower().equals(v.lemma())) {
      return "";
    }
    int reach = isJoined(at) || isInList(at) ? at : ASIDE;
    for (int i = at - 1; i >= 0 && i >= at - reach; i--) {
      if (clause.chunk(i) instanceof VerbGroup before) {
        int opens = before.modal().isEmpty() && isJoined(at) ? ofNoun(i) : -1;
        if (opens < 0) {
          return before.modal().isEmpty() && isJoined(at) && (isJoined(i) || isListed(i))
              ? parted(i, before) // "will phone X, visit Oslo and meet Y"
              : before.modal();
        }
        i = opens; // "will call those whom I trust and meet X"
      } else if (clause.chunk(i) instanceof Mark m
          && (m.type() == MarkType.BREAK || m.type() == MarkType.SUBORDINATOR)) {
        return "";
      }
    }
    return "";
  }

  /**
   * Where the relative clause of a verb begins, behind the noun to which it belongs; -1 if none.
   */
  private int ofNoun(int verb) {
    for (int i = verb - 1; i > 0; i--) {
      if (clause.chunk(i) instanceof Mark m) {
        boolean opens =
            m.type() == MarkType.RELATIVE
                || m.type() == MarkType.SUBORDINATOR && m.word().equals("that");
        if (opens) {
          return clause.chunk(i - 1) instanceof NounGroup ? i : -1;
        }
        if (m.type() == MarkType.BREAK || m.type() == MarkType.COMMA) {
          return -1;
        }
      }
    }
    return -1;
  }

  /** "plans to open a bridge and meet X": whether a verb goes with the infinitive before it. */
  private boolean shares(VerbGroup v, VerbGroup infinitive) {
    return infinitive.form() == VerbForm.INFINITIVE && isBare(v);
  }

  /** Whether a verb is its base form alone. */
  private boolean isBare(VerbGroup v) {
    return v.begin() == v.head() && sentence.token(v.head()).lower().equals(v.lemma());
  }

  private int verbBefore(int at) {
    int i = at - 1;
    while (i >= 0 && !(clause.chunk(i) instanceof VerbGroup)) {
      i--;
    }
    return i;
  }

  /** Whether a verb without a subject of its own follows a conjunction. */
  private boolean isJoined(int at) {
    int i = at - 1;
    while (clause.chunk(i) instanceof Mark m
        && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME)) {
      i--;
    }
    if (clause.chunk(i) instanceof Mark m && m.type() == MarkType.COMMA) {
      i = asideBefore(i); // "and, of course, call"
    }
    return clause.chunk(i) instanceof Mark m && m.type() == MarkType.CONJUNCTION;
  }

  /** "will go to Oslo, call on X and sign a treaty": one of the middle of a list of deeds. */
  private boolean isInList(int at) {
    int next = at + 1;
    while (next < sentence.chunks().size() && !(clause.chunk(next) instanceof VerbGroup)) {
      next++;
    }
    return isListed(at) && clause.chunk(next) instanceof VerbGroup v && isJoined(next) && isBare(v);
  }

  private boolean isListed(int at) {
    return clause.chunk(at - 1) instanceof Mark m && m.type() == MarkType.COMMA;
  }

  /**
   * What stands before an aside without a verb that ends with a comma; the comma's own place if
   * none.
   */
  private int asideBefore(int comma) {
    for (int i = comma - 1; i > comma - ASIDE && i > 0; i--) {
      if (clause.chunk(i) instanceof VerbGroup) {
        return comma;
      }
      if (clause.chunk(i) instanceof Mark m && m.type() == MarkType.COMMA) {
        return i - 1;
      }
    }
    return comma;
  }

  private Optional<Status> infinitive(int at, VerbGroup v, int depth) {
    int controller = clause.controller(at);
    if (v.negated()) {
      return Optional.of(Status.DENIED);
    }
    for (int i = at - 1; i > controller && i >= 0; i--) {
      if (clause.chunk(i) instanceof NounGroup g && !(isEvent(g) && inPhrase(i))) {
        Optional<Cue> cue = lexicon.control(sentence.token(g.head()).lower());
        if (cue.isEmpty()) {
          cue = lexicon.control(Lexicon.singular(sentence.token(g.head()).lemma()));
        }
        if (cue.filter(c -> c.status().isEmpty()).isPresent()
            || cue.isEmpty() && clause.ranked(i)) {
          return ofVerb(controller, depth + 1); // "became the first president to visit"
        }
        if (cue.isPresent()) {
          if (clause.chunk(controller) instanceof VerbGroup c
              && cameToNothing(c, sentence.token(g.head()).lower())) {
            return Optional.of(Status.CANCELLED);
          }
          Optional<Status> judged = judged(controller);
          if (judged.isPresent()) {
            return judged; // "scrapped plans to visit"
          }
          if (clause.chunk(controller) instanceof VerbGroup c
              && !c.negated()
              && lexicon.is("accepting", c.lemma())) {
            return Optional.of(Status.PLANNED); // "accepted an invitation to visit"
          }
          boolean no = sentence.token(g.begin()).lower().equals("no");
          boolean negated = no || clause.chunk(controller) instanceof VerbGroup c && c.negated();
          return Optional.of(negated ? Status.DENIED : cue.get().status().orElse(Status.PLANNED));
        }
      }
    }
    boolean perfect = sentence.words(v.begin(), v.end()).startsWith("to have ");
    if (perfect
        && clause.chunk(controller) instanceof VerbGroup c
        && (lexicon.is("reporting", c.lemma()) || lexicon.is("believing", c.lemma()))) {
      return Optional.of(c.negated() ? Status.DENIED : Status.HELD); // "is reported to have met"
    }
    if (!(clause.chunk(controller) instanceof VerbGroup c)) {
      return Optional.of(Status.PLANNED);
    }
    if (c.lemma().equals("be") && c.form() == VerbForm.FINITE) {
      if (!c.negated() && sentence.words(c.begin(), c.end()).equals("had been")) {
        return Optional.of(perfect ? Status.CANCELLED : Status.HELD); // "had been in Oslo to see"
      }
      return Optional.of(
          c.negated() ? Status.DENIED : perfect && c.past() ? Status.CANCELLED : Status.PLANNED);
    }
    if (sentence.token(c.head()).lower().equals("going")) {
      return Optional.of(c.negated() ? Status.DENIED : Status.PLANNED);
    }
    Optional<Cue> cue =
        (c.passive() ? lexicon.control(sentence.token(c.head()).lower()) : Optional.<Cue>empty())
            .or(() -> lexicon.control(c.lemma())); // "is prepared to", "prepares to"
    if (c.negated()) {
      return Optional.of(Status.DENIED);
    }
    if (lexicon.is("causing", c.lemma()) && clause.chunk(controller + 1) instanceof NounGroup) {
      return ofVerb(controller, depth + 1); // "prompted her to call off"
    }
    boolean aimed =
        cue.isPresent()
            && cue.get().status().isEmpty()
            && (lexicon.is("motion", c.lemma())
                || clause.chunk(controller + 1) instanceof NounGroup); // "began a tour to meet"
    if (cue.isEmpty() || aimed) {
      return Optional.of(ofPurpose(controller, c, depth));
    }
    if (cameToNothing(c, c.lemma())) {
      return Optional.of(Status.CANCELLED);
    }
    return cue.get().status().isEmpty() ? ofVerb(controller, depth + 1) : cue.get().status();
  }

  /** "agreed in a phone call to meet": whether a noun names no call to do something. */
  private boolean isEvent(NounGroup g) {
    return lexicon.isEventNoun(sentence, g);
  }

  private boolean inPhrase(int noun) {
    return clause.chunk(noun - 1) instanceof Mark m && lexicon.is("eventphrase", m.word());
  }

  /** What a verb of cancelling or refusing says of that to which its object leads. */
  private Optional<Status> judged(int at) {
    String particle = clause.chunk(at + 1) instanceof Mark m ? m.word() : ""; // "turned down"
    return clause.chunk(at) instanceof VerbGroup v && !v.negated()
        ? lexicon
            .governor(v.lemma(), particle)
            .flatMap(Cue::status)
            .filter(s -> s == Status.CANCELLED || s == Status.DENIED)
        : Optional.empty();
  }

  /** "had planned to meet", "had been due to meet" */
  private boolean cameToNothing(VerbGroup v, String word) {
    return sentence.token(v.begin()).lower().equals("had") && lexicon.is("unfulfilled", word);
  }

  /**
   * The status of that for which somebody goes somewhere: a journey that was made reached its
   * purpose ("flew to Rome to see"), a departure did not yet ("left for talks").
   *
   * @param at number of the chunk of the verb that the purpose belongs to
   */
  Status ofPurpose(int at) {
    return clause.chunk(at) instanceof VerbGroup v ? ofPurpose(at, v, 0) : Status.PLANNED;
  }

  private Status ofPurpose(int at, VerbGroup v, int depth) {
    Optional<Status> read = ofVerb(at, depth + 1);
    boolean goes = lexicon.is("motion", v.lemma());
    if (goes && read.filter(s -> s == Status.PROPOSED || s == Status.DENIED).isPresent()) {
      return read.get(); // "may visit Oslo for talks"
    }
    if (lexicon.is("assembling", v.lemma())) {
      return read.orElse(Status.PLANNED); // "are meeting for talks"
    }
    boolean reached =
        v.past()
            && (lexicon.is("motion", v.lemma())
                || v.passive() && lexicon.is("transport", v.lemma()))
            && !lexicon.is("departure", v.lemma());
    return reached ? read.orElse(Status.PLANNED) : Status.PLANNED;
  }

  private Optional<Status> gerund(int at, VerbGroup v, int depth) {
    if (v.negated()) {
      return Optional.of(Status.DENIED);
    }
    Chunk before = clause.chunk(at - 1);
    if (before instanceof Mark m && m.word().equals("without")) {
      return Optional.of(Status.DENIED);
    }
    if (before instanceof Mark m && ADDING.contains(m.word())) {
      int main = mainVerb(at);
      return main < 0 ? Optional.of(Status.HELD) : ofVerb(main, depth + 1);
    }
    if (before instanceof Mark of
        && of.word().equals("of")
        && clause.chunk(at - 2) instanceof NounGroup idea
        && lexicon.isHead("proposal", sentence, idea)) { // "rejected the idea of holding"
      return judged(verbBefore(at - 2)).or(() -> Optional.of(Status.PROPOSED));
    }
    if (before instanceof Mark m && m.type() == MarkType.PREPOSITION) {
      Optional<Cue> cue = lexicon.context(m.word());
      if (cue.isPresent() && cue.get().status().isPresent()) {
        return m.word().equals("before") && isStep(clause.controller(at))
            ? Optional.of(Status.HELD)
            : cue.get().status();
      }
    }
    if (before instanceof Mark m && clause.chunk(at - 2) instanceof VerbGroup g) {
      Optional<Status> phrasal =
          lexicon.isPhrase(g.lemma(), m.word())
              ? lexicon.governor(g.lemma(), m.word()).flatMap(Cue::status)
              : Optional.empty(); // "ruled out holding"
      if (phrasal.isPresent()) {
        return phrasal;
      }
    }
    if (before instanceof VerbGroup g) {
      Optional<Cue> cue = lexicon.governor(g.lemma());
      if (cue.isPresent() && cue.get().status().isPresent()) {
        return cue.get().status();
      }
      return ofVerb(at - 1, depth + 1);
    }
    int controller = clause.controller(at);
    return controller >= 0 ? ofVerb(controller, depth + 1) : Optional.of(Status.HELD);
  }

  /**
   * "spent an hour with X before calling on Y": whether a verb tells of a deed done, which the next
   * one followed; who speaks before it, or leaves, has it ahead.
   */
  private boolean isStep(int verb) {
    if (!(clause.chunk(verb) instanceof VerbGroup v)
        || v.form() != VerbForm.FINITE
        || !v.past()
        || v.passive()
        || lexicon.is("departure", v.lemma())) {
      return false;
    }
    boolean deed =
        lexicon.is("assembling", v.lemma())
            || lexicon.is("motion", v.lemma()) && !v.lemma().equals("be")
            || v.lemma().equals("spend")
            || clause.chunk(verb + 1) instanceof NounGroup g && isEvent(g);
    return deed && ofVerb(verb, 1).filter(s -> s == Status.HELD).isPresent();
  }

  /** The verb that a fronted gerund goes with: "besides holding talks with X, Y is to open". */
  private int mainVerb(int gerund) {
    for (int i = gerund + 1; clause.chunk(i) != null; i++) {
      if (clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        return clause.chunk(i + 1) instanceof VerbGroup next && next.form() == VerbForm.INFINITIVE
            ? i + 1
            : i;
      }
    }
    return -1;
  }

  /** Whether the clause of a verb stands under "if" and the like. */
  private boolean conditional(int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (clause.chunk(i) instanceof Mark m) {
        if (m.type() == MarkType.SUBORDINATOR) {
          return lexicon.is("conditional", m.word());
        }
        if (m.type() == MarkType.COMMA || m.type() == MarkType.BREAK) {
          return false;
        }
      }
    }
    return false;
  }

  /** Whether a verb of denial governs the clause: "denied that she met". */
  private boolean denied(int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (clause.chunk(i) instanceof VerbGroup v) {
        return lexicon.is("denial", v.lemma()) && !v.negated();
      }
      if (clause.chunk(i) instanceof Mark m && m.type() == MarkType.BREAK) {
        return false;
      }
    }
    return false;
  }

  /** Status by an adjective or participle inside the event's noun group, or by "no". */
  Optional<Status> ofModifiers(NounGroup g) {
    for (int i = g.begin(); i < g.head(); i++) {
      String word = sentence.token(i).lower();
      if (word.equals("no") || word.equals("any")) {
        continue;
      }
      Optional<Cue> cue = lexicon.modifier(word);
      if (cue.isPresent()) {
        return cue.get().status();
      }
    }
    return Optional.empty();
  }
}
