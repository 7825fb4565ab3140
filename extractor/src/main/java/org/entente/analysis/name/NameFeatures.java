package org.entente.analysis.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Computes what the model sees of a document: words, affixes, shapes, Brown clusters, name lists,
 * runs of capitalised words, and what the rest of the document shows of a word (Ratinov and Roth,
 * 2009, "Design challenges and misconceptions in named entity recognition"). Immutable and
 * thread-safe.
 */
final class NameFeatures {
  private static final Set<String> LINKS =
      Set.of(
          "of", "for", "and", "the", "&", "de", "del", "la", "al", "bin", "ibn", "von", "van", "da",
          "do", "dos", "di", "du", "den", "der", "on", "in");
  private static final Set<String> TITLES =
      Set.of(
          "mr.",
          "mrs.",
          "ms.",
          "mr",
          "mrs",
          "ms",
          "dr.",
          "dr",
          "president",
          "minister",
          "premier",
          "chancellor",
          "secretary",
          "ambassador",
          "general",
          "gen.",
          "senator",
          "sen.",
          "king",
          "queen",
          "prince",
          "princess",
          "sheikh",
          "sultan",
          "pope",
          "envoy",
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "governor",
          "gov.",
          "mayor",
          "colonel",
          "col.",
          "rep.",
          "judge",
          "justice",
          "sir",
          "lord",
          "professor",
          "prof.",
          "leader",
          "chief",
          "director",
          "commissioner",
          "emir",
          "ayatollah",
          "chairman",
          "chairwoman",
          "speaker",
          "marshal",
          "admiral",
          "captain",
          "representative",
          "congressman",
          "deputy");

  /** Begins the facts of an acronym, which are what its long form shows. */
  private static final String ACRONYM = "*";

  private enum Casing {
    NORMAL,
    CAPITALS,
    TITLE
  }

  private final WordClusters clusters;
  private final NameLists lists;
  private final NameHeads heads;

  private NameFeatures(WordClusters clusters, NameLists lists, NameHeads heads) {
    this.clusters = clusters;
    this.lists = lists;
    this.heads = heads;
  }

