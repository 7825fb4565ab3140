package org.entente.analysis.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes what the model sees of a document: words, affixes, shapes, Brown clusters, name lists,
 * runs of capitalised words, and what the rest of the document shows of a word (Ratinov and Roth,
 * 2009, "Design challenges and misconceptions in named entity recognition"). A feature is the
 * {@linkplain Hash hash} of its template and values. Those that follow from one word alone come in
 * groups, so that their scores can be kept with the word. Immutable and thread-safe.
 */
final class NameFeatures {
  /** Group: what a token is by itself. */
  static final int OWN = 0;

  /** Groups: what the words around a token are, by their distance from it. */
  static final int[] NEIGHBOURS = {-2, -1, 1, 2};

  private static final int FIRST_SEEN = 1 + NEIGHBOURS.length;

  /** Number of the groups. */
  static final int GROUPS = FIRST_SEEN + DocumentWord.CODES;

  private static final int LONGEST_AFFIX = 4;
  private static final int LONGEST_RUN = 5;

  /** Numbers of prefixes of a cluster's path in {@link WordType#cluster}. */
  private static final int BITS_4 = 0;

  private static final int BITS_6 = 1;
  private static final int BITS_8 = 2;
  private static final int BITS_10 = 3;
  private static final int ALL_BITS = 4;

  /** What a document may show of a word where its capitals are informative. */
  enum Fact {
    KNOWN,
    LOWER,
    CAPITAL,
    TITLED,
    TITLED_BEFORE,
    SURNAME,
    LAST,
    ACRONYM,
    PLACED,
    ARTICLE,
    SPEAKS;

    private final int bit = 1 << ordinal();
    private final long hash = Hash.of(name());

    private boolean in(int facts) {
      return (facts & bit) != 0;
    }
  }

  private enum Template {
    BIAS,
    WORD,
    WORD_SHAPE,
    SHAPE,
    PREFIX,
    SUFFIX,
    HYPHEN_LEFT,
    HYPHEN_RIGHT,
    CLUSTER_4,
    CLUSTER_6,
    CLUSTER_10,
    CLUSTER,
    NO_CLUSTER,
    PERSON,
    GIVEN,
    SURNAME,
    WORDS_BEFORE,
    WORDS_BEHIND,
    SHAPES_BEFORE,
    SHAPES_BEHIND,
    SHAPES_AROUND,
    WORD_BEFORE_SHAPE,
    WORD_BEHIND_SHAPE,
    CLUSTERS_BEFORE,
    CLUSTERS_BEHIND,
    CLUSTER_BEFORE_SHAPE,
    CLUSTER_BEHIND_SHAPE,
    PERSONS_BEFORE,
    PERSONS_BEHIND,
    MARK,
    MARK_SHAPE,
    MARK_WORD_BEFORE,
    RUN,
    RUN_FIRST,
    RUN_LAST,
    RUN_BEFORE,
    RUN_BEHIND,
    WIDE_FIRST,
    WIDE_LAST,
    WIDE_BEFORE,
    WIDE_BEHIND,
    FACT,
    POSITION,
    INITIALS,
    SEEN,
    SEEN_SHAPE,
    HEAD,
    HEAD_BEFORE,
    HEAD_RUN,
    HEAD_RUN_BEFORE,
    HEAD_RUN_BEHIND,
    HEAD_WIDE,
    MOVE,
    MOVE_SHAPE,
    MOVE_CLUSTER,
    MOVE_WORD;

    private final long hash = Hash.of(name());

    private long of(long a) {
      return Hash.mix(hash, a);
    }

    private long of(long a, long b) {
      return Hash.mix(Hash.mix(hash, a), b);
    }

    private long of(long a, long b, long c) {
      return Hash.mix(of(a, b), c);
    }
  }

  private final NameLists lists;
  private final WordTypes types;

  /** What stands for the places outside of a sentence. */
  private final WordType before = WordTypes.edge("^");

  private final WordType behind = WordTypes.edge("$");

