package org.entente.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.TimeExpression;
import org.entente.document.BlockKind;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Governor;

/**
 * What the models of status and kind see of a possible event: its trigger, the words that govern
 * it, tense and negation, the words around it, and what the patterns say.
 */
final class EventFeatures {
  private static final Set<String> CONTENT = Set.of("VERB", "NOUN", "ADJ", "ADV", "AUX", "PART");

  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final List<Entity> entities;
  private final Lexicon lexicon;
  private final Optional<LocalDate> published;

  EventFeatures(
      ChunkedSentence sentence,
      Lexicon lexicon,
      List<Entity> entities,
      Optional<LocalDate> published) {
    this.sentence = sentence;
    this.clause = new ClauseReader(sentence, lexicon);
    this.entities = entities;
    this.lexicon = lexicon;
    this.published = published;
  }

  /**
   * Returns the features of a possible event.
   *
   * @param c the possible event, with what the patterns say of it
   */
  List<String> of(Candidate c) {
    List<String> f = new ArrayList<>();
    String rule = c.open ? "open" : c.rule;
    String word = word(c.triggerChunk);
    f.add("b");
    f.add("word=" + word);
    f.add("rule=" + rule);
    f.add("rule=" + rule + "," + c.status);
    f.add("rs=" + c.status);
    f.add("rs=" + c.status + "," + word);
    f.add("kind=" + c.kind);
    f.add("back=" + c.background + c.anaphoric);
    f.add("headline=" + (sentence.sentence().kind() == BlockKind.HEADLINE));
    parties(f, c, word);
    if (clause.chunk(c.triggerChunk) instanceof VerbGroup v) {
      verb(f, v, "t");
      if (v.form() != VerbForm.FINITE) {
        int controller = clause.controller(c.triggerChunk);
        if (clause.chunk(controller) instanceof VerbGroup g) {
          verb(f, g, "c");
          f.add("cw=" + g.lemma() + "," + g.negated() + "," + v.form());
        } else {
          f.add("c=none");
        }
        for (int i = c.triggerChunk - 1; i > controller && i >= 0 && i >= c.triggerChunk - 5; i--) {
          if (clause.chunk(i) instanceof NounGroup n) {
            f.add("cn=" + head(n));
          }
        }
      }
    } else if (clause.chunk(c.triggerChunk) instanceof NounGroup n) {
      noun(f, n, c.triggerChunk);
    }
    int first = clauseBegin(c.triggerChunk);
    int last = clauseEnd(c.triggerChunk);
    for (int i = first; i < last; i++) {
      Chunk chunk = clause.chunk(i);
      if (i == c.triggerChunk) {
        continue;
      }
      if (chunk instanceof VerbGroup v) {
        f.add((i < c.triggerChunk ? "lv=" : "rv=") + v.lemma() + (v.negated() ? "!" : ""));
        if (!v.modal().isEmpty()) {
          f.add((i < c.triggerChunk ? "lm=" : "rm=") + v.modal());
        }
      } else if (chunk instanceof Mark m) {
        if (m.type() == MarkType.SUBORDINATOR || m.type() == MarkType.ADVERB) {
          f.add((i < c.triggerChunk ? "la=" : "ra=") + m.word());
        }
      }
    }
    words(f, c.triggerChunk, first, last);
    beforeAndAfter(f, c.triggerChunk);
    times(f, c);
    f.add("open=" + opening());
    return f;
  }

  private void parties(List<String> f, Candidate c, String word) {
    int persons = 0;
    int polities = 0;
    int bodies = 0;
    for (int id : c.parties.keySet()) {
      switch (entities.get(id).type()) {
        case PERSON -> persons++;
        case POLITY -> polities++;
        default -> bodies++;
      }
    }
    f.add("n=" + Math.min(4, c.parties.size()));
    f.add("n=" + Math.min(4, c.parties.size()) + "," + word);
    f.add("who=" + Math.min(3, persons) + Math.min(3, polities) + Math.min(3, bodies));
    f.add("who=" + Math.min(3, persons) + Math.min(3, polities) + Math.min(3, bodies) + "," + word);
    int agents = 0;
    for (Mention m : sentence.mentions()) {
      agents +=
          m.type() != EntityType.PLACE && m.form() != MentionForm.PRONOUN && !m.entities().isEmpty()
              ? 1
              : 0;
    }
    f.add("agents=" + Math.min(agents, 5));
  }

  private void verb(List<String> f, VerbGroup v, String role) {
    f.add(role + "v=" + v.lemma() + "," + v.form());
    f.add(role + "f=" + v.form() + "," + v.modal() + "," + v.negated() + "," + v.past());
    f.add(role + "p=" + v.passive());
    f.add(role + "m=" + v.modal());
    if (v.negated()) {
      f.add(role + "neg");
    }
    f.add(role + "aux=" + auxiliaries(v));
  }

  private String auxiliaries(VerbGroup v) {
    StringBuilder words = new StringBuilder();
    for (int i = v.begin(); i < v.head(); i++) {
      words.append(sentence.token(i).lower()).append(' ');
    }
    String form = sentence.token(v.head()).lower();
    return words
        + (form.endsWith("ing") ? "ing" : form.endsWith("s") ? "s" : v.past() ? "past" : "");
  }

