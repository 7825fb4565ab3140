package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.BuildSettings;
import org.entente.build.BuildSummary;
import org.entente.build.DatasetFile;
import org.entente.build.Knowledge;
import org.entente.build.Pipeline;
import org.entente.correction.Corrections;
import org.entente.correction.CorrectionsFile;
import org.entente.linking.LiveLinker;
import org.entente.rdf.DatasetDetails;
import org.entente.rdf.Run;
import org.entente.store.StagedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads documents into a store. */
@Command(
    name = "build",
    description = {
      "Read documents, find who met whom, and write the graph into a store.",
      "Documents that the store holds unchanged are passed over, so a build that was stopped goes"
          + " on where it was when you start it again. At the end the graph is checked, and takes the"
          + " place of the one before as a whole: a server or query has the old one until then."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente build articles/ --store entente-store",
      "  entente build wire.jsonl letter.html --report problems.jsonl",
      "  entente build stories.csv --columns text=Body,title=Headline,published=Day",
      "  entente build journeys.csv --columns subject=Traveler,place=Country,start=From,end=To,text=Remarks",
      "  entente build articles/ --corrections corrections.tsv",
      "  curl -s https://example.org/story.html | entente build - --published 2025-08-16"
    })
final class BuildCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Spec private CommandSpec spec;
  @Mixin private StoreOption store;
  @Mixin private InputOptions reader;
  @Mixin private ReadingOptions reading;
  @Mixin private GazetteerOptions known;
  @Mixin private LinkingOptions linking;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description =
          "Files and folders (read with all below them): plain text, Markdown, HTML, JSON, and JSON"
              + " Lines with id, published, title, url, source, text; tables (CSV, TSV) with such columns;"
              + " PDF and office files;"
              + " web archives (WARC, WET) and saved feeds (RSS, Atom); also inside of gzip, zstd, bzip2,"
              + " ZIP and tar. A - is standard input.")
  private List<Path> inputs;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "IRI below which the resources of a new store are named.")
  private String base;

  @Option(
      names = "--corrections",
      paramLabel = "FILE",
      description =
          "Decisions of yours against the program's reading, in the place of those that the store"
              + " keeps; see 'entente corrections'. Without this option the store's stay in force.")
  private Path corrections;

  @Option(
      names = "--dataset",
      paramLabel = "FILE",
      description =
          "What you say of the dataset: lines of 'key = value' with title, description, creator"
              + " (Name, or Name <address>; one line each), licence (its address) and doi. It stays"
              + " with the store until another file takes its place.")
  private Path dataset;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write every document, problem and violation, and the counts, to this file of JSON Lines.")
  private Path report;

  @Option(
      names = "--again",
      description = "Read unchanged documents again too, such as after a change of the patterns.")
  private boolean again;

  @Option(
      names = "--all-languages",
      description =
          "Read documents too that seem to be in another language than English; without it they are"
              + " passed over and counted.")
  private boolean allLanguages;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Documents analysed at the same time (default: one a processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Documents written in one transaction (default: ${DEFAULT-VALUE}).")
  private int batch = BuildSettings.DEFAULT_BATCH_SIZE;

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || batch < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads and --batch take a number of 1 or more.");
    }
    Console console = entente.console();
    Optional<Corrections> decided =
        corrections == null ? Optional.empty() : Optional.of(CorrectionsFile.read(corrections));
    Optional<DatasetDetails> details =
        dataset == null ? Optional.empty() : Optional.of(DatasetFile.read(dataset));
    Gazetteer gazetteer = known.load();
    Map<String, String> knowledge = Knowledge.models();
    knowledge.putAll(known.checksums());
    Run run = RunRecord.of(spec, knowledge);
    Optional<LiveLinker> linker = linking.linker(gazetteer, console);
    Pipeline pipeline =
        Pipeline.load(gazetteer, reading.settings(), LinkingOptions.step(linker, gazetteer));
    BuildSettings settings =
        new BuildSettings(reader.settings(), threads, batch, again, allLanguages);
    Optional<InputStream> stdin = Optional.of(System.in);
    try (StagedStore staged =
        StagedStore.open(store.directory(), pipeline.storeSettings(Optional.ofNullable(base)))) {
      decided.ifPresent(staged.store()::replaceCorrections);
      details.ifPresent(staged.store()::replaceDetails);
      BuildSummary summary =
          new Building(console, pipeline, settings, run, Optional.ofNullable(report))
              .run(staged, inputs, stdin);
      linker.ifPresent(live -> LinkingOptions.tell(live, console));
      return Building.exitCode(summary);
    }
  }
}
