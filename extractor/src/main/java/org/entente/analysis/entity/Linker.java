package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.Link;

/** Chooses the gazetteer's entity for an entity of a document, where one is clearly the best. */
final class Linker {
  private static final double MARGIN = 0.25;

  private final Gazetteer gazetteer;

  Linker(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * Links one entity.
   *
   * @param entity the entity; its link and, for people, its gazetteer entry are set
   * @param published the document's date
   * @param polities codes of the polities that the document names
   * @param words folded names of everything that the document names
   */
  void link(
      EntityDraft entity, Optional<LocalDate> published, Set<String> polities, Set<String> words) {
    if (entity.polity != null) {
      Polity polity = entity.polity;
      entity.link = link(polity.qid(), polity.label(), 0.98);
      return;
    }
    switch (entity.type) {
      case PERSON -> {
        if (entity.named) {
          person(entity, published);
        }
      }
      case ORGANIZATION -> organization(entity);
      case PLACE -> place(entity, polities, words);
      default -> {}
    }
  }

  private static Optional<Link> link(String qid, String label, double confidence) {
    return qid.isEmpty() ? Optional.empty() : Optional.of(new Link(qid, label, confidence));
  }

  private record Scored(Entry entry, double score, boolean agrees) {}

  private void person(EntityDraft entity, Optional<LocalDate> published) {
    String code = gazetteer.polity(entity.represents).map(Polity::code).orElse("");
    Map<String, Entry> candidates = new LinkedHashMap<>();
    boolean full = false;
    for (String name : entity.names) {
      if (name.indexOf(' ') > 0) {
        for (Entry entry : gazetteer.named(name)) {
          if (entry.kind() == EntryKind.PERSON) {
            candidates.put(entry.qid() + entry.label(), entry);
            full = true;
          }
        }
      }
    }
    boolean surnameOnly = entity.name.indexOf(' ') < 0;
    if (!full && surnameOnly) {
      for (Entry entry : gazetteer.leadersBySurname(entity.name)) {
        candidates.put(entry.qid() + entry.label(), entry);
      }
    }
    boolean variant = !full && !surnameOnly;
    if (variant) {
      // another spelling of a leader's name: country or office in its time must agree too
      List<String> parts = PersonNames.parts(entity.name);
      for (Entry entry : gazetteer.leadersBySurname(parts.get(parts.size() - 1))) {
        if (PersonNames.fit(entity.name, entry.label()) == 3) {
          candidates.put(entry.qid() + entry.label(), entry);
        }
      }
    }
    List<Scored> scored = new ArrayList<>();
    for (Entry entry : candidates.values()) {
      Scored candidate = score(entity, entry, code, published);
      if (candidate.score > 0 && (full || candidate.agrees)) {
        scored.add(candidate);
      }
    }
    scored.sort((a, b) -> Double.compare(b.score, a.score));
    if (scored.isEmpty()) {
      return;
    }
    Scored best = scored.get(0);
    if (scored.size() > 1 && best.score - scored.get(1).score < MARGIN) {
      return;
    }
    entity.body = best.entry;
    double confidence = best.agrees ? 0.95 : best.entry.importance() >= 0.5 ? 0.85 : 0.7;
    if (!full) {
      confidence -= 0.1;
    }
    entity.link = link(best.entry.qid(), best.entry.label(), confidence);
  }

  private Scored score(
      EntityDraft entity, Entry entry, String code, Optional<LocalDate> published) {
    double score = entry.importance() + 0.2;
    boolean agrees = false;
    if (!code.isEmpty() && !entry.country().isEmpty()) {
      if (same(code, entry.country())
          || entry.offices().stream().anyMatch(o -> same(code, o.polity()))) {
        score += 0.6;
        agrees = true;
      } else {
        score -= 1.2;
      }
    }
    boolean office = false;
    boolean dated = false;
    boolean wrongTime = false;
    for (OfficeTerm term : entry.offices()) {
      boolean match =
          !entity.office.isEmpty()
              && (Offices.agree(entity.office, Offices.plain(term.title()))
                  || term.title().contains(entity.office));
      office |= match;
      if (published.isPresent() && term.from() > 0) {
        int year = published.get().getYear();
        if (match && !entity.former()) {
          dated |= term.heldIn(year);
          wrongTime |= !term.heldIn(year);
        } else if (match) {
          dated |= term.to() > 0 && term.to() <= year && term.to() > year - 40;
          wrongTime |= !(term.to() > 0 && term.to() <= year);
        } else if (entity.office.isEmpty()) {
          dated |= term.heldIn(year);
        }
      }
    }
    if (office) {
      score += 0.3;
      agrees |= dated || published.isEmpty();
    }
    if (dated) {
      score += 0.4;
    } else if (wrongTime) {
      score -= 0.4;
    }
    boolean surnameOnly = entity.name.indexOf(' ') < 0;
    if (surnameOnly && !(agrees && office && (dated || published.isEmpty()))) {
      // a bare surname needs the office in its time, or a head of state in office
      boolean head =
          published.isPresent()
              && entity.office.isEmpty()
              && code.isEmpty()
              && entry.importance() >= 0.9
              && entry.offices().stream()
                  .limit(2)
                  .anyMatch(
                      o ->
                          o.from() > 0
                              && o.heldIn(published.get().getYear())
                              && Offices.head(o.title()));
      agrees = head;
    }
    return new Scored(entry, score, agrees);
  }

  private static boolean same(String a, String b) {
    return a.equals(b) || a.equals("SU") && b.equals("RU") || a.equals("RU") && b.equals("SU");
  }

  private void organization(EntityDraft entity) {
    if (entity.body != null) {
      entity.link = link(entity.body.qid(), entity.body.label(), 0.95);
      return;
    }
    List<Entry> found = new ArrayList<>();
    for (String name : entity.names) {
      for (Entry entry : gazetteer.named(name)) {
        if (entry.kind() == EntryKind.ORGANIZATION
            && found.stream().noneMatch(e -> e.qid().equals(entry.qid()))) {
          found.add(entry);
        }
      }
    }
    if (found.size() == 1 && entity.name.indexOf(' ') > 0) {
      entity.link = link(found.get(0).qid(), found.get(0).label(), 0.8);
    }
  }

  private void place(EntityDraft entity, Set<String> polities, Set<String> words) {
    var seat = gazetteer.seat(entity.name);
    if (seat.isPresent() && !seat.get().qid().isEmpty()) {
      entity.link = link(seat.get().qid(), seat.get().name(), 0.9);
      return;
    }
    Entry best = null;
    double bestScore = 0;
    double second = 0;
    for (Entry entry : gazetteer.named(entity.name)) {
      if (entry.kind() != EntryKind.PLACE) {
        continue;
      }
      double score = entry.importance();
      if (!entry.country().isEmpty() && polities.contains(entry.country())) {
        score += 0.3;
      }
      if (!entry.region().isEmpty() && words.contains(entry.region().toLowerCase(Locale.ROOT))) {
        score += 0.4;
      }
      if (score > bestScore) {
        second = bestScore;
        bestScore = score;
        best = entry;
      } else {
        second = Math.max(second, score);
      }
    }
    if (best != null && bestScore - second >= 0.1) {
      entity.link = link(best.qid(), best.label(), bestScore - second >= 0.3 ? 0.9 : 0.75);
    }
  }
}
