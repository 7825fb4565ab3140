package org.entente.analysis.name;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists of known names, as evidence for the model and not as a verdict: given names and surnames by
 * token, and whole names of places, countries and organizations.
 */
final class NameLists {
  /** Number of classes of frequency of a given name or surname. */
  static final int CLASSES = 10;

  private final HashIndex persons = new HashIndex(120_000);
  private final HashIndex phrases = new HashIndex(80_000);
  private final HashIndex longest = new HashIndex(40_000);
  private final List<String> types = new ArrayList<>();

  private NameLists() {}

  /** Reads the lists from the class path. */
  static NameLists load() throws IOException {
    NameLists lists = new NameLists();
    LineResource.scan("name-tokens.txt.gz", lists::addPerson);
    LineResource.scan("name-phrases.txt.gz", lists::addPhrase);
    LineResource.scan("name-supplement.txt", lists::addPhrase);
    return lists;
  }

  private void addPerson(String text, int begin, int end) {
    int tab = text.indexOf('\t', begin);
    int given = text.charAt(tab + 1) - '0';
    int surname = text.charAt(tab + 3) - '0';
    persons.put(Hash.of(text, begin, tab), given * CLASSES + surname);
  }

  private void addPhrase(String text, int begin, int end) {
    int tab = text.indexOf('\t', begin);
    String name = text.substring(tab + 1, end);
    int type = types.indexOf(name);
    if (type < 0) {
      type = types.size();
      types.add(name);
    }
    long phrase = 0;
    long first = 0;
    int length = 0;
    int from = begin;
    while (from < tab) {
      int to = from;
      while (to < tab && text.charAt(to) != ' ') {
        to++;
      }
      long token = Hash.of(text, from, to);
      first = length == 0 ? token : first;
      phrase = Hash.mix(phrase, token);
      length++;
      from = to + 1;
    }
    phrases.put(phrase, type);
    longest.put(first, Math.max(length, longest.get(first)));
  }

  /**
   * Returns the frequency class of a folded token as a given name, times {@link #CLASSES}, and as a
   * surname; 0 where it is neither.
   *
   * @param folded the {@linkplain Hash hash} of the folded token
   */
  int person(long folded) {
    return Math.max(0, persons.get(folded));
  }

  /** Returns the most tokens that a listed phrase has which begins with the folded token, or 0. */
  int longest(long folded) {
    return Math.max(0, longest.get(folded));
  }

  /**
   * Returns the number of the types of a phrase, or {@link HashIndex#NONE}.
   *
   * @param phrase the hashes of the phrase's folded tokens, {@linkplain Hash#mix mixed} in order
   *     into 0
   */
  int phrase(long phrase) {
    return phrases.get(phrase);
  }
}
