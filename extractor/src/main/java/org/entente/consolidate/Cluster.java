package org.entente.consolidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.annotation.DateBounds;
import org.entente.report.Kind;
import org.entente.report.Status;

/** Accounts joined so far, with the sums that the comparison with a further account needs. */
final class Cluster {
  final List<Account> accounts = new ArrayList<>();
  final List<ConsolidatedEvent.Join> joins = new ArrayList<>();
  final Set<String> decisions = new TreeSet<>();
  final Set<String> documents = new HashSet<>();
  final Set<String> agents = new LinkedHashSet<>();

  /** Whom an agent stands for, by the accounts that say so. */
  final Map<String, String> sides = new HashMap<>();

  final Set<String> places = new LinkedHashSet<>();
  final Set<String> topics = new LinkedHashSet<>();
  final Set<Kind> kinds = new HashSet<>();
  final Set<Status> statuses = new HashSet<>();
  final TreeSet<LocalDate> published = new TreeSet<>();

  /** The days of the first dated account, narrowed by those that overlap it. */
  Optional<DateBounds> date = Optional.empty();

  Cluster(Account first) {
    take(first);
  }

  void add(Account account, String reason) {
    joins.add(new ConsolidatedEvent.Join(account.id(), reason));
    take(account);
  }

  private void take(Account account) {
    accounts.add(account);
    documents.add(account.document());
    for (Account.Party party : account.parties()) {
      agents.add(party.agent());
      if (!party.represents().isEmpty()) {
        sides.putIfAbsent(party.agent(), party.represents());
      }
    }
    account.places().forEach(v -> places.add(v.place()));
    topics.addAll(account.topics());
    kinds.add(account.kind());
    statuses.add(account.status());
    account.published().ifPresent(published::add);
    if (account.date().isPresent()) {
      DateBounds other = account.date().get();
      date =
          Optional.of(
              date.filter(d -> d.overlaps(other))
                  .map(d -> meet(d, other))
                  .orElse(date.orElse(other)));
    }
  }

  /** Returns the days that both intervals hold; they must overlap. */
  static DateBounds meet(DateBounds a, DateBounds b) {
    return new DateBounds(
        a.earliest().isAfter(b.earliest()) ? a.earliest() : b.earliest(),
        a.latest().isBefore(b.latest()) ? a.latest() : b.latest());
  }
}
