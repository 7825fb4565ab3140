package org.entente.document;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.source.Container;
import org.entente.source.FileTypes;
import org.entente.source.Format;
import org.entente.source.FormatDetector;
import org.entente.source.Input;
import org.entente.source.InputFinder;
import org.entente.source.TextDecoder;
import org.entente.source.UnpackingBudget;
import org.entente.source.UnreadableException;

/**
 * Reads documents from files, folders and standard input and hands them on one by one. Whatever is
 * wrong with one file or record is told to the sink, and the rest is read all the same. At most one
 * file, or one line of JSON Lines, is in memory, and of every document some 30 bytes.
 */
public final class DocumentReader {
  private static final String STANDARD_INPUT = "standard input";

  private final ReaderSettings settings;
  private final FileTypes types = FileTypes.load();
  private final FormatDetector formats = new FormatDetector(types);
  private final TextDecoder decoder = new TextDecoder();
  private final FileContents contents;
  private final DocumentAssembler assembler;

  /**
   * Makes a reader.
   *
   * @param settings default date and size limit
   */
  public DocumentReader(ReaderSettings settings) {
    this.settings = settings;
    this.contents = new FileContents(settings, decoder);
    this.assembler = new DocumentAssembler(settings);
  }

  /**
   * Reads everything.
   *
   * @param inputs files, folders and {@code -} for standard input; with none, standard input is
   *     read when it is given
   * @param stdin standard input, or empty when there is none; not closed
   * @param sink takes documents and problems, on the calling thread
   */
  public void read(List<Path> inputs, Optional<InputStream> stdin, DocumentSink sink) {
    try (Run run = new Run(sink)) {
      read(run, inputs, stdin);
    }
  }

  private void read(Run run, List<Path> inputs, Optional<InputStream> stdin) {
    List<Path> paths =
        inputs.isEmpty() && stdin.isPresent() ? List.of(InputFinder.STANDARD_INPUT) : inputs;
    new InputFinder(types)
        .find(
            paths,
            input -> {
              if (input instanceof Input.File file) {
                run.file(file.path());
              } else if (input instanceof Input.Rejected rejected) {
                run.reject(rejected);
              } else {
                run.standardInput(stdin);
              }
            });
  }

  /**
   * One call of {@link #read}: opens files and archives, and tells by their content what they are.
   */
  private final class Run implements Closeable {
    private final DocumentIntake intake;

    Run(DocumentSink sink) {
      this.intake = new DocumentIntake(sink, assembler);
    }

    @Override
    public void close() {
      intake.close();
    }

    void reject(Input.Rejected input) {
      if (input.expected()) {
        intake.skip(input.origin(), input.message(), input.advice());
      } else {
        intake.refuse(input.origin(), input.message(), input.advice());
      }
    }

    void file(Path path) {
      String origin = path.toString();
      UnpackingBudget budget = new UnpackingBudget();
      try (InputStream in = Files.newInputStream(path)) {
        content(budget.packed(in), Optional.of(path.getFileName().toString()), origin, budget, 0);
      } catch (IOException e) {
        intake.refuse(
            origin,
            "cannot be read: " + InputFinder.reason(e),
            "Check that the file is there and that you may read it.");
      }
    }

    void standardInput(Optional<InputStream> stdin) {
      if (stdin.isEmpty()) {
        intake.refuse(STANDARD_INPUT, "is not given", "Pipe a text into the program.");
        return;
      }
      try {
        UnpackingBudget budget = new UnpackingBudget();
        content(budget.packed(stdin.get()), Optional.empty(), STANDARD_INPUT, budget, 0);
      } catch (IOException e) {
        intake.refuse(
            STANDARD_INPUT, "cannot be read: " + InputFinder.reason(e), "Pipe it in again.");
      }
    }

