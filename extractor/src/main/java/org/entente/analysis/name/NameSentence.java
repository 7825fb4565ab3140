package org.entente.analysis.name;

/** A sentence as the name model sees it, with an entry a token in each array. */
final class NameSentence {
  final WordType.Casing casing;
  final WordType[] types;
  final DocumentWord[] words;

  /** For words in capitals, what the document shows of their letters; null for others. */
  final DocumentWord[] initials;

  /** The types of the listed phrase that the token is in with its position there, or 0. */
  final int[] marks;

  /** Bounds of the run of capitalised words that the token is in; -1 outside of one. */
  final int[] runBegin;

  final int[] runEnd;

  /** Bounds of the run that goes on over words such as "of". */
  final int[] wideBegin;

  final int[] wideEnd;

  NameSentence(WordType.Casing casing, WordType[] types) {
    this.casing = casing;
    this.types = types;
    int n = types.length;
    words = new DocumentWord[n];
    initials = new DocumentWord[n];
    marks = new int[n];
    runBegin = new int[n];
    runEnd = new int[n];
    wideBegin = new int[n];
    wideEnd = new int[n];
    runs(runBegin, runEnd, false);
    runs(wideBegin, wideEnd, true);
  }

  /** Counts a name of the sentence for its words; a negative number takes it away. */
  void count(NameSpan name, int times) {
    for (int i = name.range().begin(); i < name.range().end(); i++) {
      if (types[i].letter) {
        words[i].count(name.type(), times);
      }
    }
  }

  int length() {
    return types.length;
  }

  private void runs(int[] begin, int[] end, boolean wide) {
    int i = 0;
    while (i < types.length) {
      begin[i] = -1;
      if (!types[i].capital) {
        i++;
        continue;
      }
      int j = i + 1;
      while (j < types.length && (types[j].capital || wide && types[j].link && nextCapital(j))) {
        j++;
      }
      for (int k = i; k < j; k++) {
        begin[k] = i;
        end[k] = j;
      }
      i = j;
    }
  }

  private boolean nextCapital(int link) {
    int next = link + 1;
    if (next < types.length && types[next].token.equals("the")) {
      next++;
    }
    return next < types.length && types[next].capital;
  }
}
