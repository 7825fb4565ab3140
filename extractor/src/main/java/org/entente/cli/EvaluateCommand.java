package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.system.Txn;
import org.entente.analysis.Annotator;
import org.entente.analysis.name.NameTagger;
import org.entente.build.BuildSettings;
import org.entente.build.BuildSummary;
import org.entente.build.Knowledge;
import org.entente.build.Pipeline;
import org.entente.document.ReaderSettings;
import org.entente.evaluate.Calibration;
import org.entente.evaluate.EndpointMeetings;
import org.entente.evaluate.ErrorCounts;
import org.entente.evaluate.EventFigures;
import org.entente.evaluate.GoldDocument;
import org.entente.evaluate.GoldInputs;
import org.entente.evaluate.GoldReader;
import org.entente.evaluate.LinkFigures;
import org.entente.evaluate.MeetingScorer;
import org.entente.evaluate.MentionFigures;
import org.entente.evaluate.MentionScorer;
import org.entente.evaluate.ScoredMeeting;
import org.entente.evaluate.Scores;
import org.entente.evaluate.ScoresFormat;
import org.entente.extraction.TriggerWords;
import org.entente.report.DocumentReports;
import org.entente.store.GraphStore;
import org.entente.train.NameEvaluation;
import org.entente.train.NameFigures;
import org.entente.train.TextEvaluation;
import org.entente.train.TextFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the program against meetings, or sentences and tokens, annotated by hand. */
@Command(
    name = "evaluate",
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "Measure the program against documents whose meetings were annotated by hand.",
      "The documents are built into a store of their own, as `entente build` would, from their id,"
          + " day and text alone, and what the graph then reports is compared with the annotation."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente evaluate gold.jsonl --errors",
      "  entente evaluate gold.jsonl --error-counts",
      "  entente evaluate gold.jsonl --floor 0.6   # exit code 1 when detect F1 is below",
      "  entente evaluate mentions gold.jsonl      # the parties of the meetings as entities",
      "  entente evaluate links benchmark.jsonl    # links to Wikidata",
      "  entente evaluate text corpora/            # sentences, tokens and tags",
      "  entente evaluate names corpora/           # names"
    })
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;

  @Parameters(
      paramLabel = "GOLD",
      arity = "0..1",
      description = {
        "JSON Lines, one document a line: id, published, text (or file, a path from the folder of"
            + " GOLD or one above it) and meetings. A file that ends in .txt is in the notation of"
            + " the project's own corpus, which is easier to write by hand."
      })
  private Path gold;

  @Option(names = "--errors", description = "Print what was missed, invented or read differently.")
  private boolean errors;

  @Option(
      names = "--error-counts",
      description =
          "Print how many errors of each kind there are, with nothing of the documents' text: missed"
              + " events by how far the reading came, invented ones by rule, fields by how they"
              + " differ.")
  private boolean errorCounts;

  @Option(names = "--json", description = "Print the figures as one JSON object.")
  private boolean json;

  @Option(
      names = "--calibration",
      description = "Print how many of the meetings of each confidence are right.")
  private boolean calibration;

  @Option(
      names = {"-s", "--store"},
      paramLabel = "DIR",
      description = "Keep the store here (default: one that is removed afterwards).")
  private Path store;

  @Option(
      names = "--floor",
      paramLabel = "F1",
      description = "End with exit code 1 when the F1 of detect is below this number.")
  private Double floor;

  @Command(
      name = "text",
      description =
          "Measure sentences, tokens and tags on the held-out documents of the corpus GUM and on"
              + " Voice of America news, beside what OpenNLP's stock models and the rules find"
              + " alone.",
      footerHeading = "%nExample:%n",
      footer =
          "  entente evaluate text corpora/   # with corpora/ner/gum.tar.gz, corpora/voa/ner_dataset.csv.zip")
  int text(@Parameters(paramLabel = "DATA", description = "Folder of the corpora.") Path data)
      throws IOException {
    entente.console().result(TextFigures.table(TextEvaluation.run(data)));
    return ExitCode.OK;
  }

  @Command(
      name = "names",
      description =
          "Measure people, organizations and places, by exact span and type, on the test parts of"
              + " the corpora and on the project's own.",
      footerHeading = "%nExample:%n",
      footer = "  entente evaluate names corpora/")
  int names(@Parameters(paramLabel = "DATA", description = "Folder of the corpora.") Path data)
      throws IOException {
    entente.console().result(NameFigures.table(NameEvaluation.run(data, NameTagger.load())));
    return ExitCode.OK;
  }

  @Command(
      name = "mentions",
      description = {
        "Measure how many parties of annotated meetings are found as entities of the right type,"
            + " how many stand under their fullest name, and whether two people are read as one.",
        "No meeting is read for this."
      },
      footerHeading = "%nExample:%n",
      footer = "  entente evaluate mentions gold.jsonl --errors")
  int mentions(
      @Parameters(paramLabel = "GOLD", description = "The file of annotated documents.") Path file,
      @Option(names = "--errors", description = "Print what was missed, divided or merged.")
          boolean wrong)
      throws IOException {
    Console console = entente.console();
    List<GoldDocument> documents = new GoldReader().read(file);
    try (Scratch scratch = new Scratch("entente-evaluate")) {
      List<Path> inputs = new GoldInputs().of(file, documents, scratch.folder());
      MentionFigures figures =
          MentionScorer.score(
              documents,
              InputDocuments.read(console, inputs, ReaderSettings.defaults()),
              Annotator.load()::annotate);
      if (wrong) {
        figures.errors().forEach(console::result);
      }
      figures.lines().forEach(console::result);
    }
    return ExitCode.OK;
  }

  @Command(
      name = "links",
      description = {
        "Measure the links of names to Wikidata: of mentions, in benchmarks in the format of ELEVANT"
            + " (JSON Lines with text and labels), and of the parties of annotated meetings that"
            + " have a qid.",
        "A row has the mentions of people, bodies and places with an identifier and the share of"
            + " them that the gazetteer holds;"
            + " for those that it holds precision, recall, F1, the share linked wrong and the share"
            + " found at all; the share of mentions with an unknown identifier, and with none, that"
            + " are linked; and end to end, by exact bounds, precision, recall and F1 over all."
      },
      footerHeading = "%nExample:%n",
      footer = "  entente evaluate links msnbc.benchmark.jsonl gold.jsonl")
  int links(
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.") List<Path> files,
      @Option(
              names = "--half",
              paramLabel = "HALF",
              description =
                  "Only documents at even or at odd places of a file: ${COMPLETION-CANDIDATES}.")
          LinkEvaluation.Half half,
      @Option(
              names = "--withhold",
              description =
                  "Take half of the entries out of the gazetteer that only such benchmarks made"
                      + " known, so that the column 'unknown' tells how often a name that it lacks"
                      + " is linked to something else.")
          boolean withhold,
      @Option(names = "--errors", description = "Print what was linked wrong, or not.")
          boolean wrong)
      throws IOException {
    LinkEvaluation evaluation = new LinkEvaluation(entente.console(), half, withhold);
    Console console = entente.console();
    List<String> rows = new ArrayList<>();
    LinkFigures all = LinkFigures.NONE;
    for (Path file : files) {
      LinkFigures figures = evaluation.of(file);
      if (wrong) {
        figures.errors().forEach(error -> console.result(file.getFileName() + "  " + error));
      }
      rows.add(figures.row(String.valueOf(file.getFileName()).replaceAll("\\..*", "")));
      all = all.plus(figures);
    }
    console.result(LinkFigures.head());
    rows.forEach(console::result);
    if (files.size() > 1) {
      console.result(all.row("all"));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "events",
      description = {
        "Measure how the accounts of many documents are joined into events, on annotated documents"
            + " whose meetings name their event (the field `event`). The figures are those of"
            + " coreference: B-cubed, MUC, CEAF over events, and their mean (CoNLL), over the"
            + " accounts that were read."
      },
      footerHeading = "%nExample:%n",
      footer = "  entente evaluate events extractor/training/events/events-a.txt --errors")
  int events(
      @Parameters(paramLabel = "GOLD", description = "The file of annotated documents.") Path file,
      @Option(names = "--errors", description = "Print which events were parted, and which joined.")
          boolean wrong)
      throws IOException {
    Console console = entente.console();
    List<GoldDocument> documents = new GoldReader().read(file);
    try (Scratch scratch = new Scratch("entente-evaluate")) {
      Optional<Map<String, List<ScoredMeeting>>> found =
          read(
              Pipeline.load(reading.settings()),
              file,
              documents,
              scratch,
              scratch.folder().resolve("store"));
      if (found.isEmpty()) {
        return ExitCode.INTERRUPTED;
      }
      EventFigures figures = EventFigures.of(documents, found.get());
      if (wrong) {
        figures.wrong().forEach(console::result);
      }
      figures.lines().forEach(console::result);
    }
    return ExitCode.OK;
  }

  /** Builds the documents into a store and returns what it reports; nothing when stopped. */
  private Optional<Map<String, List<ScoredMeeting>>> read(
      Pipeline pipeline, Path file, List<GoldDocument> documents, Scratch scratch, Path directory)
      throws IOException {

    List<Path> inputs =
        new GoldInputs()
            .of(file, documents, Files.createDirectory(scratch.folder().resolve("gold")));
    try (GraphStore graph = GraphStore.open(directory, pipeline.storeSettings(Optional.empty()))) {
      BuildSummary summary =
          new Building(
                  entente.console(),
                  pipeline,
                  BuildSettings.defaults(),
                  RunRecord.of(spec, Knowledge.own()),
                  Optional.empty())
              .run(graph, inputs, Optional.empty());
      if (summary.stopped()) {
        return Optional.empty();
      }
      Dataset dataset = DatasetFactory.wrap(graph.dataset());
      return Optional.of(Txn.calculateRead(dataset, () -> EndpointMeetings.read(dataset)));
    }
  }

  @Override
  public Integer call() throws IOException {
    if (gold == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Name the file of annotated documents, or `mentions`, `links` or `events` and one, or `text` or `names` and a folder.");
    }
    Console console = entente.console();
    List<GoldDocument> documents = new GoldReader().read(gold);
    Map<String, DocumentReports> read = new ConcurrentHashMap<>();
    Pipeline pipeline = Pipeline.load(reading.settings());
    if (errorCounts) {
      pipeline =
          pipeline.observed(reports -> read.put(reports.annotated().document().id(), reports));
    }
    try (Scratch scratch = new Scratch("entente-evaluate")) {
      Optional<Map<String, List<ScoredMeeting>>> found =
          read(
              pipeline,
              gold,
              documents,
              scratch,
              store == null ? scratch.folder().resolve("store") : store);
      if (found.isEmpty()) {
        return ExitCode.INTERRUPTED;
      }
      Scores scores = MeetingScorer.score(documents, found.get());
      if (calibration) {
        Calibration.of(documents, found.get()).lines().forEach(console::result);
      }
      if (errorCounts) {
        ErrorCounts.of(documents, id -> Optional.ofNullable(read.get(id)), TriggerWords.load()::in)
            .lines()
            .forEach(console::result);
      }
      if (errors) {
        ScoresFormat.errorLines(scores).forEach(console::result);
      }
      if (json) {
        console.result(ScoresFormat.json(scores));
      } else {
        ScoresFormat.lines(scores).forEach(console::result);
      }
      return floor != null && scores.detect().f1() < floor ? ExitCode.FINDINGS : ExitCode.OK;
    }
  }
}
