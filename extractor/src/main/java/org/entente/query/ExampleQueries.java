package org.entente.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
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
 * editors can offer it. What a query takes is told by SHACL's parameters: <code>sh:name</code> is
 * the variable of its <code>VALUES</code> block, <code>sh:class</code> or <code>sh:datatype</code>
 * what goes into it, and <code>skos:example</code> what stands there. There are no blank nodes.
 */
public final class ExampleQueries {
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final String SCHEMA = "https://schema.org/";
  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  private static final String DIP = "https://w3id.org/entente/diplomacy#";

  private final Model model = ModelFactory.createDefaultModel();
  private final String base;

  private ExampleQueries(String base) {
    this.base = base + "query/";
    model
        .setNsPrefix("sh", SH)
        .setNsPrefix("schema", SCHEMA)
        .setNsPrefix("skos", SKOS)
        .setNsPrefix("dip", DIP)
        .setNsPrefix("xsd", XSD.getURI())
        .setNsPrefix("rdfs", RDFS.getURI());
  }

  /**
   * Returns the queries of a catalog as RDF. No endpoint is told, since a store does not know where
   * it is served.
   *
   * @param catalog the queries
   * @param base the IRI below which resources are minted, ending in a slash
   */
  public static Model model(QueryCatalog catalog, String base) {
    ExampleQueries examples = new ExampleQueries(base);
    catalog.queries().forEach(examples::add);
    examples.declarePrefixes(catalog);
    return examples.model;
  }

  /**
   * Returns the queries of a catalog as RDF, with the endpoint at which they can be asked (<code>
   * schema:target</code>).
   *
   * @param endpoint its address
   */
  public static Model model(QueryCatalog catalog, String base, String endpoint) {
    Model model = model(catalog, base);
    Resource target = model.createResource(endpoint);
    model
        .listSubjectsWithProperty(RDF.type, sh("SPARQLExecutable"))
        .toList()
        .forEach(example -> example.addProperty(property(SCHEMA, "target"), target));
    return model;
  }

  private void add(NamedQuery example) {
    boolean select = example.query().isSelectType();
    Resource resource =
        model
            .createResource(base + example.name(), sh("SPARQLExecutable"))
            .addProperty(
                RDF.type, sh(select ? "SPARQLSelectExecutable" : "SPARQLConstructExecutable"))
            .addProperty(RDFS.label, example.title(), "en")
            .addProperty(RDFS.comment, example.question(), "en")
            .addProperty(shacl("prefixes"), model.createResource(base + "prefixes"))
            .addProperty(shacl(select ? "select" : "construct"), example.text());
    example.keywords().forEach(k -> resource.addProperty(property(SCHEMA, "keywords"), k));
    int order = 0;
    for (Parameter parameter : example.parameters()) {
      resource.addProperty(shacl("parameter"), describe(example, parameter, order++));
    }
  }

  private Resource describe(NamedQuery example, Parameter parameter, int order) {
    Resource described =
        model
            .createResource(
                base + example.name() + "/parameter/" + parameter.name(), sh("Parameter"))
            .addProperty(shacl("path"), model.createResource(base + "variable/" + parameter.name()))
            .addProperty(shacl("name"), parameter.name())
            .addProperty(shacl("description"), parameter.description(), "en")
            .addProperty(
                shacl("order"),
                model.createTypedLiteral(Integer.toString(order), XSDDatatype.XSDinteger))
            .addProperty(
                shacl("optional"),
                model.createTypedLiteral(
                    Boolean.toString(!parameter.required()), XSDDatatype.XSDboolean))
            .addProperty(property(SKOS, "example"), parameter.example());
    parameter.defaultText().ifPresent(d -> described.addProperty(shacl("defaultValue"), d));
    List<String> classes = parameter.type().classes();
    classes.forEach(c -> described.addProperty(shacl("class"), model.createResource(DIP + c)));
    if (classes.isEmpty()) {
      described.addProperty(shacl("datatype"), datatype(parameter.type()));
    }
    return described;
  }

  private static Resource datatype(ParameterType type) {
    return switch (type) {
      case FIRST_DAY, LAST_DAY -> XSD.date;
      case INTEGER -> XSD.integer;
      default -> XSD.xstring;
    };
  }

  private void declarePrefixes(QueryCatalog catalog) {
    Map<String, String> declared = new TreeMap<>();
    for (NamedQuery example : catalog.queries()) {
      Query query = example.query();
      declared.putAll(query.getPrefixMapping().getNsPrefixMap());
    }
    Resource prefixes = model.createResource(base + "prefixes", OWL.Ontology);
    declared.forEach(
        (prefix, namespace) ->
            prefixes.addProperty(
                shacl("declare"),
                model
                    .createResource(base + "prefix/" + prefix, sh("PrefixDeclaration"))
                    .addProperty(shacl("prefix"), prefix)
                    .addProperty(
                        shacl("namespace"),
                        model.createTypedLiteral(namespace, XSD.anyURI.getURI()))));
  }

  private static Resource sh(String name) {
    return ResourceFactory.createResource(SH + name);
  }

  private static Property shacl(String name) {
    return property(SH, name);
  }

  private static Property property(String namespace, String name) {
    return ResourceFactory.createProperty(namespace, name);
  }
}
