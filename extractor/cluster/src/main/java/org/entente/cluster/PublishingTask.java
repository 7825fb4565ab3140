package org.entente.cluster;

import java.io.Serializable;
import java.sql.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.entente.consolidate.Account;
import org.entente.consolidate.ConsolidatedEvent;
import org.entente.rdf.Dip;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.EntityMapper;
import org.entente.rdf.EventMapper;
import org.entente.rdf.Iris;
import org.entente.rdf.NamedEntity;
import org.entente.rdf.Terms;
import org.entente.store.NQuads;

/** Writes events and entities as N-Quads, and events as rows of a table. */
final class PublishingTask implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String base;

  PublishingTask(String base) {
    this.base = base;
  }

  /** Returns a row of {@link Rows#ENTITIES}. */
  Row entity(NamedEntity entity) {
    EntityMapper mapper = new EntityMapper(new Iris(base), Knowledge.facts());
    Optional<EntityFacts.Position> position = mapper.position(entity);
    return RowFactory.create(
        entity.iri(),
        Json.write(entity),
        mapper.label(entity),
        position.map(EntityFacts.Position::longitude).orElse(null),
        position.map(EntityFacts.Position::latitude).orElse(null));
  }

  /**
   * Returns the lines of an entity.
   *
   * @param polities IRIs of all polities that documents name
   */
  Iterator<String> entityQuads(String json, Broadcast<Set<String>> polities) {
    Iris iris = new Iris(base);
    NamedEntity entity = Json.read(json, NamedEntity.class);
    return NQuads.lines(
            Terms.uri(iris.entitiesGraph()),
            new EntityMapper(iris, Knowledge.facts())
                .map(List.of(entity), new HashSet<>(polities.value())))
        .iterator();
  }

  /**
   * An event with what it takes to publish it.
   *
   * @param event the event, linked to the one around it
   * @param entities what it names, by IRI: rows of label, longitude and latitude
   */
  private record Publication(ConsolidatedEvent event, Map<String, Row> entities) {
    /** Reads a row of the event as JSON, the event around it, and the entities. */
    static Publication of(Row row) {
      ConsolidatedEvent event = Json.read(row.getString(0), ConsolidatedEvent.class);
      Map<String, Row> entities = new HashMap<>();
      if (!row.isNullAt(2)) {
        for (Row entity : row.<Row>getList(2)) {
          entities.put(entity.getString(0), entity);
        }
      }
      return new Publication(row.isNullAt(1) ? event : event.inside(row.getString(1)), entities);
    }

    String label(String iri) {
      return entities.containsKey(iri) ? entities.get(iri).getString(1) : iri;
    }

    Double degrees(int column) {
      Row place = event.place().map(entities::get).orElse(null);
      return place == null || place.isNullAt(column) ? null : (Double) place.getDouble(column);
    }
  }

  /** Returns the lines of an event. */
  Iterator<String> eventQuads(Row row) {
    Iris iris = new Iris(base);
    Publication published = Publication.of(row);
    return NQuads.lines(
            Terms.uri(iris.eventsGraph()),
            new EventMapper(iris).map(List.of(published.event()), published::label))
        .iterator();
  }

  /** Returns a row of {@link Rows#TABLE}. */
  Row tableRow(Row row) {
    Iris iris = new Iris(base);
    Publication published = Publication.of(row);
    ConsolidatedEvent event = published.event();
    return RowFactory.create(
        iris.event(event.anchor()),
        EventMapper.label(event, published::label),
        event.kind().className(),
        event.status().conceptName(),
        event.date().map(d -> Date.valueOf(d.earliest())).orElse(null),
        event.date().map(d -> Date.valueOf(d.latest())).orElse(null),
        event.place().orElse(null),
        event.place().map(published::label).orElse(null),
        event.place().flatMap(Iris::qid).orElse(null),
        published.degrees(2),
        published.degrees(3),
        event.parties().stream().map(p -> party(p, published)).toArray(),
        array(event.absentees().stream()),
        event.duration().map(Object::toString).orElse(null),
        array(event.topics().stream()),
        array(event.formats().stream().map(f -> f.conceptName())),
        array(event.outcomes().stream().map(o -> o.conceptName())),
        event.partOf().map(iris::event).orElse(null),
        array(event.accounts().stream().map(Account::document).distinct().sorted()),
        event.accounts().size(),
        event.sources(),
        event.confidence());
  }

  private static Row party(Account.Party party, Publication published) {
    return RowFactory.create(
        party.agent(),
        published.label(party.agent()),
        Dip.of(party.type()).getURI().substring(Dip.NS.length()),
        party.role().conceptName(),
        party.office().isEmpty() ? null : party.office(),
        party.represents().isEmpty() ? null : party.represents());
  }

  private static String[] array(Stream<String> values) {
    return values.toArray(String[]::new);
  }
}
