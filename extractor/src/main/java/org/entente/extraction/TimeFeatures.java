package org.entente.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.TimeExpression;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbGroup;

/** What the model of dates sees of a time expression near an event. */
final class TimeFeatures {
  private final Proposals proposals;
  private final Lexicon lexicon;
  private final Optional<LocalDate> published;

  TimeFeatures(Proposals proposals, Lexicon lexicon) {
    this.proposals = proposals;
    this.lexicon = lexicon;
    this.published = proposals.document().document().published();
  }

  /**
   * Returns the features of each time expression with bounds in the sentences of an event and one
   * sentence around them, in the order of the document.
   */
  Map<TimeExpression, List<String>> of(Candidate event) {
    Set<Integer> sentences = new LinkedHashSet<>();
    for (int s : event.sentences()) {
      for (int i = s - 1; i <= s + 1; i++) {
        if (i >= 0 && i < proposals.sentences().size()) {
          sentences.add(i);
        }
      }
    }
    Map<TimeExpression, List<String>> features = new LinkedHashMap<>();
    for (int s : sentences) {
      ChunkedSentence sentence = proposals.sentences().get(s);
      for (TimeExpression t : sentence.times()) {
        if (t.bounds().isPresent()) {
          features.put(t, features(event, sentence, t));
        }
      }
    }
    return features;
  }

  private List<String> features(Candidate event, ChunkedSentence sentence, TimeExpression t) {
    Set<String> f = new LinkedHashSet<>();
    f.add("b");
    boolean ruled = event.date.isPresent() && event.date.equals(t.bounds());
    boolean ruledOther = !ruled && event.date.isPresent();
    String said = ruled ? "yes" : ruledOther ? "other" : "none";
    String rule = t.rule();
    f.add("said=" + said);
    f.add("rule=" + rule);
    f.add("rule=" + rule + "," + said);
    String status = event.status.name();
    f.add("status=" + status + "," + said);
    String when = "?";
    if (published.isPresent()) {
      LocalDate day = published.get();
      when =
          t.bounds().get().latest().isBefore(day)
              ? "past"
              : t.bounds().get().earliest().isAfter(day) ? "future" : "now";
    }
    f.add("when=" + when + "," + status);
    f.add("when=" + when + "," + status + "," + said);
    long days =
        t.bounds().get().latest().toEpochDay() - t.bounds().get().earliest().toEpochDay() + 1;
    String length = days == 1 ? "1" : days <= 7 ? "7" : days <= 31 ? "31" : "366";
    f.add("length=" + length + "," + said);
    int chunk = sentence.chunkAt(t.range().begin());
    String before = before(sentence, chunk, t);
    String verb = verbBefore(sentence, chunk);
    int others = (int) sentence.times().stream().filter(o -> o.bounds().isPresent()).count();
    f.add("others=" + Math.min(3, others) + "," + said);
    for (Candidate c : event.accounts) {
      int distance = sentence.number() - c.sentence;
      if (Math.abs(distance) > 1) {
        continue;
      }
      String where =
          distance == 0
              ? chunk < c.triggerChunk ? "L" : chunk > c.triggerChunk ? "R" : "in"
              : distance < 0 ? "P" : "N";
      String weak = c.anaphoric || c.background ? "w" : "s";
      f.add("where=" + where + weak);
      f.add("where=" + where + "," + said);
      f.add("where=" + where + "," + said + "," + status);
      f.add("prep=" + where + "," + before);
      f.add("prep=" + where + "," + before + "," + said);
      f.add("verb=" + where + "," + before + "," + verb);
      f.add("verb=" + where + "," + verb + "," + said);
      if (distance == 0) {
        int gap = Math.abs(chunk - c.triggerChunk);
        String g = where + (gap <= 4 ? gap : gap <= 8 ? 8 : 12);
        f.add("gap=" + g);
        f.add("gap=" + g + "," + said);
        int verbs = 0;
        int marks = 0;
        for (int i = Math.min(chunk, c.triggerChunk) + 1;
            i < Math.max(chunk, c.triggerChunk);
            i++) {
          if (sentence.chunks().get(i) instanceof VerbGroup v) {
            verbs++;
            f.add("over=" + where + v.lemma());
          } else if (sentence.chunks().get(i) instanceof Mark m) {
            marks +=
                m.type() == MarkType.SUBORDINATOR
                        || m.type() == MarkType.RELATIVE
                        || m.type() == MarkType.BREAK
                    ? 1
                    : 0;
            if (m.type() != MarkType.TIME && m.type() != MarkType.ADVERB) {
              f.add("mark=" + where + m.word());
            }
          }
        }
        f.add("verbs=" + where + Math.min(2, verbs) + Math.min(2, marks));
        f.add("verbs=" + where + Math.min(2, verbs) + Math.min(2, marks) + "," + said);
        f.add("only=" + (others == 1) + where + Math.min(2, verbs));
      } else {
        boolean dated =
            proposals.sentences().get(c.sentence).times().stream()
                .anyMatch(o -> o.bounds().isPresent());
        f.add("dated=" + where + dated + weak);
        f.add("dated=" + where + dated + "," + Math.min(2, others));
      }
    }
    if (sentence.chunks().get(chunk) instanceof NounGroup g) {
      f.add("in=" + sentence.commonWord(g.head()));
    }
    int next = t.range().end();
    f.add(
        "after=" + (next < sentence.sentence().tokens().size() ? sentence.commonWord(next) : "$"));
    f.add("sentence=" + Math.min(2, sentence.number()));
    return new ArrayList<>(f);
  }

  private String before(ChunkedSentence sentence, int chunk, TimeExpression t) {
    String first = sentence.token(t.range().begin()).lower();
    if (Set.of("on", "in", "at", "by", "since", "until", "before", "after", "during", "for", "from")
        .contains(first)) {
      return first;
    }
    int i = chunk - 1;
    if (i < 0) {
      return "^";
    }
    Chunk c = sentence.chunks().get(i);
    if (c instanceof Mark m) {
      return m.type() == MarkType.TIME ? "t" : m.word();
    }
    if (c instanceof VerbGroup v) {
      return lexicon.is("reporting", v.lemma()) ? "SAY" : "V";
    }
    return ((NounGroup) c).party() != null ? "P" : "N";
  }

  private String verbBefore(ChunkedSentence sentence, int chunk) {
    for (int i = chunk - 1; i >= Math.max(0, chunk - 6); i--) {
      if (sentence.chunks().get(i) instanceof VerbGroup v) {
        return lexicon.is("reporting", v.lemma()) ? "SAY" : v.lemma();
      }
    }
    return "-";
  }
}
