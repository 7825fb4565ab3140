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
  List<String> of(Candidate event, List<Candidate> all) {
    List<String> f = new ArrayList<>();
    f.add("prior");
    double trigger = event.accounts.stream().mapToDouble(c -> c.probability).max().orElse(0);
    f.add("trigger sure=" + step(trigger));
    double least = 1;
    double product = 1;
    for (int id : event.parties.keySet()) {
      double best =
          event.accounts.stream().mapToDouble(c -> c.likely.getOrDefault(id, 0.0)).max().orElse(0);
      least = Math.min(least, best);
      product *= best;
    }
    f.add("weakest party=" + step(least));
    f.add("all parties=" + step(product));
    double rejected = 0;
    for (var c : event.accounts) {
      for (var e : c.likely.entrySet()) {
        if (!event.parties.containsKey(e.getKey())) {
          rejected = Math.max(rejected, e.getValue());
        }
      }
    }
    f.add("best rejected party=" + step(rejected));
    f.add("trigger, parties=" + step(trigger) + "," + step(product));
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
    f.add("persons-states-bodies=" + who);
    f.add("persons-states-bodies=" + who + "," + event.kind);
    f.add("parties=" + Math.min(5, event.parties.size()));
    f.add("parties=" + Math.min(3, event.parties.size()) + "," + event.kind);
    f.add("parties=" + Math.min(3, event.parties.size()) + "," + step(trigger));
    f.add("unnamed parties=" + Math.min(2, unnamed));
    f.add("kind=" + event.kind);
    f.add("status=" + event.status);
    double status =
        event.accounts.stream()
            .mapToDouble(c -> c.statuses.getOrDefault(event.status, 0.0))
            .max()
            .orElse(0);
    f.add("status sure=" + step(status));
    f.add("accounts=" + Math.min(4, event.accounts.size()));
    f.add("sentences=" + Math.min(3, event.sentences().size()));
    boolean read = !event.isOpen();
    f.add("by pattern=" + read);
    f.add("by pattern=" + read + "," + step(trigger));
    f.add("pattern=" + event.readBy());
    f.add("points back=" + event.accounts.stream().allMatch(c -> c.anaphoric));
    f.add("in passing=" + event.accounts.stream().allMatch(c -> c.background));
    f.add("first sentence=" + Math.min(3, event.sentences().iterator().next()));
    f.add("place=" + !event.places.isEmpty() + "," + event.kind);
    f.add("date=" + event.date.isPresent());
    int alike = 0;
    int overlapping = 0;
    for (Candidate other : all) {
      if (other != event) {
        Set<Integer> shared = new HashSet<>(other.parties.keySet());
        shared.retainAll(event.parties.keySet());
        alike += shared.size() == event.parties.size() ? 1 : 0;
        overlapping += !shared.isEmpty() ? 1 : 0;
      }
    }
    f.add("events of the same parties=" + Math.min(2, alike));
    f.add(
        "events of the same parties="
            + Math.min(2, alike)
            + ","
            + Math.min(3, event.parties.size()));
    f.add("events with a shared party=" + Math.min(3, overlapping));
    f.add("events of the document=" + Math.min(4, all.size()));
    boolean anyPerson =
        event.parties.keySet().stream()
            .anyMatch(id -> entities.get(id).type() == EntityType.PERSON);
    f.add("a person, kind, status=" + anyPerson + "," + event.kind + "," + event.status);
    return f;
  }

  private static String step(double p) {
    return Integer.toString((int) Math.floor(Math.min(0.999, p) * 10));
  }
}
