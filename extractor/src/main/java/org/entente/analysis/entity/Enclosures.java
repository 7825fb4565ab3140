package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.Polity;
import org.entente.analysis.gazetteer.Seat;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;

/**
 * Tells in which other places that a document names a place lies: the city around a building, the
 * region and the state around a city.
 */
final class Enclosures {
  private final Gazetteer gazetteer;

  /** Every entity of the document that its text names as a place can be named. */
  private final List<EntityDraft> named;

  /** The place in which the text says that a place lies: "Schloss Elmau in Bavaria". */
  private final Map<EntityDraft, EntityDraft> told = new IdentityHashMap<>();

  Enclosures(
      Gazetteer gazetteer,
      List<EntityDraft> entities,
      List<Sentence> sentences,
      List<List<Draft>> drafts) {
    this.gazetteer = gazetteer;
    this.named =
        entities.stream()
            .filter(e -> e.type == EntityType.PLACE || e.type == EntityType.POLITY)
            .filter(e -> e.mentions.stream().anyMatch(m -> m.form == MentionForm.NAME))
            .toList();
    drafts.forEach(sentence -> tell(sentences, sentence));
  }

  private void tell(List<Sentence> sentences, List<Draft> drafts) {
    for (int i = 1; i < drafts.size(); i++) {
      Draft inner = drafts.get(i - 1);
      Draft outer = drafts.get(i);
      boolean places =
          inner.type == EntityType.PLACE
              && inner.form == MentionForm.NAME
              && outer.form == MentionForm.NAME
              && inner.entities.size() == 1
              && outer.entities.size() == 1
              && outer.begin == inner.end + 1;
      if (places && sentences.get(inner.sentence).tokens().get(inner.end).lower().equals("in")) {
        told.putIfAbsent(inner.entities.get(0), outer.entities.get(0));
      }
    }
  }

  /** Returns the places around a place that the text names, the narrowest first. */
  List<EntityDraft> of(EntityDraft place) {
    if (place.type != EntityType.PLACE) {
      return List.of();
    }
    Set<EntityDraft> around = new LinkedHashSet<>();
    Optional<Seat> seat = gazetteer.seat(place.name).filter(s -> !s.in().isEmpty());
    String city = seat.map(Seat::in).orElse("");
    if (!city.isEmpty()) {
      find(city)
          .ifPresent(
              c -> {
                around.add(c);
                around.addAll(of(c));
              });
    }
    Optional<Entry> entry =
        seat.isPresent()
            ? Optional.empty()
            : place.link.map(Link::qid).filter(q -> !q.isEmpty()).flatMap(gazetteer::entry);
    entry
        .filter(e -> e.kind() == EntryKind.PLACE && !e.region().isEmpty())
        .flatMap(e -> find(e.region()))
        .ifPresent(around::add);
    gazetteer
        .polityOfSeat(seat.isPresent() ? city : place.name)
        .or(() -> entry.flatMap(e -> gazetteer.polityOfCode(e.country())))
        .flatMap(this::find)
        .ifPresent(around::add);
    EntityDraft outer = told.get(place);
    if (around.isEmpty() && place.link.isEmpty() && outer != null && named.contains(outer)) {
      around.add(outer);
      around.addAll(of(outer));
    }
    around.remove(place);
    return new ArrayList<>(around);
  }

  private Optional<EntityDraft> find(String name) {
    String folded = NameFolding.fold(name);
    return named.stream()
        .filter(
            e ->
                e.names.stream().anyMatch(n -> NameFolding.fold(n).equals(folded))
                    || e.link.filter(l -> NameFolding.fold(l.label()).equals(folded)).isPresent())
        .findFirst();
  }

  private Optional<EntityDraft> find(Polity polity) {
    return named.stream()
        .filter(e -> e.polity != null && e.polity.code().equals(polity.code()))
        .findFirst();
  }
}
