package org.entente.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.entente.analysis.name.NameSpan;
import org.entente.annotation.EntityType;
import org.entente.annotation.TokenRange;

/**
 * OpenNLP's name finder as it comes, with its default features, trained on the same open corpora as
 * the program's model.
 */
final class PlainOpenNlpNames implements NameFinder {
  private final TokenNameFinderModel model;

  private PlainOpenNlpNames(TokenNameFinderModel model) {
    this.model = model;
  }

  /**
   * Trains one.
   *
   * @param data the folder of corpora, as {@link NameCorpora} describes it
   * @throws IOException naming the file that cannot be read
   */
  static PlainOpenNlpNames train(Path data) throws IOException {
    List<TaggedDocument> documents = new ArrayList<>();
    new NameCorpora(data).training().values().forEach(documents::addAll);
    Collections.shuffle(documents, new Random(1));
    List<NameSample> samples = new ArrayList<>();
    for (TaggedDocument document : documents) {
      boolean first = true;
      for (TaggedSentence sentence : document.sentences()) {
        samples.add(
            new NameSample(
                sentence.tokens().toArray(String[]::new),
                sentence.names().stream()
                    .map(name -> new Span(name.begin(), name.end(), label(name.type())))
                    .toArray(Span[]::new),
                first));
        first = false;
      }
    }
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, PerceptronTrainer.PERCEPTRON_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 30);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put("PrintMessages", false);
    return new PlainOpenNlpNames(
        NameFinderME.train(
            "en",
            null,
            ObjectStreamUtils.createObjectStream(samples),
            parameters,
            new TokenNameFinderFactory(null, null, new BilouCodec())));
  }

  private static String label(EntityType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<NameSpan> names(List<List<String>> sentences) {
    NameFinderME finder = new NameFinderME(model);
    List<NameSpan> names = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      for (Span span : finder.find(sentences.get(s).toArray(String[]::new))) {
        names.add(
            new NameSpan(
                new TokenRange(s, span.getStart(), span.getEnd()),
                Guideline.type(span.getType()).orElseThrow(),
                span.getProb()));
      }
    }
    return names;
  }
}
