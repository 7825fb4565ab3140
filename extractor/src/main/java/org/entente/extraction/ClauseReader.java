package org.entente.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;

/**
 * Finds the grammatical partners of a verb or noun in a row of chunks: its subject to the left, its
 * object and prepositional arguments to the right. Shallow: it follows word order, not a parse.
 */
final class ClauseReader {
  /** Prepositions within the words that tell who somebody is: "head of a party in exile". */
  private static final Set<String> APPOSED = Set.of("of", "for", "in", "at", "from", "to", "on");

  private final ChunkedSentence sentence;
  private final List<Chunk> chunks;
  private final Lexicon lexicon;

  ClauseReader(ChunkedSentence sentence, Lexicon lexicon) {
    this.sentence = sentence;
    this.chunks = sentence.chunks();
    this.lexicon = lexicon;
  }

  /**
   * A list of noun groups joined by commas and conjunctions.
   *
   * @param groups its members
   * @param begin number of the first chunk
   * @param end number after the last chunk
   */
  record Parties(List<NounGroup> groups, int begin, int end) {
    static final Parties NONE = new Parties(List.of(), -1, -1);

    boolean isEmpty() {
      return groups.isEmpty();
    }
  }

  /**
   * What stands to the right of a trigger.
   *
   * @param object the noun groups right after it
   * @param prepositions by preposition, each of its arguments in order; separate phrases stay apart
   * @param end number of the chunk at which the clause ends
   */
  record Arguments(Parties object, Map<String, List<Parties>> prepositions, int end) {
    List<Parties> of(String preposition) {
      return prepositions.getOrDefault(preposition, List.of());
    }
  }

  Chunk chunk(int i) {
    return i >= 0 && i < chunks.size() ? chunks.get(i) : null;
  }

  /** Whether a chunk is a verb of that form. */
  boolean isVerb(int i, VerbForm form) {
    return chunk(i) instanceof VerbGroup v && v.form() == form;
  }

  private boolean isMark(int i, MarkType type) {
    return chunk(i) instanceof Mark m && m.type() == type;
  }

  private boolean isMark(int i, MarkType one, MarkType other) {
    return isMark(i, one) || isMark(i, other);
  }

  /**
   * "of Benin", "from Accra", or "to Benin" after an office: inside a list of people, what a person
   * is of.
   */
  private boolean ofState(int i) {
    return chunk(i) instanceof Mark m
        && chunk(i - 1) instanceof NounGroup person
        && person.party() != null
        && person.party().type() == EntityType.PERSON
        && (lexicon.is("belonging", m.word())
            || m.word().equals("to")
                && lexicon.is("officer", sentence.token(person.end() - 1).lower()))
        && chunk(i + 1) instanceof NounGroup state
        && !state.inside().isEmpty()
        && (state.party() == null || state.party().type() != EntityType.PERSON);
  }

  int skipBack(int i) {
    while (isMark(i, MarkType.ADVERB) || isMark(i, MarkType.TIME)) {
      i--;
    }
    return i;
  }

  /** Skips adverbs and times, and the prepositions of times: "On | Thursday | X met". */
  private int skipTimes(int i) {
    int back = skipBack(i);
    while (isMark(back, MarkType.PREPOSITION) && isMark(back + 1, MarkType.TIME)) {
      back = skipBack(back - 1);
    }
    return back;
  }

  private int skipForward(int i) {
    while (isMark(i, MarkType.ADVERB) || isMark(i, MarkType.TIME)) {
      i++;
    }
    return i;
  }

  /** The party list that starts at a chunk; empty when that chunk is no party. */
  Parties listFrom(int start, boolean beforeVerb) {
    List<NounGroup> groups = new ArrayList<>();
    int i = start;
    int end = start;
    while (chunk(i) instanceof NounGroup g && g.party() != null) {
      groups.add(g);
      int next = joined(i + 1);
      end = i + 1;
      if (describes(next)) {
        end = next + 1;
        next = joined(end);
      }
      if (!(chunk(next) instanceof NounGroup following)
          || following.party() == null
          || renamed(next)
          || !beforeVerb && startsClause(next)) {
        break;
      }
      i = next;
    }
    return groups.isEmpty() ? Parties.NONE : new Parties(spelledOut(groups), start, end);
  }

  /** Returns the chunk that is joined to the one before a chunk, or -1 where none is. */
  private int joined(int end) {
    int next =
        ofState(end) && isMark(end + 2, MarkType.COMMA, MarkType.CONJUNCTION) ? end + 2 : end;
    boolean joined = false;
    while (true) {
      if (isMark(next, MarkType.COMMA) || isMark(next, MarkType.CONJUNCTION)) {
        joined = true;
        next++;
      } else if (chunk(next) instanceof Mark m
          && (m.type() == MarkType.PREPOSITION && lexicon.is("alongside", m.word())
              || m.type() == MarkType.BREAK && (m.word().equals("&") || m.word().equals("/")))) {
        joined = true;
        next++;
      } else if (joined
          && (isMark(next, MarkType.ADVERB, MarkType.TIME) && isMark(next + 1, MarkType.COMMA)
              || chunk(next) instanceof Mark m && m.word().equals("also"))) {
        next++; // "X and, later, Y"
      } else {
        return joined ? next : -1;
      }
    }
  }

