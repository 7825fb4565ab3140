package org.entente.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The ontology as one HTML page for people: every term with its definition, and every shape with
 * what it expects. The page holds its style and picture itself and requests nothing.
 *
 * <p>The same ontology gives the same bytes: everything is sorted and nothing depends on the time.
 */
public final class ReferencePage {
  private static final String SHACL = "http://www.w3.org/ns/shacl#";
  private static final String VANN = "http://purl.org/vocab/vann/";
  private static final Property MESSAGE = ResourceFactory.createProperty(SHACL + "message");
  private static final Property SPARQL = ResourceFactory.createProperty(SHACL + "sparql");
  private static final Comparator<Resource> BY_NAME = Comparator.comparing(Resource::getURI);

  private final Model ontology;
  private final Model shapes;
  private final StringBuilder html = new StringBuilder(100_000);

  private ReferencePage(Graph ontology, Graph shapes) {
    this.ontology = ModelFactory.createModelForGraph(ontology);
    this.shapes = ModelFactory.createModelForGraph(shapes);
  }

  /**
   * Writes the page of the ontology on the class path, as the build does.
   *
   * @param arguments the file to write; its folder is made where it is missing
   * @throws IOException when the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("expected one argument: the HTML file to write");
    }
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, render(Ontology.ontology(), Ontology.shapes().getGraph()));
  }

  /**
   * Renders the page.
   *
   * @param ontology the graph of the ontology
   * @param shapes the graph of the SHACL shapes
   * @return an HTML document
   */
  public static String render(Graph ontology, Graph shapes) {
    return new ReferencePage(ontology, shapes).page();
  }

  private String page() {
    Resource self = ontology.createResource(Ontology.IRI);
    String title = text(self, DCTerms.title);
    Map<String, List<Resource>> properties = propertiesByDomain();
    List<Resource> schemes = ofType(SKOS.ConceptScheme);

    line("<!DOCTYPE html>");
    line("<html lang=\"en\">");
    line("<head>");
    line("<meta charset=\"utf-8\">");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<title>" + escape(title) + "</title>");
    line("<link rel=\"icon\" href=\"data:,\">");
    line("<style>");
    html.append(resource("reference.css"));
    line("</style>");
    line("</head>");
    line("<body>");
    contents(properties, schemes);
    line("<main>");
    header(self, title);
    line("<section id=\"picture\"><h2>The core at a glance</h2>");
    line(
        "<figure>"
            + new ReferenceDiagram(ontology).svg()
            + "<figcaption>Each arrow is a property, from its domain to its range; dashed lines are subclasses. A document gives reports, a report"
            + " points to its evidence, and the reports of one event are gathered in it.</figcaption></figure>");
    line("</section>");
    example();
    line("<section id=\"classes\"><h2>Classes</h2>");
    for (Resource top : topClasses()) {
      classes(top);
    }
    line("</section>");
    line("<section id=\"properties\"><h2>Properties</h2>");
    for (Map.Entry<String, List<Resource>> group : properties.entrySet()) {
      line("<h3 class=\"group\">" + escape(group.getKey()) + "</h3>");
      group.getValue().forEach(this::property);
    }
    line("</section>");
    line("<section id=\"schemes\"><h2>Schemes</h2>");
    schemes.forEach(this::scheme);
    line("</section>");
    shapes();
    line("</main>");
    line("</body>");
    line("</html>");
    return html.toString();
  }

  private void header(Resource self, String title) {
    String licence = self.getProperty(DCTerms.license).getObject().toString();
    line("<header>");
    line("<h1>" + escape(title) + "</h1>");
    line("<p class=\"lead\">" + escape(text(self, DCTerms.description)) + "</p>");
    line("<dl class=\"facts\">");
    fact("Namespace", code(text(self, property(VANN + "preferredNamespaceUri"))));
    fact("Prefix", code(text(self, property(VANN + "preferredNamespacePrefix")) + ":"));
    fact("Version", escape(text(self, OWL2.versionInfo)));
    fact("Licence", link(licence, licence));
    fact("Made by", escape(text(self, DCTerms.creator)));
    line("</dl>");
    line("</header>");
  }

  private void example() {
    line("<section id=\"example\"><h2>A first query</h2>");
    line("<p>Who met whom, where and when, with the sentence that says so:</p>");
    line("<pre><code>" + escape(resource("first-query.rq").strip()) + "</code></pre>");
    line("</section>");
  }

