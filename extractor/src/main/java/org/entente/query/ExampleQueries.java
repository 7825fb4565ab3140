package org.entente.query;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/**
 * Publishes the catalog as RDF, by the convention of the <a
 * href="https://github.com/sib-swiss/sparql-examples">SIB SPARQL examples</a>: each query is a
 * <code>sh:SPARQLExecutable</code> with its question, keywords, prefixes and text, so that SPARQL
 * editors can offer it.
 */
public final class ExampleQueries {
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final String SCHEMA = "https://schema.org/";

  private ExampleQueries() {}

  /**
   * Returns the queries of a catalog as RDF without blank nodes.
   *
   * @param catalog the queries
   * @param base the IRI below which resources are minted, ending in a slash
   */
  public static Model model(QueryCatalog catalog, String base) {
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefix("sh", SH).setNsPrefix("schema", SCHEMA).setNsPrefix("rdfs", RDFS.getURI());
    Resource prefixes = model.createResource(base + "query/prefixes", OWL.Ontology);
    Map<String, String> declared = new TreeMap<>();
    for (NamedQuery example : catalog.queries()) {
      Query query = example.query();
      declared.putAll(query.getPrefixMapping().getNsPrefixMap());
      boolean select = query.isSelectType();
      Resource resource =
          model
              .createResource(base + "query/" + example.name(), sh("SPARQLExecutable"))
              .addProperty(
                  RDF.type, sh(select ? "SPARQLSelectExecutable" : "SPARQLConstructExecutable"))
              .addProperty(RDFS.label, example.title(), "en")
              .addProperty(RDFS.comment, example.question(), "en")
              .addProperty(property(SH, "prefixes"), prefixes)
              .addProperty(property(SH, select ? "select" : "construct"), example.text());
      example.keywords().forEach(k -> resource.addProperty(property(SCHEMA, "keywords"), k));
    }
    declared.forEach(
        (prefix, namespace) ->
            prefixes.addProperty(
                property(SH, "declare"),
                model
                    .createResource(base + "query/prefix/" + prefix)
                    .addProperty(property(SH, "prefix"), prefix)
                    .addProperty(
                        property(SH, "namespace"),
                        model.createTypedLiteral(namespace, XSD.anyURI.getURI()))));
    return model;
  }

  private static Resource sh(String name) {
    return ResourceFactory.createResource(SH + name);
  }

  private static Property property(String namespace, String name) {
    return ResourceFactory.createProperty(namespace, name);
  }
}
