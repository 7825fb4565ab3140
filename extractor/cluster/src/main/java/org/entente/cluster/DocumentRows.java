package org.entente.cluster;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.entente.build.Pipeline;
import org.entente.document.Document;
import org.entente.document.DocumentSink;
import org.entente.document.Problem;
import org.entente.rdf.DocumentGraph;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.Iris;
import org.entente.report.DocumentReports;
import org.entente.store.NQuads;
import org.entente.store.ReportReader;

/** Makes rows ({@link Rows#READ}) of the documents of a file. */
final class DocumentRows implements DocumentSink {
  private final Iris iris;
  private final Pipeline pipeline;
  private final DocumentMapper mapper;
  private final int file;
  private final LongSupplier number;
  private final Counters counters;
  private final Consumer<Row> rows;

  /**
   * Makes them.
   *
   * @param file number of the file in the order of the input
   * @param number number of a document in the order of the file
   * @param rows takes them
   */
  DocumentRows(
      JobSettings settings, int file, LongSupplier number, Counters counters, Consumer<Row> rows) {
    this.iris = new Iris(settings.base());
    this.pipeline = Knowledge.pipeline(settings.extraction());
    this.mapper = pipeline.mapper(iris);
    this.file = file;
    this.number = number;
    this.counters = counters;
    this.rows = rows;
  }

  @Override
  public void document(Document document) {
    String quads = "";
    ReportReader found = new ReportReader(iris, pipeline.facts());
    try {
      DocumentReports reports = pipeline.extract(document);
      DocumentGraph mapped = mapper.map(reports);
      quads = String.join("\n", NQuads.lines(mapped.name(), mapped.triples()));
      Graph graph = GraphFactory.createDefaultGraph();
      mapped.triples().forEach(graph::add);
      found.read(graph);
      counters.reports().add(reports.reports().size());
    } catch (RuntimeException | StackOverflowError e) {
      // One document never ends the job; its id stays taken, as in the laptop program.
      counters.failures().add(1);
    }
    counters.documents().add(1);
    rows.accept(
        RowFactory.create(
            iris.documentGraph(document.id()),
            file,
            number.getAsLong(),
            quads,
            texts(found.accounts()),
            texts(List.copyOf(found.entities()))));
  }

  @Override
  public void problem(Problem problem) {
    counters.problems().add(1);
  }

  private static String[] texts(List<?> values) {
    return values.stream().map(Json::write).toArray(String[]::new);
  }
}
