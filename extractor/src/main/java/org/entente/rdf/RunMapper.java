package org.entente.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Turns runs of the program into PROV-O: since when, by which program, with what. */
public final class RunMapper {
  private final Iris iris;

  /** Creates a mapper that mints by those rules. */
  public RunMapper(Iris iris) {
    this.iris = iris;
  }

  /** Returns the triples of a run that has begun. */
  public List<Triple> map(Run run) {
    List<Triple> triples = new ArrayList<>();
    Node node = Terms.uri(iris.run(run.started()));
    add(triples, node, Terms.TYPE, Terms.ACTIVITY);
    add(triples, node, Terms.TYPE, Dip.RUN);
    add(
        triples,
        node,
        Terms.LABEL,
        Terms.string(
            "Run (%s) of %s"
                .formatted(run.command(), Terms.time(run.started()).getLiteralLexicalForm())));
    add(triples, node, Dip.COMMAND, Terms.string(run.command()));
    add(triples, node, Terms.STARTED_AT, Terms.time(run.started()));
    if (!run.configuration().isEmpty()) {
      add(
          triples,
          node,
          Dip.CONFIGURATION,
          Terms.string(
              run.configuration().entrySet().stream()
                  .map(option -> option.getKey() + " " + option.getValue())
                  .collect(Collectors.joining("\n"))));
    }
    Node software = Terms.uri(iris.software(run.version()));
    add(triples, node, Terms.WAS_ASSOCIATED_WITH, software);
    add(triples, software, Terms.TYPE, Terms.SOFTWARE_AGENT);
    add(triples, software, Terms.SOFTWARE_VERSION, Terms.string(run.version()));
    add(triples, software, Terms.LABEL, Terms.string("Entente " + run.version()));
    run.knowledge()
        .forEach(
            (name, checksum) -> {
              Node file = Terms.uri(iris.knowledge(name, checksum));
              add(triples, node, Terms.USED, file);
              add(triples, file, Terms.TYPE, Terms.ENTITY);
              add(triples, file, Terms.LABEL, Terms.string(name));
              add(triples, file, Dip.CHECKSUM, Terms.string(checksum));
            });
    return triples;
  }

  private static void add(List<Triple> triples, Node subject, Node property, Node object) {
    triples.add(Triple.create(subject, property, object));
  }
}
