package org.entente.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the files that the user's paths stand for: files as they are, folders with all that they
 * hold, in the order of the paths and, inside a folder, of the names. Symbolic links are followed,
 * but no folder is read twice. Only one folder's listing at a time per level is held in memory.
 */
public final class InputFinder {
  /** The path that stands for standard input. */
  public static final Path STANDARD_INPUT = Path.of("-");

  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(path -> path.getFileName().toString());

  private final FileTypes types;

  /**
   * Makes a finder.
   *
   * @param types tells which files of a folder are worth opening
   */
  public InputFinder(FileTypes types) {
    this.types = types;
  }

  /**
   * Walks the paths.
   *
   * @param paths files, folders and {@link #STANDARD_INPUT}
   * @param sink is given what is found, one by one, and what is not read
   */
  public void find(List<Path> paths, Consumer<Input> sink) {
    Set<Path> folders = new HashSet<>();
    for (Path path : paths) {
      if (path.equals(STANDARD_INPUT)) {
        sink.accept(new Input.Standard());
      } else if (!Files.exists(path)) {
        sink.accept(missing(path));
      } else if (Files.isDirectory(path)) {
        folder(path, folders, new ArrayList<>(), sink);
      } else {
        // A pipe or device that the user names is as good as standard input.
        sink.accept(new Input.File(path, true));
      }
    }
  }

  private static Input missing(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? new Input.Rejected(
            path.toString(), false, "is a symbolic link to nothing", "Mend or remove the link.")
        : new Input.Rejected(
            path.toString(), false, "does not exist", "Check the spelling of the path.");
  }

  private void folder(Path folder, Set<Path> done, List<Path> above, Consumer<Input> sink) {
    Path real;
    List<Path> entries = new ArrayList<>();
    try {
      real = folder.toRealPath();
      if (above.contains(real)) {
        sink.accept(
            new Input.Rejected(
                folder.toString(),
                false,
                "is a symbolic link back to the folder " + real + " that holds it",
                "The folder is read once; remove the link."));
        return;
      }
      if (!done.add(real)) {
        sink.accept(
            new Input.Rejected(
                folder.toString(), true, "is the folder " + real + ", which was read before", ""));
        return;
      }
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(entries::add);
      }
    } catch (FileSystemLoopException e) {
      sink.accept(
          new Input.Rejected(
              folder.toString(), false, "is a loop of symbolic links", "Remove the link."));
      return;
    } catch (DirectoryIteratorException e) {
      sink.accept(unreadable(folder, e.getCause()));
      return;
    } catch (IOException e) {
      sink.accept(unreadable(folder, e));
      return;
    }
    entries.sort(BY_NAME);
    above.add(real);
    for (Path entry : entries) {
      if (entry.getFileName().toString().startsWith(".")) {
        sink.accept(
            new Input.Rejected(
                entry.toString(), true, "is hidden", "Name it on the command line to read it."));
      } else if (!Files.exists(entry)) {
        sink.accept(missing(entry));
      } else if (Files.isDirectory(entry)) {
        folder(entry, done, above, sink);
      } else {
        sink.accept(file(entry));
      }
    }
    above.remove(above.size() - 1);
  }

  private Input file(Path file) {
    if (!Files.isRegularFile(file)) {
      return new Input.Rejected(
          file.toString(), true, "is no regular file", "Name it on the command line to read it.");
    }
    Optional<FileTypes.FileType> type = types.of(file.getFileName().toString());
    if (type.isPresent() && type.get().format().isEmpty()) {
      return new Input.Rejected(
          file.toString(), true, "is " + type.get().description(), type.get().advice());
    }
    return new Input.File(file, false);
  }

  private static Input unreadable(Path folder, IOException e) {
    return new Input.Rejected(
        folder.toString(),
        false,
        "cannot be listed: " + reason(e),
        "Check that you may read the folder.");
  }

  /** Returns the system's reason for a failure without the path, which messages name already. */
  public static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "it is gone";
    }
    String message = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
