package org.entente.build;

import java.util.Optional;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.rdf.EntityFacts;

/** What the gazetteer knows of linked entities. */
public final class GazetteerFacts implements EntityFacts {
  private final Gazetteer gazetteer;

  /** Makes facts of that gazetteer. */
  public GazetteerFacts(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public Optional<Facts> of(String qid) {
    Optional<Polity> polity = gazetteer.polityOfQid(qid);
    if (polity.isPresent()) {
      Polity state = polity.get();
      return Optional.of(
          new Facts(
              EntityType.POLITY,
              state.label(),
              "",
              "",
              position(state.latitude(), state.longitude())));
    }
    return gazetteer.entry(qid).map(this::facts);
  }

  @Override
  public Optional<String> polity(String name) {
    return gazetteer.polity(name).map(Polity::qid).filter(qid -> !qid.isEmpty());
  }

  private Facts facts(Entry entry) {
    return new Facts(
        type(entry.kind()),
        entry.label(),
        entry.offices().stream().findFirst().map(this::description).orElse(""),
        gazetteer.polityOfCode(entry.country()).map(Polity::qid).orElse(""),
        position(entry.latitude(), entry.longitude()));
  }

  private String description(OfficeTerm office) {
    return gazetteer
        .polityOfCode(office.polity())
        .map(polity -> office.title() + " of " + polity.label())
        .orElse(office.title());
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
