package org.entente.extraction;

import java.util.Optional;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Governor;
import org.entente.extraction.Lexicon.Cue;
import org.entente.extraction.Lexicon.Involvement;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * Reads from the verb and the preposition around an event noun whether the event takes place and
 * what part the subject of the clause has in it: "will hold talks", "left after talks", "the talks
 * were put off".
 */
final class StandingReader {
  /** How much less sure an event is whose verb says nothing of events. */
  private static final double OTHER_VERB = 0.15;

  /** How much less sure an event is whose preposition says nothing of events. */
  private static final double OTHER_PREPOSITION = 0.1;

  private final Reading reading;
  private final Lexicon lexicon;
  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final StatusReader status;

  StandingReader(Reading reading) {
    this.reading = reading;
    this.lexicon = reading.lexicon;
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.status = reading.status;
  }

  /**
   * What is known of an event by its own noun group.
   *
   * @param complete whether its parties are told already, so that the subject is none
   * @param partner whether a partner of the subject is told: "talks with"
   * @param gathering whether one party alone can be at it
   * @param joint whether several are the subject of the clause
   */
  record Known(boolean complete, boolean partner, boolean gathering, boolean joint) {
    /** The same of an event whose parties are those of one told elsewhere. */
    Known whole() {
      return new Known(true, partner, gathering, joint);
    }
  }

  /** Returns how the noun stands; empty when the clause tells of no event. */
  Optional<NounStanding> read(NounTrigger noun, Known known) {
    Optional<Governor> governor = clause.governor(noun.at());
    Optional<NounStanding> standing =
        governor.isPresent()
            ? governed(noun, governor.get(), known)
            : Optional.of(NounStanding.plain(asSubject(noun.at())));
    return standing.map(s -> s.with(qualified(noun, s.status())));
  }

  private Optional<NounStanding> governed(NounTrigger noun, Governor governor, Known known) {
    Optional<Cue> verb =
        clause.chunk(governor.verb()) instanceof VerbGroup v
            ? lexicon.governor(v.lemma(), governor.preposition())
            : Optional.empty();
    boolean particle =
        verb.isPresent()
            && (lexicon.is("particle", governor.preposition())
                || clause.chunk(governor.verb()) instanceof VerbGroup v
                    && lexicon.isPhrasal(v.lemma(), governor.preposition()));
    return governor.preposition().isEmpty() || particle // "wrapped up talks"
        ? asObject(noun, governor, verb, known)
        : inPhrase(noun, governor, verb, known);
  }

  /** "held talks", "cancelled the meeting". */
  private Optional<NounStanding> asObject(
      NounTrigger noun, Governor governor, Optional<Cue> verb, Known known) {
    if (verb.isEmpty()) {
      return known.partner() || known.complete()
          ? Optional.of(new NounStanding(Status.HELD, Involvement.NONE, OTHER_VERB, true))
          : Optional.empty();
    }
    Cue cue = verb.get();
    if (cue.subject() == Involvement.ABSENT
        && isTwoSided(noun, known)
        && (isAhead(governor.verb()) || isUnheld(noun))) {
      return Optional.of(new NounStanding(Status.DENIED, Involvement.PARTICIPANT, 0, false));
    }
    boolean there =
        known.gathering()
            && cue.subject() == Involvement.PARTICIPANT
            && isThere(clause.controller(governor.verb())); // "is in Oslo to attend a summit"
    Optional<Status> read =
        there
            ? Optional.of(Status.HELD)
            : cue.status().isPresent()
                ? Optional.of(negatable(governor.verb(), cue.status().get()))
                : convoked(noun, governor)
                    ? Optional.of(Status.PLANNED)
                    : status.ofVerb(governor.verb());
    boolean comes =
        known.gathering() && reading.attends(governor); // "attended the EU-China summit"
    Involvement part =
        judged(noun, governor)
            ? Involvement.NONE
            : comes ? cue.subject() : part(cue.subject(), known);
    return read.map(s -> new NounStanding(s, part, 0, false));
  }

  /** Whether the subject is the other side of the partner, without which there is no event. */
  private boolean isTwoSided(NounTrigger noun, Known known) {
    return known.partner()
        && !known.complete()
        && (!known.gathering() || noun.pattern().kind() == Kind.SUMMIT);
  }

