package org.entente.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private Guideline() {}

  /** Returns the type of a corpus's label, or nothing where it marks no name in this sense. */
  static Optional<EntityType> type(String label) {
    return Optional.ofNullable(LABELS.get(label.toLowerCase(Locale.ROOT)));
  }

  /**
   * Maps names to the guideline: titles and articles stripped, demonyms and words with no capital
   * dropped.
   */
  static List<TaggedName> names(List<String> tokens, List<TaggedName> names) {
    List<TaggedName> kept = new ArrayList<>();
    for (TaggedName name : names) {
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

  private static boolean keeps(List<String> tokens, int begin, int end, EntityType type) {
    boolean capital = false;
    for (int i = begin; i < end; i++) {
      capital |= Character.isUpperCase(tokens.get(i).charAt(0));
    }
    boolean bareTitle =
        end - begin == 1 && type == EntityType.PERSON && TITLES.contains(tokens.get(begin));
    return capital && !bareTitle && !demonym(tokens, begin, end, type);
  }

  private static boolean demonym(List<String> tokens, int begin, int end, EntityType type) {
    return type != EntityType.PERSON && end - begin == 1 && Demonyms.contains(tokens.get(begin));
  }
}
