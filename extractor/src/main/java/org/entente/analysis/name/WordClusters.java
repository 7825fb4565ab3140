package org.entente.analysis.name;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Brown clusters: words of news English grouped by the company that they keep (Brown et al., 1992,
 * "Class-based n-gram models of natural language"). A cluster is a path of bits in a binary tree;
 * words that share a prefix of it are alike.
 */
final class WordClusters {
  private final Map<String, String> paths;

  private WordClusters(Map<String, String> paths) {
    this.paths = paths;
  }

  /** Reads the list from the class path: path, tab, words separated by spaces. */
  static WordClusters load() throws IOException {
    Map<String, String> paths = new HashMap<>(400_000);
    try (LineResource lines = LineResource.open("word-clusters.txt.gz")) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        int tab = line.indexOf('\t');
        String path = line.substring(0, tab);
        int begin = tab + 1;
        while (begin < line.length()) {
          int end = line.indexOf(' ', begin);
          end = end < 0 ? line.length() : end;
          paths.put(line.substring(begin, end), path);
          begin = end + 1;
        }
      }
    }
    return new WordClusters(paths);
  }

  /** Returns the path of the word's cluster, or null where the word is not listed. */
  String path(String word) {
    return paths.get(word);
  }
}
