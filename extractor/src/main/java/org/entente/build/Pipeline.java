package org.entente.build;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.document.Document;
import org.entente.extraction.ExtractionSettings;
import org.entente.extraction.Extractor;
import org.entente.ontology.Ontology;
import org.entente.query.ExampleQueries;
import org.entente.query.QueryCatalog;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.GazetteerFacts;
import org.entente.rdf.Iris;
import org.entente.report.DocumentReports;
import org.entente.store.StoreSettings;

/**
 * The parts that turn documents into the graph: models and knowledge, loaded once and shared by all
 * threads.
 *
 * @param extractor reads the reports of a document; pure and safe for use by several threads
 * @param facts what is known of entities beyond the documents
 * @param shapes what the graph is checked with
 * @param version version of the program, for provenance
 */
public record Pipeline(
    Function<Document, DocumentReports> extractor,
    EntityFacts facts,
    Shapes shapes,
    String version) {
  /** Loads the program's own models, gazetteer and shapes from the class path. */
  public static Pipeline load() {
    return load(ExtractionSettings.DEFAULTS);
  }

  /**
   * Loads the program's own models, gazetteer and shapes from the class path.
   *
   * @param settings how meetings are read
   */
  public static Pipeline load(ExtractionSettings settings) {
    return load(Gazetteer.load(), settings, UnaryOperator.identity());
  }

  /**
   * Loads the program's own models and shapes from the class path, and shares a gazetteer.
   *
   * @param settings how meetings are read
   * @param after what is done with the reports of each document
   */
  public static Pipeline load(
      Gazetteer gazetteer, ExtractionSettings settings, UnaryOperator<DocumentReports> after) {
    Extractor extractor = Extractor.load(gazetteer, settings);
    return new Pipeline(
        document -> after.apply(extractor.extract(document)),
        new GazetteerFacts(gazetteer),
        Ontology.shapes(),
        ProgramVersion.current());
  }

  /** Returns the facts and shapes alone, for work that reads no documents. */
  public static Pipeline knowledge(Gazetteer gazetteer) {
    return new Pipeline(
        document -> {
          throw new UnsupportedOperationException("this pipeline reads no documents");
        },
        new GazetteerFacts(gazetteer),
        Ontology.shapes(),
        ProgramVersion.current());
  }

  /** Returns the same pipeline, which tells an observer what it reads; any thread may call it. */
  public Pipeline observed(Consumer<DocumentReports> observer) {
    return new Pipeline(
        document -> {
          DocumentReports reports = extract(document);
          observer.accept(reports);
          return reports;
        },
        facts,
        shapes,
        version);
  }

  /** Reads the reports of a document. */
  public DocumentReports extract(Document document) {
    return extractor.apply(document);
  }

  /**
   * Returns settings with which a store of this program is opened.
   *
   * @param base base of the IRIs of a new store, or empty for the usual one
   */
  public StoreSettings storeSettings(Optional<String> base) {
    return new StoreSettings(base, facts, version, StoreSettings.DEFAULT_MINIMUM_FREE);
  }

  /** Returns what writes the reports of a document as RDF. */
  public DocumentMapper mapper(Iris iris) {
    return new DocumentMapper(iris, facts, version);
  }

  /** Returns the graphs that stand in every store: the ontology and the example queries. */
  public Map<String, Collection<Triple>> fixedGraphs(Iris iris) {
    return Map.of(
        iris.ontologyGraph(),
        Ontology.ontology().find().toList(),
        iris.queriesGraph(),
        ExampleQueries.model(QueryCatalog.load(), iris.base()).getGraph().find().toList());
  }
}
