package org.entente.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Mention;
import org.entente.annotation.Sentence;
import org.entente.annotation.TimeExpression;

/**
 * What the patterns propose for a document, before the models judge it and its sentences are
 * brought together.
 *
 * @param document the document
 * @param sentences its sentences as rows of chunks
 * @param candidates possible events, in the order of their triggers
 * @param notes who came along or stayed away
 */
record Proposals(
    AnnotatedDocument document,
    List<ChunkedSentence> sentences,
    List<Candidate> candidates,
    List<Companions.Note> notes) {

  static Proposals of(AnnotatedDocument document, Lexicon lexicon, Chunker chunker) {
    Map<Integer, List<Mention>> mentions = new HashMap<>();
    document.mentions().stream()
        .filter(m -> document.times().stream().noneMatch(t -> covers(t, m)))
        .forEach(
            m -> mentions.computeIfAbsent(m.range().sentence(), k -> new ArrayList<>()).add(m));
    Map<Integer, List<TimeExpression>> times = new HashMap<>();
    document
        .times()
        .forEach(t -> times.computeIfAbsent(t.range().sentence(), k -> new ArrayList<>()).add(t));
    List<ChunkedSentence> chunked = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    List<Companions.Note> notes = new ArrayList<>();
    List<Sentence> sentences = document.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      ChunkedSentence sentence =
          chunker.chunk(
              i,
              sentences.get(i),
              mentions.getOrDefault(i, List.of()),
              times.getOrDefault(i, List.of()));
      chunked.add(sentence);
      candidates.addAll(
          new EventFinder(
                  lexicon,
                  document.entities(),
                  sentence,
                  document.document().published(),
                  document.document().text())
              .find());
      notes.addAll(new Companions(sentence, lexicon, document.entities()).find());
    }
    return new Proposals(document, chunked, candidates, notes);
  }

  private static boolean covers(TimeExpression t, Mention m) {
    return t.range().sentence() == m.range().sentence()
        && t.range().begin() <= m.range().begin()
        && m.range().end() <= t.range().end();
  }

  /** The other proposals of a candidate's trigger. */
  List<Candidate> siblings(Candidate c) {
    return candidates.stream()
        .filter(o -> o != c && o.sentence == c.sentence && o.trigger == c.trigger)
        .toList();
  }

  PartyFeatures partyFeatures(Candidate c, Lexicon lexicon) {
    return new PartyFeatures(sentences.get(c.sentence), lexicon, document.entities());
  }

  EventFeatures eventFeatures(Candidate c, Lexicon lexicon) {
    return new EventFeatures(
        sentences.get(c.sentence),
        lexicon,
        document.entities(),
        document.document().published());
  }
}