  /** "shunned talks with": against "the talks with", which others may have held. */
  private boolean isUnheld(NounTrigger noun) {
    String first = sentence.token(noun.group().begin()).lower();
    return !lexicon.is("pointing", first) && !lexicon.is("possessive", first);
  }

  /** "did not attend the NATO summit": the subject stays away from what others hold. */
  boolean isShunned(NounTrigger noun, NounStanding standing) {
    return standing.status() == Status.DENIED
        && standing.subject() == Involvement.PARTICIPANT
        && clause.governor(noun.at()).filter(reading::attends).isPresent();
  }

  /** Whether a gathering from which somebody stays away is past or to come. */
  Status ofShunned(NounTrigger noun) {
    int verb = clause.governor(noun.at()).orElseThrow().verb();
    if (clause.chunk(verb) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE) {
      verb = clause.controller(verb); // "refused to attend"
    }
    return clause.chunk(verb) instanceof VerbGroup v && v.past() ? Status.HELD : Status.PLANNED;
  }

  /** "called a summit": it is to come, against "called the meeting", which the text has told. */
  private boolean convoked(NounTrigger noun, Governor governor) {
    return clause.chunk(governor.verb()) instanceof VerbGroup v
        && v.lemma().equals("call")
        && !v.negated()
        && lexicon.is("indefinite", sentence.token(noun.group().begin()).lower());
  }

  /**
   * Who mediates or hosts is there besides the parties; any other subject would be one party too
   * many.
   */
  private static Involvement part(Involvement subject, Known known) {
    boolean besides = subject == Involvement.MEDIATOR || subject == Involvement.HOST;
    return known.complete() && !besides ? Involvement.NONE : subject;
  }

  /** "called the talks useful": against "called the meeting" */
  private boolean judged(NounTrigger noun, Governor governor) {
    Chunk next = clause.chunk(noun.at() + 1);
    return clause.chunk(governor.verb()) instanceof VerbGroup v
        && v.lemma().equals("call")
        && lexicon.is("pointing", sentence.token(noun.group().begin()).lower())
        && next != null
        && !(next instanceof Mark m && m.type() != MarkType.ADVERB);
  }

  /** "left after talks", "called for talks", "was excluded from the talks". */
  private Optional<NounStanding> inPhrase(
      NounTrigger noun, Governor governor, Optional<Cue> verb, Known known) {
    String preposition = governor.preposition();
    if (preposition.equals("in") && noun.pattern().kind() == Kind.TALKS && describes(noun, governor)
        || unset(noun)) {
      return Optional.empty();
    }
    if (preposition.equals("by")
        && clause.chunk(governor.verb()) instanceof VerbGroup v
        && v.passive()
        && v.lemma().equals("follow")) { // "will be followed by talks"
      return status
          .ofVerb(governor.verb())
          .map(s -> new NounStanding(s, Involvement.NONE, 0, false));
    }
    if (preposition.equals("for")
        && clause.chunk(governor.verb()) instanceof VerbGroup v
        && lexicon.is("judging", v.lemma())) { // "thanked X for his talks with Y"
      return known.complete()
          ? Optional.of(new NounStanding(Status.HELD, Involvement.NONE, OTHER_PREPOSITION, true))
          : Optional.empty();
    }
    if (isCancellation(noun.at(), preposition)) {
      return Optional.of(
          new NounStanding(Status.CANCELLED, Involvement.NONE, OTHER_PREPOSITION, false));
    }
    Optional<NounStanding> wanted = wanted(noun, governor, verb, known);
    if (wanted.isPresent()) {
      return wanted;
    }
    if (verb.filter(v -> v.subject() == Involvement.ABSENT).isPresent()
        && lexicon.is("exclusion", preposition)) {
      boolean away =
          isTwoSided(noun, known)
              && (isAhead(governor.verb()) || isUnheld(noun)); // "will stay away from talks"
      return Optional.of(
          away
              ? new NounStanding(Status.DENIED, Involvement.PARTICIPANT, 0, false)
              : new NounStanding(Status.HELD, Involvement.ABSENT, 0, true));
    }
    if (verb.flatMap(Cue::status).isPresent() && lexicon.is("aim", preposition)) {
      boolean takesPart =
          !known.complete()
              && (known.partner()
                  || known.gathering()
                  || noun.pattern().kind() == Kind.VISIT
                  || known.joint() && verb.get().status().get() == Status.PLANNED);
      return Optional.of(
          new NounStanding(
              negatable(governor.verb(), verb.get().status().get()),
              takesPart ? verb.get().subject() : Involvement.NONE,
              0,
              false));
    }
    boolean faced =
        preposition.equals("before")
            && clause.chunk(governor.verb()) instanceof VerbGroup v
            && lexicon.is("facing", v.lemma()); // "spoke before a session"
    Optional<Cue> context = lexicon.context(faced ? "at" : preposition);
    if (context.isPresent()) {
      boolean together = known.joint() && (verb.isPresent() || !preposition.equals("for"));
      return Optional.of(inContext(noun, governor, context.get(), known, together));
    }
    // "began the day with talks": as much a report as "held talks"
    boolean framed = preposition.equals("with") && verb.isPresent();
    boolean takesPart =
        lexicon.is("entry", preposition)
            && !known.complete()
            && (known.partner() || known.gathering() || known.joint())
            && verb.filter(v -> v.subject() == Involvement.PARTICIPANT).isPresent();
    return Optional.of(
        new NounStanding(
            framed || takesPart ? status.ofVerb(governor.verb()).orElse(Status.HELD) : Status.HELD,
            takesPart ? Involvement.PARTICIPANT : Involvement.NONE,
            OTHER_PREPOSITION,
            !framed));
  }

