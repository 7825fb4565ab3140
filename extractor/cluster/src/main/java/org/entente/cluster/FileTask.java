package org.entente.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Row;
import org.entente.build.LanguageFilter;
import org.entente.document.DocumentReader;
import org.entente.document.DocumentSink;

/**
 * Reads files on an executor, by the same readers and the same extraction as the laptop program. Of
 * a file, some of its documents are in memory at a time.
 */
final class FileTask implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where a file is, and its number in the order of the input. */
  record Source(String path, int number) implements Serializable {
    String name() {
      return new org.apache.hadoop.fs.Path(path).getName();
    }
  }

  private final JobSettings settings;
  private final Counters counters;

  FileTask(JobSettings settings, Counters counters) {
    this.settings = settings;
    this.counters = counters;
  }

  /** Reads a file; when it cannot be copied, Spark runs the task again. */
  Iterator<Row> read(Source source) {
    return new Pulled(rows -> file(source, rows));
  }

  private void file(Source source, Consumer<Row> rows) throws IOException {
    long start = System.nanoTime();
    Path folder = Files.createTempDirectory("entente-");
    Path local = folder.resolve(source.name());
    try {
      org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(source.path());
      FileSystem files = remote.getFileSystem(new Configuration());
      try (var in = files.open(remote)) {
        Files.copy(in, local);
      }
      AtomicLong number = new AtomicLong();
      new DocumentReader(settings.reader())
          .read(
              List.of(local),
              Optional.empty(),
              sink(source.number(), number::getAndIncrement, rows));
    } finally {
      Files.deleteIfExists(local);
      Files.delete(folder);
      counters.milliseconds().add((System.nanoTime() - start) / 1_000_000);
    }
  }

  private DocumentSink sink(int file, LongSupplier number, Consumer<Row> rows) {
    DocumentSink documents = new DocumentRows(settings, file, number, counters, rows);
    return settings.allLanguages() ? documents : new LanguageFilter(documents);
  }

  /**
   * Reads records of a file of Parquet.
   *
   * @param records rows of the record's number in the file and the record as JSON
   */
  Iterator<Row> records(Source source, Iterator<Row> records) {
    Queue<Row> read = new ArrayDeque<>();
    AtomicLong number = new AtomicLong();
    DocumentSink sink = sink(source.number(), number::get, read::add);
    DocumentReader reader = new DocumentReader(settings.reader());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (read.isEmpty() && records.hasNext()) {
          long start = System.nanoTime();
          Row record = records.next();
          number.set(record.getLong(0));
          byte[] json = record.getString(1).getBytes(StandardCharsets.UTF_8);
          reader.read(List.of(), Optional.of(new ByteArrayInputStream(json)), sink);
          counters.milliseconds().add((System.nanoTime() - start) / 1_000_000);
        }
        return !read.isEmpty();
      }

      @Override
      public Row next() {
        hasNext();
        return read.remove();
      }
    };
  }
}
