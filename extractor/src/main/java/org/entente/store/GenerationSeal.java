package org.entente.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What protects a generation of a store against damage of its files: a seal with the size and the
 * checksum of each file of the database, by which damage is noticed, and a copy of all its graphs
 * as compressed N-Quads, from which the database can be made anew.
 *
 * <p>Why this and not the generation before: that one lacks the documents that came last, which are
 * those that nobody has elsewhere yet, and keeping it doubles the space on the disk. The copy has
 * everything that was put in place and takes a few hundredths of the database's space. Both are
 * written once, before a generation is put in its place, since nothing is changed in one
 * afterwards; whoever does change one takes them away first. The text index is not sealed: it holds
 * nothing that the database does not, and is built anew where it is damaged.
 *
 * <p>Checksums are CRC-32C: they tell damage, not forgery, and cost next to nothing.
 */
final class GenerationSeal {
  static final String FILE = "seal.tsv";
  static final String COPY = "graph.nq.gz";

  private static final String DATABASE = "tdb2";

  /** Files of the database that change without a change of the data. */
  private static final Set<String> TRANSIENT = Set.of("tdb.lock", "journal.jrnl");

  private static final int BLOCK = 1 << 20;

  private GenerationSeal() {}

  /** Writes something to the copy of a generation. */
  interface Export {
    /** Writes all graphs as N-Quads. */
    void to(OutputStream out);
  }

  /** Writes the copy of a generation that is open. */
  static void copy(Path generation, Export export) throws IOException {
    try (FileChannel file =
            FileChannel.open(
                generation.resolve(COPY),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        GZIPOutputStream out =
            new GZIPOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(file), BLOCK), BLOCK)) {
      export.to(out);
      out.finish();
      out.flush();
      file.force(true);
    }
  }

  /** Seals a generation whose copy is written and that is closed. */
  static void seal(Path generation) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : files(generation)) {
      lines
          .append(name(generation, file))
          .append('\t')
          .append(Files.size(file))
          .append('\t')
          .append(checksum(file))
          .append('\n');
    }
    String all = lines.toString();
    Files.writeString(
        generation.resolve(FILE),
        all + "seal\t" + all.length() + '\t' + checksum(all) + '\n',
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
  }

  /** Takes seal and copy away before a generation is changed. */
  static void open(Path generation) throws IOException {
    Files.deleteIfExists(generation.resolve(COPY)); // a copy without a seal counts as damage
    Files.deleteIfExists(generation.resolve(FILE));
  }

  /**
   * Tells what is damaged.
   *
   * @param whole whether the content of the files is looked at, and not their size alone
   * @return a line for each file; empty when all is well, or nothing was sealed
   */
  static List<String> damage(Path generation, boolean whole) throws IOException {
    Path seal = generation.resolve(FILE);
    if (!Files.exists(seal)) {
      return Files.exists(generation.resolve(COPY)) ? List.of(FILE + " is missing") : List.of();
    }
    Map<String, String[]> sealed = read(seal);
    if (sealed.isEmpty()) {
      return List.of(FILE + " is damaged");
    }
    List<String> damage = new ArrayList<>();
    for (Map.Entry<String, String[]> entry : sealed.entrySet()) {
      Path file = generation.resolve(entry.getKey());
      if (!Files.isRegularFile(file)) {
        damage.add(entry.getKey() + " is missing");
      } else if (Files.size(file) != Long.parseLong(entry.getValue()[1])) {
        damage.add(
            "%s has %d bytes and should have %s"
                .formatted(entry.getKey(), Files.size(file), entry.getValue()[1]));
      } else if (whole && !checksum(file).equals(entry.getValue()[2])) {
        damage.add(entry.getKey() + " is not as it was written");
      }
    }
    return damage;
  }

  /**
   * Refuses a generation whose files are damaged.
   *
   * @param whole whether their content is looked at, and not their size alone
   */
  static void requireSound(Path directory, Path generation, boolean whole) throws IOException {
    List<String> damage =
        damage(generation, whole).stream().filter(line -> !isOfCopy(line)).toList();
    if (!damage.isEmpty()) {
      throw new StoreException(
          StoreException.Reason.BROKEN,
          "the graph of " + directory + " is damaged: " + String.join("; ", damage),
          "'entente restore --store " + directory + "' makes it anew from its copy, whole");
    }
  }

  /** Tells whether damage is the copy's and not the database's. */
  static boolean isOfCopy(String damage) {
    return damage.startsWith(COPY + ' ');
  }

  /** Returns the lines of a seal by the names of the files; none where it is itself damaged. */
  private static Map<String, String[]> read(Path seal) throws IOException {
    String text = Files.readString(seal, StandardCharsets.ISO_8859_1);
    int last = text.lastIndexOf("seal\t");
    if (last < 0
        || !text.substring(last)
            .equals("seal\t" + last + '\t' + checksum(text.substring(0, last)) + '\n')) {
      return Map.of();
    }
    Map<String, String[]> lines = new LinkedHashMap<>();
    text.substring(0, last)
        .lines()
        .map(line -> line.split("\t"))
        .forEach(cells -> lines.put(cells[0], cells));
    return lines;
  }

  private static List<Path> files(Path generation) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(generation.resolve(DATABASE))) {
      all.filter(Files::isRegularFile)
          .filter(file -> !TRANSIENT.contains(file.getFileName().toString()))
          .sorted()
          .forEach(files::add);
    }
    files.add(generation.resolve(COPY));
    return files;
  }

  private static String name(Path generation, Path file) {
    return generation.relativize(file).toString().replace('\\', '/');
  }

  private static String checksum(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  private static String checksum(Path file) throws IOException {
    CRC32C sum = new CRC32C();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
      while (channel.read(block) >= 0) {
        block.flip();
        sum.update(block);
        block.clear();
      }
    }
    return Long.toHexString(sum.getValue());
  }

  /** Opens the copy of a generation; its own checksum is checked as it is read. */
  static InputStream openCopy(Path generation) throws IOException {
    return new GZIPInputStream(Files.newInputStream(generation.resolve(COPY)), BLOCK);
  }
}