  /** "the cancellation of the talks" */
  private boolean isCancellation(int noun, String preposition) {
    return preposition.equals("of")
        && clause.chunk(clause.wordBefore(noun) - 1) instanceof NounGroup g
        && lexicon.isHead("cancellation", sentence, g);
  }

  /** "will boycott talks with": against "boycotted", when others may have come. */
  private boolean isAhead(int verb) {
    return clause.chunk(verb) instanceof VerbGroup v
        && !v.passive()
        && status.ofVerb(verb).filter(s -> s == Status.PLANNED).isPresent();
  }

  /** "no date for the talks": then none are told. */
  private boolean unset(NounTrigger noun) {
    return clause.chunk(noun.at() - 1) instanceof Mark m
        && m.word().equals("for")
        && clause.chunk(noun.at() - 2) instanceof NounGroup g
        && sentence.token(g.begin()).lower().equals("no");
  }

  /**
   * "the negotiators in talks with Oslo", "the states involved in the talks": says who they are.
   */
  private boolean describes(NounTrigger noun, Governor governor) {
    boolean ofNoun = clause.nounBefore(clause.wordBefore(noun.at())) >= 0;
    return governor.verb() < 0 && ofNoun
        || clause.chunk(governor.verb()) instanceof VerbGroup v && v.form() == VerbForm.PARTICIPLE;
  }

  /**
   * "a proposal for a conference", "rejected calls for talks": who speaks of what others want is no
   * party by that.
   */
  private Optional<NounStanding> wanted(
      NounTrigger noun, Governor governor, Optional<Cue> verb, Known known) {
    int before = clause.nounBefore(clause.wordBefore(noun.at()));
    boolean proposal =
        clause.chunk(before) instanceof NounGroup g
            && lexicon.is("aim", governor.preposition())
            && (lexicon.isHead("proposal", sentence, g)
                || lexicon.isHead("readiness", sentence, g));
    if (!proposal) {
      return Optional.empty();
    }
    boolean rejected =
        verb.or(() -> particled(governor.verb())) // "turned down an offer of"
            .flatMap(Cue::status)
            .filter(s -> s == Status.DENIED)
            .isPresent();
    return Optional.of(
        new NounStanding(
            rejected ? negatable(governor.verb(), Status.DENIED) : Status.PROPOSED,
            known.partner() && !known.complete() ? Involvement.PARTICIPANT : Involvement.NONE,
            OTHER_PREPOSITION,
            false));
  }

  /** What a verb says with the particle right after it: "turned down". */
  private Optional<Cue> particled(int verb) {
    return clause.chunk(verb) instanceof VerbGroup v && clause.chunk(verb + 1) instanceof Mark m
        ? lexicon.governor(v.lemma(), m.word())
        : Optional.empty();
  }

