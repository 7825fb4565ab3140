package org.entente.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.analysis.name.NameTitles;
import org.entente.annotation.EntityType;

/**
 * The one guideline that every corpus is mapped to: a name is marked without titles and articles;
 * demonyms are no names; countries and facilities are places; parties, agencies, ministries, armed
 * groups, companies, teams and media are organizations; "U.S." and "Yoon Suk-yeol" keep their
 * points and hyphens inside of a token; a possessive ending is a token of its own, outside of the
 * name.
 */
final class Guideline {
  private static final Map<String, EntityType> LABELS =
      Map.ofEntries(
          Map.entry("person", EntityType.PERSON),
          Map.entry("per", EntityType.PERSON),
          Map.entry("politician", EntityType.PERSON),
          Map.entry("organization", EntityType.ORGANIZATION),
          Map.entry("organisation", EntityType.ORGANIZATION),
          Map.entry("org", EntityType.ORGANIZATION),
          Map.entry("politicalparty", EntityType.ORGANIZATION),
          Map.entry("corporation", EntityType.ORGANIZATION),
          Map.entry("group", EntityType.ORGANIZATION),
          Map.entry("location", EntityType.PLACE),
          Map.entry("loc", EntityType.PLACE),
          Map.entry("place", EntityType.PLACE),
          Map.entry("country", EntityType.PLACE),
          Map.entry("facility", EntityType.PLACE),
          Map.entry("geo", EntityType.PLACE),
          Map.entry("gpe", EntityType.PLACE));
  private static final NameTitles TITLES = NameTitles.load();
  private static final Set<String> OPEN = Set.of("the", "The", "a", "an", "A");

  /** Common nouns for the people of a side: "Iraqi forces" and "Assad regime" name no body. */
  private static final Set<String> GROUPS =
      Set.of(
          "forces",
          "force",
          "troops",
          "soldiers",
          "army",
          "military",
          "government",
          "governments",
          "regime",
          "authorities",
          "officials",
          "people",
          "citizens",
          "residents",
          "nations",
          "partners",
          "members",
          "leaders",
          "ministers",
          "fighters",
          "terrorists",
          "militants",
          "rebels",
          "insurgents",
          "opposition",
          "unit",
          "units",
          "component",
          "targets",
          "parties",
          "families",
          "family",
          "women",
          "men",
          "children",
          "refugees",
          "businesses",
          "advisers");

  private Guideline() {}

  /** Returns the type of a corpus's label, or nothing where it marks no name in this sense. */
  static Optional<EntityType> type(String label) {
    return Optional.ofNullable(LABELS.get(label.toLowerCase(Locale.ROOT)));
  }

  /**
   * Maps names to the guideline: titles and articles stripped, demonyms and words with no capital
   * dropped, places split at commas.
   */
  static List<TaggedName> names(List<String> tokens, List<TaggedName> names) {
    List<TaggedName> kept = new ArrayList<>();
    for (TaggedName name : names.stream().flatMap(name -> parts(tokens, name)).toList()) {
      int begin = name.begin();
      int end = name.end();
      while (begin < end && OPEN.contains(tokens.get(begin))) {
        begin++;
      }
      if (name.type() == EntityType.PERSON) {
        begin = TITLES.skip(tokens, begin, end);
      }
      while (end > begin && (tokens.get(end - 1).equals("'s") || tokens.get(end - 1).equals("'"))) {
        end--;
      }
      if (begin < end && keeps(tokens, begin, end, name.type())) {
        kept.add(new TaggedName(begin, end, name.type()));
      }
    }
    return kept;
  }

  /** "Nairobi, Kenya" is two names; "Washington, D.C." is one in every corpus. */
  private static Stream<TaggedName> parts(List<String> tokens, TaggedName name) {
    int comma = tokens.subList(name.begin(), name.end()).indexOf(",") + name.begin();
    if (name.type() != EntityType.PLACE
        || comma <= name.begin()
        || comma + 1 >= name.end()
        || tokens.get(comma + 1).startsWith("D.C")) {
      return Stream.of(name);
    }
    return Stream.concat(
        Stream.of(new TaggedName(name.begin(), comma, name.type())),
        parts(tokens, new TaggedName(comma + 1, name.end(), name.type())));
  }

  private static boolean keeps(List<String> tokens, int begin, int end, EntityType type) {
    boolean capital = false;
    for (int i = begin; i < end; i++) {
      capital |= Character.isUpperCase(tokens.get(i).charAt(0));
    }
    boolean bareTitle =
        end - begin == 1 && type == EntityType.PERSON && TITLES.contains(tokens.get(begin));
    boolean group =
        end - begin > 1
            && type == EntityType.ORGANIZATION
            && (GROUPS.contains(tokens.get(end - 1))
                || Demonyms.contains(tokens.get(begin))
                    && Character.isLowerCase(tokens.get(end - 1).charAt(0)));
    return capital && !bareTitle && !group && !demonym(tokens, begin, end, type);
  }

  private static boolean demonym(List<String> tokens, int begin, int end, EntityType type) {
    // "German" may be a surname, but "Germans" are no one person
    return end - begin == 1
        && Demonyms.contains(tokens.get(begin))
        && (type != EntityType.PERSON || tokens.get(begin).endsWith("ns"));
  }
}
