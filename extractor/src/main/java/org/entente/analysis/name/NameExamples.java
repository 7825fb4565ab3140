package org.entente.analysis.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.util.Span;
import org.entente.annotation.EntityType;

/**
 * Turns annotated documents into examples with the features that the tagger sees. What a word is in
 * other sentences is known only with mistakes, as it is when a text is read.
 */
public final class NameExamples {
  private static final List<EntityType> TYPES =
      List.of(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE);

  /** Share of names that a first reading misses. */
  private static final double MISSED = 0.12;

  /** Share of names that a first reading gives a type by chance. */
  private static final double MISTAKEN = 0.08;

  private final NameFeatures features = NameFeatures.load();
  private final BilouCodec codec = new BilouCodec();

  /**
   * A sentence with what the model is to learn.
   *
   * @param tokens features by token
   * @param moves by token the features that count together with the outcome before
   * @param outcomes the outcome of each token, as {@link OutcomeOrder} has them
   */
  public record Example(long[][] tokens, long[][] moves, String[] outcomes) {}

  /**
   * Returns the examples of one document, in order.
   *
   * @param sentences the tokens of its sentences, none of them empty
   * @param names its names, without overlap
   * @param chance decides on the mistakes
   */
  public List<Example> of(List<List<String>> sentences, List<NameSpan> names, Random chance) {
    Map<Integer, List<Span>> spans = new HashMap<>();
    Map<Integer, List<NameSpan>> known = new HashMap<>();
    List<NameSentence> read = features.read(sentences);
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
    known.forEach((s, found) -> found.forEach(name -> read.get(s).count(name, 1)));
    List<Example> examples = new ArrayList<>();
    FeatureBuffer buffer = new FeatureBuffer();
    for (int s = 0; s < read.size(); s++) {
      NameSentence sentence = read.get(s);
      List<NameSpan> own = known.getOrDefault(s, List.of());
      own.forEach(name -> sentence.count(name, -1));
      int length = sentence.length();
      long[][] tokens = new long[length][];
      long[][] moves = new long[length][];
      for (int i = 0; i < length; i++) {
        tokens[i] = tokens(sentence, i, buffer);
        buffer.clear();
        if (i > 0) {
          features.moves(sentence.types[i], buffer);
        }
        moves[i] = buffer.toArray();
      }
      own.forEach(name -> sentence.count(name, 1));
      Span[] inside = spans.getOrDefault(s, List.of()).toArray(Span[]::new);
      examples.add(new Example(tokens, moves, codec.encode(inside, length)));
    }
    return examples;
  }

  private long[] tokens(NameSentence sentence, int i, FeatureBuffer buffer) {
    buffer.clear();
    features.group(NameFeatures.OWN, sentence.types[i], buffer);
    for (int g = 0; g < NameFeatures.NEIGHBOURS.length; g++) {
      WordType neighbour = features.at(sentence, i + NameFeatures.NEIGHBOURS[g]);
      features.group(1 + g, neighbour, buffer);
    }
    features.group(NameFeatures.seen(sentence.words[i].seen()), sentence.types[i], buffer);
    features.context(sentence, i, buffer);
    return buffer.toArray();
  }
}