    private void content(
        InputStream raw, Optional<String> name, String origin, UnpackingBudget budget, int depth)
        throws IOException {
      BufferedInputStream in = new BufferedInputStream(raw, TextDecoder.HEAD);
      in.mark(TextDecoder.HEAD);
      byte[] head = in.readNBytes(TextDecoder.HEAD);
      in.reset();
      try {
        if (head.length == 0) {
          throw new UnreadableException("is empty", "Remove it, or put the text into it.");
        }
        if (isOffice(head, name)) {
          contents.office(intake, in, name, origin);
          return;
        }
        Optional<Container> container = container(head, name);
        if (container.isPresent()) {
          unpack(container.get(), in, name, origin, budget, depth);
          return;
        }
        if (WebArchive.begins(head)) { // whose pages may be packed, so that it looks like no text
          contents.webArchive(intake, in, origin);
          return;
        }
        decoder.requireText(head);
        Format format = formats.detect(name, decoder.decode(head).text());
        if (format == Format.ARCHIVE || format == Format.WARC) {
          throw new UnreadableException(
              "is named like an archive and is none", "Name it by what it is.");
        }
        if (format == Format.FEED) {
          contents.feed(intake, in, name, origin);
          return;
        }
        if (format == Format.JSON_LINES) {
          contents.lines(intake, in, head, name, origin);
          return;
        }
        if (format == Format.TABLE || isUnnamedTable(format, name)) {
          contents.table(intake, in, head, name, origin);
          return;
        }
        byte[] bytes = in.readNBytes(settings.maxDocumentBytes() + 1);
        if (bytes.length > settings.maxDocumentBytes()) {
          throw contents.tooLarge();
        }
        contents.whole(intake, bytes, format, name, origin);
      } catch (UnreadableException e) {
        intake.refuse(origin, e.getMessage(), e.advice());
      }
    }

    private boolean isOffice(byte[] head, Optional<String> name) {
      return name.flatMap(types::of)
          .map(type -> type.format().equals(Optional.of(Format.OFFICE)))
          .orElse(
              new String(head, 0, Math.min(5, head.length), StandardCharsets.ISO_8859_1)
                  .equals("%PDF-"));
    }

    /** What has no name, and whose columns are named, is a table. */
    private boolean isUnnamedTable(Format format, Optional<String> name) {
      return format == Format.TEXT && name.isEmpty() && !settings.columns().given().isEmpty();
    }

    /** Office documents and programs are archives as well, and not of texts. */
    private Optional<Container> container(byte[] head, Optional<String> name) {
      boolean other = name.flatMap(types::of).filter(type -> type.format().isEmpty()).isPresent();
      return other ? Optional.empty() : Container.of(head);
    }

    private void unpack(
        Container container,
        InputStream in,
        Optional<String> name,
        String origin,
        UnpackingBudget budget,
        int depth)
        throws IOException, UnreadableException {
      if (depth == UnpackingBudget.DEPTH) {
        throw new UnreadableException(
            "is an archive inside of " + depth + " others", "Unpack the outer ones.");
      }
      AtomicBoolean any = new AtomicBoolean();
      try {
        container.unpack(
            in,
            name,
            budget,
            new Container.Entries() {
              @Override
              public void entry(String entry, InputStream content) throws IOException {
                any.set(true);
                Run.this.entry(entry, content, name, origin, budget, depth + 1);
              }

              @Override
              public void problem(String entry, String message, String advice) {
                any.set(true);
                intake.refuse(origin + "!/" + entry, message, advice);
              }
            });
      } catch (UnpackingBudget.Exceeded e) {
        throw e; // ends the outermost file
      } catch (IOException | IllegalArgumentException e) {
        throw new UnreadableException(
            "is cut off or damaged" + (e.getMessage() == null ? "" : ": " + e.getMessage()),
            "What came before that was read; get it again.");
      }
      if (!any.get()) {
        throw new UnreadableException("has nothing in it", "Get it again, or remove it.");
      }
    }

    private void entry(
        String entry,
        InputStream content,
        Optional<String> archive,
        String origin,
        UnpackingBudget budget,
        int depth)
        throws IOException {
      if (entry.isEmpty() || archive.filter(name -> name.startsWith(entry)).isPresent()) {
        // A compressed file: its content has its own name without the ending.
        content(content, Optional.of(entry).filter(e -> !e.isEmpty()), origin, budget, depth);
        return;
      }
      String at = origin + "!/" + entry;
      String file = entry.substring(entry.lastIndexOf('/') + 1);
      Optional<FileTypes.FileType> type = types.of(file);
      if (file.startsWith(".") || entry.startsWith("__MACOSX/")) {
        intake.skip(at, "is hidden", "");
      } else if (type.isPresent() && type.get().format().isEmpty()) {
        intake.skip(at, "is " + type.get().description(), type.get().advice());
      } else {
        content(content, Optional.of(entry), at, budget, depth);
      }
    }
  }
}
