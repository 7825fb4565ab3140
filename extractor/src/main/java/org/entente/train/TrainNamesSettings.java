package org.entente.train;

import java.nio.file.Path;
import java.util.List;

/**
 * What to train a name model on, and how.
 *
 * @param data the folder of corpora, as {@link NameCorpora} describes it
 * @param annotated files of own annotated text in the format of {@link AnnotatedText}, trained on
 *     beside the corpora and the project's own sentences
 * @param output the folder for the model and its card; made where it is missing
 * @param iterations passes over the data, at least 1
 * @param cutoff how often a feature must occur to be kept, at least 1
 * @param seed of the order of the documents
 */
public record TrainNamesSettings(
    Path data, List<Path> annotated, Path output, int iterations, int cutoff, long seed) {
  /** Copies the files; throws {@link IllegalArgumentException} on a number out of range. */
  public TrainNamesSettings {
    annotated = List.copyOf(annotated);
    if (iterations < 1 || cutoff < 1) {
      throw new IllegalArgumentException(
          "iterations and cutoff must be at least 1: " + iterations + ", " + cutoff);
    }
  }

  /** Returns the settings of the shipped model. */
  public static TrainNamesSettings shipped(Path data, Path output) {
    return new TrainNamesSettings(data, List.of(), output, 10, 2, 17);
  }
}
