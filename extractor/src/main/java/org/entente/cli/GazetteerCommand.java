package org.entente.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryIndex;
import org.entente.analysis.gazetteer.EntryRow;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.compile.GazetteerCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows and compiles the gazetteer. */
@Command(
    name = "gazetteer",
    synopsisSubcommandLabel = "COMMAND",
    description = "Show what the gazetteer knows, or compile it anew.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente gazetteer find \"Sergey Lavrov\" Geneva Q7747",
      "  entente gazetteer build --facts facts.tsv.gz --output entries.idx.gz"
    })
final class GazetteerCommand {
  @ParentCommand private Entente entente;

  @Command(
      name = "find",
      description = "Print the people, places and organizations of a name or identifier, as rows.",
      footerHeading = "%nExample:%n",
      footer = "  entente gazetteer find \"George Bush\"")
  int find(
      @Parameters(paramLabel = "NAME", arity = "1..*", description = "A name, or a Q identifier.")
          List<String> names) {
    Gazetteer gazetteer = Gazetteer.load();
    List<Entry> found = new ArrayList<>();
    for (String name : names) {
      gazetteer.entry(name).ifPresent(found::add);
      gazetteer.body(name).ifPresent(found::add);
      found.addAll(gazetteer.named(name));
    }
    if (found.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    entente.console().result(EntryRow.COLUMNS);
    found.forEach(entry -> entente.console().result(EntryRow.format(entry)));
    return ExitCode.OK;
  }

  @Command(
      name = "build",
      description = {
        "Compile the index of people, places and organizations from lists of facts and from the"
            + " leaders that are listed by hand in the program.",
        "A list has a line of column names and then one entity a line, separated by tabs: qid, type"
            + " (person, organization, place or country), label, aliases separated by |,"
            + " description, country code, latitude, longitude, importance from 0 to 1."
      },
      footerHeading = "%nExample:%n",
      footer = {
        "  entente gazetteer build --facts gazetteer.tsv.gz \\",
        "    --output extractor/src/main/resources/org/entente/analysis/gazetteer/entries.idx.gz"
      })
  int build(
      @Option(
              names = "--facts",
              paramLabel = "FILE",
              required = true,
              description = "A list of facts; may be given several times. May end in .gz.")
          List<Path> facts,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FILE",
              required = true,
              description = "The index to write.")
          Path output)
      throws IOException {
    List<Entry> entries = new GazetteerCompiler().compile(facts);
    try (OutputStream out = Files.newOutputStream(output)) {
      EntryIndex.of(entries).write(out);
    }
    entente
        .console()
        .result(
            "%d entries, %d KB: %s".formatted(entries.size(), Files.size(output) >> 10, output));
    return ExitCode.OK;
  }
}
