package org.entente.analysis.name;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Brown clusters: words of news English grouped by the company that they keep (Brown et al., 1992,
 * "Class-based n-gram models of natural language"). A cluster is a path of bits in a binary tree;
 * words that share a prefix of it are alike.
 */
final class WordClusters {
  private final HashIndex clusters = new HashIndex(250_000);
  private final List<String> paths = new ArrayList<>();

  private WordClusters() {}

  /** Reads the list from the class path: path, tab, words separated by spaces. */
  static WordClusters load() throws IOException {
    WordClusters clusters = new WordClusters();
    LineResource.scan("word-clusters.txt.gz", clusters::add);
    return clusters;
  }

  private void add(String text, int from, int to) {
    int tab = text.indexOf('\t', from);
    int number = paths.size();
    paths.add(text.substring(from, tab));
    int begin = tab + 1;
    while (begin < to) {
      int end = begin;
      while (end < to && text.charAt(end) != ' ') {
        end++;
      }
      clusters.put(Hash.of(text, begin, end), number);
      begin = end + 1;
    }
  }

  /** Returns the path of the word's cluster, or null where the word is not listed. */
  String path(String word) {
    int number = clusters.get(Hash.of(word));
    return number < 0 ? null : paths.get(number);
  }
}
