package org.entente.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import opennlp.tools.ml.maxent.GISTrainer;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import org.entente.analysis.Annotator;
import org.entente.analysis.name.NameTagger;
import org.entente.evaluate.Accuracy;
import org.entente.evaluate.MentionFigures;

/**
 * Prints, as Markdown, how well and how fast the program finds names beside Stanford CoreNLP and
 * beside OpenNLP as it comes. All get the same sentences and tokens and are judged by the same
 * annotation.
 */
public final class NamesBesideCoreNlp {
  private static final String ENTENTE = "Entente";
  private static final String OPENNLP = "plain OpenNLP";

  /** Learners of OpenNLP's and the passes over the data that each is given. */
  private static final Map<String, Integer> LEARNERS =
      new TreeMap<>(Map.of(PerceptronTrainer.PERCEPTRON_VALUE, 30, GISTrainer.MAXENT_VALUE, 100));

  private static final String BIOGRAPHIES = "GUM_bio";

  private NamesBesideCoreNlp() {}

  /**
   * Measures.
   *
   * @param args the folder of corpora, as the training of names reads it, and the file of annotated
   *     meetings; where one is not given, its part is skipped and said to be
   * @throws IOException naming the file that cannot be read
   */
  public static void main(String[] args) throws IOException {
    Optional<Path> data = input(args, 0);
    Optional<Path> gold = input(args, 1);
    if (data.isEmpty() && gold.isEmpty()) {
      say("SKIPPED: nothing is measured; give -Ddata=FOLDER and -Dgold=FILE.");
      return;
    }
    NameFinder coreNlp = loaded(CoreNlpNames.version(), CoreNlpNames::load);
    NameTagger tagger = loaded(ENTENTE, NameTagger::load);
    Map<String, NameFinder> finders = new LinkedHashMap<>();
    finders.put(CoreNlpNames.version(), coreNlp.byGuideline());
    if (data.isPresent()) {
      finders.put(OPENNLP, PlainOpenNlpNames.train(data.get()));
      for (Map.Entry<String, Integer> learner : LEARNERS.entrySet()) {
        NameTagger learned = OpenNlpLearner.train(learner.getKey(), learner.getValue(), data.get());
        finders.put(
            "OpenNLP's " + learner.getKey() + ", same text and features", learned::tagForms);
      }
    }
    finders.put(ENTENTE, tagger::tagForms);
    if (data.isPresent()) {
      texts(new NameCorpora(data.get()), coreNlp, finders);
    } else {
      say("SKIPPED: texts and speed; name the folder of corpora with -Ddata=FOLDER.");
    }
    if (gold.isPresent()) {
      parties(NamedParties.of(gold.get()), finders);
    } else {
      say("SKIPPED: parties of meetings; name the annotated documents with -Dgold=FILE.");
    }
  }

  /** Returns a file or folder of the command line; Maven gives an empty word for none. */
  private static Optional<Path> input(String[] args, int number) throws IOException {
    if (args.length <= number || args[number].isBlank()) {
      return Optional.empty();
    }
    Path path = Path.of(args[number]);
    if (!Files.exists(path)) {
      throw new IOException("There is no file or folder " + path.toAbsolutePath());
    }
    return Optional.of(path);
  }

  private static <T> T loaded(String name, Supplier<T> loader) {
    long begun = System.nanoTime();
    T loaded = loader.get();
    say(
        String.format(
            Locale.ROOT, "%s: loaded in %.1f s", name, (System.nanoTime() - begun) / 1e9));
    return loaded;
  }

  private static void texts(
      NameCorpora corpora, NameFinder rawCoreNlp, Map<String, NameFinder> finders)
      throws IOException {
    Map<String, List<TaggedDocument>> texts = new LinkedHashMap<>();
    corpora
        .testing()
        .forEach(
            (name, documents) -> {
              texts.put(name, documents);
              List<TaggedDocument> rest =
                  documents.stream().filter(d -> !d.id().startsWith(BIOGRAPHIES)).toList();
              if (rest.size() < documents.size()) {
                texts.put(name + " without biographies", rest);
              }
            });
    texts.put("own test split", AnnotatedText.ownTesting());
    List<NameFigures> figures = new ArrayList<>();
    texts.forEach(
        (text, documents) -> {
          figures.add(
              NameEvaluation.measure(
                  text + ": " + CoreNlpNames.version() + " as it is",
                  rawCoreNlp::names,
                  documents));
          finders.forEach(
              (name, finder) ->
                  figures.add(
                      NameEvaluation.measure(text + ": " + name, finder::names, documents)));
        });
    say("");
    say(NameFigures.table(figures));
    Map<String, NameFinder> raw = new LinkedHashMap<>(finders);
    raw.put(CoreNlpNames.version(), rawCoreNlp);
    List<TaggedDocument> all = texts.values().stream().flatMap(List::stream).distinct().toList();
    say("| tokens | " + String.join(" | ", raw.keySet()) + " | Entente by CoreNLP |");
    say("| --: |" + " --: |".repeat(raw.size() + 1));
    Map<String, Double> speeds = Speed.measure(raw, all);
    StringBuilder row = new StringBuilder("| " + Speed.tokens(all));
    speeds.values().forEach(v -> row.append(String.format(Locale.ROOT, " | %.0f", v)));
    double times = speeds.get(ENTENTE) / speeds.get(CoreNlpNames.version());
    say(row.append(String.format(Locale.ROOT, " | %.2f |", times)).toString());
  }

  private static void parties(NamedParties parties, Map<String, NameFinder> finders) {
    say("");
    say("| found by | parties | all | person | organization | state |");
    say("| --- | --: | --: | --: | --: | --: |");
    finders.forEach((name, finder) -> say(row(name, parties.found(finder))));
    Annotator annotator = Annotator.load();
    say(row(ENTENTE + ", mentions", parties.read(annotator::annotate)));
    say("");
    say(parties.described() + " parties are known by a description alone and left out.");
  }

  private static String row(String name, MentionFigures figures) {
    Map<String, Accuracy> found = figures.found();
    int right = found.values().stream().mapToInt(Accuracy::right).sum();
    int total = found.values().stream().mapToInt(Accuracy::total).sum();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %s | %s | %s |",
        name,
        total,
        new Accuracy(right, total).share(),
        share(found.get("person")),
        share(found.get("organization")),
        share(found.get("country")));
  }

  private static String share(Accuracy accuracy) {
    return accuracy == null
        ? "-"
        : String.format(Locale.ROOT, "%.3f of %d", accuracy.share(), accuracy.total());
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
