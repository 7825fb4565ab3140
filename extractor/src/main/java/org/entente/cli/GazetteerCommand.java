package org.entente.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.analysis.gazetteer.AddedEntries;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryIndex;
import org.entente.analysis.gazetteer.EntryRow;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.compile.DumpImport;
import org.entente.analysis.gazetteer.compile.DumpRules;
import org.entente.analysis.gazetteer.compile.GazetteerCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

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
  @Spec private CommandSpec spec;

  @Command(
      name = "find",
      description = "Print the people, places and organizations of a name or identifier, as rows.",
      footerHeading = "%nExample:%n",
      footer = "  entente gazetteer find \"George Bush\"")
  int find(
      @Parameters(paramLabel = "NAME", arity = "1..*", description = "A name, or a Q identifier.")
          List<String> names,
      @Mixin GazetteerOptions known)
      throws IOException {
    Gazetteer gazetteer = known.load();
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
        "Compile the index of people, places and organizations from lists of facts, from a dump of"
            + " Wikidata, from entries of your own and from the leaders that are listed by hand in the"
            + " program.",
        "A list of facts has a line of column names and then one entity a line, separated by tabs:"
            + " qid, type (person, organization, place or country), label, aliases separated by |,"
            + " description, country code, latitude, longitude, importance from 0 to 1.",
        "A dump is read once from beginning to end; a reading that was stopped goes on where it was."
            + " Use the index with --gazetteer."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  entente gazetteer build --dump latest-all.json.bz2 --output wikidata.idx.gz",
        "  entente gazetteer build --facts gazetteer.tsv.gz \\",
        "    --output extractor/src/main/resources/org/entente/analysis/gazetteer/entries.idx.gz"
      })
  int build(
      @Option(
              names = "--facts",
              paramLabel = "FILE",
              description = "A list of facts; may be given several times. May end in .gz.")
          List<Path> facts,
      @Option(
              names = "--dump",
              paramLabel = "FILE",
              description = "A JSON dump of Wikidata: .json, .json.gz or .json.bz2.")
          Path dump,
      @Option(
              names = "--rules",
              paramLabel = "FILE",
              description =
                  "Which items of the dump are kept, in the place of the program's own rules"
                      + " (see `entente gazetteer rules`).")
          Path rules,
      @Option(
              names = "--work",
              paramLabel = "DIR",
              description = "Where the reading of a dump notes its state (default: OUTPUT.work).")
          Path work,
      @Option(
              names = "--add",
              paramLabel = "FILE.tsv",
              description = "Rows of your own, as for `entente build --add`.")
          List<Path> added,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FILE",
              required = true,
              description = "The index to write.")
          Path output)
      throws IOException {
    if (facts == null && dump == null && added == null) {
      throw new ParameterException(
          spec.commandLine(), "Name what to compile: --facts, --dump or --add.");
    }
    List<Entry> others = new ArrayList<>();
    for (Path file : added == null ? List.<Path>of() : added) {
      others.addAll(AddedEntries.read(file));
    }
    if (dump != null) {
      Path folder = work == null ? Path.of(output + ".work") : work;
      others.addAll(
          new DumpImport(rules == null ? DumpRules.load() : DumpRules.load(rules), folder)
              .read(dump, new Reading()));
    }
    List<Entry> entries =
        new GazetteerCompiler().compile(facts == null ? List.of() : facts, others);
    Path draft = Path.of(output + ".new");
    try (OutputStream out = Files.newOutputStream(draft)) {
      EntryIndex.of(entries).write(out);
    }
    Files.move(draft, output, StandardCopyOption.REPLACE_EXISTING);
    entente
        .console()
        .result(
            "%d entries, %d KB: %s".formatted(entries.size(), Files.size(output) >> 10, output));
    return ExitCode.OK;
  }

  @Command(
      name = "rules",
      description = "Print which items of a dump are kept, to be changed and given with --rules.")
  int rules() {
    entente.console().result(DumpRules.text().stripTrailing());
    return ExitCode.OK;
  }

  /** Tells how the reading of a dump goes. */
  private final class Reading implements DumpImport.Listener {
    @Override
    public void progress(long entities, long kept, long done, long size) {
      entente
          .console()
          .stage(
              String.format(
                  Locale.ROOT,
                  "%,d entities read, %,d kept (%.1f%% of the file)",
                  entities,
                  kept,
                  size == 0 ? 100.0 : 100.0 * done / size));
    }

    @Override
    public void malformed(long number, String reason) {
      entente.console().problem("entity " + number + " cannot be read: " + reason, "");
    }
  }
}
