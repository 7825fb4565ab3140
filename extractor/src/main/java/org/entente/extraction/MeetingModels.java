package org.entente.extraction;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.ml.model.MaxentModel;

/**
 * The maximum-entropy models that judge what the patterns propose (Berger et al., 1996), all in one
 * file. Immutable and thread-safe.
 */
public final class MeetingModels {
  /** The models that {@link #load()} reads, beside this class. */
  public static final String FILE = "meetings-en-1.bin.gz";

  /** The decisions that are learnt. */
  public enum Decision {
    /** Whether an agent of the sentence is a party of the event: in, absent or out. */
    PARTY,
    /** Whether a trigger tells of an event, and the event's status; or none. */
    STATUS,
    /** The kind of event. */
    KIND,
    /** Whether a place of the document is the venue: yes or no. */
    PLACE,
    /** Whether a time expression dates the event: yes or no. */
    TIME,
    /** Whether the whole account is right: yes or no. */
    RIGHT
  }

  private final Map<Decision, MaxentModel> models;

  private MeetingModels(Map<Decision, MaxentModel> models) {
    this.models = new EnumMap<>(models);
  }

  /**
   * Wraps trained models.
   *
   * @param models by decision; while training, those that there are so far
   */
  public static MeetingModels of(Map<Decision, MaxentModel> models) {
    return new MeetingModels(models);
  }

  /**
   * Loads the shipped models.
   *
   * @throws UncheckedIOException when the program is incomplete
   */
  public static MeetingModels load() {
    try (InputStream stream = MeetingModels.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new FileNotFoundException(
            "The models " + FILE + " are missing from the program; build it again.");
      }
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads models that training wrote.
   *
   * @param stream the gzip-compressed models; left open
   * @throws IOException when they cannot be read
   */
  public static MeetingModels read(InputStream stream) throws IOException {
    DataInputStream data =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16));
    Map<Decision, MaxentModel> models = new EnumMap<>(Decision.class);
    for (Decision decision : Decision.values()) {
      models.put(decision, new GenericModelReader(new BinaryFileDataReader(data)).getModel());
    }
    return new MeetingModels(models);
  }

  /**
   * Writes the models.
   *
   * @param stream where to; left open
   * @throws IOException when it cannot be written
   */
  public void write(OutputStream stream) throws IOException {
    GZIPOutputStream gzip = new GZIPOutputStream(stream);
    for (Decision decision : Decision.values()) {
      DataOutputStream data = new DataOutputStream(new Unclosed(gzip));
      new GenericModelWriter((AbstractModel) models.get(decision), data).persist();
    }
    gzip.finish();
  }

  /** The writers of OpenNLP close what they write to after each model. */
  private static final class Unclosed extends OutputStream {
    private final OutputStream to;

    Unclosed(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
      to.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      to.write(bytes, from, length);
    }
  }

  /**
   * How much a feature says.
   *
   * @param feature the feature
   * @param logOdds its weight
   */
  record Weight(String feature, double logOdds) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s %+.1f", feature, logOdds);
    }
  }

  /** What a model says of one case. */
  final class Judgement {
    private final MaxentModel model;
    private final List<String> features;
    private final double[] probabilities;

    private Judgement(MaxentModel model, List<String> features) {
      this.model = model;
      this.features = features;
      this.probabilities = model.eval(features.toArray(String[]::new));
    }

    /** The likeliest outcome. */
    String best() {
      return model.getBestOutcome(probabilities);
    }

    /** The likeliest outcome but one. */
    String bestBut(String outcome) {
      String best = null;
      double most = -1;
      for (int i = 0; i < probabilities.length; i++) {
        if (!model.getOutcome(i).equals(outcome) && probabilities[i] > most) {
          most = probabilities[i];
          best = model.getOutcome(i);
        }
      }
      return best;
    }

    /**
     * The features that weigh most for or against an outcome beside another, strongest first, with
     * their weight in log-odds.
     *
     * @param most how many
     */
    List<Weight> strongest(String outcome, String other, int most) {
      Object[] data = ((AbstractModel) model).getDataStructures();
      @SuppressWarnings("unchecked")
      Map<String, Context> byFeature = (Map<String, Context>) data[1];
      int one = model.getIndex(outcome);
      int two = model.getIndex(other);
      return features.stream()
          .filter(byFeature::containsKey)
          .map(f -> new Weight(f, weight(byFeature.get(f), one) - weight(byFeature.get(f), two)))
          .sorted(Comparator.comparingDouble((Weight w) -> -Math.abs(w.logOdds())))
          .limit(most)
          .toList();
    }

    private static double weight(Context context, int outcome) {
      for (int i = 0; i < context.getOutcomes().length; i++) {
        if (context.getOutcomes()[i] == outcome) {
          return context.getParameters()[i];
        }
      }
      return 0;
    }

    /** The probability of an outcome, 0 where the model does not know it. */
    double of(String outcome) {
      int index = model.getIndex(outcome);
      return index < 0 ? 0 : probabilities[index];
    }
  }

  Judgement judge(Decision decision, List<String> features) {
    return new Judgement(models.get(decision), features);
  }
}