  /**
   * "after talks", "during the summit", "for a meeting".
   *
   * @param together whether the clause has several who were at it: "the two spoke after talks"
   */
  private NounStanding inContext(
      NounTrigger noun, Governor governor, Cue context, Known known, boolean together) {
    boolean takesPart =
        context.subject() == Involvement.PARTICIPANT
            && !known.complete()
            && (known.partner()
                || known.gathering()
                || noun.pattern().kind() == Kind.VISIT
                || together)
            && !(known.gathering() && passesBy(governor))
            && !(noun.pattern().kind() == Kind.TALKS
                && lexicon.is("margin", governor.preposition()));
    boolean purpose = governor.preposition().equals("for");
    Status read;
    if (purpose && shirks(governor.verb())) {
      read = Status.DENIED;
    } else if (purpose) {
      boolean begun = known.gathering() || isFurtherDay(noun.at());
      read = begun && isThere(governor.verb()) ? Status.HELD : status.ofPurpose(governor.verb());
    } else if (context.status().isPresent()) {
      read = afterwards(context.status().get(), noun.at(), governor.verb());
    } else {
      read = during(governor);
      if (read == Status.PROPOSED && known.gathering() && isArranged(noun, governor)) {
        read = Status.PLANNED;
      }
    }
    return new NounStanding(
        read,
        takesPart ? Involvement.PARTICIPANT : Involvement.NONE,
        0,
        !purpose && !reading.attends(governor));
  }

  /** "hope to sign a treaty at the summit": the summit itself is no mere hope. */
  private boolean isArranged(NounTrigger noun, Governor governor) {
    return !reading.attends(governor)
        && !lexicon.is("indefinite", sentence.token(noun.group().begin()).lower());
  }

  /** "did not show up for talks", "failed to come for talks" */
  private boolean shirks(int verb) {
    return clause.chunk(verb) instanceof VerbGroup v
        && (lexicon.is("motion", v.lemma()) || lexicon.is("appearing", v.lemma()))
        && status.ofVerb(verb).filter(s -> s == Status.DENIED).isPresent();
  }

  /** "in Oslo for a fourth day of talks": the days before are over. */
  private boolean isFurtherDay(int noun) {
    return clause.chunk(noun - 1) instanceof Mark of
        && of.word().equals("of")
        && clause.chunk(noun - 2) instanceof NounGroup day
        && sentence.token(day.head()).lemma().equals("day")
        && reading.says("further", day.begin(), day.head());
  }

  /**
   * The status of an event at which something is done. What was not done at it leaves it held,
   * unless it was to take part: "failed to agree at talks", but "refused to speak at the summit".
   * So does what was decided at it for later: "agreed to cut production at a meeting".
   */
  private Status during(Governor governor) {
    if (governor.verb() < 0 || isResolved(governor.verb()) || isReport(governor)) {
      return Status.HELD;
    }
    Status told = status.ofVerb(governor.verb()).orElse(Status.HELD);
    return told == Status.DENIED && !reading.attends(governor) ? Status.HELD : told;
  }

  /** "agreed to cut", "pledged to send": the deed is still to come, the decision was taken. */
  private boolean isResolved(int verb) {
    return clause.chunk(verb) instanceof VerbGroup v
        && v.form() == VerbForm.INFINITIVE
        && clause.chunk(clause.controller(verb)) instanceof VerbGroup decision
        && decision.past()
        && !decision.passive()
        && (lexicon.is("deciding", decision.lemma())
            || isSaid(verb, decision)); // "stressed the need to send"
  }

  /** "stressed the need to": whether a noun of what is said opens an infinitive. */
  private boolean isSaid(int infinitive, VerbGroup saying) {
    return lexicon.is("reporting", saying.lemma())
        && clause.chunk(infinitive - 1) instanceof NounGroup g
        && g.party() == null;
  }

  /** "will brief them on his talks": what is reported is over, whenever the report is made. */
  private boolean isReport(Governor governor) {
    return governor.preposition().equals("on")
        && clause.chunk(governor.verb()) instanceof VerbGroup v
        && lexicon.is("briefing", v.lemma());
  }

  private Status asSubject(int at) {
    int predicate = clause.predicate(at);
    return clause.chunk(predicate) instanceof VerbGroup v ? ofPredicate(predicate, v) : Status.HELD;
  }