  /** "Ann Other, Norway's youngest minister,": what a state has, after somebody's name. */
  private boolean describes(int i) {
    return chunk(i) instanceof NounGroup g
        && g.party() != null
        && g.owners().contains(g.party())
        && isMark(i - 1, MarkType.COMMA)
        && chunk(i - 2) instanceof NounGroup name
        && name.party() != null
        && name.party().type() == EntityType.PERSON
        && name.party().form() == MentionForm.NAME
        && !sentence.token(g.head()).lower().endsWith("s")
        && (lexicon.isDelegate(sentence.token(g.head()).lemma())
            || lexicon.is("officer", sentence.token(g.head()).lemma()));
  }

  /**
   * "the five permanent members, Britain, France and China": the members alone, where all are
   * named.
   */
  private List<NounGroup> spelledOut(List<NounGroup> groups) {
    for (int i = 0; i + 2 < groups.size(); i++) {
      NounGroup whole = groups.get(i);
      boolean counted =
          whole.party().form() == MentionForm.NOMINAL
              && whole.end() + 1 == groups.get(i + 1).begin()
              && sentence.token(whole.end()).form().equals(",")
              && isOfMembers(whole);
      boolean named =
          groups.subList(i + 1, groups.size()).stream()
              .allMatch(
                  g ->
                      g.party().form() == MentionForm.NAME
                          && g.party().type() == EntityType.POLITY);
      if (counted && named) {
        List<NounGroup> members = new ArrayList<>(groups);
        members.remove(i);
        return List.copyOf(members);
      }
    }
    return List.copyOf(groups);
  }

  /** "the National Front, or NF": another name of the one before it. */
  private boolean renamed(int i) {
    return chunk(i - 1) instanceof Mark or
        && or.word().equals("or")
        && isMark(i - 2, MarkType.COMMA);
  }

  /**
   * The group that says whom somebody described is or stands for: his name, or "an official from
   * Burma's embassy"; -1 if none.
   */
  private int standing(int i) {
    int named = apposed(i);
    boolean acts =
        named < 0
            && chunk(i) instanceof NounGroup g
            && g.party() == null
            && lexicon.isDelegate(sentence.token(g.head()).lemma())
            && isMark(i + 1, MarkType.PREPOSITION)
            && chunk(i + 1) instanceof Mark of
            && lexicon.is("belonging", of.word())
            && chunk(i + 2) instanceof NounGroup side
            && side.party() != null
            && side.party().type() != EntityType.PERSON
            && !side.party().entities().isEmpty();
    return acts ? i + 2 : named;
  }

