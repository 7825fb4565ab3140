package org.entente.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.entente.consolidate.Account;
import org.entente.consolidate.Blocking;
import org.entente.consolidate.ConsolidatedEvent;
import org.entente.consolidate.Consolidator;
import org.entente.consolidate.Constraints;
import org.entente.consolidate.Containment;
import org.entente.consolidate.Sidelines;

/** Joins the accounts of a group into events; of one group at a time all are in memory. */
final class JoiningTask implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<Map<String, Set<String>>> containment;

  JoiningTask(Broadcast<Map<String, Set<String>>> containment) {
    this.containment = containment;
  }

  /** Returns rows of {@link Rows#WINDOWS} of accounts as JSON. */
  static Iterator<Row> windows(Iterator<Row> accounts) {
    Blocking blocking = new Blocking();
    return new Several<>(accounts) {
      @Override
      List<Row> of(Row row) {
        Account account = Json.read(row.getString(0), Account.class);
        List<Row> rows = new ArrayList<>();
        for (Blocking.Window window : blocking.windows(account)) {
          rows.add(RowFactory.create(account.id(), window.pair(), window.from(), window.to()));
        }
        return rows;
      }
    };
  }

  /** Returns rows of places and what they lie in. */
  static Iterator<Row> places(Row account) {
    List<Row> pairs = new ArrayList<>();
    Containment.gather(
        Json.read(account.getString(0), Account.class),
        (inner, outer) -> pairs.add(RowFactory.create(inner, outer)));
    return pairs.iterator();
  }

  /**
   * Returns the events of groups.
   *
   * @param accounts rows of the group's number and the account as JSON, those of a group together
   */
  Iterator<Row> join(Iterator<Row> accounts) {
    Containment places = new Containment(containment.value());
    Consolidator consolidator = new Consolidator();
    return new Several<>(new Groups(accounts)) {
      @Override
      List<Row> of(List<Account> group) {
        return consolidator.join(group, Constraints.NONE, places).stream()
            .map(JoiningTask::row)
            .toList();
      }
    };
  }

  private static Row row(ConsolidatedEvent event) {
    Set<String> named = new LinkedHashSet<>();
    event.parties().forEach(party -> named.add(party.agent()));
    event.place().ifPresent(named::add);
    return RowFactory.create(
        event.anchor(),
        Json.write(event),
        Json.write(event.outline()),
        Sidelines.seeks(event).orElse(null),
        array(Sidelines.offers(event)),
        array(event.accounts().stream().map(Account::id).toList()),
        array(Sidelines.told(event)),
        array(List.copyOf(named)));
  }

  private static String[] array(List<String> values) {
    return values.toArray(String[]::new);
  }

  /**
   * Returns the gatherings that hold events.
   *
   * @param found rows of an event's anchor and outline, and those of a gathering that it has found
   * @return rows of the anchors of the event and the gathering
   */
  Iterator<Row> hold(Iterator<Row> found) {
    Sidelines sidelines = new Sidelines(new Containment(containment.value()));
    return new Several<>(found) {
      @Override
      List<Row> of(Row row) {
        boolean holds =
            sidelines.holds(
                Json.read(row.getString(3), ConsolidatedEvent.class),
                Json.read(row.getString(1), ConsolidatedEvent.class));
        return holds ? List.of(RowFactory.create(row.getString(0), row.getString(2))) : List.of();
      }
    };
  }

  /** Several rows for each of some items, made when they are asked for. */
  private abstract static class Several<T> implements Iterator<Row> {
    private final Iterator<T> items;
    private Iterator<Row> rows = List.<Row>of().iterator();

    Several(Iterator<T> items) {
      this.items = items;
    }

    abstract List<Row> of(T item);

    @Override
    public boolean hasNext() {
      while (!rows.hasNext() && items.hasNext()) {
        rows = of(items.next()).iterator();
      }
      return rows.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return rows.next();
    }
  }

  private static final class Groups implements Iterator<List<Account>> {
    private final Iterator<Row> accounts;
    private Optional<Row> ahead;

    Groups(Iterator<Row> accounts) {
      this.accounts = accounts;
      this.ahead = one();
    }

    private Optional<Row> one() {
      return accounts.hasNext() ? Optional.of(accounts.next()) : Optional.empty();
    }

    @Override
    public boolean hasNext() {
      return ahead.isPresent();
    }

    @Override
    public List<Account> next() {
      long group = ahead.orElseThrow().getLong(0);
      List<Account> members = new ArrayList<>();
      while (ahead.isPresent() && ahead.get().getLong(0) == group) {
        members.add(Json.read(ahead.get().getString(1), Account.class));
        ahead = one();
      }
      return members;
    }
  }
}