  /** "The talks were postponed", "The meeting is due on Friday", "The summit will take place". */
  private Status ofPredicate(int at, VerbGroup v) {
    String particle = clause.chunk(at + 1) instanceof Mark m ? m.word() : ""; // "was put off"
    Optional<Cue> cue = lexicon.governor(v.lemma(), particle);
    if (v.passive() && cue.flatMap(Cue::status).isPresent()) {
      return negatable(at, cue.get().status().get());
    }
    boolean destined =
        v.passive()
            || v.lemma().equals("be")
            || lexicon.control(v.lemma()).filter(c -> c.status().isEmpty()).isPresent();
    if (destined // against "failed to agree"
        && clause.chunk(at + 1) instanceof VerbGroup next
        && next.form() == VerbForm.INFINITIVE) {
      return status.ofVerb(at + 1).orElse(Status.HELD);
    }
    if (clause.chunk(at + 1) instanceof NounGroup g) {
      Optional<Cue> control = lexicon.control(sentence.token(g.head()).lower());
      if (v.lemma().equals("be") && control.flatMap(Cue::status).isPresent()) {
        return negatable(at, control.get().status().get());
      }
    }
    return status.ofVerb(at).orElse(Status.HELD);
  }

  /** The status of a noun with an adjective or "no" before it: "planned talks", "no talks". */
  private Status qualified(NounTrigger noun, Status read) {
    if (sentence.token(noun.group().begin()).lower().equals("no")) {
      return Status.DENIED;
    }
    if (read != Status.HELD && read != Status.PLANNED) {
      return read;
    }
    return status
        .ofModifiers(noun.group())
        .or(() -> arranged(noun))
        .orElseGet(() -> wasHeld(noun) ? Status.HELD : read);
  }

  /** "the meeting scheduled for Friday" */
  private Optional<Status> arranged(NounTrigger noun) {
    return clause.chunk(noun.at() + 1) instanceof VerbGroup v && v.form() == VerbForm.PARTICIPLE
        ? lexicon.control(v.lemma()).flatMap(Cue::status)
        : Optional.empty();
  }

  /** "confirmed a meeting with Ann Other held on Friday" */
  private boolean wasHeld(NounTrigger noun) {
    int i = noun.at() + 1;
    while (clause.chunk(i) instanceof NounGroup
        || clause.chunk(i) instanceof Mark m
            && (m.type() == MarkType.PREPOSITION || m.type() == MarkType.CONJUNCTION)) {
      i++;
    }
    return clause.chunk(i) instanceof VerbGroup v
        && v.lemma().equals("hold")
        && v.past()
        && !v.negated()
        && sentence.token(v.begin()).lower().equals("held")
        && clause.chunk(i + 1) instanceof Mark next
        && (next.type() == MarkType.TIME || next.type() == MarkType.PREPOSITION);
  }

  /** "flew to Vienna during the summit": who comes while it lasts need not be at it. */
  private boolean passesBy(Governor governor) {
    return governor.preposition().equals("during")
        && clause.chunk(governor.verb()) instanceof VerbGroup v
        && lexicon.is("motion", v.lemma());
  }

  /** "is in Vienna for a summit": who is there takes part in it already. */
  private boolean isThere(int verb) {
    return clause.chunk(verb) instanceof VerbGroup v
        && v.form() == VerbForm.FINITE
        && v.lemma().equals("be")
        && clause.chunk(verb + 1) instanceof Mark
        && status.ofVerb(verb).filter(s -> s == Status.HELD).isPresent();
  }

  /** "will leave after talks": what comes before a future event may be future too. */
  private Status afterwards(Status context, int noun, int governor) {
    int verb = governor >= 0 ? governor : clause.verbAfter(noun);
    boolean future =
        verb >= 0
            && !isResolved(verb) // "agreed to free them after talks"
            && status.ofVerb(verb).filter(s -> s == Status.PLANNED).isPresent();
    return context == Status.HELD && future ? Status.PLANNED : context;
  }

  /**
   * What a verb with a fixed status says: "did not cancel", "did not propose", and "may cancel",
   * which leaves the plan.
   */
  private Status negatable(int verb, Status fixed) {
    boolean undoes = fixed == Status.CANCELLED || fixed == Status.DENIED;
    if (clause.chunk(verb) instanceof VerbGroup v && v.negated()) {
      return undoes ? Status.PLANNED : Status.DENIED;
    }
    boolean possible = undoes && status.ofVerb(verb).filter(s -> s == Status.PROPOSED).isPresent();
    return possible ? Status.PLANNED : fixed;
  }
}
