package org.entente.analysis.name;

import java.util.Arrays;

/** A growing row of features, each a {@linkplain Hash hash}; used again for token after token. */
public final class FeatureBuffer {
  private long[] features = new long[64];
  private int size;

  /** Empties the buffer. */
  void clear() {
    size = 0;
  }

  /** Appends a feature. */
  void add(long feature) {
    if (size == features.length) {
      features = Arrays.copyOf(features, 2 * size);
    }
    features[size++] = feature;
  }

  /** Returns the number of features. */
  public int size() {
    return size;
  }

  /** Returns a feature by its number. */
  public long get(int i) {
    return features[i];
  }

  /** Returns a copy of the features. */
  public long[] toArray() {
    return Arrays.copyOf(features, size);
  }
}
