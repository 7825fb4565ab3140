package org.entente.analysis.time;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A rule of {@code time-rules.txt}, whose header explains the language.
 *
 * @param id identifier, unique in the file
 * @param pattern what it matches in a sentence's words in lower case with one space between them
 * @param marked whether the pattern marks the expression inside the match by a group "x"
 * @param groups names of the pattern's groups
 * @param value what it means
 * @param examples texts that match
 * @param counterexamples texts that must not match this rule
 */
record TimeRule(
    String id,
    Pattern pattern,
    boolean marked,
    List<String> groups,
    Value value,
    List<Example> examples,
    List<String> counterexamples) {
  TimeRule {
    groups = List.copyOf(groups);
    examples = List.copyOf(examples);
    counterexamples = List.copyOf(counterexamples);
  }

  /**
   * A text that a rule must read.
   *
   * @param published day of publication, or "-" for none
   * @param text the text
   * @param words the words of the expression
   * @param expected "2025-08-15", "2025-08-11..2025-08-17", a duration such as "PT90M", or "-" for
   *     an expression with no bounds
   */
  record Example(String published, String text, String words, String expected) {}
}
