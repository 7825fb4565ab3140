package org.entente.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.export.ExportedEntity;
import org.entente.export.GraphView;
import org.entente.rdf.Iris;

/** Answers the questions of the API over one graph, within one transaction of the caller. */
public final class Reconciler {
  /** How many questions, or entities to extend, one request may have. */
  public static final int BATCH = 50;

  private static final int SUGGESTED = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final GraphView view;
  private final EntitySearch search;

  /**
   * Creates a reconciler.
   *
   * @param data the graph with its text index, in a transaction
   * @param iris what minted its IRIs
   */
  public Reconciler(DatasetGraph data, Iris iris) {
    this.view = new GraphView(data, iris);
    this.search = new EntitySearch(data, iris);
  }

  /** Returns the view of the graph. */
  GraphView view() {
    return view;
  }

  /**
   * Answers a batch of questions.
   *
   * @param queries JSON of the parameter {@code queries}
   * @return JSON: the candidates for each question
   * @throws ReconciliationException if the questions are not as the specification has them
   */
  public ObjectNode answer(String queries) {
    CandidateFinder finder = new CandidateFinder(view, search);
    ObjectNode answer = JSON.createObjectNode();
    ReconciliationQuery.batch(read("queries", queries), BATCH)
        .forEach(
            (key, query) -> {
              ArrayNode results = answer.putObject(key).putArray("result");
              finder.find(query).forEach(candidate -> put(candidate, results.addObject()));
            });
    return answer;
  }

  private void put(Candidate candidate, ObjectNode result) {
    ExportedEntity entity = candidate.entity();
    result.put("id", Identifiers.of(view.iris(), entity.iri())).put("name", entity.label());
    description(entity).ifPresent(text -> result.put("description", text));
    result.put("score", candidate.score()).put("match", candidate.certain());
    EntityKinds.put(result.putArray("type"), List.of(entity.type()));
    ArrayNode features = result.putArray("features");
    features
        .addObject()
        .put("id", "name")
        .put("value", Math.round(1000 * candidate.likeness()) / 10.0);
    candidate
        .agreement()
        .forEach(
            (property, agrees) -> features.addObject().put("id", property).put("value", agrees));
  }

  /**
   * Takes columns of entities.
   *
   * @param extend JSON of the parameter {@code extend}: {@code ids} and {@code properties}
   * @return JSON: what the columns are, and the cells of each entity
   * @throws ReconciliationException if it is not as the specification has it
   */
  public ObjectNode extend(String extend) {
    JsonNode request = read("extend", extend);
    JsonNode ids = request.path("ids");
    JsonNode wanted = request.path("properties");
    if (!ids.isArray() || !wanted.isArray()) {
      throw new ReconciliationException("extend needs the arrays ids and properties");
    }
    if (ids.size() > BATCH) {
      throw new ReconciliationException(
          "there are " + ids.size() + " ids to extend; it takes " + BATCH);
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode meta = answer.putArray("meta");
    List<EntityProperty> properties = new ArrayList<>();
    List<Integer> limits = new ArrayList<>();
    for (JsonNode property : wanted) {
      String id = property.path("id").asText("");
      EntityProperty known =
          EntityProperty.of(id)
              .orElseThrow(
                  () -> new ReconciliationException("there is no property \"" + id + "\""));
      properties.add(known);
      limits.add(property.path("settings").path("limit").asInt(0));
      ObjectNode column = meta.addObject().put("id", known.id()).put("name", known.title());
      if (known == EntityProperty.COUNTRY || known == EntityProperty.MET) {
        String type = known == EntityProperty.COUNTRY ? "Polity" : "Person";
        column.putObject("type").put("id", type).put("name", type);
      }
    }
    ObjectNode rows = answer.putObject("rows");
    for (JsonNode id : ids) {
      ObjectNode row = rows.putObject(id.asText());
      Optional<ExportedEntity> entity = entity(id.asText());
      for (int i = 0; i < properties.size(); i++) {
        ArrayNode cell = row.putArray(properties.get(i).id());
        EntityProperty property = properties.get(i);
        entity.ifPresent(e -> property.values(view, e, cell));
        while (limits.get(i) > 0 && cell.size() > limits.get(i)) {
          cell.remove(cell.size() - 1);
        }
      }
    }
    return answer;
  }

  /**
   * Proposes the properties that entities of a type can have.
   *
   * @param type identifier of a type; empty for those that all have
   */
  public ObjectNode proposeProperties(String type) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("type", type);
    ArrayNode properties = answer.putArray("properties");
    for (EntityProperty property : EntityProperty.values()) {
      if (type.isEmpty() || property.kinds().contains(type)) {
        properties.addObject().put("id", property.id()).put("name", property.title());
      }
    }
    return answer;
  }

  /**
   * Suggests entities whose names begin so.
   *
   * @param prefix what the user has typed
   * @param cursor how many to leave out
   */
  public ObjectNode suggestEntities(String prefix, int cursor) {
    String typed = NameFolding.fold(prefix);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode result = answer.putArray("result");
    search.beginning(prefix).stream()
        .map(view::entity)
        .filter(entity -> CandidateFinder.wanted(entity, List.of()))
        .sorted(
            Comparator.comparing(
                    (ExportedEntity entity) -> !NameFolding.fold(entity.label()).startsWith(typed))
                .thenComparing(ExportedEntity::label)
                .thenComparing(ExportedEntity::iri))
        .skip(cursor)
        .limit(SUGGESTED)
        .forEach(
            entity -> {
              ObjectNode one = result.addObject();
              one.put("id", Identifiers.of(view.iris(), entity.iri())).put("name", entity.label());
              description(entity).ifPresent(text -> one.put("description", text));
              EntityKinds.put(one.putArray("notable"), List.of(entity.type()));
            });
    return answer;
  }

  /** Suggests properties whose identifier or name has a word that begins so. */
  public ObjectNode suggestProperties(String prefix, int cursor) {
    List<ObjectNode> all = new ArrayList<>();
    for (EntityProperty property : EntityProperty.values()) {
      all.add(JSON.createObjectNode().put("id", property.id()).put("name", property.title()));
    }
    return suggest(all, prefix, cursor);
  }

  /** Suggests types whose name begins so. */
  public ObjectNode suggestTypes(String prefix, int cursor) {
    List<ObjectNode> all = new ArrayList<>();
    EntityKinds.ALL.forEach(
        kind -> all.add(JSON.createObjectNode().put("id", kind).put("name", kind)));
    return suggest(all, prefix, cursor);
  }

  private static ObjectNode suggest(List<ObjectNode> all, String prefix, int cursor) {
    String typed = " " + NameFolding.fold(prefix);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode result = answer.putArray("result");
    all.stream()
        .filter(
            one ->
                (" " + NameFolding.fold(one.get("id").asText() + " " + one.get("name").asText()))
                    .contains(typed))
        .skip(cursor)
        .limit(SUGGESTED)
        .forEach(result::add);
    return answer;
  }

  /** Returns the entity of an identifier, or empty where the graph has none. */
  Optional<ExportedEntity> entity(String id) {
    ExportedEntity entity = view.entity(Identifiers.iri(view.iris(), id));
    return Optional.of(entity).filter(e -> CandidateFinder.wanted(e, List.of()));
  }

  private static Optional<String> description(ExportedEntity entity) {
    return Optional.of(entity.description().isEmpty() ? entity.country() : entity.description())
        .filter(text -> !text.isEmpty());
  }

  private static JsonNode read(String name, String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new ReconciliationException(name + " is no JSON: " + e.getOriginalMessage());
    }
  }
}
