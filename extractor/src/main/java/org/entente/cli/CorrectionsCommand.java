package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Knowledge;
import org.entente.build.Pipeline;
import org.entente.correction.Column;
import org.entente.correction.Correction;
import org.entente.correction.Corrections;
import org.entente.correction.CorrectionsFile;
import org.entente.rdf.Run;
import org.entente.store.Finding;
import org.entente.store.GraphStore;
import org.entente.store.StagedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks, applies and lists the decisions of a researcher. */
@Command(
    name = "corrections",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Correct what the program read: put documents aside, say that a report is no event or that a"
          + " fact of it is wrong, who somebody is, and which reports are of one event.",
      "Decisions stand in a file of tab-separated columns that you keep with your texts; build it in"
          + " with 'entente build --corrections FILE'. The store keeps them for later builds."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente corrections check corrections.tsv --store entente-store",
      "  entente corrections apply corrections.tsv --store entente-store",
      "  entente corrections list --store entente-store"
    })
final class CorrectionsCommand {
  @ParentCommand private Entente entente;
  @Spec private CommandSpec spec;

  @Command(
      name = "check",
      description = {
        "Check a file of corrections, and with --store what becomes of each in a store; changes"
            + " nothing.",
        "The exit code is 1 when a correction finds nothing to correct, 3 when the file is faulty."
      },
      footerHeading = "%nExample:%n",
      footer = "  entente corrections check corrections.tsv --store entente-store")
  int check(
      @Parameters(paramLabel = "FILE", description = "The file of corrections.") Path file,
      @Option(
              names = {"-s", "--store"},
              paramLabel = "DIR",
              description = "Directory of a store.")
          Path store)
      throws IOException {
    Corrections corrections = CorrectionsFile.read(file);
    if (store == null) {
      entente.console().stage(corrections.rows().size() + " corrections, all well-formed");
      return ExitCode.OK;
    }
    try (GraphStore graph = ConflictsCommand.open(store)) {
      return tell(graph.findings(corrections));
    }
  }

  @Command(
      name = "apply",
      description = {
        "Put corrections into a store, in the place of those that it keeps, and derive events and"
            + " entities anew. Documents are not read again. A file with a header alone takes all"
            + " corrections back.",
        "The exit code is 1 when the graph breaks its contract afterwards."
      },
      footerHeading = "%nExample:%n",
      footer = "  entente corrections apply corrections.tsv --store entente-store")
  int apply(
      @Parameters(paramLabel = "FILE", description = "The file of corrections.") Path file,
      @Mixin StoreOption store)
      throws IOException {
    Console console = entente.console();
    Corrections corrections = CorrectionsFile.read(file);
    Run run = RunRecord.of(spec, Knowledge.gazetteer());
    Pipeline pipeline = Pipeline.knowledge(Gazetteer.load());
    try (StagedStore staged =
        StagedStore.openExisting(store.directory(), pipeline.storeSettings(Optional.empty()))) {
      GraphStore graph = staged.store();
      int changed =
          graph
              .inRun(
                  run,
                  () -> graph.replaceCorrections(corrections, pipeline.fixedGraphs(graph.iris())))
              .size();
      console.stage("Documents: " + changed + " changed");
      Building.corrections(console, graph.findings(corrections));
      var violations = graph.validate(pipeline.shapes());
      Building.violations(console, violations);
      return Building.publish(console, staged, violations);
    }
  }

  @Command(
      name = "list",
      description =
          "Print the corrections that a store keeps, as a file of corrections, with a comment on"
              + " each that finds nothing to correct.",
      footerHeading = "%nExample:%n",
      footer = "  entente corrections list --store entente-store > corrections.tsv")
  int list(@Mixin StoreOption store) {
    Console console = entente.console();
    try (GraphStore graph = ConflictsCommand.open(store.directory())) {
      console.result(
          Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining("\t")));
      for (Finding finding : graph.findings(graph.corrections())) {
        finding.trouble().ifPresent(why -> console.result("# " + why));
        console.result(finding.row().row().stripTrailing());
      }
      return ExitCode.OK;
    }
  }

  private int tell(List<Finding> findings) {
    for (Finding finding : findings) {
      Correction row = finding.row();
      entente
          .console()
          .result(
              "line %d: %s: %s"
                  .formatted(
                      row.line(),
                      row.inWords(),
                      finding
                          .trouble()
                          .map(
                              why ->
                                  finding.applies()
                                      ? "applies to %d documents, but %s"
                                          .formatted(finding.documents(), why)
                                      : why)
                          .orElse(
                              row.decision().isOfIdentity()
                                  ? "applies to %d documents".formatted(finding.documents())
                                  : "applies")));
    }
    return findings.stream().allMatch(f -> f.trouble().isEmpty()) ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
