package org.entente.analysis.gazetteer;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Entries by folded name, surname and identifier, in a file that is ready as it is read: rows of
 * text, parsed when they are looked up, and sorted keys that point to them. Immutable and safe for
 * use by many threads.
 *
 * <p>The file is compressed and holds, big-endian: the bytes "ENTG" and a version; the length of
 * the rows and the rows, as UTF-8 lines; the number of keys, their hashes (eight bytes each, in
 * order), for each the index of its first posting and one more index at the end, and the postings,
 * which are offsets of rows; the number of identifiers, their numbers in order and the offset of
 * the row of each; and the number of given names and the names.
 */
public final class EntryIndex {
  private static final Pattern QID = Pattern.compile("Q[1-9][0-9]{0,8}");
  private static final int MAGIC = 0x454e5447;
  private static final int VERSION = 2;
  private static final double LEADER = 0.8;
  private static final double MINISTER = 0.5;
  private static final int GIVEN_NAME_BEARERS = 4;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final byte[] rows;
  private final long[] keys;
  private final int[] firsts;
  private final int[] postings;
  private final int[] numbers;
  private final int[] numbered;
  private final List<String> givenNames;

  private EntryIndex(
      byte[] rows,
      long[] keys,
      int[] firsts,
      int[] postings,
      int[] numbers,
      int[] numbered,
      List<String> givenNames) {
    this.rows = rows;
    this.keys = keys;
    this.firsts = firsts;
    this.postings = postings;
    this.numbers = numbers;
    this.numbered = numbered;
    this.givenNames = givenNames;
  }

  /**
   * Builds an index. Leaders, by their importance, are found by surname too, and so is a minister
   * or the like whose surname nobody else has.
   */
  public static EntryIndex of(Collection<Entry> entries) {
    StringBuilder text = new StringBuilder();
    int offset = 0;
    TreeMap<Long, List<Integer>> byKey = new TreeMap<>();
    TreeMap<Integer, Integer> byNumber = new TreeMap<>();
    Map<String, Integer> bearers = new HashMap<>();
    Map<String, List<Integer>> bySurname = new TreeMap<>();
    Set<Integer> known = new HashSet<>();
    for (Entry entry : entries) {
      String row = EntryRow.format(entry) + "\n";
      text.append(row);
      for (String name : EntryNames.of(entry)) {
        byKey.computeIfAbsent(key('n', name), k -> new ArrayList<>()).add(offset);
      }
      if (!entry.qid().isEmpty()) {
        byNumber.put(Integer.parseInt(entry.qid().substring(1)), offset);
      }
      if (entry.kind() == EntryKind.PERSON) {
        for (String name : EntryNames.surnames(entry)) {
          bySurname.computeIfAbsent(name, k -> new ArrayList<>()).add(offset);
        }
        if (entry.importance() >= MINISTER) {
          known.add(offset);
        }
        if (entry.importance() >= LEADER) {
          Set<String> sounds = new TreeSet<>();
          for (String name : EntryNames.surnames(entry)) {
            byKey.computeIfAbsent(key('s', name), k -> new ArrayList<>()).add(offset);
            sounds.add(NameSounds.sound(name));
          }
          for (String sound : sounds) {
            byKey.computeIfAbsent(key('t', sound), k -> new ArrayList<>()).add(offset);
          }
        }
        String label = NameFolding.fold(entry.label());
        int space = label.indexOf(' ');
        if (space > 2) {
          bearers.merge(label.substring(0, space), 1, Integer::sum);
        }
      }
      offset += row.getBytes(StandardCharsets.UTF_8).length;
    }
    bySurname.forEach(
        (name, people) -> {
          if (people.size() == 1 && known.contains(people.get(0))) {
            byKey.put(key('u', name), people);
          }
        });
    long[] keys = new long[byKey.size()];
    int[] firsts = new int[byKey.size() + 1];
    List<Integer> postings = new ArrayList<>();
    int at = 0;
    for (Map.Entry<Long, List<Integer>> key : byKey.entrySet()) {
      keys[at] = key.getKey();
      firsts[at++] = postings.size();
      postings.addAll(key.getValue());
    }
    firsts[at] = postings.size();
    return new EntryIndex(
        text.toString().getBytes(StandardCharsets.UTF_8),
        keys,
        firsts,
        ints(postings),
        ints(byNumber.keySet()),
        ints(byNumber.values()),
        bearers.entrySet().stream()
            .filter(e -> e.getValue() >= GIVEN_NAME_BEARERS)
            .map(Map.Entry::getKey)
            .sorted()
            .toList());
  }

