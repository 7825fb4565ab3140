package org.entente.analysis.gazetteer;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The folded names under which an entry is looked up. */
final class EntryNames {
  /** Codes of states whose people are called by the first part of the name. */
  private static final Set<String> FIRST =
      GazetteerFiles.rows("first-names.tsv", 2).stream()
          .map(row -> row[0])
          .collect(Collectors.toUnmodifiableSet());

  /** "Pope John Paul II", "Benedict XVI", "Abdullah II of Jordan". */
  private static final Pattern RULER =
      Pattern.compile("(Pope )?(?<name>\\p{L}+( \\p{L}+)?) [IVX]+( of .*)?");

  private EntryNames() {}

  /** Returns its label and aliases, for a person also without a middle initial. */
  static Set<String> of(Entry entry) {
    Set<String> names = new LinkedHashSet<>();
    add(names, entry.label(), entry.kind());
    entry.aliases().forEach(alias -> add(names, alias, entry.kind()));
    names.remove("");
    return names;
  }

  private static void add(Set<String> names, String name, EntryKind kind) {
    names.add(NameFolding.fold(name));
    if (kind == EntryKind.PERSON) {
      names.add(NameFolding.fold(withoutInitials(name)));
    }
  }

  /**
   * Returns the last part of each name, with the particle before it, the first part of the label
   * where people are called by that, and a ruler's name without number and state.
   */
  static Set<String> surnames(Entry entry) {
    Set<String> surnames = new LinkedHashSet<>();
    surnames(entry.label(), surnames);
    entry.aliases().forEach(alias -> surnames(alias, surnames));
    Matcher ruler = RULER.matcher(entry.label());
    if (ruler.matches()) {
      surnames.add(NameFolding.fold(ruler.group("name")));
    }
    if (FIRST.contains(entry.country())) {
      surnames.add(NameFolding.fold(entry.label().split(" ")[0]));
    }
    return surnames;
  }

  private static void surnames(String name, Set<String> surnames) {
    String[] words = name.split(" ");
    String last = NameFolding.fold(words[words.length - 1]);
    surnames.add(last);
    if (last.startsWith("al ") || last.startsWith("el ")) {
      surnames.add(last.substring(3));
    }
    if (words.length > 2) {
      surnames.add(NameFolding.fold(words[words.length - 2] + " " + words[words.length - 1]));
    }
  }

  /**
   * "Christopher R. Hill" is written without the middle initial as often as with it; of two
   * initials both count: "George H. W. Bush" is not "George W. Bush".
   */
  private static String withoutInitials(String name) {
    int dot = name.indexOf(". ");
    if (dot < 4 || name.charAt(dot - 2) != ' ' || name.indexOf(". ", dot + 2) > 0) {
      return name;
    }
    return name.substring(0, dot - 1) + name.substring(dot + 2);
  }
}
