package org.entente.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;

/**
 * What the model of confidence sees of a whole event: how sure the single decisions were, who the
 * parties are, and whether another event of the document is like it.
 */
final class RightFeatures {
  private final List<Entity> entities;

  RightFeatures(List<Entity> entities) {
    this.entities = entities;
  }

  /** Returns the features of one of the events of a document. */
  List<String> of(DocumentEvent event, List<DocumentEvent> all) {
    List<String> f = new ArrayList<>();
    f.add("b");
    double trigger = event.members.stream().mapToDouble(c -> c.confidence).max().orElse(0);
    f.add("trigger=" + step(trigger));
    double least = 1;
    double product = 1;
    for (int id : event.parties.keySet()) {
      double best =
          event.members.stream().mapToDouble(c -> c.likely.getOrDefault(id, 0.0)).max().orElse(0);
      least = Math.min(least, best);
      product *= best;
    }
    f.add("least=" + step(least));
    f.add("product=" + step(product));
    double rejected = 0;
    for (var c : event.members) {
      for (var e : c.likely.entrySet()) {
        if (!event.parties.containsKey(e.getKey())) {
          rejected = Math.max(rejected, e.getValue());
        }
      }
    }
    f.add("rejected=" + step(rejected));
    f.add("sure=" + step(trigger) + "," + step(product));
    int persons = 0;
    int polities = 0;
    int bodies = 0;
    int unnamed = 0;
    for (int id : event.parties.keySet()) {
      unnamed += entities.get(id).named() ? 0 : 1;
      switch (entities.get(id).type()) {
        case PERSON -> persons++;
        case POLITY -> polities++;
        default -> bodies++;
      }
    }
    String who = Math.min(3, persons) + "-" + Math.min(3, polities) + "-" + Math.min(2, bodies);
    f.add("who=" + who);
    f.add("who=" + who + "," + event.kind());
    f.add("n=" + Math.min(5, event.parties.size()));
    f.add("n=" + Math.min(3, event.parties.size()) + "," + event.kind());
    f.add("n=" + Math.min(3, event.parties.size()) + "," + step(trigger));
    f.add("unnamed=" + Math.min(2, unnamed));
    f.add("kind=" + event.kind());
    f.add("status=" + event.status());
    double status =
        event.members.stream()
            .mapToDouble(c -> c.statuses.getOrDefault(event.status(), 0.0))
            .max()
            .orElse(0);
    f.add("statusSure=" + step(status));
    f.add("members=" + Math.min(4, event.members.size()));
    f.add("sentences=" + Math.min(3, event.sentences.size()));
    boolean read = event.members.stream().anyMatch(c -> !c.open);
    f.add("read=" + read);
    f.add("read=" + read + "," + step(trigger));
    f.add("rule=" + event.rule());
    f.add("back=" + event.members.stream().allMatch(c -> c.anaphoric));
    f.add("background=" + event.members.stream().allMatch(c -> c.background));
    f.add("first=" + Math.min(3, event.sentences.iterator().next()));
    f.add("place=" + !event.places.isEmpty() + "," + event.kind());
    f.add("date=" + event.date.isPresent());
    int alike = 0;
    int overlapping = 0;
    for (DocumentEvent other : all) {
      if (other != event) {
        Set<Integer> shared = new HashSet<>(other.parties.keySet());
        shared.retainAll(event.parties.keySet());
        alike += shared.size() == event.parties.size() ? 1 : 0;
        overlapping += !shared.isEmpty() ? 1 : 0;
      }
    }
    f.add("alike=" + Math.min(2, alike));
    f.add("alike=" + Math.min(2, alike) + "," + Math.min(3, event.parties.size()));
    f.add("overlapping=" + Math.min(3, overlapping));
    f.add("events=" + Math.min(4, all.size()));
    boolean anyPerson =
        event.parties.keySet().stream()
            .anyMatch(id -> entities.get(id).type() == EntityType.PERSON);
    f.add("person=" + anyPerson + "," + event.kind() + "," + event.status());
    return f;
  }

  private static String step(double p) {
    return Integer.toString((int) Math.floor(Math.min(0.999, p) * 10));
  }
}