  private void contents(Map<String, List<Resource>> properties, List<Resource> schemes) {
    line("<nav aria-label=\"Contents\">");
    line("<a class=\"home\" href=\"#picture\">Entente <b>dip:</b></a>");
    line("<a class=\"head\" href=\"#classes\">Classes</a>");
    for (Resource term : ofType(OWL2.Class)) {
      navigation(term);
    }
    line("<a class=\"head\" href=\"#properties\">Properties</a>");
    properties.values().stream().flatMap(List::stream).sorted(BY_NAME).forEach(this::navigation);
    line("<a class=\"head\" href=\"#schemes\">Schemes</a>");
    schemes.forEach(this::navigation);
    line("<a class=\"head\" href=\"#shapes\">Shapes</a>");
    line("</nav>");
  }

  private void navigation(Resource term) {
    line("<a href=\"#" + term.getLocalName() + "\">" + escape(term.getLocalName()) + "</a>");
  }

  private void classes(Resource type) {
    open(type, "class");
    row("Subclass of", objects(type, RDFS.subClassOf));
    row("Subclasses", subjects(RDFS.subClassOf, type));
    row("Properties", subjects(RDFS.domain, type));
    row("Values of", subjects(RDFS.range, type));
    row("Never also", disjoint(type));
    alignments(type);
    close();
    for (Resource below : subjects(RDFS.subClassOf, type)) {
      classes(below);
    }
  }

  private void property(Resource property) {
    boolean object = property.hasProperty(RDF.type, OWL2.ObjectProperty);
    open(property, object ? "object property" : "datatype property");
    row("From", inherited(property, RDFS.domain));
    row("To", inherited(property, RDFS.range));
    row("Subproperty of", objects(property, RDFS.subPropertyOf));
    row("Subproperties", subjects(RDFS.subPropertyOf, property));
    Set<Resource> inverse = new TreeSet<>(BY_NAME);
    inverse.addAll(objects(property, OWL2.inverseOf));
    inverse.addAll(subjects(OWL2.inverseOf, property));
    row("Inverse of", List.copyOf(inverse));
    List<String> traits = new ArrayList<>();
    if (property.hasProperty(RDF.type, OWL2.SymmetricProperty)) {
      traits.add("symmetric");
    }
    if (property.hasProperty(RDF.type, OWL2.IrreflexiveProperty)) {
      traits.add("irreflexive");
    }
    rowOf("Is", String.join(", ", traits));
    alignments(property);
    close();
  }

  private void scheme(Resource scheme) {
    open(scheme, "concept scheme");
    close();
    line("<table><thead><tr><th>Concept</th><th>Meaning</th><th>Matches</th></tr></thead><tbody>");
    for (Resource concept : subjects(SKOS.inScheme, scheme)) {
      List<Resource> matches = new ArrayList<>(objects(concept, SKOS.closeMatch));
      matches.addAll(objects(concept, SKOS.relatedMatch));
      line(
          "<tr id=\""
              + concept.getLocalName()
              + "\"><td>"
              + code("dip:" + concept.getLocalName())
              + "</td><td>"
              + escape(text(concept, SKOS.definition))
              + "</td><td>"
              + links(matches)
              + "</td></tr>");
    }
    line("</tbody></table>");
  }

  private void shapes() {
    Map<String, String> expected = new TreeMap<>();
    for (Resource shape : shapes.listSubjects().toList()) {
      if (!shape.isURIResource() || !shape.getURI().startsWith(Ontology.SHAPES_NAMESPACE)) {
        continue;
      }
      Resource messageOf =
          shape.hasProperty(SPARQL) ? shape.getProperty(SPARQL).getResource() : shape;
      if (messageOf.hasProperty(MESSAGE)) {
        expected.put(
            shape.getURI().substring(Ontology.SHAPES_NAMESPACE.length()), text(messageOf, MESSAGE));
      }
    }
    line("<section id=\"shapes\"><h2>Shapes</h2>");
    line(
        "<p>What every graph satisfies, as SHACL shapes. A violation names the shape and says:</p>");
    line("<table><thead><tr><th>Shape</th><th>Message</th></tr></thead><tbody>");
    expected.forEach(
        (name, message) ->
            line("<tr><td>" + code(name) + "</td><td>" + escape(message) + "</td></tr>"));
    line("</tbody></table>");
    line("</section>");
  }

  private void open(Resource term, String kind) {
    String name = term.getLocalName();
    line("<article id=\"" + name + "\">");
    line(
        "<h3><a href=\"#"
            + name
            + "\">"
            + escape(name)
            + "</a> <span class=\"kind\">"
            + kind
            + "</span></h3>");
    line("<p>" + escape(text(term, SKOS.definition)) + "</p>");
    if (term.hasProperty(SKOS.note)) {
      line("<p class=\"note\">" + escape(text(term, SKOS.note)) + "</p>");
    }
    line("<dl>");
    fact("IRI", code(term.getURI()));
  }

