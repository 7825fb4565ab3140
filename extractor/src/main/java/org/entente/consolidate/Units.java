package org.entente.consolidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.alg.util.UnionFind;

/** Accounts that a person said to be of one event, put together; all others stand alone. */
final class Units {
  private final List<Unit> units = new ArrayList<>();

  /**
   * Puts accounts together.
   *
   * @param ordered the accounts in the order in which they are taken
   * @param constraints the decisions; those on accounts that are not there have no effect
   */
  Units(List<Account> ordered, Constraints constraints) {
    Map<String, Account> accounts = new HashMap<>();
    ordered.forEach(a -> accounts.put(a.id(), a));
    UnionFind<String> groups = new UnionFind<>(accounts.keySet());
    Map<String, List<Constraints.Pair>> same = new HashMap<>();
    for (Constraints.Pair pair : constraints.same()) {
      if (accounts.containsKey(pair.one()) && accounts.containsKey(pair.other())) {
        groups.union(pair.one(), pair.other());
        same.computeIfAbsent(pair.one(), k -> new ArrayList<>()).add(pair);
        same.computeIfAbsent(pair.other(), k -> new ArrayList<>()).add(pair);
      }
    }
    Map<String, List<Constraints.Pair>> different = new HashMap<>();
    for (Constraints.Pair pair : constraints.different()) {
      if (accounts.containsKey(pair.one()) && accounts.containsKey(pair.other())) {
        different.computeIfAbsent(pair.one(), k -> new ArrayList<>()).add(pair);
        different.computeIfAbsent(pair.other(), k -> new ArrayList<>()).add(pair);
      }
    }
    Map<String, List<Account>> members = new LinkedHashMap<>();
    for (Account account : ordered) {
      members.computeIfAbsent(groups.find(account.id()), k -> new ArrayList<>()).add(account);
    }
    members.values().forEach(group -> units.add(new Unit(group, same, different)));
  }

  /** Returns the units in the order of the first account of each. */
  List<Unit> units() {
    return units;
  }

  /** Accounts that go to one event. */
  static final class Unit {
    private final List<Account> accounts;
    private final List<Constraints.Pair> same = new ArrayList<>();
    private final Set<String> strangers = new HashSet<>();
    private final Set<String> decisions = new HashSet<>();

    private Unit(
        List<Account> accounts,
        Map<String, List<Constraints.Pair>> same,
        Map<String, List<Constraints.Pair>> different) {
      this.accounts = accounts;
      for (Account account : accounts) {
        this.same.addAll(same.getOrDefault(account.id(), List.of()));
        for (Constraints.Pair pair : different.getOrDefault(account.id(), List.of())) {
          strangers.add(pair.one().equals(account.id()) ? pair.other() : pair.one());
          decisions.add(pair.decision());
        }
      }
      this.same.forEach(pair -> decisions.add(pair.decision()));
    }

    List<Account> accounts() {
      return accounts;
    }

    Account first() {
      return accounts.get(0);
    }

    /** Tells whether no decision, and no document that tells two of them apart, forbids it. */
    boolean mayJoin(Cluster cluster) {
      return accounts.stream().noneMatch(a -> cluster.documents.contains(a.document()))
          && (strangers.isEmpty()
              || cluster.accounts.stream().noneMatch(a -> strangers.contains(a.id())));
    }

    /** Adds the accounts after the first, and the decisions. */
    void joinRest(Cluster cluster) {
      for (Account account : accounts.subList(1, accounts.size())) {
        cluster.add(
            account,
            same.stream()
                .filter(p -> p.one().equals(account.id()) || p.other().equals(account.id()))
                .map(Constraints.Pair::reason)
                .findFirst()
                .orElseThrow());
      }
      cluster.decisions.addAll(decisions);
    }
  }
}
