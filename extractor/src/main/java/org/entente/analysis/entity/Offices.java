package org.entente.analysis.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells which names of offices can mean one office, by {@code offices.tsv}. */
public final class Offices {
  private static final Map<String, Set<String>> CLASSES = Lexicon.classes("offices.tsv", 3);
  private static final Map<String, String> SAME = new HashMap<>();
  private static final Map<String, String> SHORT = new HashMap<>();
  private static final Map<String, Set<String>> REIGNING = new HashMap<>();

  static {
    for (String[] row : Lexicon.read("offices.tsv", 3)) {
      if (row[0].equals("same")) {
        SAME.put(row[1], row[2]);
      } else if (row[0].equals("short")) {
        SHORT.put(row[1], row[2]);
      } else if (row[0].equals("reigning")) {
        REIGNING.computeIfAbsent(row[1], k -> new HashSet<>()).add(row[2]);
      }
    }
  }

  /** Tells whether a description names no certain office ("the Chinese official"). */
  static boolean general(String office) {
    return CLASSES.get("general").contains(plain(office)) || office.equals("leader");
  }

  /** Tells whether a general word can mean the holder of an office: "diplomat" an ambassador. */
  static boolean covers(String general, String held) {
    if (held.isEmpty() || agree(general, held)) {
      return true;
    }
    if (head(held) || plain(held).equals("secretary-general") || general.equals("leader")) {
      return false;
    }
    String plain = plain(held);
    boolean abroad =
        plain.equals("envoy")
            || plain.contains("ambassador")
            || plain.contains("negotiator")
            || plain.contains("representative")
            || plain.contains("consul")
            || plain.contains("attach")
            || plain.contains("diplomat");
    return switch (plain(general)) {
      case "official" -> true;
      case "diplomat" ->
          abroad || plain.contains("foreign minister") || plain.contains("secretary of state");
      case "envoy" -> abroad;
      default -> plain.endsWith(plain(general));
    };
  }

  private Offices() {}

  /** Returns the common name of an office: "prime minister" for "premier". */
  static String plain(String office) {
    return SAME.getOrDefault(office, office);
  }

  /** Returns the full form of an office that is told in short: "prime minister" for "PM". */
  static String full(String office) {
    return SHORT.getOrDefault(office, office);
  }

  /** Returns what the counterpart of an office is called in a country with other names for it. */
  static String abroad(String office) {
    return CLASSES.get("national").contains(office) ? plain(office) : office;
  }

  static boolean head(String office) {
    return CLASSES.get("head").contains(office);
  }

  /** Tells whether the office leads a state, against one that leads a party or a movement in it. */
  static boolean leads(String office) {
    return head(office) && !CLASSES.get("apart").contains(office);
  }

  /** Tells whether "the chief" or "the head" of a body can mean the office that a person holds. */
  static boolean headsBody(String description, String held) {
    return Set.of("chief", "head").contains(plain(description))
        && CLASSES.get("heading").contains(plain(held));
  }

  /** Tells whether a description's office can mean the office that a person holds. */
  public static boolean agree(String description, String held) {
    if (held.isEmpty()) {
      return false;
    }
    String a = plain(description);
    String b = plain(held);
    if (a.equals(b)) {
      return true;
    }
    if (a.equals("leader") || CLASSES.get("ruling").contains(a)) {
      return leads(b);
    }
    if (REIGNING.getOrDefault(a, Set.of()).contains(b)) {
      return true;
    }
    if (a.equals("monarch")) {
      return CLASSES.get("crowned").contains(b);
    }
    if (a.equals("chief") || a.equals("head")) {
      return b.equals("secretary-general") || b.endsWith("chief") || b.contains("director");
    }
    if (a.equals("minister")
        || a.equals("secretary")
        || a.equals("envoy")
        || a.equals("chairman")
        || a.equals("ambassador")) {
      return b.endsWith(" " + a) && !(a.equals("minister") && b.equals("prime minister"));
    }
    // "the chief nuclear negotiator" of somebody told as "negotiator"
    return general(b) && !b.equals("minister") && !b.equals("official") && a.endsWith(" " + b);
  }
}
