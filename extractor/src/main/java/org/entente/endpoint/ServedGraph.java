package org.entente.endpoint;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.build.FusekiConfig;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.query.TxnType;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Iris;
import org.entente.store.GraphStore;
import org.entente.store.PlaceIndex;
import org.entente.store.StoreSettings;

/** One generation of a store as Fuseki serves it. */
final class ServedGraph implements Closeable {
  private final Iris iris;
  private final Path generation;
  private final String tag;
  private final List<DataAccessPoint> points;
  private final Closeable reservation;

  private ServedGraph(
      Iris iris, Path generation, List<DataAccessPoint> points, Closeable reservation)
      throws IOException {
    this.iris = iris;
    this.generation = generation;
    this.tag = generation + "@" + Files.getLastModifiedTime(generation).toMillis();
    this.points = points;
    this.reservation = reservation;
  }

  /**
   * Opens the generation of a store that readers have at this moment.
   *
   * @param timeout the longest time that a query may take, in place of the configured one
   * @throws org.entente.store.StoreException when the store cannot be had
   */
  static ServedGraph open(Path store, Optional<Duration> timeout) {
    // Opened as a store first: that checks it, and mends what a killed process left behind.
    Iris iris;
    try (GraphStore opened =
        GraphStore.openExisting(store, StoreSettings.of(EntityFacts.none(), ""))) {
      iris = opened.iris();
    }
    try {
      Path generation = GraphStore.generation(store);
      Closeable reservation = GraphStore.reserve(store, generation);
      try {
        Model config = EndpointConfig.forGeneration(generation, timeout);
        Context settings = new Context();
        List<DataAccessPoint> points = FusekiConfig.processServerConfiguration(config, settings);
        Fuseki.getContext().putAll(settings);
        for (DataAccessPoint point : points) {
          PlaceIndex.addTo(point.getDataService().getDataset(), iris);
        }
        return new ServedGraph(iris, generation, points, reservation);
      } catch (IOException | RuntimeException e) {
        reservation.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what mints the IRIs of the store. */
  Iris iris() {
    return iris;
  }

  /** What is done with a graph while it is read. */
  interface Reading<T> {
    /** Reads the graph; the transaction ends with it. */
    T of(DatasetGraph dataset) throws IOException;
  }

  /** Reads the graph in one transaction, which {@link #isRead} knows of as it does of queries. */
  <T> T read(Reading<T> reading) throws IOException {
    DataService service = points.get(0).getDataService();
    DatasetGraph dataset = service.getDataset();
    service.startTxn(TxnType.READ);
    try {
      dataset.begin(TxnType.READ);
      try {
        return reading.of(dataset);
      } finally {
        dataset.end();
      }
    } finally {
      service.finishTxn();
    }
  }

  /** Returns the folder of the generation. */
  Path generation() {
    return generation;
  }

  /** Returns what tells its content from that of any other generation and store. */
  String tag() {
    return tag;
  }

  /** Returns the services of Fuseki over it. */
  List<DataAccessPoint> points() {
    return points;
  }

  /** Tells whether a query reads it at this moment. */
  boolean isRead() {
    return points.stream().anyMatch(point -> point.getDataService().activeTxn.get() > 0);
  }

  /** Lets go of the files. */
  @Override
  public void close() {
    for (DataAccessPoint point : points) {
      DatasetGraph dataset = point.getDataService().getDataset();
      dataset.close();
      if (dataset instanceof DatasetGraphWrapper wrapper) {
        TDBInternal.expel(
            wrapper.getWrapped(), true); // also from under a query that was not waited for
      }
    }
    try {
      reservation.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