  private NameFeatures(NameLists lists, WordTypes types) {
    this.lists = lists;
    this.types = types;
  }

  /** Loads the lists; throws {@link UncheckedIOException} when the program is incomplete. */
  static NameFeatures load() {
    try {
      NameLists lists = NameLists.load();
      return new NameFeatures(lists, new WordTypes(lists));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the group of features of what a word is named in the document's other sentences. */
  static int seen(int code) {
    return FIRST_SEEN + code;
  }

  /** Looks at a document. */
  List<NameSentence> read(List<List<String>> sentences) {
    List<NameSentence> read = new ArrayList<>(sentences.size());
    Map<String, DocumentWord> words = new HashMap<>();
    for (List<String> tokens : sentences) {
      WordType.Casing casing = casing(tokens);
      WordType[] found = new WordType[tokens.size()];
      for (int i = 0; i < found.length; i++) {
        found[i] = types.of(tokens.get(i), casing);
      }
      NameSentence sentence = new NameSentence(casing, found);
      for (int i = 0; i < found.length; i++) {
        sentence.words[i] = words.computeIfAbsent(found[i].lower, key -> new DocumentWord());
      }
      if (casing == WordType.Casing.NORMAL) {
        facts(sentence);
        longForms(sentence, words);
      }
      mark(sentence);
      read.add(sentence);
    }
    for (NameSentence sentence : read) {
      for (int i = 0; i < sentence.length(); i++) {
        WordType type = sentence.types[i];
        if (type.allCapitals && type.token.length() > 1) {
          sentence.initials[i] = words.get(type.lower.replace(".", ""));
        }
      }
    }
    return read;
  }

  /** Notes what the names of a sentence show of their words and of their initials. */
  private static void longForms(NameSentence sentence, Map<String, DocumentWord> words) {
    WordType[] types = sentence.types;
    for (int begin = 0; begin < types.length; begin++) {
      int end = sentence.wideBegin[begin] == begin ? sentence.wideEnd[begin] : begin;
      if (end - begin < 2) {
        continue;
      }
      StringBuilder capitals = new StringBuilder();
      StringBuilder all = new StringBuilder();
      for (int i = begin; i < end; i++) {
        all.append(types[i].lower.charAt(0));
        if (types[i].capital) {
          capitals.append(types[i].lower.charAt(0));
        }
      }
      int last = sentence.runEnd[begin] - 1;
      long head = types[last].head;
      long kind = head == 0 ? types[begin].head : head;
      longForm(capitals, kind, words);
      longForm(all, kind, words);
    }
  }

  private static void longForm(StringBuilder initials, long head, Map<String, DocumentWord> words) {
    if (initials.length() > 1) {
      words.computeIfAbsent(initials.toString(), key -> new DocumentWord()).longForm(head);
    }
  }

  private static void facts(NameSentence sentence) {
    WordType[] types = sentence.types;
    for (int i = 0; i < types.length; i++) {
      WordType type = types[i];
      if (!type.letter) {
        continue;
      }
      int facts = Fact.KNOWN.bit;
      if (type.lowerCase) {
        facts |= Fact.LOWER.bit;
      } else if (i > 0 && !types[i - 1].opens) {
        facts |= Fact.CAPITAL.bit;
        WordType before = types[i - 1];
        boolean capitalBehind = i + 1 < types.length && types[i + 1].capital;
        if (before.cue == WordType.Cue.TITLE) {
          facts |= Fact.TITLED.bit;
        } else if (before.capital && !capitalBehind) {
          facts |= before.person / NameLists.CLASSES > 1 ? Fact.SURNAME.bit : Fact.LAST.bit;
        }
        if (i > 1 && before.capital && types[i - 2].cue == WordType.Cue.TITLE) {
          facts |= Fact.TITLED_BEFORE.bit;
        }
        if (type.allCapitals && before.token.equals("(")) {
          facts |= Fact.ACRONYM.bit;
        }
        if (before.cue == WordType.Cue.PREPOSITION && !capitalBehind) {
          facts |= Fact.PLACED.bit;
        }
        if (before.cue == WordType.Cue.ARTICLE && !capitalBehind) {
          facts |= Fact.ARTICLE.bit;
        }
        if (i + 1 < types.length && types[i + 1].cue == WordType.Cue.SPEECH) {
          facts |= Fact.SPEAKS.bit;
        }
      }
      sentence.words[i].facts |= facts;
    }
  }

  /** Marks the longest listed phrases, left to right without overlap. */
  private void mark(NameSentence sentence) {
    WordType[] types = sentence.types;
    int begin = 0;
    while (begin < types.length) {
      int end =
          types[begin].phraseBound
              ? Math.min(types.length, begin + types[begin].longestPhrase)
              : begin;
      long phrase = 0;
      int best = begin;
      int found = HashIndex.NONE;
      for (int i = begin; i < end; i++) {
        phrase = Hash.mix(phrase, types[i].folded);
        int type = types[i].phraseBound ? lists.phrase(phrase) : HashIndex.NONE;
        if (type != HashIndex.NONE) {
          best = i + 1;
          found = type;
        }
      }
      for (int i = begin; i < best; i++) {
        int position = best - begin == 1 ? 0 : i == begin ? 1 : i == best - 1 ? 2 : 3;
        sentence.marks[i] = 1 + found * 4 + position;
      }
      begin = Math.max(best, begin + 1);
    }
  }

  /** Adds the features of a group, which follow from the word alone. */
  void group(int group, WordType type, FeatureBuffer out) {
    if (group == OWN) {
      own(type, out);
    } else if (group < FIRST_SEEN) {
      neighbour(NEIGHBOURS[group - 1], type, out);
    } else {
      out.add(Template.SEEN.of(group - FIRST_SEEN));
      out.add(Template.SEEN_SHAPE.of(group - FIRST_SEEN, type.shape));
    }
  }

  private void own(WordType type, FeatureBuffer out) {
    out.add(Template.BIAS.hash);
    out.add(Template.WORD.of(type.word));
    out.add(Template.WORD_SHAPE.of(type.word, type.shape));
    out.add(Template.SHAPE.of(0, type.shape));
    String word = type.lower;
    for (int k = 1; k <= LONGEST_AFFIX && k < word.length(); k++) {
      out.add(Template.PREFIX.of(Hash.of(word, 0, k)));
      out.add(Template.SUFFIX.of(Hash.of(word, word.length() - k, word.length())));
    }
    int hyphen = word.lastIndexOf('-');
    if (hyphen > 0 && hyphen < word.length() - 1) {
      out.add(Template.HYPHEN_LEFT.of(Hash.of(word, 0, hyphen)));
      out.add(Template.HYPHEN_RIGHT.of(Hash.of(word, hyphen + 1, word.length())));
    }
    if (type.cluster.length == 0) {
      out.add(Template.NO_CLUSTER.of(type.shape));
    }
    clusters(0, type, out);
    out.add(Template.PERSON.of(type.person));
    out.add(Template.GIVEN.of(type.person / NameLists.CLASSES));
    out.add(Template.SURNAME.of(type.person % NameLists.CLASSES));
    if (type.head != 0) {
      out.add(Template.HEAD.of(type.head, type.capital ? 1 : 0));
    }
  }

  private void neighbour(int distance, WordType type, FeatureBuffer out) {
    out.add(Template.WORD.of(type.word, distance));
    out.add(Template.SHAPE.of(distance, type.shape));
    clusters(distance, type, out);
    if (distance == -1 && type != this.before) {
      out.add(Template.HEAD_BEFORE.of(type.head, title(type)));
    }
  }

  private static int title(WordType type) {
    return type.cue == WordType.Cue.TITLE ? 1 : 0;
  }

  private static void clusters(int distance, WordType type, FeatureBuffer out) {
    if (type.cluster.length > 0) {
      out.add(Template.CLUSTER_4.of(distance, type.cluster[BITS_4]));
      out.add(Template.CLUSTER_6.of(distance, type.cluster[BITS_6]));
      out.add(Template.CLUSTER_10.of(distance, type.cluster[BITS_10]));
      if (Math.abs(distance) < 2) {
        out.add(Template.CLUSTER.of(distance, type.cluster[ALL_BITS]));
      }
    }
  }

  /** Returns the word at a place of a sentence, or what stands for the place outside of it. */
  WordType at(NameSentence sentence, int i) {
    return i < 0 ? before : i >= sentence.types.length ? behind : sentence.types[i];
  }

  /** Adds the features of a token that follow from more than one word. */
  void context(NameSentence sentence, int i, FeatureBuffer out) {
    WordType type = sentence.types[i];
    pairs(type, at(sentence, i - 1), at(sentence, i + 1), out);
    int mark = sentence.marks[i];
    if (mark > 0) {
      out.add(Template.MARK.of(0, mark));
      out.add(Template.MARK_SHAPE.of(mark, type.shape));
      out.add(Template.MARK_WORD_BEFORE.of(mark, at(sentence, i - 1).word));
    }
    if (i > 0 && sentence.marks[i - 1] > 0) {
      out.add(Template.MARK.of(-1, sentence.marks[i - 1]));
    }
    if (i + 1 < sentence.length() && sentence.marks[i + 1] > 0) {
      out.add(Template.MARK.of(1, sentence.marks[i + 1]));
    }
    if (sentence.runBegin[i] >= 0) {
      run(sentence, i, out);
    }
    if (sentence.wideBegin[i] >= 0
        && (sentence.wideBegin[i] != sentence.runBegin[i]
            || sentence.wideEnd[i] != sentence.runEnd[i])) {
      wideRun(sentence, i, out);
    }
    document(sentence, i, out);
    if (sentence.initials[i] != null) {
      for (long head : sentence.initials[i].longForms) {
        out.add(Template.INITIALS.hash);
        out.add(Template.INITIALS.of(head));
      }
    }
    if (i < 3) {
      out.add(Template.POSITION.of(i, type.shape));
    }
  }

  private void pairs(WordType type, WordType before, WordType behind, FeatureBuffer out) {
    out.add(Template.WORDS_BEFORE.of(before.word, type.word));
    out.add(Template.WORDS_BEHIND.of(type.word, behind.word));
    out.add(Template.SHAPES_BEFORE.of(before.shape, type.shape));
    out.add(Template.SHAPES_BEHIND.of(type.shape, behind.shape));
    out.add(Template.SHAPES_AROUND.of(before.shape, type.shape, behind.shape));
    out.add(Template.WORD_BEFORE_SHAPE.of(before.word, type.shape));
    out.add(Template.WORD_BEHIND_SHAPE.of(behind.word, type.shape));
    if (before.cluster.length > 0) {
      if (type.cluster.length > 0) {
        out.add(Template.CLUSTERS_BEFORE.of(before.cluster[BITS_8], type.cluster[BITS_8]));
      }
      out.add(Template.CLUSTER_BEFORE_SHAPE.of(before.cluster[BITS_10], type.shape));
    }
    if (behind.cluster.length > 0) {
      if (type.cluster.length > 0) {
        out.add(Template.CLUSTERS_BEHIND.of(type.cluster[BITS_8], behind.cluster[BITS_8]));
      }
      out.add(Template.CLUSTER_BEHIND_SHAPE.of(behind.cluster[BITS_10], type.shape));
    }
    if (before != this.before) {
      out.add(Template.PERSONS_BEFORE.of(before.person, type.person));
    }
    if (behind != this.behind) {
      out.add(Template.PERSONS_BEHIND.of(type.person, behind.person));
    }
  }

  private void run(NameSentence sentence, int i, FeatureBuffer out) {
    int begin = sentence.runBegin[i];
    int end = sentence.runEnd[i];
    int position = (i == begin ? 2 : 0) + (i == end - 1 ? 1 : 0);
    WordType first = sentence.types[begin];
    WordType last = sentence.types[end - 1];
    WordType before = at(sentence, begin - 1);
    WordType behind = at(sentence, end);
    out.add(Template.RUN.of(position, Math.min(end - begin, LONGEST_RUN)));
    out.add(Template.RUN_FIRST.of(position, first.word));
    out.add(Template.RUN_LAST.of(position, last.word));
    out.add(Template.RUN_BEFORE.of(position, before.word));
    out.add(Template.RUN_BEHIND.of(position, behind.word));
    out.add(Template.HEAD_RUN.of(position, last.head, first.head));
    out.add(Template.HEAD_RUN_BEHIND.of(position, behind.head));
    out.add(Template.HEAD_RUN_BEFORE.of(position, before.head, title(before)));
    if (sentence.wideBegin[i] != begin || sentence.wideEnd[i] != end) {
      out.add(
          Template.HEAD_WIDE.of(
              position,
              sentence.types[sentence.wideBegin[i]].head,
              sentence.types[sentence.wideEnd[i] - 1].head));
    }
  }

  private void wideRun(NameSentence sentence, int i, FeatureBuffer out) {
    int begin = sentence.wideBegin[i];
    int end = sentence.wideEnd[i];
    out.add(Template.WIDE_FIRST.of(i == begin ? 1 : 0, sentence.types[begin].word));
    out.add(Template.WIDE_LAST.of(i == end - 1 ? 1 : 0, sentence.types[end - 1].word));
    out.add(Template.WIDE_BEFORE.of(at(sentence, begin - 1).word));
    out.add(Template.WIDE_BEHIND.of(at(sentence, end).word));
  }

  /** What the document shows of the word, by where the word stands. */
  private static void document(NameSentence sentence, int i, FeatureBuffer out) {
    WordType type = sentence.types[i];
    boolean normal = sentence.casing == WordType.Casing.NORMAL;
    boolean start = i == 0 || sentence.types[i - 1].opens;
    if (!type.letter || normal && !start && !type.capital) {
      return;
    }
    int where = !normal ? 0 : start ? 1 : 2;
    int facts = sentence.words[i].facts;
    if (facts == 0) {
      out.add(Template.FACT.of(where));
    }
    for (Fact fact : FACTS) {
      if (fact.in(facts)) {
        out.add(Template.FACT.of(where, fact.hash));
      }
    }
    if (Fact.LOWER.in(facts) && !Fact.CAPITAL.in(facts)) {
      out.add(Template.FACT.of(where, Fact.LOWER.hash, 1));
    }
  }

  private static final Fact[] FACTS = Fact.values();

  /** Adds the features that count together with the outcome before, which follow from the word. */
  void moves(WordType type, FeatureBuffer out) {
    out.add(Template.MOVE.hash);
    out.add(Template.MOVE_SHAPE.of(type.shape));
    out.add(Template.MOVE_CLUSTER.of(type.cluster.length == 0 ? 0 : type.cluster[BITS_8]));
    out.add(Template.MOVE_WORD.of(type.word));
  }

  /** Tells which capitals of a sentence carry information. */
  private static WordType.Casing casing(List<String> tokens) {
    int words = 0;
    int capitals = 0;
    int initials = 0;
    int lowerLong = 0;
    for (String token : tokens) {
      if (token.length() > 1 && Character.isLetter(token.charAt(0))) {
        words++;
        if (Character.isUpperCase(token.charAt(0))) {
          initials++;
          if (WordType.allCapitals(token)) {
            capitals++;
          }
        } else if (token.length() > 4) {
          lowerLong++;
        }
      }
    }
    if (words >= 3 && capitals >= 0.8 * words) {
      return WordType.Casing.CAPITALS;
    }
    return words >= 4 && lowerLong == 0 && initials >= 0.6 * words
        ? WordType.Casing.TITLE
        : WordType.Casing.NORMAL;
  }
}
