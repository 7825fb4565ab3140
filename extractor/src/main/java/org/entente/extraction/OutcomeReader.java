package org.entente.extraction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.document.Span;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.report.Status;

/**
 * Finds in one sentence with what result an event ended: in what its noun, or several parties, are
 * the subject of; see {@code outcomes.tsv}.
 */
final class OutcomeReader {
  private static final Set<String> NONE = Set.of("no", "little", "neither");

  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final StatusReader status;
  private final Lexicon lexicon;

  OutcomeReader(Reading reading) {
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.status = reading.status;
    this.lexicon = reading.lexicon;
  }

  /** Returns what the sentence says, in the order of its words. */
  List<Result> find() {
    List<Result> found = new ArrayList<>();
    for (int i = 0; i < sentence.chunks().size(); i++) {
      if (clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE && told(i, v)) {
        if (v.passive()) {
          passive(i, v, found);
        } else {
          active(i, v, found);
        }
      }
    }
    return found;
  }

  /** Whether a verb is told as a fact, be it that something was not done. */
  private boolean told(int at, VerbGroup v) {
    Optional<Status> told = status.ofVerb(at);
    return told.isPresent() && (told.get() == Status.HELD || negated(v) && v.past());
  }

  /** Whether a verb is denied itself, and not what follows it ("agreed not to"). */
  private boolean negated(VerbGroup v) {
    return v.negated() && !sentence.token(v.end() - 1).lower().equals("not");
  }

  /** "No agreement was reached", "a treaty was signed" */
  private void passive(int at, VerbGroup v, List<Result> found) {
    for (int i = at - 1; i >= 0; i--) {
      if (!(clause.chunk(i) instanceof NounGroup g) || clause.predicate(i) != at) {
        continue;
      }
      boolean denied = v.negated() || NONE.contains(sentence.token(g.begin()).lower());
      for (OutcomePattern p : lexicon.outcomes()) {
        if (p.how().contains("object")
            && p.ofParties()
            && p.hasVerb(v.lemma())
            && p.denied() == denied
            && named(p, g)) {
          found.add(result(p, -1, Set.of(), g.begin(), at));
        }
      }
    }
  }

  private void active(int at, VerbGroup v, List<Result> found) {
    int first = coordinated(at);
    int event = eventBefore(first);
    Set<Integer> parties = event >= 0 ? Set.of() : several(clause.subject(first));
    if (event < 0 && parties.isEmpty()) {
      return;
    }
    for (OutcomePattern p : lexicon.outcomes()) {
      if (!p.hasVerb(v.lemma()) || !(event >= 0 ? p.ofEvent() : p.ofParties())) {
        continue;
      }
      Optional<Integer> last = complement(p, at, v);
      if (last.isPresent()) {
        found.add(result(p, event, parties, v.begin(), last.get()));
        return;
      }
    }
  }

  /** The verb that has the subject of one after "but": "met in Oslo but reached no deal". */
  private int coordinated(int at) {
    if (clause.chunk(at - 1) instanceof Mark but && but.word().equals("but")) {
      for (int i = at - 2; i >= 0; i--) {
        if (clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
          return i;
        }
      }
    }
    return at;
  }

  /** The last chunk of what a pattern needs after its verb; empty where that is not there. */
  private Optional<Integer> complement(OutcomePattern p, int at, VerbGroup v) {
    if (p.how().contains("alone")) {
      boolean infinitive =
          clause.chunk(at + 1) instanceof VerbGroup next && next.form() == VerbForm.INFINITIVE;
      boolean other = p.what().contains("*") && infinitive && !v.lemma().equals("agree");
      return negated(v) == p.denied() && negated(v) == v.negated() && !other
          ? Optional.of(lastOfClause(infinitive ? at + 1 : at))
          : Optional.empty();
    }
    if (p.how().contains("infinitive")) {
      boolean there =
          clause.chunk(at + 1) instanceof VerbGroup next
              && next.form() == VerbForm.INFINITIVE
              && !v.negated()
              && p.names(next.lemma());
      return there ? Optional.of(lastOfClause(at + 1)) : Optional.empty();
    }
    if (p.how().contains("without")) {
      return v.negated() ? Optional.empty() : without(p, at);
    }
    int noun = at + 1;
    if (!p.how().contains("object")) {
      if (!(clause.chunk(noun) instanceof Mark m) || !p.how().contains(m.word())) {
        return Optional.empty();
      }
      noun++;
    }
    if (!(clause.chunk(noun) instanceof NounGroup g) || !named(p, g)) {
      return Optional.empty();
    }
    boolean denied = v.negated() || NONE.contains(sentence.token(g.begin()).lower());
    return denied == p.denied() ? Optional.of(noun) : Optional.empty();
  }

  /** "left without a deal", "ended without reaching agreement" */
  private Optional<Integer> without(OutcomePattern p, int at) {
    for (int i = at + 1; i < sentence.chunks().size(); i++) {
      Chunk c = clause.chunk(i);
      if (c instanceof Mark m && m.word().equals("without")) {
        int noun =
            clause.chunk(i + 1) instanceof VerbGroup g && g.form() == VerbForm.GERUND
                ? i + 2
                : i + 1;
        boolean there = clause.chunk(noun) instanceof NounGroup g && named(p, g);
        return there ? Optional.of(noun) : Optional.empty();
      }
      if (c instanceof VerbGroup
          || c instanceof Mark m
              && (m.type() == MarkType.SUBORDINATOR
                  || m.type() == MarkType.RELATIVE
                  || m.type() == MarkType.BREAK)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean named(OutcomePattern p, NounGroup g) {
    String noun = Lexicon.singular(sentence.token(g.head()).lemma());
    String before = g.head() > g.begin() ? sentence.token(g.head() - 1).lower() : "";
    return p.names(noun) || p.names(before + " " + noun);
  }

  /** The chunk of the event noun that is the subject of a verb; -1 if none is. */
  private int eventBefore(int verb) {
    for (int i = verb - 1; i >= 0; i--) {
      if (clause.chunk(i) instanceof NounGroup g
          && lexicon.isEventNoun(sentence, g)
          && clause.predicate(i) == verb
          && !(clause.chunk(i - 1) instanceof Mark m && m.type() == MarkType.PREPOSITION)) {
        return i;
      }
    }
    return -1;
  }

  private static Set<Integer> several(Parties subject) {
    Set<Integer> agents = new LinkedHashSet<>();
    subject.groups().forEach(g -> agents.addAll(g.party().entities()));
    return agents.size() > 1 ? agents : Set.of();
  }

  private int lastOfClause(int at) {
    return Math.min(clause.arguments(at).end(), sentence.chunks().size()) - 1;
  }

  private Result result(
      OutcomePattern p, int event, Set<Integer> parties, int begin, int lastChunk) {
    int last = clause.chunk(lastChunk).end() - 1;
    while (last > begin && sentence.token(last).tag().equals("PUNCT")) {
      last--;
    }
    Span words = new Span(sentence.token(begin).span().begin(), sentence.token(last).span().end());
    Optional<DateBounds> date =
        sentence.times().stream()
            .filter(t -> words.contains(t.span()))
            .flatMap(t -> t.bounds().stream())
            .findFirst();
    return new Result(p.id(), sentence.number(), event, parties, p.outcome(), words, date);
  }
}
