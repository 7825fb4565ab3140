package org.entente.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.document.Document;

/**
 * Compares the entities read in a document with the parties of its meetings in a gold standard.
 *
 * <p>A party is found when a mention of its type refers to an entity of that name, or of that
 * Wikidata identifier. It is whole when that entity bears a name no shorter than the party's own,
 * the fullest that the document has, and no second entity is called by a form of the name. Names
 * are compared as those of the meetings are. A pure function of its input.
 */
public final class MentionScorer {
  private static final Map<String, EntityType> TYPES =
      Map.of(
          "person", EntityType.PERSON,
          "organization", EntityType.ORGANIZATION,
          "country", EntityType.POLITY);

  private final Map<String, Accuracy> found = new TreeMap<>();
  private final Map<String, Accuracy> whole = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();
  private int merged;

  private MentionScorer() {}

  /**
   * Scores.
   *
   * @param gold the gold documents; parties of no known type are not scored
   * @param documents the texts that were found for them
   * @param annotator what reads the names of a text
   */
  public static MentionFigures score(
      List<GoldDocument> gold,
      List<Document> documents,
      Function<Document, AnnotatedDocument> annotator) {
    Map<String, Document> texts = new LinkedHashMap<>();
    documents.forEach(document -> texts.put(document.id(), document));
    MentionScorer scorer = new MentionScorer();
    for (GoldDocument document : gold) {
      Optional<AnnotatedDocument> read =
          Optional.ofNullable(texts.get(document.id())).map(annotator);
      scorer.add(document, read);
    }
    return new MentionFigures(
        gold.size(), scorer.found, scorer.whole, scorer.merged, scorer.errors);
  }

  private void add(GoldDocument document, Optional<AnnotatedDocument> read) {
    List<String> wrong = new ArrayList<>();
    Map<Entity, ScoredAgent> people = new LinkedHashMap<>();
    for (ScoredAgent party : parties(document)) {
      List<Entity> all = read.map(a -> candidates(party, a)).orElse(List.of());
      List<Entity> right =
          read.map(a -> all.stream().filter(e -> mentioned(party, e, a)).toList())
              .orElse(List.of());
      Optional<Entity> best =
          right.stream().max(Comparator.comparingInt(entity -> likeness(party, entity)));
      found.merge(party.type(), one(best.isPresent()), MentionScorer::plus);
      List<Entity> bearers =
          right.stream()
              .filter(
                  e -> e == best.get() || e.named() && NameComparison.same(party.name(), e.name()))
              .toList();
      boolean one = best.isPresent() && fullest(party, best.get()) && bearers.size() == 1;
      whole.merge(party.type(), one(one), MentionScorer::plus);
      if (best.isEmpty()) {
        wrong.add("  missed   " + describe(party) + others(all));
        continue;
      }
      if (!fullest(party, best.get())) {
        wrong.add("  short    " + describe(party) + " as " + best.get().name());
      } else if (bearers.size() > 1) {
        wrong.add("  divided  " + describe(party) + others(bearers));
      }
      if (party.type().equals("person")) {
        ScoredAgent other = people.putIfAbsent(best.get(), party);
        if (other != null && !NameComparison.same(other.name(), party.name())) {
          merged++;
          wrong.add("  merged   " + describe(party) + " and " + other.name());
        }
      }
    }
    if (!wrong.isEmpty()) {
      errors.add(document.id());
      errors.addAll(wrong);
    }
  }

  private static Accuracy one(boolean right) {
    return Accuracy.NONE.plus(right);
  }

  private static Accuracy plus(Accuracy a, Accuracy b) {
    return new Accuracy(a.right() + b.right(), a.total() + b.total());
  }

  /** The different parties of all meetings of a document. */
  private static List<ScoredAgent> parties(GoldDocument document) {
    Map<String, ScoredAgent> parties = new LinkedHashMap<>();
    for (ScoredMeeting meeting : document.meetings()) {
      for (ScoredAgent agent : meeting.participants()) {
        if (TYPES.containsKey(agent.type())) {
          parties.putIfAbsent(agent.type() + " " + NameComparison.normalize(agent.name()), agent);
        }
      }
    }
    return List.copyOf(parties.values());
  }

  /** Entities of any type that go by the name. */
  private static List<Entity> candidates(ScoredAgent party, AnnotatedDocument read) {
    return read.entities().stream().filter(entity -> named(party, entity)).toList();
  }

  private static boolean named(ScoredAgent party, Entity entity) {
    if (!party.qid().isEmpty()
        && entity.link().filter(link -> link.qid().equals(party.qid())).isPresent()) {
      return true;
    }
    return NameComparison.same(party.name(), entity.name())
        || entity.otherNames().stream().anyMatch(n -> NameComparison.same(party.name(), n));
  }

  /** Whether a mention of the right type refers to the entity. */
  private static boolean mentioned(ScoredAgent party, Entity entity, AnnotatedDocument read) {
    EntityType type = TYPES.get(party.type());
    // a government without a state of its own is annotated as a body
    EntityType other = type == EntityType.ORGANIZATION ? EntityType.POLITY : type;
    if (entity.type() != type && entity.type() != other) {
      return false;
    }
    for (Mention mention : read.mentions()) {
      if (mention.type() == entity.type() && mention.entities().contains(entity.id())) {
        return true;
      }
    }
    return false;
  }

  private static boolean fullest(ScoredAgent party, Entity entity) {
    if (!party.type().equals("person") && !party.qid().isEmpty()) {
      // a state or body has more than one full name
      return true;
    }
    return NameComparison.parts(entity.name()).size() >= NameComparison.parts(party.name()).size();
  }

  private static int likeness(ScoredAgent party, Entity entity) {
    int score = NameComparison.same(party.name(), entity.name()) ? 1 : 0;
    if (NameComparison.parts(entity.name()).equals(NameComparison.parts(party.name()))) {
      score += 2;
    }
    return score;
  }

  private static String describe(ScoredAgent party) {
    return party.type() + " " + party.name();
  }

  private static String others(List<Entity> entities) {
    return entities.isEmpty()
        ? ""
        : ": " + String.join("; ", entities.stream().map(e -> e.type() + " " + e.name()).toList());
  }
}
