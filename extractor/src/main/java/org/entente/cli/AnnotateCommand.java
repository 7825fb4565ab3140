package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.document.Document;
import org.entente.extraction.Extractor;
import org.entente.linking.LiveLinker;
import org.entente.report.DocumentReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what the program finds in a text. */
@Command(
    name = "annotate",
    description =
        "Show a text with the people, organizations, states, places, times and events found in it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente annotate story.txt",
      "  entente annotate story.html --html --output story-annotated.html",
      "  echo 'Edi Rama met Tamim bin Hamad in Tirana on 3 May 2022.' | entente annotate -"
    })
final class AnnotateCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Mixin private InputOptions reader;
  @Mixin private ReadingOptions reading;
  @Mixin private GazetteerOptions known;
  @Mixin private LinkingOptions linking;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Texts, read as by `entente build`. A - is standard input.")
  private List<Path> files;

  @Option(names = "--html", description = "Write a web page that needs nothing beside it.")
  private boolean html;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to (default: standard output).")
  private Path output;

  @Override
  public Integer call() throws IOException {
    Console console = entente.console();
    List<Document> documents = InputDocuments.read(console, files, reader.settings());
    if (documents.isEmpty()) {
      return ExitCode.INPUT;
    }
    Gazetteer gazetteer = known.load();
    Optional<LiveLinker> linker = linking.linker(gazetteer, console);
    Extractor extractor = Extractor.load(gazetteer, reading.settings());
    List<DocumentReports> found =
        documents.stream()
            .map(extractor::extract)
            .map(LinkingOptions.step(linker, gazetteer))
            .toList();
    linker.ifPresent(live -> LinkingOptions.tell(live, console));
    String text;
    if (html) {
      text = AnnotatedPage.html(found);
    } else {
      AnnotatedTerminal terminal = new AnnotatedTerminal(output == null && console.colours());
      List<String> lines = new ArrayList<>();
      for (DocumentReports document : found) {
        lines.addAll(terminal.lines(document));
        lines.add("");
      }
      text = String.join("\n", lines);
    }
    if (output == null) {
      console.out().print(text);
      console.out().flush();
    } else {
      Files.writeString(output, text);
      console.stage("Wrote " + output);
    }
    return ExitCode.OK;
  }
}
