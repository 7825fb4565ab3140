package org.entente.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.analysis.name.NameTagger;

/** The Markdown page that goes with a model: what it was trained on, how, and how good it is. */
record ModelCard(
    TrainNamesSettings settings,
    Map<String, List<TaggedDocument>> corpora,
    List<NameFigures> figures,
    Path model) {

  /** Returns the page. */
  String text() throws IOException {
    StringBuilder card = new StringBuilder();
    card.append("# Name model ").append(NameTagger.MODEL).append("\n\n");
    card.append(
        "Finds people, organizations and places in English news. OpenNLP averaged perceptron over\n"
            + "BILOU tags; features: words, affixes, shapes, Brown clusters, name lists, runs of\n"
            + "capitalised words and what the rest of the document shows of a word.\n\n");
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
        .append(sha256(Files.readAllBytes(model)))
        .append(", ")
        .append(Files.size(model))
        .append(
            " bytes.\n\n## Figures\n\nExact bounds and exact type, percent; the last three columns are F1.\n")
        .append("None of these texts was trained on.\n\n")
        .append(NameFigures.table(figures));
    card.append(
        "\n## Limits\n\nEnglish only. Names of companies and local bodies from outside of the news of states are\n"
            + "found least well. A headline in capitals is read by context and lists alone.\n");
    return card.toString();
  }

  /** Returns the SHA-256 digest of the bytes in hexadecimal. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
