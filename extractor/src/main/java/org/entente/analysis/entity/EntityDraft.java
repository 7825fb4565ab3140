package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.annotation.Tenure;

/** An entity while its mentions are being gathered. */
final class EntityDraft {
  /** Its place in the order of the document's entities. */
  int number;

  EntityType type;
  String name;
  final Set<String> names = new LinkedHashSet<>();
  String office = "";
  Tenure tenure = Tenure.CURRENT;
  String represents = "";
  String gender = "";
  boolean named = true;
  boolean reporter;
  Polity polity;
  Entry body;
  Optional<Link> link = Optional.empty();

  /** Its mentions in the order in which they were found; add with {@link #mention}. */
  final List<Draft> mentions = new ArrayList<>();

  /** By sentence, the first token of its first mention there. */
  private final TreeMap<Integer, Integer> places = new TreeMap<>();

  /** The first mention in the text by each of its names, in lower case. */
  private final Map<String, Draft> firstBy = new HashMap<>();

  EntityDraft(EntityType type, String name) {
    this.type = type;
    this.name = name;
  }

  /** Makes a draft one of its mentions, and itself one of the draft's entities. */
  void mention(Draft draft) {
    draft.entities.add(this);
    mentions.add(draft);
    places.merge(draft.sentence, draft.begin, Math::min);
    firstBy.merge(draft.text.toLowerCase(Locale.ROOT), draft, (a, b) -> b.precedes(a) ? b : a);
  }

  /** Tells whether a mention of exactly that text, in any case, stands before the draft. */
  boolean calledBefore(Draft draft) {
    Draft first = firstBy.get(draft.text.toLowerCase(Locale.ROOT));
    return first != null && first.precedes(draft);
  }

  /** Tells whether any mention stands before the draft. */
  boolean mentionedBefore(Draft draft) {
    return distance(draft) != Integer.MAX_VALUE;
  }

  /** Returns how many sentences its last mention before the draft is away; the maximum for none. */
  int distance(Draft draft) {
    Integer here = places.get(draft.sentence);
    if (here != null && here < draft.begin) {
      return 0;
    }
    Integer before = places.lowerKey(draft.sentence);
    return before == null ? Integer.MAX_VALUE : draft.sentence - before;
  }

  boolean former() {
    return tenure == Tenure.FORMER;
  }
}
