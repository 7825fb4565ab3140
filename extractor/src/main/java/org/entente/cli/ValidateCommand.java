package org.entente.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.entente.build.ProgramVersion;
import org.entente.ontology.Ontology;
import org.entente.rdf.EntityFacts;
import org.entente.store.GraphStore;
import org.entente.store.StoreSettings;
import org.entente.store.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Checks a store against the shapes of the ontology. */
@Command(
    name = "validate",
    description = {
      "Check a store against the SHACL shapes of the ontology, and with its checks, and list what"
          + " breaks them, with the event and the document.",
      "Before that every byte of its files is compared with what was written; damage is told, and"
          + " mended by 'entente restore'.",
      "The exit code is 1 when something does."
    },
    footerHeading = "%nExample:%n",
    footer = "  entente validate --store entente-store")
final class ValidateCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Mixin private StoreOption store;

  @Override
  public Integer call() {
    Console console = entente.console();
    GraphStore.verify(
            store.directory(), StoreSettings.of(EntityFacts.none(), ProgramVersion.current()))
        .forEach(
            damage ->
                console.problem(
                    damage + "; the graph itself is sound", "The next change writes it anew."));
    try (GraphStore graph = QueryCommand.reading(store.directory())) {
      List<Violation> violations = graph.validate(Ontology.shapes());
      for (Violation violation : violations) {
        console.result(violation.focus());
        console.result("    breaks " + violation.shape() + ": " + violation.message());
        if (!violation.where().isEmpty()) {
          console.result("    " + violation.where());
        }
      }
      console.stage(
          violations.isEmpty()
              ? "The graph keeps its contract"
              : violations.size() + " violations");
      return violations.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
  }
}
