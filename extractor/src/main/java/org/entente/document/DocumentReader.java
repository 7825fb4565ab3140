package org.entente.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.source.Container;
import org.entente.source.DecodedText;
import org.entente.source.FileTypes;
import org.entente.source.Format;
import org.entente.source.FormatDetector;
import org.entente.source.Input;
import org.entente.source.InputFinder;
import org.entente.source.LineReader;
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

  /** How many times larger than a text a PDF or office document may be. */
  private static final int OFFICE_SIZE = 16;

  private final ReaderSettings settings;
  private final FileTypes types = FileTypes.load();
  private final FormatDetector formats = new FormatDetector(types);
  private final TextDecoder decoder = new TextDecoder();
  private final JsonRecords json;
  private final MarkdownContent markdown = new MarkdownContent();
  private final HtmlContent html = new HtmlContent();
  private final DocumentAssembler assembler;

  /**
   * Makes a reader.
   *
   * @param settings default date and size limit
   */
  public DocumentReader(ReaderSettings settings) {
    this.settings = settings;
    this.json = new JsonRecords(settings.columns());
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
                run.sink.problem(
                    new Problem(
                        rejected.expected() ? Severity.SKIPPED : Severity.REFUSED,
                        rejected.origin(),
                        rejected.message(),
                        rejected.advice()));
              } else {
                run.standardInput(stdin);
              }
            });
  }

  /** One call of {@link #read}: remembers the ids that it met. */
  private final class Run implements Closeable {
    private final DocumentSink sink;
    private final UsedIds ids = new UsedIds();

    Run(DocumentSink sink) {
      this.sink = sink;
    }

    @Override
    public void close() {
      try {
        ids.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void file(Path path) {
      String origin = path.toString();
      UnpackingBudget budget = new UnpackingBudget();
      try (InputStream in = Files.newInputStream(path)) {
        content(budget.packed(in), Optional.of(path.getFileName().toString()), origin, budget, 0);
      } catch (IOException e) {
        refuse(
            origin,
            "cannot be read: " + InputFinder.reason(e),
            "Check that the file is there and that you may read it.");
      }
    }

    void standardInput(Optional<InputStream> stdin) {
      if (stdin.isEmpty()) {
        refuse(STANDARD_INPUT, "is not given", "Pipe a text into the program.");
        return;
      }
      try {
        UnpackingBudget budget = new UnpackingBudget();
        content(budget.packed(stdin.get()), Optional.empty(), STANDARD_INPUT, budget, 0);
      } catch (IOException e) {
        refuse(STANDARD_INPUT, "cannot be read: " + InputFinder.reason(e), "Pipe it in again.");
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
          office(in, name, origin);
          return;
        }
        Optional<Container> container = container(head, name);
        if (container.isPresent()) {
          unpack(container.get(), in, name, origin, budget, depth);
          return;
        }
        if (WebArchive.begins(head)) { // whose pages may be packed, so that it looks like no text
          webArchive(in, origin);
          return;
        }
        decoder.requireText(head);
        Format format = formats.detect(name, decoder.decode(head).text());
        if (format == Format.ARCHIVE || format == Format.WARC) {
          throw new UnreadableException(
              "is named like an archive and is none", "Name it by what it is.");
        }
        if (format == Format.FEED) {
          feed(in, name, origin);
          return;
        }
        if (format == Format.JSON_LINES) {
          lines(in, head, name, origin);
          return;
        }
        if (format == Format.TABLE || isUnnamedTable(format, name)) {
          table(in, head, name, origin);
          return;
        }
        byte[] bytes = in.readNBytes(settings.maxDocumentBytes() + 1);
        if (bytes.length > settings.maxDocumentBytes()) {
          throw tooLarge();
        }
        whole(bytes, format, name, origin);
      } catch (UnreadableException e) {
        refuse(origin, e.getMessage(), e.advice());
      }
    }

    private boolean isOffice(byte[] head, Optional<String> name) {
      return name.flatMap(types::of)
          .map(type -> type.format().equals(Optional.of(Format.OFFICE)))
          .orElse(
              new String(head, 0, Math.min(5, head.length), StandardCharsets.ISO_8859_1)
                  .equals("%PDF-"));
    }

    private void office(InputStream in, Optional<String> name, String origin)
        throws UnreadableException, IOException {
      // Pictures and fonts make such a file many times larger than its text.
      int most = (int) Math.min(1L << 30, (long) OFFICE_SIZE * settings.maxDocumentBytes());
      byte[] bytes = in.readNBytes(most);
      if (bytes.length == most) {
        throw new UnreadableException(
            "is larger than " + most + " bytes, the limit for a PDF or office document",
            "Save it as plain text.");
      }
      String id = name.map(Run::stem).orElseGet(() -> "stdin");
      document(new OfficeContent(settings.maxDocumentBytes()).read(bytes, name), id, origin);
    }

    /** What has no name, and whose columns are named, is a table. */
    private boolean isUnnamedTable(Format format, Optional<String> name) {
      return format == Format.TEXT && name.isEmpty() && !settings.columns().given().isEmpty();
    }

    private void table(InputStream in, byte[] head, Optional<String> name, String origin)
        throws UnreadableException, IOException {
      int limit = settings.maxDocumentBytes();
      String stem = name.map(Run::stem).orElse("stdin");
      new TableRows(settings.columns(), limit)
          .read(
              new LineReader(in, head, limit, decoder),
              new TableRows.Rows() {
                @Override
                public void row(int line, Content content) {
                  String at = origin + ":" + line;
                  try {
                    document(content, stem + "-" + line, at);
                  } catch (UnreadableException e) {
                    refuse(at, e.getMessage(), e.advice());
                  }
                }

                @Override
                public void broken(int line, UnreadableException why) {
                  refuse(origin + ":" + line, why.getMessage(), why.advice());
                }

                @Override
                public void guessed(int line, List<String> warnings) {
                  warn(origin + ":" + line, warnings);
                }
              });
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
                refuse(origin + "!/" + entry, message, advice);
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
        sink.problem(new Problem(Severity.SKIPPED, at, "is hidden", ""));
      } else if (type.isPresent() && type.get().format().isEmpty()) {
        sink.problem(
            new Problem(
                Severity.SKIPPED, at, "is " + type.get().description(), type.get().advice()));
      } else {
        content(content, Optional.of(entry), at, budget, depth);
      }
    }

    private UnreadableException tooLarge() {
      return new UnreadableException(
          "is larger than " + settings.maxDocumentBytes() + " bytes, the limit for one document",
          "Split it into its articles, or write them as JSON Lines, one article a line; such a file"
              + " may be of any size.");
    }

    private void whole(byte[] bytes, Format format, Optional<String> name, String origin)
        throws UnreadableException {
      DecodedText decoded = decoder.decode(bytes);
      warn(origin, decoded.warnings());
      String text = decoded.text();
      if (text.isBlank()) {
        throw new UnreadableException(
            "holds nothing but white space", "Remove it, or put the text into it.");
      }
      String id =
          name.map(Run::stem)
              .orElseGet(() -> "stdin-" + DigestUtils.sha256Hex(text).substring(0, 12));
      if (format == Format.JSON) {
        JsonNode node = json.parse(text);
        if (!node.isArray()) {
          document(json.record(node), id, origin);
          return;
        }
        for (int i = 0; i < node.size(); i++) {
          String element = origin + ", element " + (i + 1);
          try {
            document(json.record(node.get(i)), id + "-" + (i + 1), element);
          } catch (UnreadableException e) {
            refuse(element, e.getMessage(), e.advice());
          }
        }
        return;
      }
      document(text(text, format), id, origin);
    }

    private Content text(String text, Format format) throws UnreadableException {
      return switch (format) {
        case HTML -> html.read(text);
        case MARKDOWN -> markdown.read(text);
        default -> Content.plain(text);
      };
    }

    private void feed(InputStream in, Optional<String> name, String origin)
        throws UnreadableException, IOException {
      String stem = name.map(Run::stem).orElse("stdin");
      new FeedItems(settings.maxDocumentBytes())
          .read(
              in,
              new FeedItems.Items() {
                @Override
                public void item(int number, Content item) {
                  String at = origin + ", item " + number;
                  try {
                    if (item.text().isBlank()) {
                      throw new UnreadableException("has no text", "");
                    }
                    document(html.read(item.text()).in(item), stem + "-" + number, at);
                  } catch (UnreadableException e) {
                    refuse(at, e.getMessage(), e.advice());
                  }
                }

                @Override
                public void tooLarge(int number) {
                  UnreadableException large = Run.this.tooLarge();
                  refuse(origin + ", item " + number, large.getMessage(), large.advice());
                }
              });
    }

    private void webArchive(InputStream in, String origin) throws UnreadableException {
      WebArchive.Pages pages =
          new WebArchive.Pages() {
            @Override
            public void page(String url, int number, Format format, byte[] body) {
              String at = origin + ", record " + number + (url.isEmpty() ? "" : ", " + url);
              try {
                if (body.length > settings.maxDocumentBytes()) {
                  throw tooLarge();
                }
                DecodedText decoded = decoder.decode(body);
                if (decoded.text().isBlank()) {
                  throw new UnreadableException("holds nothing but white space", "");
                }
                warn(at, decoded.warnings());
                document(text(decoded.text(), format).at(url), stem(origin) + "-" + number, at);
              } catch (UnreadableException e) {
                refuse(at, e.getMessage(), e.advice());
              }
            }

            @Override
            public void broken(int number, String message) {
              refuse(origin + ", record " + number, "cannot be read: " + message, "");
            }
          };
      try {
        new WebArchive(settings.maxDocumentBytes())
            .read(in, pages)
            .forEach(
                (reason, count) ->
                    sink.problem(new Problem(Severity.SKIPPED, origin, count + " " + reason, "")));
      } catch (UnpackingBudget.Exceeded e) {
        throw new UnreadableException(e.getMessage(), "Unpack it, and look what it is.");
      } catch (IOException | IllegalArgumentException e) {
        throw new UnreadableException(
            "is a web archive that is cut off or damaged: " + e.getMessage(),
            "What came before that was read; get it again.");
      }
    }

    private void lines(InputStream in, byte[] head, Optional<String> name, String origin)
        throws IOException {
      LineReader lines = new LineReader(in, head, settings.maxDocumentBytes(), decoder);
      String stem = name.map(Run::stem).orElse("stdin");
      boolean any = false;
      for (Optional<LineReader.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
        LineReader.Line line = next.get();
        String at = origin + ":" + line.number();
        try {
          if (line.text().isEmpty()) {
            throw tooLarge();
          }
          DecodedText text = line.text().get();
          if (text.text().isBlank()) {
            continue;
          }
          any = true;
          warn(at, text.warnings());
          document(json.record(json.parse(text.text())), stem + "-" + line.number(), at);
        } catch (UnreadableException e) {
          any = true;
          refuse(at, e.getMessage(), e.advice());
        }
      }
      if (!any) {
        refuse(origin, "holds nothing but white space", "Remove it, or put records into it.");
      }
    }

    private Optional<UsedIds.Use> first(String id, UsedIds.Use use) {
      try {
        return ids.put(id, use);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot note which documents were read", e);
      }
    }

    private void document(Content content, String defaultId, String origin)
        throws UnreadableException {
      String id = content.id().isBlank() ? defaultId : content.id();
      byte[] digest = DigestUtils.sha256(content.text());
      Optional<UsedIds.Use> use = first(id, new UsedIds.Use(origin, digest));
      if (use.isPresent()) {
        boolean same = Arrays.equals(use.get().digest(), digest);
        throw new UnreadableException(
            "has the id \""
                + id
                + "\" of "
                + use.get().origin()
                + (same ? ", and the same text" : ", but another text"),
            same ? "Remove one of the two." : "Give one of the two another id or file name.");
      }
      List<Problem> problems = new ArrayList<>();
      Document document = assembler.assemble(content, id, origin, problems::add);
      problems.forEach(sink::problem);
      sink.document(document);
    }

    private void refuse(String origin, String message, String advice) {
      sink.problem(new Problem(Severity.REFUSED, origin, message, advice));
    }

    private void warn(String origin, List<String> warnings) {
      for (String warning : warnings) {
        sink.problem(
            new Problem(
                Severity.WARNING,
                origin,
                warning,
                "Save it as UTF-8 if names or quotation marks look wrong."));
      }
    }

    private static String stem(String name) {
      int dot = name.lastIndexOf('.');
      return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }
  }
}
