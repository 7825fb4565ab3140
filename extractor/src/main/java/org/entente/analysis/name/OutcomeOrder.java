package org.entente.analysis.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opennlp.tools.namefind.BilouCodec;
import org.entente.annotation.EntityType;

/**
 * The outcomes of a token, which are tags of BILOU as {@link BilouCodec} writes them
 * ("PERSON-start"), and which of them may follow each other: a name that began goes on or ends with
 * its type, and nothing goes on that did not begin. Each pair that may follow is a <em>move</em>
 * with a number; the moves to one outcome have numbers in a row. Immutable.
 */
public final class OutcomeOrder {
  private final List<String> outcomes;
  private final List<Optional<EntityType>> types;
  private final boolean[] first;
  private final boolean[] last;
  private final int[] from;
  private final int[] begin;

  /** Creates the order of these outcomes. */
  public OutcomeOrder(List<String> outcomes) {
    this.outcomes = List.copyOf(outcomes);
    int n = outcomes.size();
    types = outcomes.stream().map(OutcomeOrder::typeOf).toList();
    first = new boolean[n];
    last = new boolean[n];
    begin = new int[n + 1];
    List<Integer> moves = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      first[k] = !inside(outcomes.get(k));
      last[k] = !open(outcomes.get(k));
      for (int before = 0; before < n; before++) {
        if (open(outcomes.get(before))
            ? inside(outcomes.get(k)) && types.get(before).equals(types.get(k))
            : !inside(outcomes.get(k))) {
          moves.add(before);
        }
      }
      begin[k + 1] = moves.size();
    }
    from = moves.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean open(String outcome) {
    return outcome.endsWith("-" + BilouCodec.START) || outcome.endsWith("-" + BilouCodec.CONTINUE);
  }

  private static boolean inside(String outcome) {
    return outcome.endsWith("-" + BilouCodec.CONTINUE) || outcome.endsWith("-" + BilouCodec.LAST);
  }

  private static Optional<EntityType> typeOf(String outcome) {
    int dash = outcome.lastIndexOf('-');
    return dash < 0
        ? Optional.empty()
        : Optional.of(EntityType.valueOf(outcome.substring(0, dash)));
  }

  /** Returns the names of the outcomes, by number. */
  public List<String> outcomes() {
    return outcomes;
  }

  /** Returns the number of outcomes. */
  public int size() {
    return first.length;
  }

  /** Returns the type of the name that a token with the outcome belongs to. */
  public Optional<EntityType> type(int outcome) {
    return types.get(outcome);
  }

  /** Returns the number of moves. */
  public int moves() {
    return from.length;
  }

  /** Returns the outcome that a move leaves. */
  public int from(int move) {
    return from[move];
  }

  /** Returns the first move to an outcome; that of the next outcome ends its moves. */
  public int begin(int outcome) {
    return begin[outcome];
  }

  /** Tells whether a sentence may begin, and so a name, with the outcome. */
  public boolean first(int outcome) {
    return first[outcome];
  }

  /** Tells whether a sentence may end, and so a name, with the outcome. */
  public boolean last(int outcome) {
    return last[outcome];
  }
}
