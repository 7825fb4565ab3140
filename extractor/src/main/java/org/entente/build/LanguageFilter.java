package org.entente.build;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.analysis.language.LanguageGuess;
import org.entente.document.Document;
import org.entente.document.DocumentSink;
import org.entente.document.Problem;
import org.entente.document.Severity;

/** Hands on the documents that can be read, and passes over those in other languages. */
public final class LanguageFilter implements DocumentSink {
  private final DocumentSink next;
  private final LanguageGuess guess = new LanguageGuess();
  private final Map<String, Long> counts = new TreeMap<>();

  /**
   * Makes a filter.
   *
   * @param next takes the documents in English, and all problems
   */
  public LanguageFilter(DocumentSink next) {
    this.next = next;
  }

  @Override
  public void document(Document document) {
    Optional<String> language = guess.foreign(document.text());
    if (language.isEmpty()) {
      next.document(document);
      return;
    }
    counts.merge(language.get(), 1L, Long::sum);
    next.problem(
        new Problem(
            Severity.SKIPPED,
            document.origin(),
            "seems to be in " + language.get() + ", and English alone is read",
            "Read it all the same with --all-languages."));
  }

  @Override
  public void problem(Problem problem) {
    next.problem(problem);
  }

  /** Returns how many documents were passed over, by the English name of their language. */
  public Map<String, Long> counts() {
    return counts;
  }
}
