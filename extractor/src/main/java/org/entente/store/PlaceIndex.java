package org.entente.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.apache.jena.geosparql.implementation.SRSInfo;
import org.apache.jena.geosparql.implementation.vocabulary.SRS_URI;
import org.apache.jena.geosparql.spatial.SpatialIndex;
import org.apache.jena.geosparql.spatial.SpatialIndexException;
import org.apache.jena.geosparql.spatial.index.v2.STRtreeUtils;
import org.apache.jena.geosparql.spatial.index.v2.SpatialIndexLib;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The index of the coordinates of places and polities that GeoSPARQL's functions look into, for
 * queries such as {@code ?place spatial:nearby (48.2 16.4 100)}. It is made out of the graph of
 * entities when a query first asks for it, within the transaction of the query, and again after a
 * change; some thousand places take milliseconds. Thread-safe.
 */
public final class PlaceIndex implements SpatialIndex {
  private static final SRSInfo DEGREES = new SRSInfo(SRS_URI.DEFAULT_WKT_CRS84);

  private final DatasetGraph quads;
  private final Node entities;
  private volatile Optional<STRtree> tree = Optional.empty();

  private PlaceIndex(DatasetGraph quads, Iris iris) {
    this.quads = quads;
    this.entities = Terms.uri(iris.entitiesGraph());
  }

  /**
   * Gives a dataset its index.
   *
   * @param dataset what is queried, in a transaction
   * @return the index, to be told of changes
   */
  public static PlaceIndex addTo(DatasetGraph dataset, Iris iris) {
    PlaceIndex index = new PlaceIndex(dataset, iris);
    SpatialIndexLib.setSpatialIndex(dataset, index);
    return index;
  }

  /** Notes that the graph has changed. */
  void forget() {
    tree = Optional.empty();
  }

  private STRtree tree() {
    Optional<STRtree> known = tree;
    if (known.isEmpty()) {
      try {
        STRtree made =
            STRtreeUtils.buildSpatialIndexTree(quads.getGraph(entities), DEGREES.getSrsURI());
        made.build();
        known = Optional.of(made);
        tree = known;
      } catch (SpatialIndexException e) {
        throw new IllegalStateException("the places cannot be indexed", e);
      }
    }
    return known.get();
  }

  @Override
  public Collection<Node> query(Envelope envelope, Node graph) {
    @SuppressWarnings("unchecked")
    Collection<Node> found = tree().query(envelope);
    return found;
  }

  @Override
  public SRSInfo getSrsInfo() {
    return DEGREES;
  }

  @Override
  public boolean isEmpty() {
    return tree().isEmpty();
  }

  @Override
  public long getSize() {
    return tree().size();
  }

  /** Returns null: it is kept in memory alone. */
  @Override
  public Path getLocation() {
    return null;
  }

  @Override
  public void setLocation(Path location) {
    throw new UnsupportedOperationException("the index is kept in memory alone");
  }
}
