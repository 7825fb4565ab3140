package org.entente.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.entente.analysis.name.NameSpan;
import org.entente.analysis.name.NameTagger;
import org.entente.annotation.EntityType;

/** Measures a name tagger on the texts that no model is trained on. */
public final class NameEvaluation {
  private NameEvaluation() {}

  /**
   * Measures on every test text that the folder holds, and on the project's own test split.
   *
   * @param data the folder of corpora, as {@link NameCorpora} describes it
   * @param tagger the tagger
   * @return the figures, a text each; a text that is not there is left out
   * @throws IOException naming the file that cannot be read
   */
  public static List<NameFigures> run(Path data, NameTagger tagger) throws IOException {
    List<NameFigures> figures = new ArrayList<>();
    for (Map.Entry<String, List<TaggedDocument>> text :
        new NameCorpora(data).testing().entrySet()) {
      figures.add(measure(text.getKey(), tagger, text.getValue()));
    }
    figures.add(measure("own test split", tagger, AnnotatedText.ownTesting()));
    return figures;
  }

  /** Compares the tagger's names with the annotated ones. */
  public static NameFigures measure(
      String text, NameTagger tagger, List<TaggedDocument> documents) {
    return measure(text, tagger::tagForms, documents);
  }

  /**
   * Compares names with the annotated ones.
   *
   * @param text what to call the text in the figures
   * @param tagger finds the names of a document in the tokens of its sentences
   * @param documents the text
   */
  static NameFigures measure(
      String text,
      Function<List<List<String>>, List<NameSpan>> tagger,
      List<TaggedDocument> documents) {
    Map<EntityType, Score> scores = new EnumMap<>(EntityType.class);
    for (TaggedDocument document : documents) {
      Set<NameSpan> annotated = new HashSet<>(document.names());
      for (NameSpan name : annotated) {
        scores.merge(name.type(), new Score(0, 0, 1), Score::plus);
      }
      for (NameSpan name : tagger.apply(document.forms())) {
        boolean right = annotated.contains(new NameSpan(name.range(), name.type(), 1));
        scores.merge(name.type(), new Score(right ? 1 : 0, 1, 0), Score::plus);
      }
    }
    Score none = new Score(0, 0, 0);
    return new NameFigures(
        text,
        scores.getOrDefault(EntityType.PERSON, none),
        scores.getOrDefault(EntityType.ORGANIZATION, none),
        scores.getOrDefault(EntityType.PLACE, none));
  }
}
