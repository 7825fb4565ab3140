package org.entente.analysis.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import opennlp.tools.ml.model.Event;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.util.Span;
import org.entente.annotation.EntityType;

/**
 * Turns annotated documents into training events with the features that the tagger sees. What a
 * word is in other sentences is known only with mistakes, as it is when a text is read.
 */
public final class NameEvents {
  private static final List<EntityType> TYPES =
      List.of(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE);

  /** Shares of names that a first reading misses, and gives a type by chance. */
  private static final double MISSED = 0.12;

  private static final double MISTAKEN = 0.08;

  private final NameFeatures features = NameFeatures.load();
  private final BilouCodec codec = new BilouCodec();

  /**
   * Returns the events of one document, a list for each sentence, a token each, in order.
   *
   * @param sentences the tokens of its sentences, none of them empty
   * @param names its names, without overlap
   * @param chance decides on the mistakes
   */
  public List<List<Event>> of(List<List<String>> sentences, List<NameSpan> names, Random chance) {
    Map<Integer, List<Span>> spans = new HashMap<>();
    Map<Integer, List<NameSpan>> known = new HashMap<>();
    List<Word[]> words = features.words(sentences);
    NameMemory seen = new NameMemory(words);
    for (NameSpan name : names) {
      int sentence = name.range().sentence();
      spans
          .computeIfAbsent(sentence, key -> new ArrayList<>())
          .add(new Span(name.range().begin(), name.range().end(), name.type().name()));
      double luck = chance.nextDouble();
      if (luck >= MISSED) {
        EntityType type =
            luck < MISSED + MISTAKEN ? TYPES.get(chance.nextInt(TYPES.size())) : name.type();
        known
            .computeIfAbsent(sentence, key -> new ArrayList<>())
            .add(new NameSpan(name.range(), type, 1));
      }
    }
    known.values().forEach(seen::add);
    List<List<Event>> events = new ArrayList<>();
    for (int s = 0; s < words.size(); s++) {
      Word[] sentence = words.get(s);
      Span[] inside = spans.getOrDefault(s, List.of()).toArray(Span[]::new);
      String[] outcomes = codec.encode(inside, sentence.length);
      List<NameSpan> own = known.getOrDefault(s, List.of());
      seen.remove(own);
      NameContext context = new NameContext(seen);
      List<Event> line = new ArrayList<>(sentence.length);
      for (int i = 0; i < sentence.length; i++) {
        line.add(new Event(outcomes[i], context.of(sentence[i])));
      }
      seen.add(own);
      events.add(line);
    }
    return events;
  }
}
