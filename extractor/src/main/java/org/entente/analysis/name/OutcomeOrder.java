package org.entente.analysis.name;

import java.util.List;
import java.util.Locale;
import opennlp.tools.namefind.BilouCodec;

/**
 * Which tags of BILOU may follow each other: a name that began goes on or ends with its type, and
 * nothing goes on that did not begin.
 */
public final class OutcomeOrder {
  private final boolean[][] follows;
  private final boolean[] first;
  private final boolean[] last;

  /** Creates the order of these outcomes, as {@link BilouCodec} writes them. */
  public OutcomeOrder(List<String> outcomes) {
    int n = outcomes.size();
    follows = new boolean[n][n];
    first = new boolean[n];
    last = new boolean[n];
    for (int i = 0; i < n; i++) {
      first[i] = !inside(outcomes.get(i));
      last[i] = !open(outcomes.get(i));
      for (int j = 0; j < n; j++) {
        follows[i][j] =
            open(outcomes.get(i))
                ? inside(outcomes.get(j)) && type(outcomes.get(i)).equals(type(outcomes.get(j)))
                : !inside(outcomes.get(j));
      }
    }
  }

  private static boolean open(String outcome) {
    return outcome.endsWith("-" + BilouCodec.START) || outcome.endsWith("-" + BilouCodec.CONTINUE);
  }

  private static boolean inside(String outcome) {
    return outcome.endsWith("-" + BilouCodec.CONTINUE) || outcome.endsWith("-" + BilouCodec.LAST);
  }

  private static String type(String outcome) {
    return outcome.substring(0, outcome.lastIndexOf('-')).toUpperCase(Locale.ROOT);
  }

  /** Tells whether an outcome may stand after another one. */
  public boolean follows(int before, int outcome) {
    return follows[before][outcome];
  }

  /** Tells whether a sentence may begin with the outcome. */
  public boolean first(int outcome) {
    return first[outcome];
  }

  /** Tells whether a sentence may end with the outcome. */
  public boolean last(int outcome) {
    return last[outcome];
  }
}
