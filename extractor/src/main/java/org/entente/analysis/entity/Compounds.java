package org.entente.analysis.entity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * Reads the parties in a hyphen compound before a noun that is shared: "Israeli-Egyptian talks",
 * "the Reagan-Gorbachev summit", "Sino-Indian border". Elsewhere a compound is no name.
 */
final class Compounds {
  /**
   * How many words may stand between the compound and its noun: "US-Russian arms control talks".
   */
  private static final int BETWEEN = 3;

  private final Gazetteer gazetteer;
  private final Map<String, Set<String>> words;
  private final Map<String, String> prefixes = new HashMap<>();
  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;
  private final EntityTable table;

  Compounds(Knowledge knowledge, Story story) {
    this.gazetteer = knowledge.gazetteer();
    this.words = knowledge.words();
    this.sentences = story.sentences();
    this.drafts = story.drafts();
    this.table = story.table();
    for (String[] row : Lexicon.read("compound-prefixes.tsv", 2)) {
      prefixes.put(row[0], row[1]);
    }
  }

  /** Tells whether a token joins states by name or adjective, so that it is no single name. */
  static boolean ofStates(Gazetteer gazetteer, Token token) {
    String[] parts = parts(token);
    for (String part : parts) {
      if (gazetteer.polity(part).isEmpty() && gazetteer.polityOfAdjective(part).isEmpty()) {
        return false;
      }
    }
    return parts.length > 1;
  }

  /** Adds a mention of all its parties for every such compound of a sentence. */
  void find(int s) {
    List<Token> tokens = sentences.get(s).tokens();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      int at = i;
      if (!shared(tokens, i) || drafts.get(s).stream().anyMatch(d -> d.begin <= at && at < d.end)) {
        continue;
      }
      String[] parts = parts(tokens.get(i));
      Set<EntityDraft> parties = parts.length < 2 ? broker(tokens.get(i)) : parties(parts);
      if (parties.isEmpty()) {
        continue;
      }
      Draft draft =
          new Draft(
              s, i, i + 1, MentionForm.DEMONYM, EntityType.POLITY, Words.text(tokens, i, i + 1));
      EntityTable.refer(draft, parties);
      drafts.get(s).add(draft);
    }
  }

  private static String[] parts(Token token) {
    String form = token.form();
    String[] parts = form.split("[-\u2010\u2011\u2013]");
    for (String part : parts) {
      if (part.isEmpty() || !Character.isUpperCase(part.charAt(0))) {
        return new String[0];
      }
    }
    return parts;
  }

  /** Whether a noun follows that several share: "talks", "border". */
  private boolean shared(List<Token> tokens, int compound) {
    for (int i = compound + 1; i < Math.min(tokens.size(), compound + BETWEEN + 2); i++) {
      if (words.get("shared").contains(tokens.get(i).lower())) {
        return true;
      }
      if (!Words.isNoun(tokens.get(i)) && !tokens.get(i).tag().equals("VERB")) {
        return false; // the tagger takes nouns before nouns for verbs: "arms control talks"
      }
    }
    return false;
  }

  /** The people, or the states and bodies, that the parts name; empty where one names nothing. */
  private Set<EntityDraft> parties(String[] parts) {
    Set<EntityDraft> found = people(parts);
    if (!found.isEmpty() || !known(parts)) {
      return found;
    }
    for (String part : parts) {
      polity(part)
          .map(table::polity)
          .or(() -> gazetteer.body(part).map(body -> body(body, part)))
          .ifPresent(found::add);
    }
    return found;
  }

  /** Whether all parts are states or bodies; "EU-Latin American" needs the body alone. */
  private boolean known(String[] parts) {
    boolean all = true;
    for (String part : parts) {
      all &= polity(part).isPresent() || gazetteer.body(part).isPresent();
    }
    return all || polity(parts[0]).isEmpty() && gazetteer.body(parts[0]).isPresent();
  }

  /** "Qatari-brokered", "UN-sponsored": the state or body before such a participle. */
  private Set<EntityDraft> broker(Token token) {
    String form = token.form();
    int hyphen = form.lastIndexOf('-');
    if (hyphen <= 0
        || !Character.isUpperCase(form.charAt(0))
        || !words.get("brokering").contains(form.substring(hyphen + 1).toLowerCase(Locale.ROOT))) {
      return Set.of();
    }
    String[] name = {form.substring(0, hyphen)};
    return known(name) ? parties(name) : Set.of();
  }

  private Optional<Polity> polity(String part) {
    String code = prefixes.get(part.toLowerCase(Locale.ROOT));
    return code != null
        ? gazetteer.polityOfCode(code)
        : gazetteer.polity(part).or(() -> gazetteer.polityOfAdjective(part));
  }

  private EntityDraft body(Entry body, String name) {
    return table.others(List.of(body.label()), "").stream()
        .filter(e -> e.body != null && e.body.label().equals(body.label()))
        .findFirst()
        .orElseGet(
            () -> {
              EntityDraft entity = new EntityDraft(EntityType.ORGANIZATION, name);
              entity.body = body;
              entity.names.add(name);
              table.add(entity);
              return entity;
            });
  }

  /** The people of whom the document has one each with that family name. */
  private Set<EntityDraft> people(String[] parts) {
    Set<EntityDraft> found = new LinkedHashSet<>();
    for (String part : parts) {
      String family = NameFolding.fold(part);
      List<EntityDraft> bearers =
          table.people(family).stream()
              .filter(e -> e.names.stream().anyMatch(name -> PersonNames.fit(part, name) == 3))
              .toList();
      if (bearers.size() != 1) {
        return new LinkedHashSet<>();
      }
      found.add(bearers.get(0));
    }
    return found;
  }
}
