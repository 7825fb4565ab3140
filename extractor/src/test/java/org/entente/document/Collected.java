package org.entente.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a reader gave out, for tests. */
final class Collected implements DocumentSink {
  final List<Document> documents = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();

  static Collected of(ReaderSettings settings, Path... inputs) {
    Collected collected = new Collected();
    new DocumentReader(settings).read(Arrays.asList(inputs), Optional.empty(), collected);
    return collected;
  }

  static Collected of(Path... inputs) {
    return of(ReaderSettings.defaults(), inputs);
  }

  static Collected ofStandardInput(String text) {
    Collected collected = new Collected();
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    new DocumentReader(ReaderSettings.defaults()).read(List.of(), Optional.of(in), collected);
    return collected;
  }

  /** Writes a text to a file and reads it. */
  static Collected ofText(Path folder, String name, String text) throws IOException {
    return of(Files.writeString(folder.resolve(name), text));
  }

  @Override
  public void document(Document document) {
    documents.add(document);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  Document document() {
    if (documents.size() != 1) {
      throw new AssertionError("expected one document: " + documents + " " + problems);
    }
    return documents.get(0);
  }

  Problem problem() {
    if (problems.size() != 1) {
      throw new AssertionError("expected one problem: " + problems);
    }
    return problems.get(0);
  }

  /** The texts of the blocks of a kind. */
  static List<String> texts(Document document, BlockKind kind) {
    return document.blocks().stream()
        .filter(block -> block.kind() == kind)
        .map(block -> block.span().of(document.text()))
        .toList();
  }
}
