package org.entente.analysis.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.Event;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.util.Span;

/** Turns annotated documents into training events with the features that the tagger sees. */
public final class NameEvents {
  private final NameFeatures features = NameFeatures.load();
  private final BilouCodec codec = new BilouCodec();

  /**
   * Returns the events of one document, a list for each sentence, a token each, in order.
   *
   * @param sentences the tokens of its sentences, none of them empty
   * @param names its names, without overlap
   */
  public List<List<Event>> of(List<List<String>> sentences, List<NameSpan> names) {
    Map<Integer, List<Span>> spans = new HashMap<>();
    for (NameSpan name : names) {
      spans
          .computeIfAbsent(name.range().sentence(), key -> new ArrayList<>())
          .add(new Span(name.range().begin(), name.range().end(), name.type().name()));
    }
    List<Word[]> words = features.words(sentences);
    Map<String, String> seen = new HashMap<>();
    List<List<Event>> events = new ArrayList<>();
    for (int s = 0; s < words.size(); s++) {
      Word[] sentence = words.get(s);
      Span[] inside = spans.getOrDefault(s, List.of()).toArray(Span[]::new);
      String[] outcomes = codec.encode(inside, sentence.length);
      NameContext context = new NameContext(seen);
      List<Event> line = new ArrayList<>(sentence.length);
      for (int i = 0; i < sentence.length; i++) {
        line.add(new Event(outcomes[i], context.of(sentence[i])));
      }
      events.add(line);
      NameContext.remember(seen, sentence, List.of(outcomes));
    }
    return events;
  }
}