  /**
   * Reads an index.
   *
   * @throws IOException when it cannot be read or is none of this version
   */
  public static EntryIndex read(InputStream file) throws IOException {
    byte[] all = new GZIPInputStream(new BufferedInputStream(file), 1 << 16).readAllBytes();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(all));
    if (in.readInt() != MAGIC || in.readInt() != VERSION) {
      throw new IOException("no index of a gazetteer of version " + VERSION);
    }
    byte[] rows = in.readNBytes(in.readInt());
    ByteBuffer buffer = ByteBuffer.wrap(all);
    buffer.position(12 + rows.length);
    long[] keys = new long[buffer.getInt()];
    buffer.asLongBuffer().get(keys);
    buffer.position(buffer.position() + Long.BYTES * keys.length);
    int[] firsts = ints(buffer, keys.length + 1);
    int[] postings = ints(buffer, firsts[keys.length]);
    int ids = buffer.getInt();
    int[] numbers = ints(buffer, ids);
    int[] numbered = ints(buffer, ids);
    byte[] names = new byte[buffer.remaining()];
    buffer.get(names);
    String given = new String(names, StandardCharsets.UTF_8);
    return new EntryIndex(
        rows,
        keys,
        firsts,
        postings,
        numbers,
        numbered,
        given.isEmpty() ? List.of() : List.of(given.split("\n")));
  }

  /** Writes the index. */
  public void write(OutputStream file) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(file, 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(rows.length);
      out.write(rows);
      out.writeInt(keys.length);
      for (long key : keys) {
        out.writeLong(key);
      }
      write(out, firsts);
      write(out, postings);
      out.writeInt(numbers.length);
      write(out, numbers);
      write(out, numbered);
      out.write(String.join("\n", givenNames).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Returns the entries of a folded name, in the order in which they were added. */
  List<Entry> named(String folded) {
    return found(key('n', folded));
  }

  /** Returns the leaders of a folded surname. */
  List<Entry> leaders(String folded) {
    return found(key('s', folded));
  }

  /** Returns the leaders whose surname sounds like that folded one. */
  List<Entry> leadersThatSound(String folded) {
    return found(key('t', NameSounds.sound(folded)));
  }

  /** Returns the minister or the like who alone of all people has that folded surname. */
  List<Entry> soleBearer(String folded) {
    return found(key('u', folded));
  }

  /** Tells whether an entry of that kind has that folded name. */
  boolean isNamed(String folded, EntryKind kind) {
    int at = Arrays.binarySearch(keys, key('n', folded));
    if (at < 0) {
      return false;
    }
    byte first = (byte) kind.name().toLowerCase(Locale.ROOT).charAt(0);
    byte second = (byte) kind.name().toLowerCase(Locale.ROOT).charAt(1);
    for (int i = firsts[at]; i < firsts[at + 1]; i++) {
      if (rows[postings[i]] == first && rows[postings[i] + 1] == second) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether an entry has that identifier. */
  boolean holds(String qid) {
    return row(qid) >= 0;
  }

  /** Returns the entry of that identifier. */
  Optional<Entry> entry(String qid) {
    int row = row(qid);
    return row < 0 ? Optional.empty() : Optional.of(at(row));
  }

  List<String> givenNames() {
    return givenNames;
  }

  /** Hands over all entries in their order. */
  void forEach(Consumer<Entry> consumer) {
    for (int offset = 0; offset < rows.length; offset = end(offset) + 1) {
      consumer.accept(at(offset));
    }
  }

  private int row(String qid) {
    if (!QID.matcher(qid).matches()) {
      return -1;
    }
    int at = Arrays.binarySearch(numbers, Integer.parseInt(qid.substring(1)));
    return at < 0 ? -1 : numbered[at];
  }

  private List<Entry> found(long key) {
    int at = Arrays.binarySearch(keys, key);
    if (at < 0) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>(firsts[at + 1] - firsts[at]);
    for (int i = firsts[at]; i < firsts[at + 1]; i++) {
      entries.add(at(postings[i]));
    }
    return entries;
  }

  private Entry at(int offset) {
    return EntryRow.parse(new String(rows, offset, end(offset) - offset, StandardCharsets.UTF_8));
  }

  private int end(int offset) {
    int end = offset;
    while (rows[end] != '\n') {
      end++;
    }
    return end;
  }

  /** 64 bits of FNV-1a, mixed: of half a million names two share a hash once in 10^8 indexes. */
  private static long key(char kind, String folded) {
    long hash = (FNV_OFFSET ^ kind) * FNV_PRIME;
    for (int i = 0; i < folded.length(); i++) {
      hash = (hash ^ folded.charAt(i)) * FNV_PRIME;
    }
    return hash ^ hash >>> 32;
  }

  private static int[] ints(Collection<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] ints(ByteBuffer buffer, int count) {
    int[] values = new int[count];
    buffer.asIntBuffer().get(values);
    buffer.position(buffer.position() + Integer.BYTES * count);
    return values;
  }

  private static void write(DataOutputStream out, int[] values) throws IOException {
    for (int value : values) {
      out.writeInt(value);
    }
  }
}
