package org.entente.analysis.name;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The weights of a conditional random field over the tokens of a sentence (Lafferty, McCallum and
 * Pereira, 2001): those of features that count with a token's outcome, and those of features that
 * count with a {@linkplain OutcomeOrder move} from the outcome before. Weights are multiples of
 * 1/{@value #GRAIN}, so that their sums are exact, in whatever order they are made. Immutable.
 *
 * <p>The file, compressed by gzip (whose checksum guards it), is big-endian: the number {@value
 * #MAGIC}, which tells the format; the number of outcomes and each in modified UTF-8; then, once
 * for outcomes and once for moves, the number of features, their hashes in ascending order as 8
 * bytes each, and their weights times {@value #GRAIN} in the same order, first the high bytes of
 * all and then the low bytes.
 */
public final class NameModel {
  /** Weights are multiples of 1/this. */
  public static final int GRAIN = 64;

  private static final int MAGIC = 0x454e4d31;

  private final OutcomeOrder order;
  private final Table tokens;
  private final Table moves;

  /** Features with a row of weights each. */
  private record Table(HashIndex index, float[] weights, int width) {
    void add(FeatureBuffer features, float[] scores, int at) {
      for (int i = 0; i < features.size(); i++) {
        int row = index.get(features.get(i));
        if (row != HashIndex.NONE) {
          int from = row * width;
          for (int k = 0; k < width; k++) {
            scores[at + k] += weights[from + k];
          }
        }
      }
    }
  }

  private NameModel(OutcomeOrder order, Table tokens, Table moves) {
    this.order = order;
    this.tokens = tokens;
    this.moves = moves;
  }

  /**
   * Creates a model; weights are rounded, and features without any left out.
   *
   * @param order the outcomes
   * @param tokens numbers of the features that count with outcomes
   * @param tokenWeights their weights, by feature and outcome
   * @param moves numbers of the features that count with moves
   * @param moveWeights their weights, by feature and move
   */
  public static NameModel of(
      OutcomeOrder order,
      HashIndex tokens,
      float[] tokenWeights,
      HashIndex moves,
      float[] moveWeights) {
    return new NameModel(
        order,
        rounded(tokens, tokenWeights, order.size()),
        rounded(moves, moveWeights, order.moves()));
  }

  private static Table rounded(HashIndex index, float[] weights, int width) {
    HashIndex kept = new HashIndex(index.size());
    float[] rows = new float[weights.length];
    for (long feature : index.sortedKeys()) {
      int from = index.get(feature) * width;
      int to = kept.size() * width;
      boolean any = false;
      for (int k = 0; k < width; k++) {
        long units = Math.round((double) weights[from + k] * GRAIN);
        rows[to + k] = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, units)) / (float) GRAIN;
        any |= units != 0;
      }
      if (any) {
        kept.put(feature, kept.size());
      }
    }
    return new Table(kept, java.util.Arrays.copyOf(rows, kept.size() * width), width);
  }

  /** Returns the outcomes. */
  OutcomeOrder order() {
    return order;
  }

  /** Adds the scores by outcome of features to a row that begins at {@code at}. */
  void addTokens(FeatureBuffer features, float[] scores, int at) {
    tokens.add(features, scores, at);
  }

  /** Returns the scores by move of features, and e to the power of them. */
  WordType.Moves moves(FeatureBuffer features) {
    float[] scores = new float[order.moves()];
    moves.add(features, scores, 0);
    float[] weights = new float[scores.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) StrictMath.exp(scores[i]);
    }
    return new WordType.Moves(scores, weights);
  }

  /** Returns the number of features. */
  public int size() {
    return tokens.index().size() + moves.index().size();
  }

  /** Writes the model; the stream is left open. */
  public void write(OutputStream stream) throws IOException {
    GZIPOutputStream gzip = new GZIPOutputStream(stream);
    DataOutputStream out = new DataOutputStream(gzip);
    out.writeInt(MAGIC);
    out.writeInt(order.size());
    for (String outcome : order.outcomes()) {
      out.writeUTF(outcome);
    }
    write(tokens, out);
    write(moves, out);
    out.flush();
    gzip.finish();
  }

  private static void write(Table table, DataOutputStream out) throws IOException {
    long[] features = table.index().sortedKeys();
    ByteBuffer hashes = ByteBuffer.allocate(features.length * Long.BYTES);
    byte[] high = new byte[features.length * table.width()];
    byte[] low = new byte[high.length];
    int at = 0;
    for (long feature : features) {
      hashes.putLong(feature);
      int from = table.index().get(feature) * table.width();
      for (int k = 0; k < table.width(); k++) {
        int units = (int) (table.weights()[from + k] * GRAIN);
        high[at] = (byte) (units >> Byte.SIZE);
        low[at++] = (byte) units;
      }
    }
    out.writeInt(features.length);
    out.write(hashes.array());
    out.write(high);
    out.write(low);
  }

  /**
   * Reads a model.
   *
   * @param stream what {@link #write} wrote; left open
   * @throws IOException when it cannot be read, is damaged or is no such model
   */
  public static NameModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new GZIPInputStream(stream, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("This is no name model of this version of the program.");
    }
    List<String> outcomes = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      outcomes.add(in.readUTF());
    }
    OutcomeOrder order = new OutcomeOrder(outcomes);
    Table tokens = read(in, order.size());
    return new NameModel(order, tokens, read(in, order.moves()));
  }

  private static Table read(DataInputStream in, int width) throws IOException {
    int count = in.readInt();
    ByteBuffer hashes = ByteBuffer.wrap(exactly(in, count * Long.BYTES));
    HashIndex index = new HashIndex(count);
    for (int i = 0; i < count; i++) {
      index.put(hashes.getLong(), i);
    }
    byte[] high = exactly(in, count * width);
    byte[] low = exactly(in, count * width);
    float[] weights = new float[count * width];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (high[i] << Byte.SIZE | low[i] & 0xff) / (float) GRAIN;
    }
    return new Table(index, weights, width);
  }

  private static byte[] exactly(DataInputStream in, int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    return bytes;
  }
}
