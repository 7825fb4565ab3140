package org.entente.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * A sketch of a text by which copies of it are recognised, whole or cut: MinHash (Broder 1997) over
 * the runs of five words, the least hash of each of 64 ranges, by Apache Lucene.
 *
 * <p>Immutable and thread-safe. Two texts of the same words have equal fingerprints.
 */
public final class Fingerprint {
  private static final int RUN = 5;
  private static final int RANGES = 64;
  private static final int RANGE_BITS = 6;

  /** Share of the runs of the shorter text that the longer one must hold too. */
  private static final double COPIED = 0.5;

  /** Shorter texts have too few runs to tell. */
  private static final int LEAST_RUNS = 8;

  private final int runs;
  private final int[] least;

  private Fingerprint(int runs, int[] least) {
    this.runs = runs;
    this.least = least;
  }

  /** Returns the fingerprint of a text of any length. */
  public static Fingerprint of(String text) {
    StandardTokenizer tokens = new StandardTokenizer();
    tokens.setReader(new StringReader(text));
    Counting counted = new Counting(shingles(new LowerCaseFilter(tokens)));
    int[] least = new int[RANGES];
    try (MinHashFilter hashes = new MinHashFilter(counted, 1, RANGES, 1, false)) {
      CharTermAttribute hash = hashes.getAttribute(CharTermAttribute.class);
      hashes.reset();
      while (hashes.incrementToken()) {
        int value = hash.charAt(0) << Character.SIZE | hash.charAt(1);
        least[value >>> Integer.SIZE - RANGE_BITS] = value == 0 ? 1 : value;
      }
      hashes.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory does not fail
    }
    return new Fingerprint(counted.count, least);
  }

  private static ShingleFilter shingles(TokenStream words) {
    ShingleFilter shingles = new ShingleFilter(words, RUN, RUN);
    shingles.setOutputUnigrams(false);
    return shingles;
  }

  /**
   * Reads a fingerprint back.
   *
   * @param value what {@link #value} gave
   * @throws IllegalArgumentException when it is none
   */
  public static Fingerprint parse(String value) {
    byte[] bytes = Base64.getDecoder().decode(value);
    if (bytes.length != Integer.BYTES * (RANGES + 1)) {
      throw new IllegalArgumentException("no fingerprint: " + value);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int runs = buffer.getInt();
    int[] least = new int[RANGES];
    buffer.asIntBuffer().get(least);
    return new Fingerprint(runs, least);
  }

  /** Returns the fingerprint as 348 characters of Base64. */
  public String value() {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * (RANGES + 1)).putInt(runs);
    buffer.asIntBuffer().put(least);
    return Base64.getEncoder().encodeToString(buffer.array());
  }

  /**
   * Tells whether one of the two texts copies the other: at least half of the runs of five words of
   * the shorter one stand in the longer one, by estimate.
   */
  public boolean copies(Fingerprint other) {
    int smaller = Math.min(runs, other.runs);
    if (smaller < LEAST_RUNS) {
      return false;
    }
    int same = 0;
    int filled = 0;
    for (int i = 0; i < RANGES; i++) {
      if (least[i] != 0 || other.least[i] != 0) {
        filled++;
        same += least[i] == other.least[i] ? 1 : 0;
      }
    }
    double jaccard = (double) same / filled;
    return jaccard * (runs + other.runs) / (1 + jaccard) >= COPIED * smaller;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that
        && runs == that.runs
        && Arrays.equals(least, that.least);
  }

  @Override
  public int hashCode() {
    return 31 * runs + Arrays.hashCode(least);
  }

  @Override
  public String toString() {
    return value();
  }

  /** Counts what passes through. */
  private static final class Counting extends TokenFilter {
    private int count;

    Counting(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      boolean more = input.incrementToken();
      count += more ? 1 : 0;
      return more;
    }
  }
}
