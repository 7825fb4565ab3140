package org.entente.train;

import java.nio.file.Path;
import java.util.List;

/**
 * What to train the models of meetings on, and how.
 *
 * @param files gold files
 * @param output the folder for the models; made where it is missing
 * @param iterations most passes over the data, at least 1
 * @param cutoff how often a feature must occur to be kept, at least 1
 * @param l2 weight of the quadratic penalty on the parameters, 0 or more
 */
public record TrainMeetingsSettings(
    List<Path> files, Path output, int iterations, int cutoff, double l2) {
  /** Copies the files; throws {@link IllegalArgumentException} on a number out of range. */
  public TrainMeetingsSettings {
    files = List.copyOf(files);
    if (iterations < 1 || cutoff < 1 || l2 < 0) {
      throw new IllegalArgumentException(
          "iterations and cutoff must be at least 1, l2 at least 0: "
              + iterations
              + ", "
              + cutoff
              + ", "
              + l2);
    }
  }
}
