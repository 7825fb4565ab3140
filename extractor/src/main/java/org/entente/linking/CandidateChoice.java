package org.entente.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.analysis.entity.LinkContext;
import org.entente.analysis.entity.Offices;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.annotation.Tenure;

/**
 * Chooses among what a service offers for an entity of a document. A candidate needs the entity's
 * whole name, its type, and one field more that agrees: the country for which the entity stands or
 * of which the document speaks, or the office in its time. A country or a lifetime that contradicts
 * the document rules it out. Of two that are left the one with more such fields is taken, and none
 * where they have as many.
 */
final class CandidateChoice {
  private static final double ONE_FIELD = 0.78;
  private static final double MORE_FIELDS = 0.88;
  private static final int YOUNGEST = 16;

  /** States whose citizens another state's are said to be after it. */
  private static final Map<String, String> SUCCESSORS =
      Map.of("SU", "RU", "YU", "RS", "CS", "CZ", "BRD", "DE");

  private final Gazetteer gazetteer;
  private final ClassWords classes = ClassWords.load();

  CandidateChoice(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  private record Agreeing(Candidate candidate, int fields) {}

  /** Returns the link to the candidate that is clearly the one. */
  Optional<Link> choose(Entity entity, LinkContext context, List<Candidate> candidates) {
    List<Agreeing> agreeing = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (named(entity, candidate) && typed(entity.type(), candidate)) {
        int fields = fields(entity, context, candidate);
        if (fields > 0) {
          agreeing.add(new Agreeing(candidate, fields));
        }
      }
    }
    agreeing.sort(
        Comparator.comparingInt(Agreeing::fields)
            .thenComparing(a -> a.candidate().sure())
            .reversed());
    if (agreeing.isEmpty()) {
      return Optional.empty();
    }
    Agreeing best = agreeing.get(0);
    if (agreeing.size() > 1 && agreeing.get(1).fields() == best.fields()) {
      return Optional.empty();
    }
    return Optional.of(
        new Link(
            best.candidate().qid(),
            best.candidate().label().isEmpty() ? entity.name() : best.candidate().label(),
            best.fields() > 1 || best.candidate().sure() ? MORE_FIELDS : ONE_FIELD));
  }

  private static boolean named(Entity entity, Candidate candidate) {
    String name = NameFolding.fold(entity.name());
    return Stream.concat(Stream.of(candidate.label()), candidate.names().stream())
        .anyMatch(other -> NameFolding.fold(other).equals(name));
  }

  private boolean typed(EntityType type, Candidate candidate) {
    Set<EntityType> types = new HashSet<>();
    candidate.types().forEach(name -> classes.type(name).ifPresent(types::add));
    return types.equals(Set.of(type));
  }

  /** Returns how many fields agree; 0 also where one contradicts. */
  private int fields(Entity entity, LinkContext context, Candidate candidate) {
    if (outOfTime(entity, context, candidate)) {
      return 0;
    }
    Set<Polity> polities = new LinkedHashSet<>();
    gazetteer.polity(entity.represents()).ifPresent(polities::add);
    boolean stands = !polities.isEmpty();
    if (!stands && entity.type() != EntityType.PERSON) {
      context.polities().forEach(code -> gazetteer.polityOfCode(code).ifPresent(polities::add));
    }
    int fields = 0;
    boolean country =
        polities.stream().anyMatch(polity -> belongs(candidate, polity) || told(candidate, polity));
    if (country) {
      fields++;
    } else if (stands && !candidate.countries().isEmpty()) {
      return 0;
    }
    if (entity.type() == EntityType.PERSON && !entity.office().isEmpty()) {
      fields += held(entity, context, candidate) ? 1 : 0;
    }
    return fields;
  }

  private boolean belongs(Candidate candidate, Polity polity) {
    return candidate.countries().contains(polity.qid())
        || SUCCESSORS.entrySet().stream()
            .filter(e -> e.getValue().equals(polity.code()) || e.getKey().equals(polity.code()))
            .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
            .flatMap(code -> gazetteer.polityOfCode(code).stream())
            .anyMatch(other -> candidate.countries().contains(other.qid()));
  }

  /** The description names the polity or has its adjective: "Estonian diplomat". */
  private static boolean told(Candidate candidate, Polity polity) {
    String description = " " + NameFolding.fold(candidate.description()) + " ";
    return Stream.of(List.of(polity.label()), polity.adjectives(), polity.aliases())
        .flatMap(List::stream)
        .map(NameFolding::fold)
        .anyMatch(word -> word.length() > 2 && description.contains(" " + word + " "));
  }

  private static boolean outOfTime(Entity entity, LinkContext context, Candidate candidate) {
    if (context.published().isEmpty()) {
      return false;
    }
    int year = context.published().get().getYear();
    int grown = entity.type() == EntityType.PERSON ? YOUNGEST : 0;
    boolean early = candidate.born() > 0 && candidate.born() + grown > year;
    boolean late =
        candidate.died() > 0 && candidate.died() < year && entity.tenure() != Tenure.FORMER;
    return early || late;
  }

  /** The office that the text gives, in its time where the candidate's terms have years. */
  private boolean held(Entity entity, LinkContext context, Candidate candidate) {
    for (Candidate.Office office : candidate.offices()) {
      if (!Offices.agree(entity.office(), plain(office.title()))) {
        continue;
      }
      if (context.published().isEmpty()) {
        return true;
      }
      int year = context.published().get().getYear();
      if (entity.tenure() == Tenure.FORMER
          ? office.to() > 0 && office.to() <= year
          : office.heldIn(year)) {
        return true;
      }
    }
    return candidate.offices().isEmpty()
        && (" " + NameFolding.fold(candidate.description()) + " ")
            .contains(" " + NameFolding.fold(entity.office()) + " ");
  }

  /** "Minister of Foreign Affairs of Estonia" and "President of Chile" without the state. */
  private String plain(String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    int of = lower.lastIndexOf(" of ");
    String owner = of < 0 ? "" : title.substring(of + 4).replaceFirst("^the ", "");
    return gazetteer.polity(owner).isPresent() ? lower.substring(0, of) : lower;
  }
}