  private boolean isOfMembers(NounGroup g) {
    for (int i = g.begin(); i < g.end(); i++) {
      if (lexicon.is("manysided", Lexicon.singular(sentence.token(i).lower()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The name that says who a described person is: "his rival, Ann Other", "the head of the board,
   * Ann Other"; -1 when the noun group at a chunk describes nobody whom a name follows.
   */
  private int apposed(int i) {
    if (!(chunk(i) instanceof NounGroup g)
        || g.party() != null
        || !lexicon.is("officer", sentence.token(g.head()).lemma())) {
      return -1;
    }
    if (isMark(i + 1, MarkType.CONJUNCTION)
        && chunk(i + 2) instanceof NounGroup named
        && named.party() != null
        && named.party().form() == MentionForm.NAME
        && (lexicon.is("officer", sentence.token(named.begin()).lower())
            || lexicon.is("consort", sentence.token(named.begin()).lower()))) {
      return i + 2; // "his friend and ally Ann Other", "President and Mrs. Other"
    }
    int next = i + 1;
    while (chunk(next) instanceof Mark m
        && lexicon.is("belonging", m.word())
        && chunk(next + 1) instanceof NounGroup) {
      next += 2;
    }
    return isMark(next, MarkType.COMMA)
            && chunk(next + 1) instanceof NounGroup name
            && name.party() != null
            && name.party().type() == EntityType.PERSON
            && name.party().form() == MentionForm.NAME
            && !startsClause(next + 1)
        ? next + 1
        : -1;
  }

  /** The chunk behind a noun group, and behind the comma that closes its apposition. */
  private int behind(int i) {
    boolean closed =
        chunk(i) instanceof NounGroup g
            && isMark(i + 1, MarkType.COMMA)
            && chunk(skipForward(i + 2)) instanceof VerbGroup
            && IntStream.range(g.begin(), g.end())
                .anyMatch(t -> sentence.token(t).form().equals(","));
    return closed ? i + 2 : i + 1; // "his rival, Ann Other, met"
  }

  /** Whether the noun group is the subject of a verb that follows it. */
  boolean startsClause(int i) {
    int next = skipForward(behind(i));
    if (chunk(next) instanceof VerbGroup v) {
      return v.form() == VerbForm.FINITE;
    }
    // "A, B and C said": the list's last member is followed by the verb
    int guard = 0;
    while ((isMark(next, MarkType.COMMA) || isMark(next, MarkType.CONJUNCTION)) && guard++ < 8) {
      boolean joined = isMark(next, MarkType.CONJUNCTION);
      next++;
      if (!(chunk(next) instanceof NounGroup)) {
        return false;
      }
      next = skipForward(next + 1);
      if (chunk(next) instanceof VerbGroup v) {
        return joined && v.form() == VerbForm.FINITE; // not in "A and B, his office said"
      }
    }
    return false;
  }

  /** The party list that ends at a chunk, read from its beginning. */
  Parties listUntil(int last) {
    int start = last;
    while (true) {
      int i = start - 1;
      boolean joined = false;
      while (isMark(i, MarkType.COMMA)
          || isMark(i, MarkType.CONJUNCTION)
          || chunk(i) instanceof Mark m
              && m.type() == MarkType.PREPOSITION
              && lexicon.is("alongside", m.word())) {
        joined = true;
        i--;
      }
      if (joined && ofState(i - 1)) {
        i -= 2;
      }
      boolean fronted =
          isMark(start - 1, MarkType.COMMA)
              && isMark(i - 1, MarkType.PREPOSITION)
              && (i == 1 || isMark(i - 2, MarkType.BREAK)); // "At the UN, X and Y met"
      if (joined && !fronted && chunk(i) instanceof NounGroup g && g.party() != null) {
        start = i;
      } else {
        break;
      }
    }
    return listFrom(start, true);
  }

  /**
   * Finds the subject that a verb or an event noun takes in its clause, searching to the left.
   *
   * @param at number of the trigger's chunk
   */
  Parties subject(int at) {
    int i = at - 1;
    boolean crossedVerb = false;
    while (i >= 0) {
      Chunk c = chunks.get(i);
      if (c instanceof Mark m) {
        if (m.type() == MarkType.RELATIVE) {
          Parties antecedent = antecedent(i);
          if (crossedVerb
              && !antecedent.isEmpty()
              && isMark(i - 1, MarkType.COMMA)
              && isMark(skipBack(at - 1), MarkType.COMMA)) {
            return listUntil(antecedent.begin()); // "X and Y, who had quarrelled, met"
          }
          if (crossedVerb && resumes(at) && opensAside(i)) {
            i--; // "X called Y, who was ill, and met"
            continue;
          }
          if (!antecedent.isEmpty() || m.word().equals("where")) {
            return antecedent;
          }
          return Parties.NONE;
        }
        if (m.type() == MarkType.SUBORDINATOR) {
          // a finite clause of its own; its subject should have come before the conjunction
          if (!crossedVerb && i == at - 1) {
            i--;
            continue;
          }
          return Parties.NONE;
        }
        if (m.type() == MarkType.BREAK && hardBreak(m.word())) {
          return Parties.NONE;
        }
        i--;
        continue;
      }
      if (c instanceof VerbGroup) {
        crossedVerb = true;
        i--;
        continue;
      }
      NounGroup g = (NounGroup) c;
      if (g.party() == null && lexicon.is("possessive", sentence.token(g.begin()).lower())) {
        int owner = skipBack(i - 1) - 1;
        if (isMark(owner + 1, MarkType.CONJUNCTION)
            && chunk(owner) instanceof NounGroup o
            && o.party() != null
            && subjectOfNext(i)) {
          i = owner; // "X and his delegation arrived"
          continue;
        }
      }
      int start = listStart(i);
      int before = skipTimes(start - 1);
      if (isMark(before, MarkType.CONJUNCTION)
          && chunk(before - 1) instanceof NounGroup other
          && other.party() == null
          && !subjectOfNext(i)
          && chunk(skipTimes(before - 2)) instanceof VerbGroup) {
        i = before - 1; // "met government and opposition leaders": both are the verb's object
        continue;
      }
      boolean conjunction =
          opensClause(before) && subjectOfNext(i); // "as she visits", "after she arrives for"
      boolean absolute =
          chunk(before) instanceof Mark with
              && with.word().equals("with")
              && isVerb(i + 1, VerbForm.GERUND); // "with X planning calls"
      if (isMark(before, MarkType.PREPOSITION)
          && !isListWord(before)
          && !conjunction
          && !absolute) {
        i = before - 1;
        continue;
      }
      if (chunk(before) instanceof VerbGroup) {
        if (!subjectOfNext(i)) {
          i = before; // the object of that verb
          continue;
        }
      }
      if (isMark(before, MarkType.COMMA) && closesAside(before)) {
        // "X, speaking in Y, met": the noun before the comma pair is the subject
        if (g.party() == null) {
          i = before - 1;
          continue;
        }
      }
      if (crossedVerb && isMark(before, MarkType.RELATIVE) && resumes(at) && opensAside(before)) {
        i = before - 1; // "X drove to Y, where Z lives, and met"
        continue;
      }
      if (g.party() != null) {
        return listUntil(i);
      }
      Parties speaker = speaker(g, before);
      if (!speaker.isEmpty() && subjectOfNext(i)) {
        return speaker;
      }
      if (!crossedVerb && !lexicon.isEventNoun(sentence, g) && subjectOfNext(i)) {
        return Parties.NONE; // the verb has a subject, and it is nobody who can act
      }
      if (crossedVerb && subjectOfNext(i)) {
        return Parties.NONE;
      }
      i = start - 1;
    }
    return Parties.NONE;
  }

  private boolean opensAside(int relative) {
    return isMark(relative - 1, MarkType.COMMA);
  }

  /** Whether a verb goes on after an aside: ", and met". */
  private boolean resumes(int verb) {
    int i = skipBack(verb - 1);
    return isMark(i, MarkType.CONJUNCTION) && isMark(i - 1, MarkType.COMMA);
  }

  /**
   * Whom an unresolved pronoun stands for that opens reported speech: "Israel said it would meet".
   *
   * @param pronoun the noun group
   * @param before number of the chunk before it
   */
  private Parties speaker(NounGroup pronoun, int before) {
    int verb = isMark(before, MarkType.SUBORDINATOR) ? skipBack(before - 1) : before;
    if (pronoun.end() - pronoun.begin() != 1
        || !lexicon.is("speaker", sentence.token(pronoun.head()).lower())
        || !(chunk(verb) instanceof VerbGroup v)
        || !lexicon.is("reporting", v.lemma())) {
      return Parties.NONE;
    }
    Parties subject = subject(verb);
    boolean one = sentence.token(pronoun.head()).lower().equals("it");
    boolean fits =
        one
            ? subject.groups().size() == 1
                && subject.groups().get(0).party().type() != EntityType.PERSON
            : subject.groups().size() > 1
                || subject.groups().stream().anyMatch(s -> s.party().type() != EntityType.PERSON);
    return fits ? subject : Parties.NONE;
  }

  private boolean isListWord(int i) {
    return chunk(i) instanceof Mark m && lexicon.is("alongside", m.word());
  }

  private static boolean hardBreak(String word) {
    return !Set.of("-", "(", ")", "[", "]", "\"", "'", "/", "--", "–").contains(word);
  }

  private boolean closesAside(int comma) {
    for (int i = comma - 1; i >= 0; i--) {
      if (isMark(i, MarkType.COMMA)) {
        return true;
      }
    }
    return false;
  }

  private boolean subjectOfNext(int i) {
    int next = skipForward(behind(i));
    return chunk(next) instanceof VerbGroup v && v.form() == VerbForm.FINITE;
  }

  private int listStart(int last) {
    Parties p =
        chunks.get(last) instanceof NounGroup g && g.party() != null
            ? listUntil(last)
            : Parties.NONE;
    return p.isEmpty() || p.end() <= last ? last : p.begin();
  }

  /**
   * The subject of the main clause that a gerund or an event noun stands before: "After visiting
   * Oslo, she said", "At talks in Oslo, she said".
   *
   * @param before number of the gerund's or noun's chunk
   */
  Parties subjectAfter(int before) {
    for (int i = before + 1; i < chunks.size(); i++) {
      if (isMark(i, MarkType.BREAK) && hardBreak(((Mark) chunks.get(i)).word())
          || chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        return Parties.NONE;
      }
      if (isMark(i - 1, MarkType.COMMA)
          && chunk(i) instanceof NounGroup g
          && g.party() != null
          && startsClause(i)) {
        return listFrom(i, true);
      }
    }
    return Parties.NONE;
  }

  /**
   * Who is said to report the clause in which a noun stands, where the clause has no party for its
   * subject: "Russia says differences remain in talks".
   */
  Parties reporter(int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (isMark(i, MarkType.RELATIVE) || isMark(i, MarkType.BREAK)) {
        return Parties.NONE;
      }
      if (chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        Parties subject = subject(i);
        if (lexicon.is("reporting", v.lemma())) {
          return v.passive() || v.negated() ? Parties.NONE : subject;
        }
        if (!subject.isEmpty()) {
          return Parties.NONE;
        }
      }
    }
    return Parties.NONE;
  }

  /**
   * The verb of the main clause that a phrase stands before, after a comma: "Following the talks,
   * she will fly home"; -1 if none.
   *
   * @param at number of a chunk of the phrase
   */
  int verbAfter(int at) {
    boolean comma = false;
    for (int i = at + 1; i < chunks.size(); i++) {
      comma |= isMark(i, MarkType.COMMA);
      if (isMark(i, MarkType.BREAK) && hardBreak(((Mark) chunks.get(i)).word())) {
        return -1;
      }
      if (chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        return comma ? i : -1;
      }
    }
    return -1;
  }

  /** The noun before a relative pronoun. */
  private Parties antecedent(int relative) {
    int i = relative - 1;
    while (i >= 0
        && (isMark(i, MarkType.COMMA)
            || isMark(i, MarkType.ADVERB)
            || isMark(i, MarkType.TIME)
            || isMark(i, MarkType.PREPOSITION))) {
      i--;
    }
    if (ofState(i - 1)) {
      i -= 2;
    }
    if (chunk(i) instanceof NounGroup g && g.party() != null) {
      return together(relative + 1) ? listUntil(i) : new Parties(List.of(g), i, i + 1);
    }
    return Parties.NONE;
  }

  /** "X and Y, who met in Oslo": a verb of several who do it with each other. */
  private boolean together(int verb) {
    if (!(chunk(verb) instanceof VerbGroup v) || v.passive()) {
      return false;
    }
    Arguments arguments = arguments(verb);
    return lexicon.is("assembling", v.lemma())
        && arguments.object().isEmpty()
        && arguments.of("with").isEmpty();
  }

  /**
   * The object of a verb behind a phrase of place: "received at the palace a delegation from Chad".
   *
   * @param at number of the first chunk behind the verb
   */
  private Parties shifted(int at) {
    if (!isMark(at, MarkType.PREPOSITION)
        || !lexicon.is("venue", ((Mark) chunks.get(at)).word())
        || !(chunk(at + 1) instanceof NounGroup venue)
        || venue.party() != null && venue.party().type() != EntityType.PLACE) {
      return Parties.NONE;
    }
    int next = skipForward(at + 2);
    if (isMark(next, MarkType.PREPOSITION) && isMark(next + 1, MarkType.TIME)) {
      next = skipForward(next + 2); // "in Oslo on Friday"
    }
    return chunk(next) instanceof NounGroup object
            && object.party() != null
            && object.party().type() != EntityType.PLACE
            && !startsClause(next)
        ? listFrom(next, false)
        : Parties.NONE;
  }

  /**
   * Reads what follows a trigger up to the end of its clause.
   *
   * @param at number of the trigger's chunk
   */
  Arguments arguments(int at) {
    Parties object = Parties.NONE;
    Map<String, List<Parties>> prepositions = new LinkedHashMap<>();
    int i = skipForward(at + 1);
    if (chunk(i) instanceof NounGroup g && !(chunks.get(at) instanceof NounGroup)) {
      int named = standing(i);
      if (g.party() != null || named > 0) {
        object = listFrom(g.party() != null ? i : named, false);
        i = object.end();
      } else {
        i++;
      }
    }
    if (object.isEmpty() && chunks.get(at) instanceof VerbGroup v && !v.passive()) {
      object = shifted(i);
    }
    int asides = 0;
    boolean ofAnother =
        object.isEmpty()
            && i > at + 1
            && chunk(i - 1) instanceof NounGroup o
            && lexicon.isEventNoun(sentence, o);
    while (i < chunks.size()) {
      Chunk c = chunks.get(i);
      if (c instanceof Mark m) {
        switch (m.type()) {
          case PREPOSITION -> {
            String word = m.word();
            int next = skipForward(i + 1);
            if (chunk(next) instanceof NounGroup g) {
              int named = standing(next);
              if (g.party() != null || named > 0) {
                Parties list =
                    listFrom(g.party() != null ? next : named, chunks.get(at) instanceof NounGroup);
                boolean origin =
                    word.equals("of")
                        && chunk(i - 1) instanceof NounGroup person
                        && person.party() != null
                        && person.party().type() == EntityType.PERSON; // "Jacques Chirac of France"
                boolean aside =
                    isMark(skipBack(i - 1), MarkType.COMMA)
                        && word.equals("with")
                        && !(chunk(list.end()) instanceof Mark as
                            && as.word().equals("as")); // ", with X beside him", but "as host"
                boolean agent =
                    word.equals("by") && chunks.get(at) instanceof VerbGroup v && v.passive();
                boolean absolute =
                    aside
                        && isVerb(list.end(), VerbForm.GERUND); // "a summit, with X planning calls"
                if ((!ofAnother || agent)
                    && !origin
                    && !ofStrife(at, i, word)
                    && !absolute
                    && !(aside && !(chunks.get(at) instanceof NounGroup))) {
                  prepositions.computeIfAbsent(word, k -> new ArrayList<>()).add(list);
                }
                i = list.end();
              } else {
                // "spoke after talks with X": X belongs to the talks
                ofAnother |= lexicon.isEventNoun(sentence, g) && !meetsBeside(at, i);
                i = next + 1;
              }
            } else {
              i = next;
            }
            continue;
          }
          case TIME, ADVERB -> {
            i++;
            continue;
          }
          case CONJUNCTION -> {
            int next = skipForward(i + 1);
            if (isMark(next, MarkType.PREPOSITION)) {
              i = next;
              continue;
            }
            if (chunk(next) instanceof NounGroup g && g.party() == null && !startsClause(next)) {
              i = next + 1;
              continue;
            }
            return new Arguments(object, prepositions, i);
          }
          case COMMA -> {
            int next = skipForward(i + 1);
            if (isMark(next, MarkType.PREPOSITION) && asides++ < 3) {
              i = next;
              continue;
            }
            int behind = Math.max(pastAside(i), pastOthers(i));
            if (behind > 0) {
              i = behind;
              continue;
            }
            return new Arguments(object, prepositions, i);
          }
          case BREAK -> {
            int behind = pastAside(i);
            if (Set.of("(", ")", "[", "]").contains(m.word()) || behind > 0) {
              i = Math.max(i + 1, behind);
              continue;
            }
            return new Arguments(object, prepositions, i);
          }
          case RELATIVE -> {
            if (!occurs(at, i + 1)) {
              return new Arguments(object, prepositions, i);
            }
            i += 2; // "a meeting that was planned for Friday between"
            continue;
          }
          default -> {
            return new Arguments(object, prepositions, i);
          }
        }
      }
      if (c instanceof VerbGroup v) {
        if (v.form() == VerbForm.FINITE || v.form() == VerbForm.GERUND) {
          return new Arguments(object, prepositions, i);
        }
        if (v.form() == VerbForm.INFINITIVE) {
          return new Arguments(object, prepositions, i);
        }
        i++;
        continue;
      }
      // a bare noun group after the object: apposition or the next clause
      if (startsClause(i)) {
        return new Arguments(object, prepositions, i);
      }
      i++;
    }
    return new Arguments(object, prepositions, chunks.size());
  }

  /**
   * "met Ann Other, head of a small party, in Oslo", "Ann Other, who heads a party, in Oslo": the
   * chunk behind what tells who somebody is, where the clause goes on with a place or a time.
   *
   * @param mark number of the chunk of the comma or dash behind the name
   * @return the number, or -1 where no such words stand there
   */
  private int pastAside(int mark) {
    boolean named =
        chunk(mark - 1) instanceof NounGroup name
            && name.party() != null
            && name.party().type() == EntityType.PERSON;
    int end = named ? Math.max(description(mark + 1), related(mark + 1)) : -1;
    return end > 0
            && chunk(end) instanceof Mark close
            && chunk(mark) instanceof Mark open
            && close.type() == open.type()
            && close.word().equals(open.word())
            && isMark(end + 1, MarkType.PREPOSITION, MarkType.TIME)
        ? end + 1
        : -1;
  }

  /**
   * "met the minister, Ann Other, and aides in Oslo": the chunk behind others without a name at the
   * end of a list, or -1 where the next clause begins there.
   */
  private int pastOthers(int comma) {
    int others = comma + 2;
    if (!isMark(comma + 1, MarkType.CONJUNCTION)
        || !(chunk(others) instanceof NounGroup g)
        || g.party() != null) {
      return -1;
    }
    for (int i = others + 1; i < chunks.size() && !isMark(i, MarkType.BREAK); i++) {
      if (chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        return -1;
      }
    }
    return others + 1;
  }

  /** Returns the chunk behind "head of a party in exile", or -1. */
  private int description(int begin) {
    if (!(chunk(begin) instanceof NounGroup g)
        || g.party() != null
        || lexicon.isEventNoun(sentence, g)
        || startsClause(begin)) {
      return -1;
    }
    int i = begin + 1;
    while (chunk(i) instanceof Mark m
        && (m.type() == MarkType.PREPOSITION && APPOSED.contains(m.word())
            || m.type() == MarkType.CONJUNCTION)
        && chunk(i + 1) instanceof NounGroup) {
      i += 2;
      while (chunk(i) instanceof NounGroup) {
        i++; // "of Peru's opposition | National Front"
      }
    }
    return i;
  }

  /** Returns the chunk behind "who heads a party", or -1. */
  private int related(int begin) {
    int i = begin;
    while (i < chunks.size()
        && !isMark(i, MarkType.COMMA)
        && !isMark(i, MarkType.BREAK)
        && (i == begin) == isMark(i, MarkType.RELATIVE)) {
      i++;
    }
    return i > begin + 1 ? i : -1;
  }

  /** "met on the sidelines of the summit with", "talks on the sidelines": it takes whom follows. */
  private boolean meetsBeside(int at, int preposition) {
    boolean meets =
        chunk(at) instanceof VerbGroup v
            ? lexicon.is("assembling", v.lemma())
            : chunk(at) instanceof NounGroup g && lexicon.isEventNoun(sentence, g);
    return meets
        && preposition == skipForward(at + 1)
        && chunk(preposition) instanceof Mark m
        && lexicon.is("margin", m.word());
  }

  /** "spoke by phone with A and later met B": whether the words before "and" are another verb's. */
  boolean joinsPredicates(int and) {
    return isMark(and, MarkType.CONJUNCTION) && !(chunk(and + 1) instanceof NounGroup);
  }

  /** Whether a noun group tells beside what somebody meets whom the text names after it. */
  boolean besideMeeting(int noun) {
    return meetsBeside(skipBack(noun - 2), noun - 1);
  }

  /** The end of a verb's clause, past the infinitive right after it: "is set to open in Oslo". */
  int extent(int verb) {
    int last = verb;
    while (chunk(last + 1) instanceof VerbGroup next
            && (next.form() == VerbForm.INFINITIVE || last > verb)
        || isArrangement(last + 1) && chunk(last + 2) instanceof VerbGroup) {
      last++; // "to be", "held", "due to"
    }
    return arguments(last).end();
  }

  /** "scheduled for", "due to begin": a participle or adjective that tells when something is. */
  boolean isArrangement(int i) {
    Chunk c = chunk(i);
    return c != null
        && !(c instanceof Mark)
        && (!(c instanceof VerbGroup v)
            || v.form() == VerbForm.PARTICIPLE
            || isMark(i - 1, MarkType.COMMA))
        && c.end() - c.begin() == 1
        && lexicon.is("arranged", sentence.token(c.begin()).lower());
  }

  /** Whether a relative clause begins in a range of chunks, but one on a person in commas. */
  boolean hasRelative(int begin, int end) {
    for (int i = begin; i < end; i++) {
      boolean aside =
          isMark(i - 1, MarkType.COMMA)
              && isMark(end - 1, MarkType.COMMA)
              && chunk(i) instanceof Mark who
              && Set.of("who", "whose").contains(who.word());
      if (isMark(i, MarkType.RELATIVE) && !aside) {
        return true;
      }
    }
    return false;
  }

  /**
   * "a summit in the shadow of a dispute between X and Y": they are in dispute, not at the summit.
   */
  private boolean ofStrife(int at, int preposition, String word) {
    return lexicon.is("mutual", word)
        && preposition - 1 != at
        && chunk(preposition - 1) instanceof NounGroup noun
        && lexicon.isHead("strife", sentence, noun);
  }

  /**
   * Further objects after the time or the place of the first, each with its own: "met Ann Other on
   * Monday and Jan Novak in Oslo".
   *
   * @param first what stands to the right of the verb, up to the conjunction
   * @param through prepositions that may be said again before a further object
   * @param said whether they must be: "was received by Ann Other in Oslo and by Jan Novak"
   */
  List<Parties> gapped(Arguments first, Set<String> through, boolean said) {
    List<Parties> further = new ArrayList<>();
    int i = first.end();
    while (isMark(i, MarkType.COMMA, MarkType.CONJUNCTION)) {
      boolean joined = isMark(i, MarkType.CONJUNCTION);
      i++;
      if (isMark(i, MarkType.CONJUNCTION)) {
        joined = true;
        i++;
      }
      i = skipForward(i);
      if (isMark(i, MarkType.PREPOSITION)
          && chunk(i + 2) instanceof Mark m
          && through.contains(m.word())) {
        i += 2; // "and in Oslo by"
      }
      boolean repeated = chunk(i) instanceof Mark m && through.contains(m.word());
      if (repeated) {
        i++;
      }
      Parties next =
          chunk(i) instanceof NounGroup && (repeated || !said) ? listFrom(i, false) : Parties.NONE;
      if (!joined || next.isEmpty() || renamed(next.begin()) || startsLater(next.end())) {
        return further;
      }
      further.add(next);
      i = arguments(next.end() - 1).end();
    }
    return further;
  }

  /** Whether a finite verb follows after phrases: then what stands before it is its subject. */
  private boolean startsLater(int i) {
    for (int j = i; j < chunks.size(); j++) {
      if (chunk(j) instanceof VerbGroup v) {
        return v.form() == VerbForm.FINITE || v.form() == VerbForm.GERUND;
      }
      if (isMark(j, MarkType.COMMA) && chunk(j + 1) instanceof NounGroup && startsClause(j + 1)) {
        return false; // ", his office said"
      }
      if (chunk(j) instanceof Mark m
          && (m.type() == MarkType.BREAK
              || m.type() == MarkType.SUBORDINATOR
              || m.type() == MarkType.RELATIVE)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a verb tells only when or where the event is held that a noun names. */
  private boolean occurs(int noun, int verb) {
    return chunk(noun) instanceof NounGroup g
        && lexicon.isEventNoun(sentence, g)
        && chunk(verb) instanceof VerbGroup v
        && v.passive()
        && lexicon.is("occurring", sentence.token(v.head()).lower());
  }

  /**
   * The verb whose object, or whose prepositional phrase, the noun group at a chunk is; empty if
   * none.
   */
  Optional<Governor> governor(int at) {
    int before = skipBack(at - 1);
    if (chunk(before) instanceof Mark m
        && m.word().equals("of")
        && chunk(before - 1) instanceof NounGroup measure
        && lexicon.isHead("measure", sentence, measure)) {
      return governor(before - 1); // "held a round of talks"
    }
    if (chunk(before) instanceof Mark m
        && m.word().equals("of")
        && chunk(before - 1) instanceof Mark length
        && length.type() == MarkType.TIME) {
      return governorOfLength(before - 1, length); // "after two days of talks"
    }
    if (chunk(before) instanceof Mark m && m.type() == MarkType.PREPOSITION) {
      int verb = verbBefore(before - 1);
      return Optional.of(new Governor(verb, m.word()));
    }
    if (chunk(before) instanceof VerbGroup v) {
      boolean told = lexicon.governor(v.lemma()).filter(c -> c.status().isEmpty()).isPresent();
      boolean reported =
          lexicon.is("reporting", v.lemma())
              && !told
              && predicate(at) >= 0; // "says talks will open"
      return reported ? Optional.empty() : Optional.of(new Governor(before, ""));
    }
    if (isMark(before, MarkType.CONJUNCTION) && chunk(before - 1) instanceof NounGroup) {
      return governor(before - 1);
    }
    return Optional.empty();
  }

  private Optional<Governor> governorOfLength(int at, Mark length) {
    String first = sentence.token(length.begin()).lower();
    if (lexicon.isContext(first)) {
      return Optional.of(new Governor(verbBefore(at - 1), first));
    }
    if (chunk(at - 1) instanceof Mark m && lexicon.isContext(m.word())) {
      return Optional.of(new Governor(verbBefore(at - 2), m.word()));
    }
    return governor(at);
  }

  /**
   * How an event noun hangs in its clause.
   *
   * @param verb number of the verb's chunk, or -1
   * @param preposition the preposition between the two, or empty for a direct object
   */
  record Governor(int verb, String preposition) {}

  private int verbBefore(int i) {
    while (i >= 0) {
      Chunk c = chunks.get(i);
      if (c instanceof VerbGroup) {
        return i;
      }
      if (c instanceof Mark m
          && (m.type() == MarkType.SUBORDINATOR
              || m.type() == MarkType.RELATIVE
              || m.type() == MarkType.BREAK && hardBreak(m.word()))) {
        return -1;
      }
      i--;
    }
    return -1;
  }

  /** The finite verb of which the noun group at a chunk is the subject; -1 if none. */
  int predicate(int at) {
    int i = at + 1;
    int depth = 0;
    while (i < chunks.size()) {
      Chunk c = chunks.get(i);
      if (c instanceof VerbGroup v) {
        if (v.form() == VerbForm.FINITE && depth == 0) {
          return i;
        }
        if (v.form() == VerbForm.FINITE) {
          depth--;
        }
      } else if (c instanceof Mark m) {
        if (m.type() == MarkType.RELATIVE) {
          depth++;
        } else if (m.type() == MarkType.SUBORDINATOR
            || m.type() == MarkType.BREAK && hardBreak(m.word())) {
          return -1;
        }
      } else if (c instanceof NounGroup
          && depth == 0
          && startsClause(i)
          && (!isMark(skipBack(i - 1), MarkType.PREPOSITION) || opensClause(skipBack(i - 1)))
          && !isMark(skipBack(i - 1), MarkType.CONJUNCTION)
          && !(chunk(i - 1) instanceof VerbGroup v && v.form() != VerbForm.FINITE)) {
        return -1; // no object of "talks on cutting arms will open"
      }
      i++;
    }
    return -1;
  }

  /** "since the war ended": a preposition before a clause of its own. */
  private boolean opensClause(int i) {
    return chunk(i) instanceof Mark m && lexicon.is("clauseopener", m.word());
  }

  /**
   * The verb that governs an infinitive or gerund: "plans to meet", "agreed ... to meet"; -1 if
   * none.
   */
  int controller(int at) {
    int i = at - 1;
    int nouns = 0;
    while (i >= 0) {
      Chunk c = chunks.get(i);
      if (c instanceof VerbGroup) {
        return i;
      }
      if (c instanceof NounGroup) {
        if (++nouns > 4) {
          return -1;
        }
      } else if (c instanceof Mark m
          && (m.type() == MarkType.SUBORDINATOR
              || m.type() == MarkType.RELATIVE
              || m.type() == MarkType.BREAK && hardBreak(m.word()))) {
        return -1;
      }
      i--;
    }
    return -1;
  }

  /**
   * Whether the noun group at a chunk has an ordinal that makes what an infinitive after it tells a
   * fact: "the first leader to visit".
   */
  boolean ranked(int at) {
    if (!(chunk(at) instanceof NounGroup g)) {
      return false;
    }
    for (int i = g.begin(); i < g.head(); i++) {
      if (lexicon.is("rank", sentence.token(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** The preposition, or any other chunk, before a noun group: adverbs and times are skipped. */
  int wordBefore(int at) {
    return skipBack(at - 1);
  }

  /** The noun group just before a chunk, skipping adverbs and times; -1 if none. */
  int nounBefore(int at) {
    int i = skipBack(at - 1);
    return chunk(i) instanceof NounGroup ? i : -1;
  }
}
