package org.entente.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.analysis.name.NameSpan;
import org.entente.annotation.TokenRange;

/** Makes names of what other programs put out. */
final class Spans {
  private Spans() {}

  /**
   * Reads a label a token, without marks of beginning and end: neighbours with one label are one
   * name.
   *
   * @param sentence number of the sentence
   * @param labels the labels; those that are no type of the guideline mark no name
   */
  static List<NameSpan> ofLabels(int sentence, List<String> labels) {
    List<NameSpan> names = new ArrayList<>();
    int begin = 0;
    while (begin < labels.size()) {
      String label = labels.get(begin);
      int end = begin + 1;
      while (end < labels.size() && labels.get(end).equals(label)) {
        end++;
      }
      TokenRange range = new TokenRange(sentence, begin, end);
      Guideline.type(label).ifPresent(type -> names.add(new NameSpan(range, type, 1)));
      begin = end;
    }
    return names;
  }

  /** Strips titles and articles of names, and drops demonyms, as in the texts' annotation. */
  static List<NameSpan> byGuideline(List<List<String>> sentences, List<NameSpan> names) {
    List<NameSpan> mapped = new ArrayList<>();
    for (NameSpan name : names) {
      TokenRange range = name.range();
      Optional<TaggedName> kept =
          Guideline.names(
                  sentences.get(range.sentence()),
                  List.of(new TaggedName(range.begin(), range.end(), name.type())))
              .stream()
              .findFirst();
      kept.ifPresent(
          k ->
              mapped.add(
                  new NameSpan(
                      new TokenRange(range.sentence(), k.begin(), k.end()),
                      k.type(),
                      name.probability())));
    }
    return mapped;
  }
}
