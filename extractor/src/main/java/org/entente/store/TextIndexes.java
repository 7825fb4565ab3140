package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.query.text.analyzer.ConfigurableAnalyzer;
import org.apache.jena.query.text.assembler.TextVocab;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.store.FSDirectory;
import org.entente.rdf.Terms;

/**
 * The full-text index next to the database, of the layout that the assembler file of the Fuseki
 * configuration describes: fields label, altLabel, anchorOf and title, without regard to case and
 * accents, and no field for the graph, since a search in the union of the graphs would find nothing
 * with one.
 */
final class TextIndexes {
  private static final List<Node> PROPERTIES =
      List.of(Terms.LABEL, Terms.ALT_LABEL, Terms.ANCHOR_OF, Terms.TITLE);

  private TextIndexes() {}

  /** Opens or creates the index in that directory. */
  static TextIndexLucene open(Path directory) {
    EntityDefinition fields = new EntityDefinition("uri", "label", Terms.LABEL);
    fields.setUidField("uid");
    fields.setLangField("lang");
    fields.set("altLabel", Terms.ALT_LABEL);
    fields.set("anchorOf", Terms.ANCHOR_OF);
    fields.set("title", Terms.TITLE);
    TextIndexConfig config = new TextIndexConfig(fields);
    config.setAnalyzer(
        new ConfigurableAnalyzer(
            TextVocab.NS + "StandardTokenizer",
            List.of(TextVocab.NS + "ASCIIFoldingFilter", TextVocab.NS + "LowerCaseFilter")));
    config.setValueStored(true);
    try {
      return new TextIndexLucene(FSDirectory.open(directory), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what adds quads to an index, those that it is of; the caller commits. */
  static Consumer<Quad> adder(TextIndexLucene index) {
    return quad -> {
      if (PROPERTIES.contains(quad.getPredicate())) {
        Entity entity = TextQueryFuncs.entityFromQuad(index.getDocDef(), quad);
        if (entity != null) {
          index.addEntity(entity);
        }
      }
    };
  }

  /** Fills the index anew from the data; the caller holds a transaction of the data. */
  static void rebuild(TextIndexLucene index, DatasetGraph data) {
    try {
      index.getIndexWriter().deleteAll();
      for (Node property : PROPERTIES) {
        data.find(Node.ANY, Node.ANY, property, Node.ANY).forEachRemaining(adder(index));
      }
      index.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