  private void noun(List<String> f, NounGroup n, int at) {
    for (int i = n.begin(); i < n.head(); i++) {
      String lower = sentence.token(i).lower();
      if (!sentence.token(i).tag().equals("PROPN")) {
        f.add("in=" + lower);
        f.add("in=" + lower + "," + head(n));
      }
    }
    f.add("det=" + plain(n.begin()));
    f.add("plural=" + sentence.token(n.head()).lower().endsWith("s"));
    f.add("owned=" + !n.owners().isEmpty());
    Optional<Governor> governor = clause.governor(at);
    if (governor.isPresent()) {
      Governor g = governor.get();
      f.add("gp=" + g.preposition());
      f.add("gp=" + g.preposition() + "," + head(n));
      if (clause.chunk(g.verb()) instanceof VerbGroup v) {
        verb(f, v, "g");
        f.add("gw=" + v.lemma() + "," + g.preposition());
        f.add("gwn=" + v.lemma() + "," + g.preposition() + "," + v.negated());
        if (v.form() != VerbForm.FINITE) {
          int controller = clause.controller(g.verb());
          if (clause.chunk(controller) instanceof VerbGroup c) {
            verb(f, c, "c");
          }
        }
      }
      int i = at - 1;
      while (clause.chunk(i) instanceof Mark) {
        i--;
      }
      if (!g.preposition().isEmpty() && clause.chunk(i) instanceof NounGroup before) {
        f.add("gn=" + head(before) + "," + g.preposition());
      }
    } else {
      f.add("gov=none");
    }
    int predicate = clause.predicate(at);
    if (clause.chunk(predicate) instanceof VerbGroup v) {
      verb(f, v, "q");
      f.add("qw=" + v.lemma() + "," + head(n));
    }
  }

  private void words(List<String> f, int trigger, int first, int last) {
    int begin = clause.chunk(first).begin();
    int end = clause.chunk(last - 1).end();
    int from = clause.chunk(trigger).begin();
    for (int i = begin; i < end; i++) {
      String tag = sentence.token(i).tag();
      if (CONTENT.contains(tag) && !tag.equals("PROPN")) {
        String lemma = sentence.token(i).lemma();
        f.add((i < from ? "wl=" : "wr=") + lemma);
      }
    }
    for (int i = 0; i < sentence.sentence().tokens().size(); i++) {
      String lower = sentence.token(i).lower();
      if (NEGATIVE.contains(lower)) {
        f.add("neg=" + lower);
      }
    }
  }

  private static final Set<String> NEGATIVE =
      Set.of(
          "not",
          "n't",
          "never",
          "no",
          "without",
          "if",
          "whether",
          "unless",
          "would",
          "will",
          "could",
          "may",
          "might",
          "should",
          "nor",
          "neither",
          "denied",
          "cancelled",
          "canceled",
          "postponed",
          "invited",
          "invitation",
          "proposed",
          "offered",
          "planned",
          "scheduled",
          "expected",
          "refused",
          "until");

  /** The words just before and after the trigger. */
  private void beforeAndAfter(List<String> f, int trigger) {
    Chunk t = clause.chunk(trigger);
    int size = sentence.sentence().tokens().size();
    for (int d = 1; d <= 3; d++) {
      int left = t.begin() - d;
      int right = t.end() + d - 1;
      f.add("w-" + d + "=" + (left < 0 ? "^" : plain(left)));
      f.add("w+" + d + "=" + (right >= size ? "$" : plain(right)));
    }
    String word = word(trigger);
    f.add("wb=" + (t.begin() < 1 ? "^" : plain(t.begin() - 1)) + "," + word);
    f.add("wa=" + (t.end() >= size ? "$" : plain(t.end())) + "," + word);
    if (t.end() + 1 < size) {
      f.add("wa2=" + plain(t.end()) + "," + plain(t.end() + 1) + "," + word);
    }
  }

  private String plain(int token) {
    String tag = sentence.token(token).tag();
    return tag.equals("PROPN") || tag.equals("NUM") ? tag : sentence.token(token).lower();
  }

  private void times(List<String> f, Candidate c) {
    if (c.date.isPresent() && published.isPresent()) {
      LocalDate day = published.get();
      String when =
          c.date.get().latest().isBefore(day)
              ? "past"
              : c.date.get().earliest().isAfter(day) ? "future" : "now";
      f.add("date=" + when);
      f.add("date=" + when + "," + c.status);
    } else {
      f.add("date=none");
    }
    for (TimeExpression t : sentence.times()) {
      if (t.bounds().isPresent() && published.isPresent()) {
        LocalDate day = published.get();
        f.add(
            "anydate="
                + (t.bounds().get().latest().isBefore(day)
                    ? "past"
                    : t.bounds().get().earliest().isAfter(day) ? "future" : "now"));
      }
      if (t.duration().isPresent()) {
        f.add("length");
      }
    }
  }

  /** Whether the sentence has a finite verb, and what it opens with. */
  private String opening() {
    for (Chunk chunk : sentence.chunks()) {
      if (chunk instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        return "finite";
      }
    }
    return "verbless";
  }

  private int clauseBegin(int trigger) {
    int i = trigger;
    while (i > 0 && !boundary(i - 1) && trigger - i < 14) {
      i--;
    }
    return i;
  }

  private int clauseEnd(int trigger) {
    int i = trigger + 1;
    while (i < sentence.chunks().size() && !boundary(i) && i - trigger < 12) {
      i++;
    }
    return i;
  }

  private boolean boundary(int i) {
    return clause.chunk(i) instanceof Mark m
        && m.type() == MarkType.BREAK
        && Set.of(";", ":", "but", ".").contains(m.word());
  }

  private String head(NounGroup n) {
    return sentence.commonWord(n.head());
  }

  private String word(int at) {
    if (clause.chunk(at) instanceof VerbGroup v) {
      return v.lemma();
    }
    return clause.chunk(at) instanceof NounGroup n
        ? "N" + Lexicon.singular(sentence.token(n.head()).lemma())
        : "-";
  }
}
