package org.entente.analysis.name;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes and keeps what is known of tokens by their form. Thread-safe. */
final class WordTypes {
  /** So many are kept at the most; then all are forgotten, and the next text begins anew. */
  private static final int KEPT = 30_000;

  private static final long[] NO_CLUSTER = {};
  private static final int[] PREFIXES = {4, 6, 8, 10};

  private final WordClusters clusters = WordClusters.load();
  private final NameLists lists;
  private final WordLists cues =
      new WordLists("name-cues.tsv", List.of("title", "preposition", "article", "speech"));
  private final WordLists links = new WordLists("name-cues.tsv", List.of("link"));
  private final WordLists heads = new WordLists("name-heads.tsv", List.of());
  private final List<Map<String, WordType>> kept = new ArrayList<>();

  WordTypes(NameLists lists) throws IOException {
    this.lists = lists;
    for (int i = 0; i < WordType.Casing.values().length; i++) {
      kept.add(new ConcurrentHashMap<>());
    }
  }

  /** Returns what stands for the place before or behind a sentence. */
  static WordType edge(String mark) {
    return new WordType(
        mark, mark, Hash.of(mark), NO_CLUSTER, 0, 0, 0, 0, false, WordType.Cue.NONE);
  }

  /** Returns what is known of a token in a sentence of that casing. */
  WordType of(String token, WordType.Casing casing) {
    Map<String, WordType> known = kept.get(casing.ordinal());
    WordType type = known.get(token);
    if (type == null) {
      type = make(token, casing);
      if (known.size() >= KEPT) {
        known.clear();
      }
      known.put(token, type);
    }
    return type;
  }

  private WordType make(String token, WordType.Casing casing) {
    String lower = token.toLowerCase(Locale.ROOT);
    long folded = Hash.of(Folding.fold(token));
    String head = heads.of(lower);
    String cue = cues.of(lower);
    return new WordType(
        token,
        lower,
        Hash.of(shape(token, casing)),
        cluster(path(token, lower, casing)),
        folded,
        lists.person(folded),
        lists.longest(folded),
        head.isEmpty() ? 0 : Hash.of(head),
        !links.of(token).isEmpty(),
        cue.isEmpty() ? WordType.Cue.NONE : WordType.Cue.valueOf(cue.toUpperCase(Locale.ROOT)));
  }

  private String path(String token, String lower, WordType.Casing casing) {
    String path = null;
    if (casing == WordType.Casing.CAPITALS && token.length() > 1) {
      path = clusters.path(Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
      path = path == null ? clusters.path(lower) : path;
    }
    path = path == null ? clusters.path(token) : path;
    return path == null ? clusters.path(lower) : path;
  }

  private static long[] cluster(String path) {
    if (path == null) {
      return NO_CLUSTER;
    }
    long[] prefixes = new long[PREFIXES.length + 1];
    for (int i = 0; i < PREFIXES.length; i++) {
      prefixes[i] = Hash.of(path, 0, Math.min(PREFIXES[i], path.length()));
    }
    prefixes[PREFIXES.length] = Hash.of(path);
    return prefixes;
  }

  /** Squeezes a form to its kinds of characters: "McCain-3" to "XxXx-d". */
  private static String shape(String token, WordType.Casing casing) {
    StringBuilder shape = new StringBuilder();
    char last = 0;
    int repeat = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      char kind =
          Character.isUpperCase(c)
              ? 'X'
              : Character.isDigit(c) ? 'd' : Character.isLetter(c) ? 'x' : c;
      repeat = kind == last ? repeat + 1 : 0;
      if (repeat < (kind == 'd' ? 4 : 2)) {
        shape.append(kind);
      }
      last = kind;
    }
    return casing == WordType.Casing.NORMAL
        ? shape.toString()
        : casing.name().charAt(0) + "~" + shape;
  }
}
