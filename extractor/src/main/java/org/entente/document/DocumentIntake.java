package org.entente.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.source.UnreadableException;

/**
 * Takes what was read as documents of one run: gives each its id, once, and hands it on with what
 * is wrong with it.
 */
final class DocumentIntake implements Closeable {
  private final DocumentSink sink;
  private final DocumentAssembler assembler;
  private final UsedIds ids = new UsedIds();

  DocumentIntake(DocumentSink sink, DocumentAssembler assembler) {
    this.sink = sink;
    this.assembler = assembler;
  }

  @Override
  public void close() {
    try {
      ids.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Hands a document on.
   *
   * @param defaultId its id where the content tells none
   * @param origin where it was read
   * @throws UnreadableException when its id is taken, or it cannot be a document
   */
  void document(Content content, String defaultId, String origin) throws UnreadableException {
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

  private Optional<UsedIds.Use> first(String id, UsedIds.Use use) {
    try {
      return ids.put(id, use);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot note which documents were read", e);
    }
  }

  /** Tells that something is not read. */
  void refuse(String origin, String message, String advice) {
    sink.problem(new Problem(Severity.REFUSED, origin, message, advice));
  }

  /** Tells that something is left out on purpose. */
  void skip(String origin, String message, String advice) {
    sink.problem(new Problem(Severity.SKIPPED, origin, message, advice));
  }

  /** Tells what may be wrong with a text that is read all the same. */
  void warn(String origin, List<String> warnings) {
    for (String warning : warnings) {
      sink.problem(
          new Problem(
              Severity.WARNING,
              origin,
              warning,
              "Save it as UTF-8 if names or quotation marks look wrong."));
    }
  }
}