  /** Loads the lists; throws {@link UncheckedIOException} when the program is incomplete. */
  static NameFeatures load() {
    try {
      return new NameFeatures(WordClusters.load(), NameLists.load(), NameHeads.load());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the words of a document's sentences with their features. */
  List<Word[]> words(List<List<String>> sentences) {
    List<Casing> casings = new ArrayList<>();
    for (List<String> sentence : sentences) {
      casings.add(casing(sentence));
    }
    Map<String, Set<String>> facts = facts(sentences, casings);
    List<Word[]> words = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      words.add(words(sentences.get(i), casings.get(i), facts));
    }
    return words;
  }

  /** What the document shows of each word where its capitals are informative. */
  private Map<String, Set<String>> facts(List<List<String>> sentences, List<Casing> casings) {
    Map<String, Set<String>> facts = new HashMap<>();
    for (int s = 0; s < sentences.size(); s++) {
      if (casings.get(s) != Casing.NORMAL) {
        continue;
      }
      List<String> tokens = sentences.get(s);
      runs(tokens, facts);
      for (int i = 0; i < tokens.size(); i++) {
        String token = tokens.get(i);
        if (!Character.isLetter(token.charAt(0))) {
          continue;
        }
        Set<String> of =
            facts.computeIfAbsent(token.toLowerCase(Locale.ROOT), key -> new HashSet<>());
        if (Character.isLowerCase(token.charAt(0))) {
          of.add("low");
          continue;
        }
        if (i == 0 || startsSentence(tokens.get(i - 1))) {
          continue;
        }
        of.add("cap");
        String before = tokens.get(i - 1);
        boolean capitalBefore = capital(before);
        boolean capitalAfter = i + 1 < tokens.size() && capital(tokens.get(i + 1));
        String lowerBefore = before.toLowerCase(Locale.ROOT);
        if (TITLES.contains(lowerBefore)) {
          of.add("titled");
        } else if (capitalBefore && lists.givenName(Folding.fold(before)) && !capitalAfter) {
          of.add("surname");
        } else if (capitalBefore && !capitalAfter) {
          of.add("last");
        }
        if (i > 1 && capitalBefore && TITLES.contains(tokens.get(i - 2).toLowerCase(Locale.ROOT))) {
          of.add("titled2");
        }
        if (lowerBefore.equals("(") && allCapitals(token)) {
          of.add("acronym");
        }
        if (Set.of("in", "at", "near", "from").contains(lowerBefore) && !capitalAfter) {
          of.add("in");
        }
        if (lowerBefore.equals("the") && !capitalAfter) {
          of.add("the");
        }
        if (i + 1 < tokens.size()) {
          String after = tokens.get(i + 1).toLowerCase(Locale.ROOT);
          if (Set.of("said", "says", "told", "added", "met", "who").contains(after)) {
            of.add("said");
          }
        }
      }
    }
    return facts;
  }

  /** What the names of a sentence show of their words and of their acronyms. */
  private void runs(List<String> tokens, Map<String, Set<String>> facts) {
    Runs runs = new Runs(tokens);
    int i = 0;
    while (i < tokens.size()) {
      int end = runs.wideBegin[i] == i ? runs.wideEnd[i] : i + 1;
      if (end - i > 1) {
        StringBuilder initials = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (int k = i; k < end; k++) {
          char c = Character.toLowerCase(tokens.get(k).charAt(0));
          all.append(c);
          if (capital(tokens.get(k))) {
            initials.append(c);
          }
        }
        int last = runs.end[i];
        String head = heads.of(tokens.get(last - 1).toLowerCase(Locale.ROOT));
        String first = heads.of(tokens.get(i).toLowerCase(Locale.ROOT));
        String kind = head.equals("-") ? first : head;
        for (String form : List.of(initials.toString(), all.toString())) {
          if (form.length() > 1) {
            facts.computeIfAbsent(ACRONYM + form, key -> new HashSet<>()).add(kind);
          }
        }
        if (!head.equals("-") && last - i > 1) {
          for (int k = i; k < last - 1; k++) {
            facts
                .computeIfAbsent(tokens.get(k).toLowerCase(Locale.ROOT), key -> new HashSet<>())
                .add("of" + head);
          }
        }
      }
      i = end;
    }
  }

  private Word[] words(List<String> tokens, Casing casing, Map<String, Set<String>> facts) {
    int n = tokens.size();
    List<String> lower = new ArrayList<>(n);
    List<String> folded = new ArrayList<>(n);
    String[] shapes = new String[n];
    String[] paths = new String[n];
    boolean[] capital = new boolean[n];
    for (int i = 0; i < n; i++) {
      String token = tokens.get(i);
      lower.add(token.toLowerCase(Locale.ROOT));
      folded.add(Folding.fold(token));
      shapes[i] = shape(token, casing);
      paths[i] = path(token, casing);
      capital[i] = capital(token) || Character.isDigit(token.charAt(0));
    }
    String[] marks = lists.mark(folded, capital);
    Runs runs = new Runs(tokens);
    Word[] words = new Word[n];
    for (int i = 0; i < n; i++) {
      List<String> f = new ArrayList<>(96);
      String word = lower.get(i);
      f.add("b");
      f.add("w=" + word);
      f.add("ws=" + word + shapes[i]);
      f.add("s=" + shapes[i]);
      for (int d = -2; d <= 2; d++) {
        if (d != 0) {
          f.add("w" + d + "=" + at(lower, i + d));
        }
        if (d != 0) {
          f.add("s" + d + "=" + at(shapes, i + d));
        }
      }
      f.add("w-1,0=" + at(lower, i - 1) + "," + word);
      f.add("w0,1=" + word + "," + at(lower, i + 1));
      f.add("s-1,0=" + at(shapes, i - 1) + "," + shapes[i]);
      f.add("s0,1=" + shapes[i] + "," + at(shapes, i + 1));
      f.add("s-1,0,1=" + at(shapes, i - 1) + "," + shapes[i] + "," + at(shapes, i + 1));
      f.add("w-1s=" + at(lower, i - 1) + "," + shapes[i]);
      f.add("w1s=" + at(lower, i + 1) + "," + shapes[i]);
      affixes(f, word);
      clusters(f, paths, i, shapes[i]);
      persons(f, folded, i);
      for (int d = -1; d <= 1; d++) {
        int j = i + d;
        String mark = j < 0 || j >= n || marks[j] == null ? "-" : marks[j];
        if (d == 0 || !mark.equals("-")) {
          f.add("g" + d + "=" + mark);
        }
        if (d == 0 && !mark.equals("-")) {
          f.add("gs=" + mark + shapes[i]);
          f.add("gp=" + mark + at(lower, i - 1));
        }
      }
      runs.features(f, i, lower);
      heads(f, i, lower, paths, runs);
      if (tokens.get(i).length() > 1 && allCapitals(tokens.get(i))) {
        String letters = word.replace(".", "");
        for (String kind : facts.getOrDefault(ACRONYM + letters, Set.of())) {
          f.add("acr");
          f.add("acr=" + kind);
        }
      }
      boolean start = i == 0 || startsSentence(tokens.get(i - 1));
      Set<String> of = facts.get(word);
      if (Character.isLetter(word.charAt(0))) {
        String where = casing != Casing.NORMAL ? "H" : start ? "S" : capital[i] ? "C" : "x";
        if (!where.equals("x")) {
          if (of == null) {
            f.add("d=" + where + "new");
          } else {
            for (String fact : of) {
              f.add("d=" + where + fact);
            }
            if (of.contains("low") && !of.contains("cap")) {
              f.add("d=" + where + "onlylow");
            }
          }
        }
      }
      if (i < 3) {
        f.add("i=" + i + shapes[i]);
      }
      words[i] =
          new Word(
              word,
              shapes[i],
              paths[i] == null ? "-" : prefix(paths[i], 8),
              f.toArray(String[]::new));
    }
    return words;
  }

  private static void affixes(List<String> f, String word) {
    for (int k = 1; k <= 4 && k < word.length(); k++) {
      f.add("pre=" + word.substring(0, k));
      f.add("suf=" + word.substring(word.length() - k));
    }
    int hyphen = word.lastIndexOf('-');
    if (hyphen > 0 && hyphen < word.length() - 1) {
      f.add("hyl=" + word.substring(0, hyphen));
      f.add("hyr=" + word.substring(hyphen + 1));
    }
  }

  private static void clusters(List<String> f, String[] paths, int i, String shape) {
    for (int d = -2; d <= 2; d++) {
      int j = i + d;
      if (j < 0 || j >= paths.length) {
        continue;
      }
      String path = paths[j];
      if (path == null) {
        if (d == 0) {
          f.add("c=-" + shape);
        }
        continue;
      }
      f.add("c" + d + "_4=" + prefix(path, 4));
      f.add("c" + d + "_6=" + prefix(path, 6));
      f.add("c" + d + "_10=" + prefix(path, 10));
      if (Math.abs(d) < 2) {
        f.add("c" + d + "_f=" + path);
      }
    }
    if (i > 0 && paths[i - 1] != null && paths[i] != null) {
      f.add("cc=" + prefix(paths[i - 1], 8) + "," + prefix(paths[i], 8));
    }
    if (i + 1 < paths.length && paths[i + 1] != null && paths[i] != null) {
      f.add("cd=" + prefix(paths[i], 8) + "," + prefix(paths[i + 1], 8));
    }
    if (i > 0 && paths[i - 1] != null) {
      f.add("c-1s=" + prefix(paths[i - 1], 10) + shape);
    }
    if (i + 1 < paths.length && paths[i + 1] != null) {
      f.add("c1s=" + prefix(paths[i + 1], 10) + shape);
    }
  }

  /** Classes of the words that end, begin and follow the run of capitalised words. */
  private void heads(List<String> f, int i, List<String> lower, String[] paths, Runs runs) {
    String own = heads.of(lower.get(i));
    if (!own.equals("-")) {
      f.add("h=" + own + (runs.begin[i] >= 0));
    }
    if (i > 0) {
      f.add("hb=" + heads.of(lower.get(i - 1)) + (TITLES.contains(lower.get(i - 1)) ? "t" : "-"));
    }
    int begin = runs.begin[i];
    if (begin < 0) {
      return;
    }
    int end = runs.end[i];
    String position = (i == begin ? "B" : "I") + (i == end - 1 ? "L" : "I");
    String next = end < lower.size() ? lower.get(end) : "$";
    String before = begin > 0 ? lower.get(begin - 1) : "^";
    f.add("hr=" + position + heads.of(lower.get(end - 1)) + "," + heads.of(lower.get(begin)));
    f.add("hn=" + position + heads.of(next));
    f.add("hp=" + position + heads.of(before) + (TITLES.contains(before) ? "t" : "-"));
    if (runs.wideEnd[i] != end || runs.wideBegin[i] != begin) {
      f.add(
          "hw="
              + position
              + heads.of(lower.get(runs.wideBegin[i]))
              + ","
              + heads.of(lower.get(runs.wideEnd[i] - 1)));
    }
    if (begin > 0 && paths[begin - 1] != null) {
      f.add("rpc=" + position + prefix(paths[begin - 1], 10));
    }
    if (end < paths.length && paths[end] != null) {
      f.add("rnc=" + position + prefix(paths[end], 10));
    }
  }

  private void persons(List<String> f, List<String> folded, int i) {
    String own = lists.person(folded.get(i));
    f.add("n=" + own);
    f.add("nf=" + own.charAt(0));
    f.add("nl=" + own.charAt(1));
    if (i > 0) {
      f.add("n-1=" + lists.person(folded.get(i - 1)) + own);
    }
    if (i + 1 < folded.size()) {
      f.add("n1=" + own + lists.person(folded.get(i + 1)));
    }
  }

  /** Runs of capitalised words, alone and joined by words such as "of". */
  private static final class Runs {
    private final int[] begin;
    private final int[] end;
    private final int[] wideBegin;
    private final int[] wideEnd;

    Runs(List<String> tokens) {
      int n = tokens.size();
      begin = new int[n];
      end = new int[n];
      wideBegin = new int[n];
      wideEnd = new int[n];
      mark(tokens, begin, end, false);
      mark(tokens, wideBegin, wideEnd, true);
    }

    private static void mark(List<String> tokens, int[] begin, int[] end, boolean wide) {
      int i = 0;
      while (i < tokens.size()) {
        begin[i] = -1;
        if (!capital(tokens.get(i))) {
          i++;
          continue;
        }
        int j = i + 1;
        while (j < tokens.size()) {
          if (capital(tokens.get(j))) {
            j++;
          } else if (wide && LINKS.contains(tokens.get(j)) && nextCapital(tokens, j)) {
            j++;
          } else {
            break;
          }
        }
        for (int k = i; k < j; k++) {
          begin[k] = i;
          end[k] = j;
        }
        i = j;
      }
    }

    private static boolean nextCapital(List<String> tokens, int j) {
      int next = j + 1;
      if (next < tokens.size() && tokens.get(next).equals("the")) {
        next++;
      }
      return next < tokens.size() && capital(tokens.get(next));
    }

    void features(List<String> f, int i, List<String> lower) {
      if (begin[i] >= 0) {
        int length = Math.min(end[i] - begin[i], 5);
        String position = (i == begin[i] ? "B" : "I") + (i == end[i] - 1 ? "L" : "I");
        f.add("r=" + position + length);
        f.add("rb=" + position + lower.get(begin[i]));
        f.add("re=" + position + lower.get(end[i] - 1));
        f.add("rp=" + position + at(lower, begin[i] - 1));
        f.add("rn=" + position + at(lower, end[i]));
      }
      if (wideBegin[i] >= 0 && (begin[i] != wideBegin[i] || end[i] != wideEnd[i])) {
        f.add("Rb=" + (i == wideBegin[i]) + lower.get(wideBegin[i]));
        f.add("Re=" + (i == wideEnd[i] - 1) + lower.get(wideEnd[i] - 1));
        f.add("Rp=" + at(lower, wideBegin[i] - 1));
        f.add("Rn=" + at(lower, wideEnd[i]));
      }
    }
  }

  private static String at(List<String> values, int i) {
    return i < 0 ? "^" : i >= values.size() ? "$" : values.get(i);
  }

  private static String at(String[] values, int i) {
    return i < 0 ? "^" : i >= values.length ? "$" : values[i];
  }

  private static String prefix(String path, int length) {
    return path.substring(0, Math.min(length, path.length()));
  }

  private String path(String token, Casing casing) {
    String path = null;
    if (casing == Casing.CAPITALS && token.length() > 1) {
      String lower = token.toLowerCase(Locale.ROOT);
      path = clusters.path(Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
      path = path == null ? clusters.path(lower) : path;
    }
    path = path == null ? clusters.path(token) : path;
    return path == null ? clusters.path(token.toLowerCase(Locale.ROOT)) : path;
  }

  /** Tells which capitals of a sentence carry information. */
  private static Casing casing(List<String> tokens) {
    int words = 0;
    int capitals = 0;
    int initials = 0;
    int lowerLong = 0;
    for (String token : tokens) {
      if (token.length() > 1 && Character.isLetter(token.charAt(0))) {
        words++;
        if (allCapitals(token)) {
          capitals++;
        }
        if (Character.isUpperCase(token.charAt(0))) {
          initials++;
        } else if (token.length() > 4) {
          lowerLong++;
        }
      }
    }
    if (words >= 3 && capitals >= 0.8 * words) {
      return Casing.CAPITALS;
    }
    return words >= 4 && lowerLong == 0 && initials >= 0.6 * words ? Casing.TITLE : Casing.NORMAL;
  }

  private static boolean startsSentence(String before) {
    return before.equals("\"") || before.equals("'") || before.equals(":") || before.equals("(");
  }

  private static boolean capital(String token) {
    return Character.isUpperCase(token.charAt(0));
  }

  private static boolean allCapitals(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (Character.isLowerCase(token.charAt(i))) {
        return false;
      }
    }
    return Character.isUpperCase(token.charAt(0));
  }

  /** Squeezes a form to its kinds of characters: "McCain-3" to "XxXx-d". */
  private static String shape(String token, Casing casing) {
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
    return casing == Casing.NORMAL ? shape.toString() : casing.name().charAt(0) + "~" + shape;
  }
}
