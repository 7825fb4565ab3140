package org.entente.rdf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.annotation.EntityType;
import org.entente.consolidate.Account;
import org.entente.consolidate.Conflict;
import org.entente.consolidate.Conflicts;
import org.entente.consolidate.ConsolidatedEvent;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Turns consolidated events into the triples of the graph of events, with the direct triples:
 *
 * <ul>
 *   <li>{@code dip:met}: two persons at a held event other than a conference or call, both ways;
 *   <li>{@code dip:spokeWith}: two persons at a held call, both ways;
 *   <li>{@code dip:visited}: a person at a held visit who is no host or mediator (the guests alone
 *       where guests are told), or a guest at a held meeting, talks or summit, to the event's
 *       place.
 * </ul>
 *
 * <p>Keys of accounts, agents, places and decisions must be IRIs. Immutable and thread-safe.
 */
public final class EventMapper {
  private final Iris iris;
  private final Conflicts conflicts = new Conflicts();

  /** Creates a mapper that mints by those rules. */
  public EventMapper(Iris iris) {
    this.iris = iris;
  }

  /**
   * Returns the triples of the events.
   *
   * @param events the events
   * @param label gives the label of the entity with that IRI
   */
  public List<Triple> map(List<ConsolidatedEvent> events, Function<String, String> label) {
    Set<Triple> triples = new LinkedHashSet<>();
    for (ConsolidatedEvent event : events) {
      event(event, label, triples);
      direct(event, triples);
    }
    return new ArrayList<>(triples);
  }

  /** Returns the label of an event; {@code label} gives that of the entity with that IRI. */
  public static String label(ConsolidatedEvent event, Function<String, String> label) {
    return Labels.event(
        event.kind(),
        event.status(),
        event.parties().stream().map(p -> label.apply(p.agent())).toList(),
        event.place().map(label),
        event.date());
  }

  private void event(ConsolidatedEvent event, Function<String, String> label, Set<Triple> triples) {
    String iri = iris.event(event.anchor());
    Node node = Terms.uri(iri);
    add(triples, node, Terms.TYPE, Dip.EVENT);
    add(triples, node, Terms.TYPE, Dip.of(event.kind()));
    add(triples, node, Dip.STATUS, Dip.of(event.status()));
    add(triples, node, Terms.LABEL, Terms.string(label(event, label)));
    for (Account account : event.accounts()) {
      Node report = Terms.uri(account.id());
      add(triples, node, Dip.HAS_REPORT, report);
      add(triples, report, Dip.REPORTS_EVENT, node);
    }
    add(triples, node, Dip.REPORT_COUNT, Terms.integer(event.accounts().size()));
    first(event)
        .evidence()
        .ifPresent(first -> add(triples, node, Dip.FIRST_EVIDENCE, Terms.uri(first.mention())));
    for (Conflict conflict : conflicts.of(event)) {
      String aspect = conflict.aspect().name().toLowerCase(Locale.ROOT);
      add(triples, node, Dip.CONTESTED, Terms.string(aspect));
    }
    add(triples, node, Dip.SOURCE_COUNT, Terms.integer(event.sources()));
    add(triples, node, Dip.CONFIDENCE, Terms.confidence(event.confidence()));
    for (Account.Party party : event.parties()) {
      Node agent = Terms.uri(party.agent());
      add(triples, node, Dip.PARTICIPANT, agent);
      role(party.role()).ifPresent(property -> add(triples, node, property, agent));
      Node part = Terms.uri(iris.eventParticipation(iri, party.agent()));
      add(triples, node, Dip.HAS_PARTICIPATION, part);
      add(triples, part, Terms.TYPE, Dip.PARTICIPATION);
      add(triples, part, Dip.AGENT, agent);
      add(triples, part, Dip.ROLE, Dip.of(party.role()));
      if (!party.office().isEmpty()) {
        add(triples, part, Dip.OFFICE, Terms.string(party.office()));
      }
      if (!party.represents().isEmpty()) {
        add(triples, part, Dip.REPRESENTS, Terms.uri(party.represents()));
      }
    }
    event.absentees().forEach(who -> add(triples, node, Dip.ABSENTEE, Terms.uri(who)));
    event.place().ifPresent(place -> add(triples, node, Dip.AT_PLACE, Terms.uri(place)));
    event
        .date()
        .ifPresent(
            date -> {
              for (int y = date.earliest().getYear(); y <= date.latest().getYear(); y++) {
                add(triples, node, Dip.YEAR, Terms.integer(y));
              }
              add(triples, node, Dip.EARLIEST, Terms.date(date.earliest()));
              add(triples, node, Dip.LATEST, Terms.date(date.latest()));
            });
    event.duration().ifPresent(length -> add(triples, node, Dip.DURATION, Terms.duration(length)));
    event.topics().forEach(topic -> add(triples, node, Dip.TOPIC, Terms.string(topic)));
    event.formats().forEach(format -> add(triples, node, Dip.FORMAT, Dip.of(format)));
    event.outcomes().forEach(outcome -> add(triples, node, Dip.OUTCOME, Dip.of(outcome)));
    event.decisions().forEach(d -> add(triples, node, Terms.WAS_INFLUENCED_BY, Terms.uri(d)));
    event
        .partOf()
        .ifPresent(whole -> add(triples, node, Dip.PART_OF, Terms.uri(iris.event(whole))));
  }

  /** Returns the account that first tells the event as it is known now. */
  private static Account first(ConsolidatedEvent event) {
    return event.accounts().stream()
        .min(
            Comparator.comparing((Account account) -> account.status() != event.status())
                .thenComparing(account -> account.published().orElse(LocalDate.MAX))
                .thenComparing(Account::document)
                .thenComparingInt(
                    account -> account.evidence().map(Account.Evidence::begin).orElse(0))
                .thenComparing(Account::id))
        .orElseThrow();
  }

  private static void direct(ConsolidatedEvent event, Set<Triple> triples) {
    if (event.status() != Status.HELD) {
      return;
    }
    List<Account.Party> persons =
        event.parties().stream().filter(p -> p.type() == EntityType.PERSON).toList();
    if (event.kind() != Kind.CONFERENCE) {
      Node property = event.kind() == Kind.CALL ? Dip.SPOKE_WITH : Dip.MET;
      for (Account.Party one : persons) {
        for (Account.Party other : persons) {
          if (!one.agent().equals(other.agent())) {
            add(triples, Terms.uri(one.agent()), property, Terms.uri(other.agent()));
          }
        }
      }
    }
    if (event.place().isPresent() && event.kind() != Kind.CALL) {
      boolean guests = event.parties().stream().anyMatch(p -> p.role() == Role.GUEST);
      boolean visit = event.kind() == Kind.VISIT;
      for (Account.Party person : persons) {
        boolean came =
            person.role() == Role.GUEST && event.kind() != Kind.CONFERENCE
                || visit && !guests && person.role() == Role.PARTICIPANT;
        if (came) {
          add(triples, Terms.uri(person.agent()), Dip.VISITED, Terms.uri(event.place().get()));
        }
      }
    }
  }

  private static Optional<Node> role(Role role) {
    return switch (role) {
      case HOST -> Optional.of(Dip.HOST);
      case GUEST -> Optional.of(Dip.GUEST);
      case MEDIATOR -> Optional.of(Dip.MEDIATOR);
      case PARTICIPANT -> Optional.empty();
    };
  }

  private static void add(Set<Triple> triples, Node subject, Node property, Node object) {
    triples.add(Triple.create(subject, property, object));
  }
}
