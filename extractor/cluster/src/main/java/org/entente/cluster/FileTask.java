package org.entente.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.build.LanguageFilter;
import org.entente.build.Pipeline;
import org.entente.document.Document;
import org.entente.document.DocumentReader;
import org.entente.document.DocumentSink;
import org.entente.document.Problem;
import org.entente.document.ReaderSettings;
import org.entente.rdf.DocumentGraph;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.Iris;
import org.entente.report.DocumentReports;
import org.entente.store.NQuads;

/**
 * Reads one file of the input: copies it to the executor's disk and reads it by the reader of the
 * laptop program. What was read of a file is in memory until the file is done.
 */
final class FileTask implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where a file is, and its number in the order of the input. */
  record Source(String path, int number) implements Serializable {}

  /** The models and knowledge, once for all tasks of an executor. */
  private static final class Loaded {
    private static final Pipeline PIPELINE = Pipeline.load();
  }

  private final String base;
  private final Counters counters;

  FileTask(String base, Counters counters) {
    this.base = base;
    this.counters = counters;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be copied; Spark runs the task again then
   */
  List<ReadDocument> read(Source source) throws IOException {
    long start = System.nanoTime();
    Path folder = Files.createTempDirectory("entente-");
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(source.path());
    Path local = folder.resolve(remote.getName());
    try {
      FileSystem files = remote.getFileSystem(new Configuration());
      try (var in = files.open(remote)) {
        Files.copy(in, local);
      }
      List<ReadDocument> read = new ArrayList<>();
      new DocumentReader(ReaderSettings.defaults())
          .read(
              List.of(local),
              Optional.empty(),
              new LanguageFilter(new Sink(source.number(), read)));
      return read;
    } finally {
      Files.deleteIfExists(local);
      Files.delete(folder);
      counters.milliseconds().add((System.nanoTime() - start) / 1_000_000);
    }
  }

  private final class Sink implements DocumentSink {
    private final Iris iris = new Iris(base);
    private final DocumentMapper mapper = Loaded.PIPELINE.mapper(iris);
    private final int file;
    private final List<ReadDocument> read;

    Sink(int file, List<ReadDocument> read) {
      this.file = file;
      this.read = read;
    }

    @Override
    public void document(Document document) {
      String quads = "";
      try {
        DocumentReports reports = Loaded.PIPELINE.extract(document);
        quads = lines(mapper.map(reports));
        counters.reports().add(reports.reports().size());
      } catch (RuntimeException | StackOverflowError e) {
        // One document never ends the job; its id stays taken, as in the laptop program.
        counters.failures().add(1);
      }
      counters.documents().add(1);
      read.add(new ReadDocument(iris.documentGraph(document.id()), file, read.size(), quads));
    }

    @Override
    public void problem(Problem problem) {
      counters.problems().add(1);
    }
  }

  private static String lines(DocumentGraph document) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    document.triples().forEach(triple -> dataset.add(new Quad(document.name(), triple)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NQuads.write(dataset, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
