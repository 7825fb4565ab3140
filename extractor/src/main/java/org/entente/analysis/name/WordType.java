package org.entente.analysis.name;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What is known of a token by its form alone, the same wherever it stands, and the scores of the
 * features that follow from it. Of the scores, those that a text needed are kept.
 */
final class WordType {
  /** How the capitals of a sentence are to be read. */
  enum Casing {
    NORMAL,
    CAPITALS,
    TITLE
  }

  /** Words that tell something of their neighbours. */
  enum Cue {
    NONE,
    TITLE,
    PREPOSITION,
    ARTICLE,
    SPEECH
  }

  final String token;
  final String lower;
  final long word;
  final long shape;

  /**
   * Hashes of prefixes of the cluster's path, of 4, 6, 8 and 10 bits and of the whole; empty
   * without one.
   */
  final long[] cluster;

  final long folded;
  final int person;
  final int longestPhrase;

  /** Class of the words that say what a name is, or 0. */
  final long head;

  final boolean capital;
  final boolean phraseBound;
  final boolean letter;
  final boolean lowerCase;
  final boolean allCapitals;
  final boolean link;
  final boolean opens;
  final Cue cue;

  /** Scores by group of features, as {@link NameFeatures} numbers them. */
  final AtomicReferenceArray<float[]> scores = new AtomicReferenceArray<>(NameFeatures.GROUPS);

  /** Scores of the moves to the token, and e to the power of them; null until they are needed. */
  volatile Moves moves;

  /** Scores by {@linkplain OutcomeOrder move}, and e to the power of them. */
  record Moves(float[] scores, float[] weights) {}

  WordType(
      String token,
      String lower,
      long shape,
      long[] cluster,
      long folded,
      int person,
      int longestPhrase,
      long head,
      boolean link,
      Cue cue) {
    this.token = token;
    this.lower = lower;
    this.word = Hash.of(lower);
    this.shape = shape;
    this.cluster = cluster;
    this.folded = folded;
    this.person = person;
    this.longestPhrase = longestPhrase;
    this.head = head;
    this.link = link;
    this.cue = cue;
    char first = token.charAt(0);
    capital = Character.isUpperCase(first);
    phraseBound = capital || Character.isDigit(first);
    letter = Character.isLetter(first);
    lowerCase = Character.isLowerCase(first);
    allCapitals = allCapitals(token);
    opens = token.length() == 1 && "\"':(".indexOf(first) >= 0;
  }

  /** Tells whether a form begins with a capital and holds no letter in lower case. */
  static boolean allCapitals(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (Character.isLowerCase(token.charAt(i))) {
        return false;
      }
    }
    return Character.isUpperCase(token.charAt(0));
  }
}