  private void close() {
    line("</dl>");
    line("</article>");
  }

  private void alignments(Resource term) {
    row("Close to", objects(term, SKOS.closeMatch));
    row("Related to", objects(term, SKOS.relatedMatch));
  }

  private void row(String name, List<Resource> terms) {
    rowOf(name, links(terms));
  }

  private void rowOf(String name, String content) {
    if (!content.isEmpty()) {
      fact(name, content);
    }
  }

  private void fact(String name, String content) {
    line("<div><dt>" + name + "</dt><dd>" + content + "</dd></div>");
  }

  /** Own classes that are below no other own class. */
  private List<Resource> topClasses() {
    return ofType(OWL2.Class).stream()
        .filter(type -> objects(type, RDFS.subClassOf).stream().noneMatch(above -> isOwn(above)))
        .toList();
  }

  /** Own properties, grouped by what they are said of: events first, then by heading. */
  private Map<String, List<Resource>> propertiesByDomain() {
    List<Resource> all = new ArrayList<>(ofType(OWL2.ObjectProperty));
    all.addAll(ofType(OWL2.DatatypeProperty));
    all.sort(BY_NAME);
    return all.stream()
        .collect(
            Collectors.groupingBy(
                property -> {
                  List<Resource> domain = inherited(property, RDFS.domain);
                  return domain.isEmpty()
                      ? "Of several classes"
                      : "Of " + label(domain.get(0)).toLowerCase(Locale.ROOT);
                },
                TreeMap::new,
                Collectors.toList()));
  }

  /** The values that a property states itself or, stating none, takes from those above it. */
  private List<Resource> inherited(Resource property, Property domainOrRange) {
    List<Resource> own = objects(property, domainOrRange);
    if (!own.isEmpty()) {
      return own;
    }
    return objects(property, RDFS.subPropertyOf).stream()
        .filter(ReferencePage::isOwn)
        .flatMap(above -> inherited(above, domainOrRange).stream())
        .distinct()
        .sorted(BY_NAME)
        .toList();
  }

  private List<Resource> disjoint(Resource type) {
    Set<Resource> both = new TreeSet<>(BY_NAME);
    both.addAll(objects(type, OWL2.disjointWith));
    both.addAll(subjects(OWL2.disjointWith, type));
    return List.copyOf(both);
  }

  private List<Resource> ofType(Resource type) {
    return subjects(RDF.type, type);
  }

  private List<Resource> subjects(Property property, Resource object) {
    return ontology.listSubjectsWithProperty(property, object).toList().stream()
        .filter(ReferencePage::isOwn)
        .sorted(BY_NAME)
        .toList();
  }

  private List<Resource> objects(Resource subject, Property property) {
    return ontology.listObjectsOfProperty(subject, property).toList().stream()
        .filter(RDFNode::isURIResource)
        .map(RDFNode::asResource)
        .sorted(BY_NAME)
        .toList();
  }

  private static boolean isOwn(Resource term) {
    return term.isURIResource() && term.getURI().startsWith(Ontology.NAMESPACE);
  }

  private String label(Resource term) {
    return term.hasProperty(RDFS.label) ? text(term, RDFS.label) : shortName(term);
  }

  private String links(List<Resource> terms) {
    return terms.stream()
        .map(
            term ->
                isOwn(term)
                    ? "<a href=\"#" + term.getLocalName() + "\">" + term.getLocalName() + "</a>"
                    : link(term.getURI(), shortName(term)))
        .collect(Collectors.joining(", "));
  }

  private String shortName(Resource term) {
    String name = ontology.shortForm(term.getURI());
    return name.equals(term.getURI()) ? "<" + name + ">" : name;
  }

  private static String link(String iri, String words) {
    return "<a href=\"" + escape(iri) + "\">" + escape(words) + "</a>";
  }

  private static String code(String words) {
    return "<code>" + escape(words) + "</code>";
  }

  private static Property property(String iri) {
    return ResourceFactory.createProperty(iri);
  }

  private static String text(Resource term, Property property) {
    if (!term.hasProperty(property)) {
      throw new IllegalStateException(
          "the reference page needs a " + property.getURI() + " of " + term);
    }
    return term.getProperty(property).getString();
  }

  private void line(String words) {
    html.append(words).append('\n');
  }

  static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource(String name) {
    try (InputStream in = ReferencePage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not beside " + ReferencePage.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
