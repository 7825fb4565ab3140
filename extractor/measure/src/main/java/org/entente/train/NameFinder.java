package org.entente.train;

import java.util.List;
import org.entente.analysis.name.NameSpan;

/** One of the programs that are compared. */
@FunctionalInterface
interface NameFinder {
  /**
   * Finds the names of one document.
   *
   * @param sentences the tokens of its sentences, none of them empty
   * @return the names in order, without overlap
   */
  List<NameSpan> names(List<List<String>> sentences);

  /**
   * Returns a finder whose names are mapped to the guideline that the annotation of every text was
   * mapped to, so that no program loses for titles inside of names or for demonyms.
   */
  default NameFinder byGuideline() {
    return sentences -> Spans.byGuideline(sentences, names(sentences));
  }
}
