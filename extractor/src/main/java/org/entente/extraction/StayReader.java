package org.entente.extraction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.TimeExpression;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.Lexicon.Cue;
import org.entente.report.Status;

/** Reads where a sentence says that somebody is, goes or speaks. */
final class StayReader {
  private static final Set<String> GOAL = Set.of("to", "into", "for");

  private final Reading reading;
  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final Lexicon lexicon;

  StayReader(Reading reading) {
    this.reading = reading;
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.lexicon = reading.lexicon;
  }

  /** Returns the stays of the sentence in the order of its words. */
  List<Stay> find() {
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < sentence.chunks().size(); i++) {
      Chunk c = clause.chunk(i);
      if (c instanceof Mark m && m.type() == MarkType.PREPOSITION) {
        phrase(i, m).ifPresent(stays::add);
      } else if (c instanceof VerbGroup v && lexicon.is("reaching", v.lemma()) && !v.passive()) {
        stay(i, i + 1, who(clause.subject(i))).ifPresent(stays::add);
      } else if (c instanceof VerbGroup v && v.lemma().equals("be")) {
        stop(i).ifPresent(stays::add);
      }
    }
    return stays;
  }

  /** "Oslo was the last stop on her tour", "Her next stop will be Oslo". */
  private Optional<Stay> stop(int be) {
    int before = clause.nounBefore(be);
    if (!(clause.chunk(before) instanceof NounGroup subject)
        || !(clause.chunk(be + 1) instanceof NounGroup said)) {
      return Optional.empty();
    }
    boolean placeFirst = isStop(said);
    if (!placeFirst && !isStop(subject)) {
      return Optional.empty();
    }
    Set<Integer> who = new LinkedHashSet<>();
    (placeFirst ? said : subject).owners().forEach(m -> who.addAll(agents(m)));
    if (placeFirst && clause.chunk(be + 3) instanceof NounGroup tour) {
      tour.owners().forEach(m -> who.addAll(agents(m)));
    }
    return who.isEmpty() ? Optional.empty() : stay(be, placeFirst ? before : be + 1, who);
  }

  private boolean isStop(NounGroup g) {
    return lexicon.isHead("stop", sentence, g);
  }

  private Optional<Stay> phrase(int at, Mark preposition) {
    boolean venue = reading.circumstances.venuePhrase(at, preposition);
    if (!venue && !GOAL.contains(preposition.word())
        || reading.circumstances.placesAt(at + 1).isEmpty()) {
      return Optional.empty();
    }
    if (venue && opens(at) && next(at) >= 0) {
      return stay(next(at), at + 1, who(clause.subject(next(at))));
    }
    if (clause.chunk(at - 1) instanceof NounGroup g && visit(g, preposition)) {
      return stay(at - 1, at + 1, visitors(at - 1, g));
    }
    int verb = governor(at, venue);
    if (clause.chunk(verb) instanceof VerbGroup v
        && v.form() == VerbForm.GERUND
        && clause.chunk(verb - 1) instanceof Mark before
        && isAhead(before.word())) {
      return Optional.empty(); // "before leaving for Oslo": not there yet
    }
    if (clause.chunk(verb) instanceof VerbGroup v
        && (lexicon.is("motion", v.lemma())
            || venue && (lexicon.is("reporting", v.lemma()) || isAwaited(v)))) {
      return stay(verb, at + 1, who(clause.subject(verb)));
    }
    if (ofOther(at)) {
      return Optional.empty();
    }
    return venue && (verb >= 0 || isScene(at)) ? stay(at, at + 1, Set.of()) : Optional.empty();
  }

  /**
   * Whether a phrase stands before the subject of its sentence: "At a briefing in Lima, he said".
   */
  private boolean opens(int at) {
    for (int i = at - 1; i >= 0; i--) {
      Chunk c = clause.chunk(i);
      boolean inPhrase =
          c instanceof NounGroup g && g.party() == null
              || c instanceof Mark m
                  && m.type() != MarkType.BREAK
                  && m.type() != MarkType.SUBORDINATOR
                  && m.type() != MarkType.RELATIVE;
      if (!inPhrase) {
        return false;
      }
    }
    return at == 0 || clause.chunk(0) instanceof Mark;
  }

  private int next(int at) {
    for (int i = at + 1; i < sentence.chunks().size(); i++) {
      if (clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        return i;
      }
    }
    return -1;
  }

  /** The verb to which a phrase of place belongs; -1 where it belongs to a noun. */
  private int governor(int at, boolean venue) {
    for (int i = at - 1; i >= 0; i--) {
      Chunk c = clause.chunk(i);
      if (c instanceof VerbGroup) {
        return i;
      }
      if (clause.isArrangement(i)) {
        continue; // "is due in Oslo"
      }
      if (c instanceof NounGroup g) {
        boolean listener = lexicon.isHead("press", sentence, g);
        boolean place = !reading.circumstances.placesAt(i).isEmpty();
        if (!listener && !place && g.party() == null || !venue && !place) {
          return -1;
        }
      } else if (c instanceof Mark m
          && m.type() != MarkType.TIME
          && m.type() != MarkType.ADVERB
          && m.type() != MarkType.COMMA
          && m.type() != MarkType.PREPOSITION
          && m.type() != MarkType.CONJUNCTION) {
        return -1;
      }
    }
    return -1;
  }

  /** "held talks with him after discussions in Oslo": where something else had been. */
  private boolean ofOther(int at) {
    return clause.chunk(at - 1) instanceof NounGroup g
        && lexicon.isEventNoun(sentence, g)
        && clause
            .governor(at - 1)
            .filter(h -> lexicon.is("sequence", h.preposition()))
            .filter(h -> tellsEvent(h.verb()))
            .isPresent();
  }

  private boolean tellsEvent(int verb) {
    return clause.chunk(verb) instanceof VerbGroup v
        && (lexicon.is("assembling", v.lemma())
            || clause.chunk(verb + 1) instanceof NounGroup g && lexicon.isEventNoun(sentence, g));
  }

  /**
   * Whether a phrase of place within a noun group tells the scene of a story: "Police in Oslo" as
   * the subject, "talks in Oslo", against "the war in Chad" and "since the talks in Oslo".
   */
  private boolean isScene(int at) {
    if (!(clause.chunk(at - 1) instanceof NounGroup g)) {
      return false;
    }
    if (!lexicon.isEventNoun(sentence, g)) {
      return at == 1
          && (g.party() == null || g.party().type() != EntityType.PERSON)
          && !isElsewhere(at);
    }
    return !(clause.chunk(at - 2) instanceof Mark m
        && (m.word().equals("since") || isAhead(m.word())));
  }

  /** "The head of the mission in Kosovo is in Belgrade": whether a place after it counts more. */
  private boolean isElsewhere(int at) {
    int verb = next(at);
    return clause.chunk(verb) instanceof VerbGroup v
        && v.lemma().equals("be")
        && clause.chunk(verb + 1) instanceof Mark in
        && reading.circumstances.venuePhrase(verb + 1, in)
        && !reading.circumstances.placesAt(verb + 2).isEmpty();
  }

  /** "is expected in Oslo" */
  private boolean isAwaited(VerbGroup v) {
    return v.passive() && lexicon.is("awaiting", v.lemma());
  }

  private boolean isAhead(String preposition) {
    return lexicon
        .context(preposition)
        .flatMap(Cue::status)
        .filter(s -> s == Status.PLANNED)
        .isPresent();
  }

  /** Who tours the Gulf meets people in a place there. */
  private boolean isRegion(int place) {
    return lexicon.is("region", reading.entities.get(place).name().toLowerCase(Locale.ROOT));
  }

  /** A noun for a journey; "the mission in Kosovo" is a body that has its seat there. */
  private boolean visit(NounGroup g, Mark preposition) {
    String noun = Lexicon.singular(sentence.token(g.head()).lemma());
    return lexicon.is("visitnoun", noun)
        && (GOAL.contains(preposition.word()) || !lexicon.is("mission", noun));
  }

  private Set<Integer> visitors(int at, NounGroup g) {
    Set<Integer> who = new LinkedHashSet<>();
    g.owners().forEach(m -> who.addAll(agents(m)));
    if (who.isEmpty()) {
      who.addAll(who(clause.subject(at)));
    }
    return who;
  }

  private Set<Integer> who(ClauseReader.Parties parties) {
    Set<Integer> who = new LinkedHashSet<>();
    parties.groups().forEach(g -> who.addAll(agents(g.party())));
    return who;
  }

  private List<Integer> agents(Mention m) {
    return m.entities().stream()
        .filter(id -> reading.entities.get(id).type() != EntityType.PLACE)
        .toList();
  }

  /** "met her on Friday after a trip to Oslo": a journey before or after what is told. */
  private boolean isBesideOther(int journey) {
    return clause.chunk(journey) instanceof NounGroup
        && clause
            .governor(journey)
            .filter(g -> lexicon.is("sequence", g.preposition()))
            .isPresent();
  }

  private Optional<Stay> stay(int governor, int place, Set<Integer> who) {
    List<Integer> places = reading.circumstances.placesAt(place);
    boolean due =
        clause.chunk(governor) instanceof VerbGroup v
            && (isAwaited(v) || v.lemma().equals("be") && clause.isArrangement(governor + 1));
    Optional<Status> status =
        due
            ? Optional.of(Status.PLANNED)
            : clause.chunk(governor) instanceof VerbGroup
                ? reading.status.ofVerb(governor)
                : Optional.of(Status.HELD);
    if (places.isEmpty()
        || places.stream().allMatch(this::isRegion)
        || status.filter(s -> s == Status.HELD || s == Status.PLANNED).isEmpty()) {
      return Optional.empty();
    }
    Optional<TimeExpression> time =
        reading.circumstances.time(governor, clause.arguments(governor).end());
    return Optional.of(
        new Stay(
            sentence.number(),
            clause.chunk(place).begin(),
            who,
            places,
            clause.chunk(governor) instanceof VerbGroup v && lexicon.is("onward", v.lemma()),
            clause.chunk(governor) instanceof VerbGroup v && lexicon.is("reporting", v.lemma()),
            status.get() == Status.PLANNED
                || time.flatMap(TimeExpression::bounds)
                    .filter(reading.circumstances::isAhead)
                    .isPresent(),
            isBesideOther(governor),
            time.flatMap(TimeExpression::bounds),
            time.map(t -> t.span().of(reading.text)).orElse("")));
  }
}
