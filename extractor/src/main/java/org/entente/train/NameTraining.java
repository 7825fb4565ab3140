package org.entente.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.entente.analysis.name.NameExamples;
import org.entente.analysis.name.NameExamples.Example;

/**
 * The text that a name model is trained on, in an order that the seed decides.
 *
 * @param corpora documents by the name of their corpus, in the order of the model card
 * @param seed of the order and of the mistakes of a first reading
 */
record NameTraining(Map<String, List<TaggedDocument>> corpora, long seed) {
  private static final String OWN = "own sentences";

  /** The project's own sentences count this often, since they alone follow the guideline fully. */
  private static final int OWN_WEIGHT = 2;

  /**
   * Reads the corpora, the project's own sentences and the files of annotated text.
   *
   * @throws IOException naming the file that cannot be read
   */
  static NameTraining read(TrainNamesSettings settings) throws IOException {
    Map<String, List<TaggedDocument>> corpora =
        new LinkedHashMap<>(new NameCorpora(settings.data()).training());
    corpora.put(OWN, AnnotatedText.ownTraining());
    corpora.put("own sentences on organizations and politics", AnnotatedText.ownTopics());
    for (Path file : settings.annotated()) {
      try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        corpora.put(file.toString(), AnnotatedText.read(reader, file.toString()));
      }
    }
    return new NameTraining(corpora, settings.seed());
  }

  /** Hands over the sentences of all documents with their features, the same each time. */
  void examples(Consumer<Example> sink) {
    NameExamples examples = new NameExamples();
    Random chance = new Random(seed);
    for (TaggedDocument document : documents()) {
      examples.of(document.forms(), document.names(), chance).forEach(sink);
    }
  }

  private List<TaggedDocument> documents() {
    List<TaggedDocument> documents = new ArrayList<>();
    corpora.forEach(
        (name, corpus) -> {
          for (int i = 0; i < (name.equals(OWN) ? OWN_WEIGHT : 1); i++) {
            documents.addAll(corpus);
          }
        });
    Collections.shuffle(documents, new Random(seed));
    return documents;
  }
}
