package org.entente.extraction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Parties;

/**
 * Finds who is said to have come along ("accompanied by", "joined from the Russian side") and who
 * is said to have been left out ("was not present", "excluded"); both belong to an event told
 * elsewhere.
 */
final class Companions {
  /**
   * A note on an event told elsewhere.
   *
   * @param sentence number of the sentence
   * @param known agents that the event has already; may be empty
   * @param added agents who came along
   * @param absent agents who were not there
   */
  record Note(int sentence, Set<Integer> known, Set<Integer> added, Set<Integer> absent) {}

  private static final Set<String> COME_ALONG = Set.of("accompany", "join", "flank");
  private static final Set<String> LEAVE_OUT =
      Set.of("exclude", "omit", "bar", "sideline", "uninvite", "disinvite");
  private static final Set<String> BE_THERE =
      Set.of(
          "present",
          "invited",
          "included",
          "there",
          "attend",
          "invite",
          "include",
          "participate",
          "represented",
          "represent");
  private static final Set<String> STAY_AWAY = Set.of("boycott", "skip", "snub");

  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final List<Entity> entities;

  Companions(ChunkedSentence sentence, Lexicon lexicon, List<Entity> entities) {
    this.sentence = sentence;
    this.clause = new ClauseReader(sentence, lexicon);
    this.entities = entities;
  }

  List<Note> find() {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < sentence.chunks().size(); i++) {
      if (clause.chunk(i) instanceof VerbGroup v) {
        verb(i, v, notes);
      } else if (clause.chunk(i) instanceof NounGroup g
          && sentence.token(g.head()).lemma().equals("absence")) {
        Set<Integer> gone = new LinkedHashSet<>();
        g.owners().forEach(o -> gone.addAll(o.entities()));
        for (Parties p : clause.arguments(i).of("of")) {
          gone.addAll(ids(p));
        }
        note(notes, Set.of(), Set.of(), gone);
      }
    }
    return notes;
  }

  private void verb(int at, VerbGroup v, List<Note> notes) {
    if (COME_ALONG.contains(v.lemma())) {
      Parties subject = clause.subject(at);
      ClauseReader.Arguments arguments = clause.arguments(at);
      if (v.passive()) {
        Set<Integer> by = new LinkedHashSet<>();
        arguments.of("by").forEach(p -> by.addAll(ids(p)));
        if (subject.isEmpty() && v.form() == Chunk.VerbForm.PARTICIPLE) {
          subject =
              clause.nounBefore(at) >= 0 ? clause.listFrom(clause.nounBefore(at), true) : subject;
        }
        note(notes, ids(subject), by, Set.of());
      } else if (!arguments.object().isEmpty()) {
        note(notes, ids(arguments.object()), ids(subject), Set.of());
      } else if (v.lemma().equals("join") || v.lemma().equals("participate")) {
        boolean side =
            sentence
                .words(v.begin(), sentence.sentence().tokens().size())
                .matches(".*\\b(side|talks|meeting|discussion|discussions|delegation)\\b.*");
        if (side && subject.groups().size() > 0) {
          note(notes, Set.of(), ids(subject), Set.of());
        }
      }
      return;
    }
    if (v.lemma().equals("participate")
        && !v.negated()
        && v.modal().isEmpty()
        && clause.arguments(at).of("in").isEmpty()
        && sentence.words(0, v.begin()).contains(" side")) {
      note(notes, Set.of(), ids(clause.subject(at)), Set.of());
      return;
    }
    if (LEAVE_OUT.contains(v.lemma()) && !v.negated()) {
      ClauseReader.Arguments arguments = clause.arguments(at);
      note(
          notes,
          Set.of(),
          Set.of(),
          v.passive() ? ids(clause.subject(at)) : ids(arguments.object()));
      return;
    }
    if (STAY_AWAY.contains(v.lemma()) && !v.negated() && v.modal().isEmpty()) {
      note(notes, Set.of(), Set.of(), ids(clause.subject(at)));
      return;
    }
    if (v.negated() && v.modal().isEmpty()) {
      boolean there = BE_THERE.contains(v.lemma());
      if (v.lemma().equals("be")) {
        Chunk next = clause.chunk(at + 1);
        if (next instanceof NounGroup g) {
          there = BE_THERE.contains(sentence.token(g.head()).lower());
        } else if (next instanceof Mark m && m.type() == MarkType.ADVERB) {
          there = BE_THERE.contains(m.word());
        } else if (next instanceof Mark m && m.type() == MarkType.PREPOSITION) {
          there =
              Set.of("at", "among").contains(m.word())
                  && sentence
                      .words(m.end(), sentence.sentence().tokens().size())
                      .matches("(the |those )?(table|talks|summit|meeting|present|room|invited).*");
        }
      }
      if (there) {
        note(notes, Set.of(), Set.of(), ids(clause.subject(at)));
      }
      return;
    }
    if (v.lemma().equals("stay")
        && sentence
            .words(v.end(), Math.min(v.end() + 1, sentence.sentence().tokens().size()))
            .equals("away")) {
      note(notes, Set.of(), Set.of(), ids(clause.subject(at)));
    }
    if (v.lemma().equals("be")
        && clause.chunk(at + 1) instanceof NounGroup g
        && sentence.token(g.head()).lower().equals("absent")) {
      note(notes, Set.of(), Set.of(), ids(clause.subject(at)));
    }
    if (v.lemma().equals("leave")
        && v.passive()
        && sentence
            .words(v.end(), Math.min(v.end() + 1, sentence.sentence().tokens().size()))
            .equals("out")) {
      note(notes, Set.of(), Set.of(), ids(clause.subject(at)));
    }
  }

  private Set<Integer> ids(Parties parties) {
    Set<Integer> ids = new LinkedHashSet<>();
    for (NounGroup g : parties.groups()) {
      for (int id : g.party().entities()) {
        if (entities.get(id).type() != EntityType.PLACE) {
          ids.add(id);
        }
      }
    }
    return ids;
  }

  private void note(List<Note> notes, Set<Integer> known, Set<Integer> added, Set<Integer> absent) {
    if (!added.isEmpty() || !absent.isEmpty()) {
      notes.add(new Note(sentence.number(), known, added, absent));
    }
  }
}
