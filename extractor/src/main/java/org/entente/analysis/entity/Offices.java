package org.entente.analysis.entity;

import java.util.Map;
import java.util.Set;

/** Tells which names of offices can mean one office. */
final class Offices {
  private static final Set<String> HEADS =
      Set.of(
          "president",
          "prime minister",
          "premier",
          "chancellor",
          "king",
          "queen",
          "emperor",
          "sultan",
          "emir",
          "supreme leader",
          "leader",
          "head of state",
          "head of government",
          "monarch",
          "chief executive",
          "pope",
          "pontiff",
          "taoiseach",
          "opposition leader",
          "military ruler",
          "ruler",
          "pro-democracy leader",
          "democracy leader",
          "rebel leader",
          "paramount leader",
          "strongman",
          "interim leader",
          "shah",
          "party leader");
  private static final Set<String> PARTIES =
      Set.of(
          "opposition leader",
          "pro-democracy leader",
          "democracy leader",
          "rebel leader",
          "party leader",
          "pope");
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("premier", "prime minister"),
          Map.entry("pontiff", "pope"),
          Map.entry("minister of foreign affairs", "foreign minister"),
          Map.entry("minister for foreign affairs", "foreign minister"),
          Map.entry("foreign affairs minister", "foreign minister"),
          Map.entry("external affairs minister", "foreign minister"),
          Map.entry("minister of external affairs", "foreign minister"),
          Map.entry("foreign secretary", "foreign minister"),
          Map.entry("secretary of state", "foreign minister"),
          Map.entry("defence minister", "defense minister"),
          Map.entry("minister of defense", "defense minister"),
          Map.entry("minister of defence", "defense minister"),
          Map.entry("defense secretary", "defense minister"),
          Map.entry("defence secretary", "defense minister"),
          Map.entry("secretary of defense", "defense minister"),
          Map.entry("home minister", "interior minister"),
          Map.entry("home secretary", "interior minister"),
          Map.entry("minister of the interior", "interior minister"),
          Map.entry("minister of finance", "finance minister"),
          Map.entry("treasury secretary", "finance minister"),
          Map.entry("secretary general", "secretary-general"),
          Map.entry("special envoy", "envoy"),
          Map.entry("peace envoy", "envoy"),
          Map.entry("presidential envoy", "envoy"),
          Map.entry("special representative", "envoy"),
          Map.entry("emissary", "envoy"),
          Map.entry("vice premier", "deputy prime minister"),
          Map.entry("deputy premier", "deputy prime minister"),
          Map.entry("secretary of the treasury", "finance minister"),
          Map.entry("foreign policy chief", "high representative"),
          Map.entry("mediator", "envoy"));

  /** Names of offices that one country has and its counterparts elsewhere have not. */
  private static final Set<String> NATIONAL =
      Set.of(
          "secretary of state",
          "secretary of defense",
          "defense secretary",
          "defence secretary",
          "foreign secretary",
          "home secretary",
          "treasury secretary",
          "secretary of the treasury",
          "external affairs minister");

  /** Words for many offices. */
  private static final Set<String> OFFICIALS =
      Set.of("official", "diplomat", "envoy", "representative", "negotiator", "minister");

  /** Tells whether a description names no certain office ("the Chinese official"). */
  static boolean general(String office) {
    return OFFICIALS.contains(plain(office)) || office.equals("leader");
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
            || plain.contains("diplomat");
    return switch (plain(general)) {
      case "official" -> true;
      case "diplomat" -> abroad || plain.contains("foreign minister");
      case "envoy" -> abroad;
      default -> plain.endsWith(plain(general));
    };
  }

  private Offices() {}

  static String plain(String office) {
    return SAME.getOrDefault(office, office);
  }

  /** Returns what the counterpart of an office is called in a country with other names for it. */
  static String abroad(String office) {
    return NATIONAL.contains(office) ? plain(office) : office;
  }

  static boolean head(String office) {
    return HEADS.contains(office);
  }

  /** Tells whether the office leads a state, against one that leads a party or a movement in it. */
  static boolean leads(String office) {
    return head(office) && !PARTIES.contains(office);
  }

  /** Tells whether a description's office can mean the office that a person holds. */
  static boolean agree(String description, String held) {
    if (held.isEmpty()) {
      return false;
    }
    String a = plain(description);
    String b = plain(held);
    if (a.equals(b)) {
      return true;
    }
    if (a.equals("leader")) {
      return leads(b);
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
    return false;
  }
}
