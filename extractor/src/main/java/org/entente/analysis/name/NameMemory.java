package org.entente.analysis.name;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.annotation.EntityType;

/** How often each word of a document stands in names of each type. */
final class NameMemory {
  /** What a word is that stands in no name. */
  static final String NOTHING = "-";

  private final List<Word[]> words;
  private final Map<String, Map<EntityType, Integer>> counts = new HashMap<>();

  /** Creates an empty memory for a document. */
  NameMemory(List<Word[]> words) {
    this.words = words;
  }

  /** Adds names. */
  void add(List<NameSpan> names) {
    names.forEach(name -> count(name, 1));
  }

  /** Takes names away that were added. */
  void remove(List<NameSpan> names) {
    names.forEach(name -> count(name, -1));
  }

  private void count(NameSpan name, int change) {
    Word[] sentence = words.get(name.range().sentence());
    for (int i = name.range().begin(); i < name.range().end(); i++) {
      if (Character.isLetter(sentence[i].lower().charAt(0))) {
        counts
            .computeIfAbsent(sentence[i].lower(), key -> new TreeMap<>())
            .merge(name.type(), change, Integer::sum);
      }
    }
  }

  /** Returns the type that the word has most often, or {@link #NOTHING}. */
  String of(Word word) {
    return counts.getOrDefault(word.lower(), Map.of()).entrySet().stream()
        .filter(type -> type.getValue() > 0)
        .max(Comparator.comparing((Map.Entry<EntityType, Integer> type) -> type.getValue()))
        .map(type -> type.getKey().name())
        .orElse(NOTHING);
  }
}
