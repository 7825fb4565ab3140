package org.entente.consolidate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person decided on which accounts tell of one event. To be the same is transitive: of A and
 * B, and of B and C, makes A and C one event.
 *
 * @param same accounts of one event
 * @param different accounts of two events
 */
public record Constraints(List<Pair> same, List<Pair> different) {
  /** No decisions. */
  public static final Constraints NONE = new Constraints(List.of(), List.of());

  /** Copies the lists. */
  public Constraints {
    same = List.copyOf(same);
    different = List.copyOf(different);
  }

  /**
   * A decision on two accounts.
   *
   * @param one id of the first
   * @param other id of the second
   * @param decision key of the decision
   * @param reason the decision in words, for people to read
   */
  public record Pair(String one, String other, String decision, String reason) {}

  /**
   * Decisions that cannot all be right.
   *
   * @param different what is said to be two events
   * @param same what makes it one all the same; empty where it is said to differ from itself
   */
  public record Contradiction(Pair different, List<Pair> same) {}

  /** Returns the first contradiction, if there is one. */
  public Optional<Contradiction> contradiction() {
    for (Pair pair : different) {
      Optional<List<Pair>> path = path(pair.one(), pair.other());
      if (path.isPresent()) {
        return Optional.of(new Contradiction(pair, path.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the shortest chain of accounts said to be the same that leads from one to the other.
   */
  private Optional<List<Pair>> path(String from, String to) {
    Map<String, List<Pair>> chains = new HashMap<>(Map.of(from, List.of()));
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && !chains.containsKey(to)) {
      String next = open.remove();
      for (Pair pair : same) {
        String reached =
            pair.one().equals(next) ? pair.other() : pair.other().equals(next) ? pair.one() : next;
        if (!chains.containsKey(reached)) {
          List<Pair> chain = new ArrayList<>(chains.get(next));
          chain.add(pair);
          chains.put(reached, chain);
          open.add(reached);
        }
      }
    }
    return Optional.ofNullable(chains.get(to));
  }
}
