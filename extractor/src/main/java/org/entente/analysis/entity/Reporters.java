package org.entente.analysis.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * Finds the people who report and are no part of what they report: "VOA's Ana Ruiz reports from
 * Lima", "correspondent Ana Ruiz", and the names in bylines and credits.
 */
final class Reporters {
  /** A byline or credit holds hardly more than names. */
  private static final int BYLINE = 14;

  private final Map<String, Set<String>> words;
  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;

  Reporters(Knowledge knowledge, Story story) {
    this.words = knowledge.words();
    this.sentences = story.sentences();
    this.drafts = story.drafts();
  }

  /** Marks their entities. */
  void mark() {
    for (int s = 0; s < sentences.size(); s++) {
      List<Token> tokens = sentences.get(s).tokens();
      boolean byline = byline(s, tokens);
      for (Draft draft : drafts.get(s)) {
        if (draft.isPersonName()
            && draft.entities.size() == 1
            && draft.office.isEmpty()
            && (byline
                || outlet(s, tokens, draft)
                || trade(tokens, draft)
                || reports(tokens, draft))) {
          draft.entities.get(0).reporter = true;
        }
      }
    }
  }

  /** "By Ana Ruiz", "Reporting by Ana Ruiz; editing by Jonas Berg", "Photo: Ana Ruiz/AP". */
  private boolean byline(int s, List<Token> tokens) {
    boolean alone = s == 0 || sentences.get(s - 1).paragraph() != sentences.get(s).paragraph();
    if (!alone || tokens.size() > BYLINE || tokens.size() < 2) {
      return false;
    }
    String first = tokens.get(0).lower();
    String second = tokens.get(1).lower();
    boolean verb = tokens.stream().anyMatch(t -> t.tag().equals("AUX"));
    return !verb
        && (first.equals("by") && Character.isUpperCase(tokens.get(1).form().charAt(0))
            || second.equals("by") && words.get("credit").contains(first)
            || second.equals(":") && words.get("credit").contains(first));
  }

  /** "VOA's Ana Ruiz", "VOA correspondent Ana Ruiz". */
  private boolean outlet(int s, List<Token> tokens, Draft person) {
    int at = person.begin - 1;
    while (at >= 0
        && (Words.isPossessive(tokens.get(at))
            || words.get("reporting").contains(tokens.get(at).lower()))) {
      at--;
    }
    int end = at + 1;
    return end < person.begin && drafts.get(s).stream().anyMatch(d -> d.reporter && d.end == end);
  }

  private boolean trade(List<Token> tokens, Draft person) {
    return person.begin > 0
        && words.get("reporting").contains(tokens.get(person.begin - 1).lower());
  }

  /** "Ana Ruiz reports from Lima", "Ana Ruiz has more". */
  private static boolean reports(List<Token> tokens, Draft person) {
    int at = person.end;
    if (at + 1 >= tokens.size()) {
      return false;
    }
    String verb = tokens.get(at).lower();
    String next = tokens.get(at + 1).lower();
    return Set.of("reports", "reporting").contains(verb)
            && Set.of("from", "for", ".").contains(next)
        || verb.equals("has") && Set.of("more", "details", "this").contains(next);
  }
}
