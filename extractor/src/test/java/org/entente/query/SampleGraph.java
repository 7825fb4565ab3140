package org.entente.query;

import java.util.Map;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextDatasetFactory;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The hand-made graph with a text index in memory. */
final class SampleGraph {
  private SampleGraph() {}

  static Dataset load() {
    EntityDefinition fields = new EntityDefinition("uri", "label");
    Map.of(
            "label", "http://www.w3.org/2000/01/rdf-schema#label",
            "altLabel", "http://www.w3.org/2004/02/skos/core#altLabel",
            "anchorOf", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf")
        .forEach(
            (field, property) ->
                fields.set(field, org.apache.jena.graph.NodeFactory.createURI(property)));
    DatasetGraph graph =
        TextDatasetFactory.createLucene(
            DatasetFactory.createTxnMem().asDatasetGraph(),
            new ByteBuffersDirectory(),
            new TextIndexConfig(fields));
    Dataset dataset = DatasetFactory.wrap(graph);
    String folder = "src/test/resources/org/entente/query/";
    Txn.executeWrite(
        dataset,
        () -> {
          RDFDataMgr.read(dataset, folder + "graph.ttl");
          RDFDataMgr.read(
              dataset.getDefaultModel(),
              QueryCatalog.class.getResourceAsStream("/org/entente/ontology/diplomacy.ttl"),
              org.apache.jena.riot.Lang.TURTLE);
        });
    return dataset;
  }
}
