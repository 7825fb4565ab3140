package org.entente.extraction;

import java.util.List;
import java.util.Set;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.report.Status;

/** Finds who makes a journey that a noun names: "X's tour", "X is in Cairo on a tour". */
final class Travellers {
  /** Prepositions between a part of a journey and the whole: "the last stop of his tour". */
  private static final Set<String> PART = Set.of("of", "on", "in", "during");

  private final Reading reading;
  private final ClauseReader clause;
  private final Lexicon lexicon;

  Travellers(Reading reading) {
    this.reading = reading;
    this.clause = reading.clause;
    this.lexicon = reading.lexicon;
  }

  /** The people who make the journey of a noun group; empty where the sentence does not tell. */
  List<Mention> of(int noun) {
    NounGroup g = (NounGroup) clause.chunk(noun);
    List<Mention> owners = people(g.owners());
    if (!owners.isEmpty()) {
      return owners;
    }
    for (String preposition : List.of("of", "by")) {
      for (Parties list : clause.arguments(noun).of(preposition)) {
        List<Mention> named = people(list);
        if (!named.isEmpty()) {
          return named;
        }
      }
    }
    if (whole(noun) >= 0) {
      return of(whole(noun));
    }
    if (clause.startsClause(noun)) {
      return List.of(); // "officials said the tour will"
    }
    List<Mention> before = people(clause.subject(noun));
    return before.isEmpty() ? people(clause.subjectAfter(noun)) : before;
  }

  /**
   * The noun for a journey that is the subject of a verb: "his tour of Asia also took him", "a tour
   * that includes".
   *
   * @return number of its chunk; -1 when the subject is none
   */
  int journeyBefore(int verb) {
    int i = nounBefore(verb);
    while (clause.chunk(i) instanceof NounGroup && !isJourney(i)) {
      boolean phrase =
          clause.chunk(i - 1) instanceof Mark m
              && m.type() == MarkType.PREPOSITION
              && clause.chunk(i - 2) instanceof NounGroup;
      if (!phrase) {
        return -1;
      }
      i -= 2; // "the tour of Asia"
    }
    return isJourney(i) ? i : -1;
  }

  /**
   * The delegation that is the subject of a verb: "she leads the delegation, which arrived".
   *
   * @return number of its chunk; -1 when the subject is none, or is told by a name
   */
  int teamBefore(int verb) {
    int i = nounBefore(verb);
    return clause.chunk(i) instanceof NounGroup g
            && (g.party() == null || g.party().form() == MentionForm.NOMINAL)
            && lexicon.isHead("mission", reading.sentence, g)
        ? i
        : -1;
  }

  /** The people who lead the delegation of a noun group; empty where the sentence does not tell. */
  List<Mention> leaders(int noun) {
    boolean led =
        clause
            .governor(noun)
            .filter(g -> g.preposition().isEmpty())
            .filter(
                g ->
                    clause.chunk(g.verb()) instanceof VerbGroup v
                        && lexicon.is("leading", v.lemma()))
            .isPresent();
    return led ? people(clause.subject(noun)) : List.of();
  }

  private int nounBefore(int verb) {
    int i = verb - 1;
    while (clause.chunk(i) instanceof Mark m
        && Set.of(MarkType.ADVERB, MarkType.TIME, MarkType.RELATIVE, MarkType.COMMA)
            .contains(m.type())) {
      i--;
    }
    return clause.chunk(i) instanceof NounGroup ? i : -1;
  }

  /** Whether the clause of a noun for a journey tells that it is still to come. */
  boolean isAhead(int noun) {
    if (reading
        .status
        .ofModifiers((NounGroup) clause.chunk(noun))
        .filter(s -> s == Status.PLANNED)
        .isPresent()) {
      return true;
    }
    int verb = clause.governor(noun).map(ClauseReader.Governor::verb).orElse(-1);
    if (verb < 0) {
      verb = clause.subjectAfter(noun).end();
      while (verb >= 0
          && clause.chunk(verb) != null
          && !(clause.chunk(verb) instanceof VerbGroup v && v.form() == VerbForm.FINITE)) {
        verb++;
      }
    }
    return clause.chunk(verb) instanceof VerbGroup
        && reading.status.ofVerb(verb).filter(s -> s == Status.PLANNED).isPresent();
  }

  /** The noun for the journey that a noun names a part of: "a stop on his tour"; -1 if none. */
  int whole(int noun) {
    return clause.chunk(noun + 1) instanceof Mark m
            && PART.contains(m.word())
            && isJourney(noun + 2)
        ? noun + 2
        : -1;
  }

  boolean isJourney(int i) {
    return clause.chunk(i) instanceof NounGroup g
        && lexicon.isHead("visitnoun", reading.sentence, g);
  }

  private static List<Mention> people(Parties list) {
    return people(list.groups().stream().map(NounGroup::party).toList());
  }

  private static List<Mention> people(List<Mention> mentions) {
    return mentions.stream()
        .filter(m -> m.type() == EntityType.PERSON && !m.entities().isEmpty())
        .toList();
  }
}
