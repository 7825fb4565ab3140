package org.entente.consolidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Which place lies in which, gathered from what the accounts say of their own places ({@link
 * Account.Venue#within()}). Independent of the order of the accounts; circles are tolerated. Not
 * thread-safe.
 */
public final class Containment {
  private final Map<String, Set<String>> parents;
  private final Map<String, Set<String>> closures = new HashMap<>();

  /**
   * Gathers it from pairs.
   *
   * @param parents keys of places, with those of the places that each lies in
   */
  public Containment(Map<String, Set<String>> parents) {
    this.parents = parents;
  }

  /** Gathers it from accounts. */
  public static Containment of(Collection<Account> accounts) {
    Map<String, Set<String>> parents = new HashMap<>();
    for (Account account : accounts) {
      gather(
          account,
          (inner, outer) -> parents.computeIfAbsent(inner, k -> new TreeSet<>()).add(outer));
    }
    return new Containment(parents);
  }

  /** Hands on each place of an account with each place that it is said to lie in. */
  public static void gather(Account account, BiConsumer<String, String> pairs) {
    for (Account.Venue venue : account.places()) {
      for (String outer : venue.within()) {
        if (!outer.equals(venue.place())) {
          pairs.accept(venue.place(), outer);
        }
      }
    }
  }

  /** Returns the place itself and everything that contains it. */
  Set<String> upward(String place) {
    return closures.computeIfAbsent(
        place,
        start -> {
          Set<String> seen = new LinkedHashSet<>();
          List<String> open = new ArrayList<>(List.of(start));
          while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (seen.add(next)) {
              open.addAll(parents.getOrDefault(next, Set.of()));
            }
          }
          return seen;
        });
  }

  /** Tells whether the two are one place or one lies in the other. */
  boolean related(String a, String b) {
    return upward(a).contains(b) || upward(b).contains(a);
  }

  /** Tells whether some place of the first is related to some place of the second. */
  boolean share(Collection<String> some, Collection<String> others) {
    for (String a : some) {
      for (String b : others) {
        if (related(a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Tells whether some place of the first lies in a place that holds one of the second. */
  boolean neighbours(Collection<String> some, Collection<String> others) {
    Set<String> around = new HashSet<>();
    some.forEach(p -> around.addAll(upward(p)));
    return others.stream().anyMatch(p -> upward(p).stream().anyMatch(around::contains));
  }

  /**
   * Tells whether of no place it is known where it lies: a base or villa that no gazetteer has may
   * be anywhere, so it contradicts no other venue.
   */
  boolean unplaced(Collection<String> places) {
    return places.stream().allMatch(p -> depth(p) == 0);
  }

  /** Returns the number of places that are known to contain this one. */
  int depth(String place) {
    return upward(place).size() - 1;
  }
}
