package org.entente.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.document.Document;
import org.entente.document.DocumentReader;
import org.entente.document.DocumentSink;
import org.entente.document.Problem;
import org.entente.document.ReaderSettings;
import org.entente.document.Severity;

/** Reads documents into memory and tells of the problems on the console. */
final class InputDocuments implements DocumentSink {
  private final Console console;
  private final List<Document> documents = new ArrayList<>();

  private InputDocuments(Console console) {
    this.console = console;
  }

  /** Returns the documents of files, folders and standard input that can be read. */
  static List<Document> read(Console console, List<Path> files, ReaderSettings settings) {
    InputDocuments inputs = new InputDocuments(console);
    new DocumentReader(settings).read(files, Optional.of(System.in), inputs);
    return inputs.documents;
  }

  @Override
  public void document(Document document) {
    documents.add(document);
  }

  @Override
  public void problem(Problem problem) {
    if (problem.severity() != Severity.SKIPPED) {
      console.problem(problem.origin() + ": " + problem.message(), problem.advice());
    }
  }
}
