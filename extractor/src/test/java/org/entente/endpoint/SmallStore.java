package org.entente.endpoint;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.assembler.Assembler;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.EntityFacts;
import org.entente.store.GraphStore;
import org.entente.store.StoreSettings;

/** Writes small stores of the layout that the endpoint serves. */
final class SmallStore {
  private SmallStore() {}

  /** Writes a store with the quads given as TriG. */
  static void write(Path store, String trig) throws IOException {
    GraphStore.open(store, StoreSettings.of(EntityFacts.none(), "")).close();
    Model config =
        EndpointConfig.forGeneration(store.resolve("current").toRealPath(), Optional.empty());
    Dataset dataset =
        (Dataset)
            Assembler.general()
                .open(
                    config
                        .listSubjectsWithProperty(
                            RDF.type,
                            config.createResource("http://jena.apache.org/text#TextDataset"))
                        .next());
    dataset.begin(ReadWrite.WRITE);
    RDFParser.create().source(new StringReader(trig)).lang(Lang.TRIG).parse(dataset);
    dataset.commit();
    dataset.end();
    var graph = (DatasetGraphWrapper) dataset.asDatasetGraph();
    graph.close();
    TDBInternal.expel(graph.getWrapped());
  }
}
