package org.entente.rdf;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;

/** The facts that the gazetteer holds. Immutable and thread-safe. */
public final class GazetteerFacts implements EntityFacts {
  private final Gazetteer gazetteer;
  private final Map<String, Polity> polities = new HashMap<>();

  /** Creates facts over that gazetteer. */
  public GazetteerFacts(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    for (Polity polity : gazetteer.polities()) {
      if (!polity.qid().isEmpty()) {
        polities.putIfAbsent(polity.qid(), polity);
      }
    }
  }

  @Override
  public Optional<Facts> of(String qid, Collection<String> names) {
    Polity polity = polities.get(qid);
    if (polity != null) {
      return Optional.of(
          new Facts(
              EntityType.POLITY,
              polity.label(),
              "",
              Optional.empty(),
              Optional.empty(),
              position(polity.latitude(), polity.longitude()),
              List.of()));
    }
    return names.stream()
        .flatMap(this::entries)
        .filter(entry -> entry.qid().equals(qid))
        .findFirst()
        .map(this::facts);
  }

  @Override
  public Optional<Known> polity(String name) {
    return gazetteer.polity(name).flatMap(GazetteerFacts::known);
  }

  private Stream<Entry> entries(String name) {
    return Stream.concat(gazetteer.body(name).stream(), gazetteer.named(name).stream());
  }

  private Facts facts(Entry entry) {
    return new Facts(
        type(entry.kind()),
        entry.label(),
        entry.offices().stream().findFirst().map(this::description).orElse(entry.description()),
        gazetteer.polityOfCode(entry.country()).flatMap(GazetteerFacts::known),
        entry.region().isEmpty() ? Optional.empty() : region(entry),
        position(entry.latitude(), entry.longitude()),
        entry.offices().stream().map(this::office).toList());
  }

  private Office office(OfficeTerm term) {
    return new Office(
        term.title(),
        gazetteer.polityOfCode(term.polity()).flatMap(GazetteerFacts::known),
        term.from(),
        term.to());
  }

  private String description(OfficeTerm office) {
    return gazetteer
        .polityOfCode(office.polity())
        .map(polity -> office.title() + " of " + polity.label())
        .orElse(office.title());
  }

  /** The one place of that name in the same country. */
  private Optional<Known> region(Entry entry) {
    List<Entry> regions =
        gazetteer.named(entry.region()).stream()
            .filter(r -> r.kind() == EntryKind.PLACE && !r.qid().isEmpty())
            .filter(r -> r.country().equals(entry.country()) && !r.qid().equals(entry.qid()))
            .toList();
    return regions.size() == 1
        ? Optional.of(new Known(EntityType.PLACE, regions.get(0).label(), regions.get(0).qid()))
        : Optional.empty();
  }

  private static Optional<Known> known(Polity polity) {
    return polity.qid().isEmpty()
        ? Optional.empty()
        : Optional.of(new Known(EntityType.POLITY, polity.label(), polity.qid()));
  }

  private static EntityType type(EntryKind kind) {
    return switch (kind) {
      case PERSON -> EntityType.PERSON;
      case ORGANIZATION, REPORTER -> EntityType.ORGANIZATION;
      case POLITY -> EntityType.POLITY;
      case PLACE -> EntityType.PLACE;
    };
  }

  private static Optional<Position> position(double latitude, double longitude) {
    return Double.isNaN(latitude) || Double.isNaN(longitude)
        ? Optional.empty()
        : Optional.of(new Position(latitude, longitude));
  }
}
