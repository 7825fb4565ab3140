package org.entente.consolidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jgrapht.alg.util.UnionFind;

/**
 * Tells which accounts of an event come from one source and count once: those of one outlet, and
 * those of documents that copy one another, such as the copies of an agency's report.
 */
final class Sources {
  private Sources() {}

  /**
   * Puts accounts together by their source.
   *
   * @param accounts accounts of one event, each id once
   * @return the accounts source by source, in the order of the first of each
   */
  static List<List<Account>> independent(List<Account> accounts) {
    UnionFind<Account> sources = new UnionFind<>(new HashSet<>(accounts));
    Map<String, Account> outlets = new HashMap<>();
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      if (!account.outlet().isBlank()) {
        Account first =
            outlets.putIfAbsent(account.outlet().strip().toLowerCase(Locale.ROOT), account);
        if (first != null) {
          sources.union(first, account);
        }
      }
      for (int j = 0; j < i; j++) {
        if (copies(account, accounts.get(j))) {
          sources.union(account, accounts.get(j));
        }
      }
    }
    Map<Account, List<Account>> groups = new LinkedHashMap<>();
    accounts.forEach(a -> groups.computeIfAbsent(sources.find(a), k -> new ArrayList<>()).add(a));
    return List.copyOf(groups.values());
  }

  private static boolean copies(Account one, Account other) {
    return one.fingerprint().isPresent()
        && other.fingerprint().isPresent()
        && one.fingerprint().get().copies(other.fingerprint().get());
  }
}
