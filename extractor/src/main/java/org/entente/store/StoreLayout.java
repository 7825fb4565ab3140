package org.entente.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.rdf.Iris;

/**
 * The files of a store: a directory with
 *
 * <ul>
 *   <li>{@code entente.properties}: format version and base IRI;
 *   <li>{@code current}: a link to the generation that readers have, a folder {@code graph-N} with
 *       database and text index, as {@link GraphStore} describes it;
 *   <li>{@code building}: a generation that is not whole yet, with {@code origin}, the name of the
 *       generation that it began as a copy of;
 *   <li>{@code restoring}: a generation that is made anew from the copy of a damaged one, with
 *       {@code restored}, the names of the generations whose graph it has;
 *   <li>{@code entente.lock}: locked while a process builds a generation.
 * </ul>
 *
 * <p>A generation is put in the place of another by renaming the link, so that whoever opens the
 * store finds the one or the other.
 */
final class StoreLayout {
  static final String PROPERTIES = "entente.properties";
  static final String CURRENT = "current";
  static final String BUILDING = "building";
  static final String ORIGIN = "origin";
  static final String RESTORING = "restoring";
  static final String RESTORED = "restored";
  static final String LOCK = "entente.lock";
  private static final String FORMAT = "4";
  private static final Pattern GENERATION = Pattern.compile("graph-(\\d{1,9})");

  private final Path root;

  StoreLayout(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** Tells whether readers find a generation here. */
  boolean isStore() {
    return Files.isRegularFile(root.resolve(PROPERTIES))
        && Files.isDirectory(root.resolve(CURRENT));
  }

  /** Tells whether a first build has begun here and no generation is whole yet. */
  boolean isBegun() {
    return Files.isRegularFile(root.resolve(PROPERTIES)) && !isStore();
  }

  /**
   * Refuses a directory that has no graph for readers.
   *
   * @throws StoreException that says how to get one
   */
  void requireStore(StoreSettings settings) {
    if (isStore()) {
      return;
    }
    if (isBegun()) {
      try {
        base(settings);
      } catch (IOException e) {
        throw StoreException.of(root, e);
      }
    }
    String build = "'entente build INPUT --store " + root + "'";
    throw isBegun()
        ? new StoreException(
            StoreException.Reason.NO_STORE,
            root + " has no graph yet: its first build was not finished",
            "start " + build + " again; it goes on where it was")
        : new StoreException(
            StoreException.Reason.NO_STORE,
            root + " is not a store: it has no " + StoreLayout.PROPERTIES,
            "name the directory of a store, or make one with " + build);
  }

  /** Returns the name of the generation that readers have, or empty. */
  Optional<String> current() throws IOException {
    return Files.isDirectory(root.resolve(CURRENT))
        ? Optional.of(generation().getFileName().toString())
        : Optional.empty();
  }

  /** Returns the folder of the generation that readers have; throws where there is none. */
  Path generation() throws IOException {
    return root.resolve(CURRENT).toRealPath();
  }

  Path building() {
    return root.resolve(BUILDING);
  }

  /**
   * Returns the names by which what was begun may know the graph of a generation: its own, and that
   * of each one that it was restored from.
   */
  static List<String> names(Path generation) throws IOException {
    List<String> names = new ArrayList<>(List.of(generation.getFileName().toString()));
    Path restored = generation.resolve(RESTORED);
    if (Files.exists(restored)) {
      names.addAll(Files.readAllLines(restored, StandardCharsets.UTF_8));
    }
    return names;
  }

  /**
   * Makes the directory one of a store, with properties and no generation yet.
   *
   * @throws StoreException when it holds other files, or is a file
   */
  void create(StoreSettings settings) throws IOException {
    if (Files.isRegularFile(root.resolve(PROPERTIES))) {
      return;
    }
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new StoreException(
          StoreException.Reason.NO_STORE,
          root + " is a file and no directory",
          "name a new or empty directory for the store");
    }
    Files.createDirectories(root);
    try (Stream<Path> files = Files.list(root)) {
      if (files.findAny().isPresent()) {
        throw new StoreException(
            StoreException.Reason.NO_STORE,
            root + " holds other files and no " + PROPERTIES + ", so it is no store",
            "name a new or empty directory; nothing in this one was changed");
      }
    }
    Path draft = root.resolve(PROPERTIES + ".new");
    Files.writeString(
        draft,
        "# A store of Entente: database and full-text index in current/.\n"
            + "format="
            + FORMAT
            + "\nbase="
            + new Iris(settings.base().orElse(Iris.DEFAULT_BASE)).base()
            + "\n",
        StandardCharsets.ISO_8859_1);
    Files.move(draft, root.resolve(PROPERTIES), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Returns the base IRI.
   *
   * @throws StoreException when format or base are not those asked for
   */
  String base(StoreSettings settings) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(root.resolve(PROPERTIES))) {
      properties.load(in);
    }
    String format = properties.getProperty("format", "");
    if (!FORMAT.equals(format)) {
      throw new StoreException(
          StoreException.Reason.MISMATCH,
          root + " is a store of format '" + format + "', this program reads " + FORMAT,
          "use the version of the program that wrote it, or build a new store");
    }
    String base = properties.getProperty("base", "");
    if (settings.base().isPresent() && !settings.base().get().equals(base)) {
      throw new StoreException(
          StoreException.Reason.MISMATCH,
          root + " has the base " + base + ", not " + settings.base().get(),
          "leave the base out, or build a new store with the other one");
    }
    return base;
  }

  /** Returns the numbers of the generations that are there, in order. */
  private List<Integer> generations() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .map(file -> GENERATION.matcher(file.getFileName().toString()))
          .filter(java.util.regex.Matcher::matches)
          .map(matcher -> Integer.valueOf(matcher.group(1)))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  /** Makes the folder of a first generation, or renames a whole draft, and shows it to readers. */
  Path publish(Optional<Path> draft) throws IOException {
    Path generation = draft.isPresent() ? place(draft.get()) : Files.createDirectory(next());
    show(generation);
    return generation;
  }

  /** Renames a whole draft to a generation that readers do not have yet. */
  Path place(Path draft) throws IOException {
    return Files.move(draft, next(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path next() throws IOException {
    List<Integer> before = generations();
    return root.resolve("graph-" + (before.isEmpty() ? 1 : before.get(before.size() - 1) + 1));
  }

  /** Shows a generation to readers. */
  void show(Path generation) throws IOException {
    Path link = root.resolve(CURRENT + ".new");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, generation.getFileName());
    Files.move(
        link,
        root.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Finishes what a process that was killed while it published left undone. */
  void mend() throws IOException {
    List<Integer> numbers = generations();
    if (numbers.isEmpty()) {
      return;
    }
    String newest = "graph-" + numbers.get(numbers.size() - 1);
    if (!current().equals(Optional.of(newest))) {
      show(root.resolve(newest));
    }
  }

  /** Returns the folders of generations that readers no longer find. */
  List<Path> outdated() throws IOException {
    Optional<String> current = current();
    return generations().stream()
        .map(number -> "graph-" + number)
        .filter(name -> !Optional.of(name).equals(current))
        .map(root::resolve)
        .toList();
  }
}
