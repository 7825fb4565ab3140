package org.entente.train;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.analysis.name.NameTagger;
import org.entente.rdf.Iris;

/** The Markdown page that goes with a model: what it was trained on, how, and how good it is. */
record ModelCard(
    TrainNamesSettings settings,
    Map<String, List<TaggedDocument>> corpora,
    List<NameFigures> figures,
    Path model) {

  private static final String BASELINES = "name-baselines.tsv";

  /** What was measured apart from training, as part of a page. */
  private static final String COMPARISON = "name-comparison.md";

  /** Returns the page. */
  String text() throws IOException {
    StringBuilder card = new StringBuilder();
    card.append("# Name model ").append(NameTagger.MODEL).append("\n\n");
    card.append(
        "Finds people, organizations and places in English news. A conditional random field over BILOU\n"
            + "tags; features: words, affixes, shapes, Brown clusters, name lists, words that say what a\n"
            + "name is (\"River\", \"Ltd\"), runs of capitalised words and what the rest of the document\n"
            + "shows of a word. The class NameModel describes the format of the file.\n\n");
    card.append(
            "Guideline: names without titles and articles; demonyms are no names; countries and\n")
        .append(
            "facilities are places; parties, ministries, agencies, media, armed groups and companies\n")
        .append("are organizations; \"U.S.\" and hyphen compounds are one token.\n\n");
    card.append(
        "## Trained on\n\n| corpus | sentences | names | licence |\n| --- | --: | --: | --- |\n");
    corpora.forEach(
        (name, documents) ->
            card.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %s |%n",
                    name,
                    documents.stream().mapToInt(d -> d.sentences().size()).sum(),
                    documents.stream().mapToInt(d -> d.names().size()).sum(),
                    NameCorpora.LICENCES.getOrDefault(name, "own"))));
    card.append(
        "\nName lists: Wikidata exports (CC0) and Natural Earth (public domain). Brown clusters:\n"
            + "clearnlp-global-lexica 3.1 (Apache-2.0).\n\n");
    card.append("Command: `entente train names DATA --output DIR`, ")
        .append(settings.iterations())
        .append(" iterations, cutoff ")
        .append(settings.cutoff())
        .append(", seed ")
        .append(settings.seed())
        .append(".\n\nSHA-256 ")
        .append(Iris.hash(Files.readAllBytes(model)))
        .append(", ")
        .append(Files.size(model))
        .append(
            " bytes.\n\n## Figures\n\nExact bounds and exact type, percent; the last three columns are F1.\n")
        .append("None of these texts was trained on.\n\n")
        .append(NameFigures.table(figures))
        .append(baselines());
    card.append('\n');
    lines(COMPARISON).forEach(line -> card.append(line).append('\n'));
    card.append(
        "\n## Limits\n\nEnglish only. Names of companies and local bodies from outside of the news of states are\n"
            + "found least well. A headline in capitals is read by context and lists alone.\n");
    return card.toString();
  }

  /** The figures beside those of other systems, on the texts where these were measured. */
  private String baselines() throws IOException {
    StringBuilder table = new StringBuilder();
    for (String line : lines(BASELINES)) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] row = line.split("\t", -1);
      if (row[0].equals("text")) {
        table.append("\nBeside other systems, F1 in percent:\n\n| text | this model |");
        table.append(" person | organization | ");
        table.append(String.join(" | ", List.of(row).subList(1, row.length)));
        table.append(" |\n| --- |").append(" --: |".repeat(row.length + 2)).append('\n');
        continue;
      }
      for (NameFigures figure : figures) {
        if (figure.text().equals(row[0])) {
          table.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %.1f | %.1f | %.1f | %s |%n",
                  row[0],
                  100 * figure.all().f1(),
                  100 * figure.person().f1(),
                  100 * figure.organization().f1(),
                  String.join(" | ", List.of(row).subList(1, row.length))));
        }
      }
    }
    return table.toString();
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream stream = ModelCard.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new FileNotFoundException("The file " + name + " is missing from the program.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
