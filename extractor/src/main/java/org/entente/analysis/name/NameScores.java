package org.entente.analysis.name;

import java.util.Arrays;

/**
 * The scores of a sentence by a model. What does not change between readings is summed once; for a
 * reading the scores of what the words are named elsewhere come on top.
 */
final class NameScores {
  /** e to the power of -i / GRAIN, for sums of weights; beyond them it is taken for 0. */
  private static final float[] POWERS = new float[32 * NameModel.GRAIN];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = (float) StrictMath.exp(-i / (double) NameModel.GRAIN);
    }
  }

  private final NameFeatures features;
  private final NameModel model;
  private final NameSentence sentence;
  private final FeatureBuffer buffer;
  private final int n;
  private final float[] fixed;
  private final float[][] moves;
  private final float[][] moveWeights;
  private byte[] seen = {};
  private byte[] path = {};
  private float[] scores = {};

  NameScores(NameFeatures features, NameModel model, NameSentence sentence, FeatureBuffer buffer) {
    this.features = features;
    this.model = model;
    this.sentence = sentence;
    this.buffer = buffer;
    n = model.order().size();
    int length = sentence.length();
    fixed = new float[length * n];
    moves = new float[length][];
    moveWeights = new float[length][];
    for (int i = 0; i < length; i++) {
      int at = i * n;
      WordType type = sentence.types[i];
      buffer.clear();
      features.context(sentence, i, buffer);
      model.addTokens(buffer, fixed, at);
      add(group(NameFeatures.OWN, type), fixed, at);
      for (int g = 0; g < NameFeatures.NEIGHBOURS.length; g++) {
        add(group(1 + g, features.at(sentence, i + NameFeatures.NEIGHBOURS[g])), fixed, at);
      }
      WordType.Moves known = moves(type);
      moves[i] = known.scores();
      moveWeights[i] = known.weights();
    }
  }

  private void add(float[] from, float[] to, int at) {
    for (int k = 0; k < n; k++) {
      to[at + k] += from[k];
    }
  }

  private float[] group(int group, WordType type) {
    float[] known = type.scores.get(group);
    if (known == null) {
      known = new float[n];
      buffer.clear();
      features.group(group, type, buffer);
      model.addTokens(buffer, known, 0);
      type.scores.set(group, known);
    }
    return known;
  }

  private WordType.Moves moves(WordType type) {
    WordType.Moves known = type.moves;
    if (known == null) {
      buffer.clear();
      features.moves(type, buffer);
      known = model.moves(buffer);
      type.moves = known;
    }
    return known;
  }

  /** Returns the best outcomes by what the words are named now. */
  byte[] best() {
    int length = sentence.length();
    byte[] now = new byte[length];
    for (int i = 0; i < length; i++) {
      now[i] = (byte) sentence.words[i].seen();
    }
    if (length > 0 && !Arrays.equals(now, seen)) {
      seen = now;
      scores = fixed.clone();
      for (int i = 0; i < length; i++) {
        add(group(NameFeatures.seen(now[i]), sentence.types[i]), scores, i * n);
      }
      path = new Lattice(model.order(), length).best(scores, moves);
    }
    return path;
  }

  /** Returns the probabilities of outcomes of the last reading, by token and outcome. */
  Lattice probabilities() {
    float[] weights = new float[scores.length];
    for (int at = 0; at < scores.length; at += n) {
      float most = Float.NEGATIVE_INFINITY;
      for (int k = 0; k < n; k++) {
        most = Math.max(most, scores[at + k]);
      }
      for (int k = 0; k < n; k++) {
        int power = (int) ((most - scores[at + k]) * NameModel.GRAIN);
        weights[at + k] = power < POWERS.length ? POWERS[power] : 0;
      }
    }
    Lattice lattice = new Lattice(model.order(), sentence.length());
    lattice.sum(weights, moveWeights);
    return lattice;
  }
}
