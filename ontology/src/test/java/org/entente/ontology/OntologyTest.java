package org.entente.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ontology against the queries of {@code checks/}, each of which returns what is wrong. A new
 * check needs no Java. The default graph is the ontology, {@code <https://w3id.org/entente/shapes>}
 * the shapes.
 */
class OntologyTest {
  private static final Graph ONTOLOGY = Ontology.ontology();
  private static final Graph SHAPES = Ontology.shapes().getGraph();

  static List<Path> checks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("checks"))) {
      return files.filter(file -> file.toString().endsWith(".rq")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void checkFindsNothing(Path file) throws IOException {
    assertThat(rows(file, dataset(ONTOLOGY))).as(file.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void checkFindsAFault(Path file) throws IOException {
    DatasetGraph faulty = dataset(GraphFactory.createDefaultGraph());
    RDFParser.source("checks/faulty.ttl").parse(faulty.getDefaultGraph());
    RDFParser.source("checks/faulty.ttl").parse(faulty.getGraph(shapesName()));
    assertThat(rows(file, faulty)).as(file.toString()).isNotEmpty();
  }

  @Test
  void queriesOfTheShapesUseOnlyDeclaredTerms() {
    Pattern name = Pattern.compile("\\bdip:(\\w+)");
    Set<String> used =
        SHAPES
            .find(Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/shacl#select"), Node.ANY)
            .toList()
            .stream()
            .flatMap(triple -> name.matcher(triple.getObject().getLiteralLexicalForm()).results())
            .map((MatchResult match) -> Ontology.NAMESPACE + match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used).isNotEmpty().isSubsetOf(iris(ONTOLOGY));
  }

  @Test
  void referencePageHasEveryTermOnceAndNeedsNoOtherFile() {
    String page = ReferencePage.render(ONTOLOGY, SHAPES);
    for (String iri : iris(ONTOLOGY)) {
      if (iri.startsWith(Ontology.NAMESPACE)) {
        String anchor = "id=\"" + iri.substring(Ontology.NAMESPACE.length()) + "\"";
        assertThat(page.split(Pattern.quote(anchor), -1)).as(anchor).hasSize(2);
      }
    }
    assertThat(page).doesNotContain("<script", "src=", "@import", "url(http");
    Set<String> anchors = new TreeSet<>();
    Pattern.compile(" id=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .forEach(m -> anchors.add(m.group(1)));
    assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(m -> m.group(1)))
        .isSubsetOf(anchors);
  }

  @Test
  void referencePageOfTheBuildIsOnTheClassPath() throws IOException {
    try (var in = Ontology.openReference()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(ReferencePage.render(ONTOLOGY, SHAPES));
    }
  }

  @Test
  void firstQueryOfTheReferencePageAnswersOnTheExample() throws IOException {
    DatasetGraph example = DatasetGraphFactory.create();
    RDFParser.source("examples/valid/meeting-with-two-reports.ttl").parse(example);
    Path query = Path.of("src/main/resources/org/entente/ontology/first-query.rq");
    assertThat(rows(query, example))
        .anyMatch(row -> row.contains("Reykjavik") && row.contains("Mikhail Gorbachev"));
  }

  static Set<String> iris(Graph graph) {
    return graph.find().toList().stream()
        .flatMap(OntologyTest::nodes)
        .filter(Node::isURI)
        .map(Node::getURI)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Node> nodes(Triple triple) {
    return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  private static DatasetGraph dataset(Graph ontology) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    ontology.find().forEachRemaining(dataset.getDefaultGraph()::add);
    SHAPES.find().forEachRemaining(dataset.getGraph(shapesName())::add);
    return dataset;
  }

  private static Node shapesName() {
    return NodeFactory.createURI("https://w3id.org/entente/shapes");
  }

  private static List<String> rows(Path query, DatasetGraph dataset) throws IOException {
    try (QueryExec execution = QueryExec.dataset(dataset).query(Files.readString(query)).build()) {
      RowSet rows = execution.select();
      return rows.stream().map(Object::toString).toList();
    }
  }
}
