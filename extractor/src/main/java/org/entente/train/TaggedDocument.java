package org.entente.train;

import java.util.ArrayList;
import java.util.List;
import org.entente.analysis.name.NameSpan;
import org.entente.annotation.TokenRange;

/**
 * A document with its names; what one sentence shows counts for the others.
 *
 * @param id what to call it in messages
 * @param sentences its sentences in order
 */
public record TaggedDocument(String id, List<TaggedSentence> sentences) {
  /** Copies the sentences. */
  public TaggedDocument {
    sentences = List.copyOf(sentences);
  }

  /** Returns the tokens, sentence by sentence. */
  public List<List<String>> forms() {
    return sentences.stream().map(TaggedSentence::tokens).toList();
  }

  /** Returns the annotated names with probability 1. */
  public List<NameSpan> names() {
    List<NameSpan> names = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      for (TaggedName name : sentences.get(s).names()) {
        names.add(new NameSpan(new TokenRange(s, name.begin(), name.end()), name.type(), 1));
      }
    }
    return names;
  }
}
