package org.entente.analysis.gazetteer.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;

/**
 * Which other names of an entry can be kept: in Latin letters, not a demonym, the name or the seat
 * of a state, a code in capitals, or a bare first name or title.
 */
final class AliasRules {
  private static final Pattern LATIN =
      Pattern.compile("(?=.*\\p{IsLatin})[\\p{IsLatin}\\p{IsCommon}\\p{IsInherited}]+");
  private static final Pattern PEER =
      Pattern.compile(
          ",? ?\\b(Baron|Baroness|Lord|Lady|Viscount|Earl|Count|Duke|Marquess|Marquis|\\d+(st|nd|rd|th))\\b.*");
  private static final Pattern RANK =
      Pattern.compile(
          "^((Lt\\.|Lieutenant|Major|Brig\\.|Gen\\.|General|Dr\\.|Prof\\.|\\(R\\)) ?)+");

  private final Gazetteer lists;

  AliasRules(Gazetteer lists) {
    this.lists = lists;
  }

  /** Tells whether a name is in Latin letters, as names are in English text. */
  static boolean latin(String name) {
    return LATIN.matcher(name).matches();
  }

  /**
   * Tells whether a label names a kind of things, as its definition or the lack of one says, or an
   * event: "judge", a census.
   */
  static boolean isGeneral(String label, String description) {
    return label.matches("[a-z][a-z' -]*") && description.matches("|(an?|the|one|someone) .*")
        || label.matches("(1[5-9]|20)\\d\\d .*");
  }

  /** Returns a person's name without rank, nickname in quotes and peerage. */
  static String personal(String name) {
    String plain = RANK.matcher(name).replaceFirst("").replaceAll("\\s*\"[^\"]*\"\\s*", " ");
    int comma = plain.indexOf(", ");
    if (comma > 0 && PEER.matcher(plain.substring(comma)).matches()) {
      plain = plain.substring(0, comma);
    }
    plain = plain.replaceAll("\\p{Cf}|\\p{InArabic}", "").strip();
    return plain.length() < 3 ? name : plain;
  }

  /**
   * Returns the names that can be kept, one of each spelling.
   *
   * @param country code of the country that it lies in, of which it may be the seat, or empty
   */
  List<String> kept(EntryKind kind, String label, List<String> names, String country) {
    Map<String, String> kept = new LinkedHashMap<>();
    String own = NameFolding.fold(label);
    for (String name : names) {
      String alias = name.strip();
      String folded = NameFolding.fold(alias);
      boolean acronym = kind == EntryKind.ORGANIZATION && alias.equals(initials(label));
      if (!folded.equals(own) && keeps(kind, label, alias, folded, acronym, country)) {
        kept.putIfAbsent(folded, alias);
      }
    }
    return new ArrayList<>(kept.values());
  }

  /** Returns the capitals that begin the words of a name; at least three, or nothing. */
  private static String initials(String label) {
    StringBuilder initials = new StringBuilder();
    for (String word : label.split("[ -]")) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        initials.append(word.charAt(0));
      }
    }
    return initials.length() < 3 ? "" : initials.toString();
  }

  private boolean keeps(
      EntryKind kind, String label, String alias, String folded, boolean acronym, String country) {
    if (folded.length() < 3
        || !latin(alias)
        || !acronym && alias.equals(alias.toUpperCase(Locale.ROOT))
        || alias.matches("[A-Z]{2}-.*")
        || alias.matches("[Tt]he \\p{Ll}+")) { // "The town": words of one text
      return false;
    }
    if (lists.polity(alias).isPresent()
        || lists.polityOfAdjective(alias).isPresent()
        || lists.polityOfPeople(alias).isPresent()
        || lists.body(alias).isPresent()) {
      return false;
    }
    return switch (kind) {
      case PERSON -> alias.indexOf(' ') > 0 && !alias.startsWith("President ");
      case PLACE -> lists.polityOfSeat(alias).filter(p -> !p.code().equals(country)).isEmpty();
      default ->
          lists.polityOfSeat(alias).isEmpty()
              && (acronym
                  || alias.indexOf(' ') > 0
                  || (" " + label + " ").contains(" " + alias + " "));
    };
  }
}
