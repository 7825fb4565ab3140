package org.entente.train;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.SentenceUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.analysis.name.NameSpan;

/**
 * The names that Stanford CoreNLP's classifier of people, organizations and places finds in given
 * sentences and tokens (Finkel, Grenager and Manning, 2005).
 */
final class CoreNlpNames implements NameFinder {
  static final String MODEL = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  private final CRFClassifier<CoreLabel> classifier;

  private CoreNlpNames(CRFClassifier<CoreLabel> classifier) {
    this.classifier = classifier;
  }

  /**
   * Loads the model from the class path.
   *
   * @throws UncheckedIOException when it is not there
   */
  static CoreNlpNames load() {
    try {
      return new CoreNlpNames(CRFClassifier.getClassifier(MODEL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the model is of another version of CoreNLP", e);
    }
  }

  /** Returns the name and version of the program. */
  static String version() {
    return "CoreNLP " + CRFClassifier.class.getPackage().getImplementationVersion();
  }

  @Override
  public List<NameSpan> names(List<List<String>> sentences) {
    List<NameSpan> names = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      List<CoreLabel> labelled =
          classifier.classifySentence(
              SentenceUtils.toCoreLabelList(sentences.get(s).toArray(String[]::new)));
      names.addAll(
          Spans.ofLabels(
              s,
              labelled.stream()
                  .map(token -> token.get(CoreAnnotations.AnswerAnnotation.class))
                  .toList()));
    }
    return names;
  }
}
