package org.entente.analysis.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Reads an OpenNLP maximum-entropy model as a conditional random field over the tokens of a
 * sentence (Lafferty, McCallum and Pereira, 2001): the weights are those of the model, but they are
 * summed over the sentence before they become a probability, so that a token's outcome is decided
 * together with all others. A predicate that begins with an outcome and {@link #STEP} holds the
 * weights of the outcomes that follow that one. Immutable.
 */
public final class NameChain {
  /** Begins a feature of a context that counts together with the outcome before. */
  public static final String STEP = ">";

  private final List<String> outcomes;
  private final OutcomeOrder order;
  private final Map<String, float[]> tokens = new HashMap<>();
  private final Map<String, float[][]> steps = new HashMap<>();

  /** Creates a chain from a model that training wrote. */
  NameChain(MaxentModel model) {
    Object[] parts = ((AbstractModel) model).getDataStructures();
    outcomes = List.of((String[]) parts[2]);
    order = new OutcomeOrder(outcomes);
    @SuppressWarnings("unchecked")
    Map<String, Context> predicates = (Map<String, Context>) parts[1];
    predicates.forEach(this::put);
  }

  private void put(String predicate, Context context) {
    float[] weights = new float[outcomes.size()];
    for (int i = 0; i < context.getOutcomes().length; i++) {
      weights[context.getOutcomes()[i]] = (float) context.getParameters()[i];
    }
    int mark = predicate.indexOf(STEP);
    int before = mark < 0 ? -1 : outcomes.indexOf(predicate.substring(0, mark));
    if (before < 0) {
      tokens.put(predicate, weights);
    } else {
      steps
              .computeIfAbsent(predicate.substring(mark), key -> new float[outcomes.size()][])[
              before] =
          weights;
    }
  }

  /** Returns the names of the outcomes, by number. */
  List<String> outcomes() {
    return outcomes;
  }

  /**
   * Returns the scores by outcome of features that count by themselves; those with {@link #STEP}
   * are left out.
   */
  double[] scores(String[] features) {
    double[] scores = new double[outcomes.size()];
    add(scores, features);
    return scores;
  }

  /**
   * Returns the lattice of a sentence.
   *
   * @param fixed for each token the scores of features that do not change between readings, at
   *     least one; left as they are
   * @param contexts for each token its other features
   */
  Lattice lattice(List<double[]> fixed, List<String[]> contexts) {
    int n = outcomes.size();
    double[][] tokenScores = new double[contexts.size()][];
    double[][][] stepScores = new double[contexts.size()][][];
    for (int i = 0; i < contexts.size(); i++) {
      tokenScores[i] = fixed.get(i).clone();
      add(tokenScores[i], contexts.get(i));
      stepScores[i] = new double[n][n];
      for (String feature : contexts.get(i)) {
        if (i > 0 && feature.startsWith(STEP)) {
          float[][] rows = steps.get(feature);
          for (int before = 0; rows != null && before < n; before++) {
            add(stepScores[i][before], rows[before]);
          }
        }
      }
    }
    return new Lattice(order, tokenScores, stepScores);
  }

  private void add(double[] scores, String[] features) {
    for (String feature : features) {
      if (!feature.startsWith(STEP)) {
        add(scores, tokens.get(feature));
      }
    }
  }

  private static void add(double[] scores, float[] weights) {
    for (int k = 0; weights != null && k < scores.length; k++) {
      scores[k] += weights[k];
    }
  }
}
