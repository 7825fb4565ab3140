package org.entente.analysis.name;

/** 64-bit hashes that stand for words and features in the tables of the name model. */
public final class Hash {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hash() {}

  /** Returns the hash of a word: that of Fowler, Noll and Vo over its UTF-16 units, mixed. */
  public static long of(CharSequence word) {
    return of(word, 0, word.length());
  }

  /** Returns the hash of a part of a text, the same as that of the part alone. */
  public static long of(CharSequence text, int begin, int end) {
    long hash = OFFSET;
    for (int i = begin; i < end; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mix(hash, end - begin);
  }

  /** Returns the hash of a pair, which depends on the order of its parts. */
  public static long mix(long a, long b) {
    long hash = (a ^ (a >>> 29)) * 0xbf58476d1ce4e5b9L + b;
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }
}
