package org.entente.analysis.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;

/**
 * What is known before a document is read; immutable once loaded.
 *
 * @param gazetteer people, bodies, states and places of the world
 * @param titles offices and honorifics
 * @param words words by class, of {@code context-words.tsv} and {@code grammar-words.tsv}
 * @param genders "m" or "f" by folded given name
 */
record Knowledge(
    Gazetteer gazetteer,
    Titles titles,
    Map<String, Set<String>> words,
    Map<String, String> genders) {

  /** Reads the word lists from the class path. */
  static Knowledge load(Gazetteer gazetteer) {
    Map<String, String> genders = new HashMap<>();
    for (String[] row : Lexicon.read("given-names.tsv", 2)) {
      genders.put(NameFolding.fold(row[0]), row[1]);
    }
    return new Knowledge(gazetteer, Titles.load(), Lexicon.words(), genders);
  }
}
