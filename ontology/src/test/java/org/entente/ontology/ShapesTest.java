package org.entente.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of {@code examples/valid} conforms to the shapes; every file of {@code
 * examples/invalid} breaks exactly the shapes that the line {@code # breaks: shape:A, shape:B} of
 * its header names. A new example needs no Java.
 */
class ShapesTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final String BREAKS = "# breaks: ";
  private static final Set<String> CONSTRAINS =
      Set.of("http://www.w3.org/ns/shacl#message", "http://www.w3.org/ns/shacl#sparql");
  private static final Shapes SHAPES = Ontology.shapes();

  static List<Path> valid() throws IOException {
    return turtle("valid");
  }

  static List<Path> invalid() throws IOException {
    return turtle("invalid");
  }

  @ParameterizedTest
  @MethodSource("valid")
  void validExampleConforms(Path file) {
    assertThat(violations(read(file))).as(file.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void validExampleConformsWithTheOntologyBesideIt(Path file) {
    Graph graph = read(file);
    Ontology.ontology().find().forEachRemaining(graph::add);
    assertThat(violations(graph)).as(file.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void invalidExampleBreaksTheShapesThatItNames(Path file) throws IOException {
    assertThat(violatedShapes(read(file))).as(file.toString()).isEqualTo(named(file));
  }

  @Test
  void everyShapeWithAConstraintIsBrokenByAnExample() throws IOException {
    Set<String> broken = new TreeSet<>();
    for (Path file : invalid()) {
      broken.addAll(named(file));
    }
    Set<String> constrained =
        SHAPES.getGraph().find().toList().stream()
            .filter(triple -> CONSTRAINS.contains(triple.getPredicate().getURI()))
            .filter(triple -> triple.getSubject().isURI())
            .map(triple -> shortName(triple.getSubject().getURI()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(broken).isEqualTo(constrained);
  }

  private static List<Path> turtle(String folder) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
    }
  }

  private static Graph read(Path file) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.source(file).parse(graph);
    return graph;
  }

  private static Set<String> named(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      String shapes =
          lines
              .filter(line -> line.startsWith(BREAKS))
              .findFirst()
              .orElseThrow(() -> new AssertionError(file + " has no line '" + BREAKS + "...'"));
      return new TreeSet<>(List.of(shapes.substring(BREAKS.length()).trim().split(",\\s*")));
    }
  }

  private static Set<String> violatedShapes(Graph graph) {
    return ShaclValidator.get().validate(SHAPES, graph).getEntries().stream()
        .map(entry -> shortName(entry.source().toString()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> violations(Graph graph) {
    ValidationReport report = ShaclValidator.get().validate(SHAPES, graph);
    return report.getEntries().stream()
        .map(entry -> entry.focusNode() + " " + entry.source() + ": " + entry.message())
        .toList();
  }

  private static String shortName(String iri) {
    return iri.replace(Ontology.SHAPES_NAMESPACE, "shape:");
  }
}
