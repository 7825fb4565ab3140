package org.entente.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.entente.store.Explanation;
import org.entente.store.GraphStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells why the graph holds an event. */
@Command(
    name = "explain",
    description = {
      "Tell why the graph holds an event: each report of it with its sentences, the rule or model that"
          + " read them, from which words each part came, and the triples that tell it.",
      "The exit code is 1 when no event or more than one matches."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente explain \"Lavrov\" --store entente-store",
      "  entente explain event/3448929faec50a84"
    })
final class ExplainCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Mixin private StoreOption store;

  @Parameters(
      paramLabel = "EVENT",
      description = "IRI of an event, its local name, or a part of its label.")
  private String event;

  @Override
  public Integer call() {
    Console console = entente.console();
    try (GraphStore graph = QueryCommand.reading(store.directory())) {
      Map<String, String> found = find(graph);
      if (found.size() == 1) {
        Optional<Explanation> explanation = graph.explain(found.keySet().iterator().next());
        if (explanation.isPresent()) {
          print(console, explanation.get());
          return ExitCode.OK;
        }
      }
      if (found.isEmpty()) {
        throw new CommandFailure(
            ExitCode.FINDINGS,
            "no event has that IRI, and no label of one holds: " + event,
            "List the events with: entente query who-met-whom --store " + store.directory());
      }
      console.problem(found.size() + " events match; name one of them:", "");
      found.forEach(
          (iri, label) ->
              console.result(iri.substring(graph.iris().base().length()) + "  " + label));
      return ExitCode.FINDINGS;
    }
  }

  /** Returns the events that the argument may mean, by IRI, with their labels. */
  private Map<String, String> find(GraphStore graph) {
    String part = event.toLowerCase(Locale.ROOT);
    String base = graph.iris().base();
    List<String> names = List.of(event, base + event, base + "event/" + event);
    Map<String, String> found = new TreeMap<>();
    DatasetGraph data = graph.dataset();
    data.begin(ReadWrite.READ);
    try {
      Node events = NodeFactory.createURI(graph.iris().eventsGraph());
      var labels = data.find(events, Node.ANY, RDFS.label.asNode(), Node.ANY);
      while (labels.hasNext()) {
        Quad quad = labels.next();
        String iri = quad.getSubject().getURI();
        String label = quad.getObject().getLiteralLexicalForm();
        if (names.contains(iri)) {
          return Map.of(iri, label);
        }
        if (iri.startsWith(base + "event/") && label.toLowerCase(Locale.ROOT).contains(part)) {
          found.put(iri, label);
        }
      }
    } finally {
      data.end();
    }
    return found;
  }

  private void print(Console console, Explanation explanation) {
    console.result(explanation.label());
    console.result(explanation.event());
    int number = 0;
    for (Explanation.Support support : explanation.support()) {
      console.result("");
      console.result(
          "%d. %s%s%s"
              .formatted(
                  ++number,
                  support.document(),
                  support.published().isEmpty() ? "" : ", " + support.published(),
                  support.title().isEmpty() ? "" : ", " + support.title()));
      console.result("   says: " + support.label());
      for (Explanation.Evidence sentence : support.sentences()) {
        console.result(
            "   “%s” [%d-%d]"
                .formatted(Console.plain(sentence.text()), sentence.begin(), sentence.end()));
      }
      console.result(
          String.format(
              Locale.ROOT,
              "   read by: %s, confidence %.2f",
              support.rule(),
              support.confidence()));
      support.derivation().forEach(step -> console.result("     " + step(step)));
      if (!support.judgement().isEmpty()) {
        console.result("   judged: " + support.judgement());
      }
      if (!support.joined().isEmpty()) {
        console.result("   joined: " + support.joined());
      }
      support.corrections().forEach(told -> console.result("   corrected: " + told));
      console.result("   to correct: " + support.document() + '\t' + support.reference());
    }
    console.result("");
    explanation.corrections().forEach(told -> console.result("Decided: " + told));
    console.result("In the graph:");
    explanation.triples().forEach(line -> console.result("  " + line));
  }

  /** A step of a derivation, with its part in a column of its own. */
  private static String step(String line) {
    int colon = line.indexOf(": ");
    return colon < 0
        ? line
        : "%-8s %s".formatted(line.substring(0, colon), line.substring(colon + 2));
  }
}
