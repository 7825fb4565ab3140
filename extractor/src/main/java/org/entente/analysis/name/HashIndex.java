package org.entente.analysis.name;

import java.util.Arrays;

/**
 * A map from 64-bit hashes to numbers of 0 or more, in two flat arrays with open addressing. A key
 * stands for whatever has that hash: among 2^20 keys a stranger is taken for one of them once in
 * 2^44 questions. Not thread-safe while it is filled.
 */
public final class HashIndex {
  /** What {@link #get} returns for a key that is not there. */
  public static final int NONE = -1;

  private static final long EMPTY = 0;

  private long[] keys;
  private int[] values;
  private int mask;
  private int size;

  /** Creates an empty map with room for so many keys. */
  public HashIndex(int room) {
    int slots = Integer.highestOneBit(Math.max(8, room * 2 - 1)) * 2;
    keys = new long[slots];
    values = new int[slots];
    mask = slots - 1;
  }

  /** Returns the number of keys. */
  public int size() {
    return size;
  }

  /** Returns the value of a key, or {@link #NONE}. */
  public int get(long key) {
    int slot = (int) key & mask;
    while (true) {
      long found = keys[slot];
      if (found == key) {
        return key == EMPTY ? NONE : values[slot];
      }
      if (found == EMPTY) {
        return NONE;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Sets the value of a key. The one hash that marks an empty slot is never kept. */
  public void put(long key, int value) {
    if (key == EMPTY) {
      return;
    }
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (keys[slot] == EMPTY) {
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
  }

  /** Returns the keys in ascending order. */
  public long[] sortedKeys() {
    return Arrays.stream(keys).filter(key -> key != EMPTY).sorted().toArray();
  }

  private int slot(long key) {
    int slot = (int) key & mask;
    while (keys[slot] != key && keys[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
