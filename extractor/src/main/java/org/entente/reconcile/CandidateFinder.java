package org.entente.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.export.ExportedEntity;
import org.entente.export.GraphView;

/**
 * Finds what a cell may stand for, best first.
 *
 * <p>A candidate is certain only where nothing else of the types asked for has that name and no
 * property speaks against it, and a person only by a name of two words or more or by an identifier:
 * a family name alone that happens to be unique in the graph is no proof.
 */
final class CandidateFinder {
  private static final Pattern QID = Pattern.compile("Q[1-9][0-9]*");
  private static final double LEAST_LIKENESS = 0.4;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final GraphView view;
  private final EntitySearch search;

  CandidateFinder(GraphView view, EntitySearch search) {
    this.view = view;
    this.search = search;
  }

  /** Returns the candidates for a question. */
  List<Candidate> find(ReconciliationQuery query) {
    Set<String> identified = identified(query);
    Set<String> possible = new LinkedHashSet<>(identified);
    if (!query.text().isEmpty()) {
      possible.addAll(search.named(query.text()));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (String iri : possible) {
      ExportedEntity entity = view.entity(iri);
      if (!wanted(entity, query.types())) {
        continue;
      }
      double likeness =
          identified.contains(iri) ? 1 : NameLikeness.best(query.text(), names(entity));
      if (likeness >= LEAST_LIKENESS) {
        candidates.add(new Candidate(entity, likeness, agreement(entity, query), false));
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(c -> c.entity().iri()));
    long rivals = candidates.stream().filter(c -> c.likeness() == 1 && c.agrees()).count();
    return candidates.stream()
        .limit(query.limit())
        .map(
            c ->
                c.certain(
                    rivals == 1
                        && c.likeness() == 1
                        && c.agrees()
                        && (identified.contains(c.entity().iri())
                            || !c.entity().type().equals("Person")
                            || NameLikeness.length(query.text()) > 1)))
        .toList();
  }

  /** Returns the entities of which the question gives an identifier. */
  private Set<String> identified(ReconciliationQuery query) {
    Set<String> found = new LinkedHashSet<>();
    if (QID.matcher(query.text()).matches()) {
      found.addAll(search.item(query.text()));
    }
    for (ReconciliationQuery.Expected expected : query.properties()) {
      if (expected.property().equals(EntityProperty.QID.id())) {
        expected.values().stream()
            .filter(value -> QID.matcher(value).matches())
            .forEach(value -> found.addAll(search.item(value)));
      }
    }
    return found;
  }

  static boolean wanted(ExportedEntity entity, List<String> types) {
    return EntityKinds.ALL.contains(entity.type())
        && (types.isEmpty() || types.contains(entity.type()));
  }

  static List<String> names(ExportedEntity entity) {
    List<String> names = new ArrayList<>(entity.names());
    names.add(entity.label());
    return names;
  }

  private Map<String, Boolean> agreement(ExportedEntity entity, ReconciliationQuery query) {
    Map<String, Boolean> agreement = new LinkedHashMap<>();
    for (ReconciliationQuery.Expected expected : query.properties()) {
      EntityProperty.of(expected.property())
          .ifPresent(
              property -> {
                ArrayNode values = JSON.createArrayNode();
                property.values(view, entity, values);
                if (!values.isEmpty()) {
                  agreement.put(property.id(), agrees(values, expected.values()));
                }
              });
    }
    return agreement;
  }

  private static boolean agrees(ArrayNode values, List<String> wanted) {
    for (JsonNode value : values) {
      for (JsonNode part : value) {
        for (String text : wanted) {
          if (part.asText().equals(text)
              || NameFolding.fold(part.asText()).equals(NameFolding.fold(text))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
