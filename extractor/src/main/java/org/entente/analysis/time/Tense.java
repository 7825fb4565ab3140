package org.entente.analysis.time;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;
import org.entente.document.BlockKind;

/**
 * Tells whether the clause around a time expression speaks of what is to come. It looks at the verb
 * that governs the expression: the nearest one before it in the clause, else the nearest after it.
 */
final class Tense {
  private static final Set<String> CLAUSE_ENDS = Set.of(";", "--", ":");

  private final Map<String, Set<String>> words;

  Tense(Map<String, Set<String>> words) {
    this.words = words;
  }

  Direction of(Sentence sentence, int begin, int end) {
    List<Token> tokens = sentence.tokens();
    // "Friday's planned talks", "the planned Friday talks", "ahead of Friday's summit"
    for (int i = end; i < Math.min(tokens.size(), end + 3); i++) {
      if (is("planned", tokens.get(i))) {
        return Direction.FUTURE;
      }
    }
    for (int i = begin - 1; i >= Math.max(0, begin - 4); i--) {
      if (is("planned", tokens.get(i))) {
        return Direction.FUTURE;
      }
      if (verb(tokens.get(i))) {
        break;
      }
    }
    if (begin > 1 && tokens.get(begin - 1).lower().equals("of") && before(tokens, begin, "ahead")) {
      return Direction.FUTURE;
    }
    for (int i = begin - 1; i >= 0; i--) {
      if (CLAUSE_ENDS.contains(tokens.get(i).form())) {
        break;
      }
      if (verb(tokens.get(i))) {
        return group(sentence, i);
      }
    }
    for (int i = end; i < tokens.size(); i++) {
      if (CLAUSE_ENDS.contains(tokens.get(i).form())) {
        break;
      }
      if (verb(tokens.get(i))) {
        return group(sentence, i);
      }
    }
    return Direction.PAST;
  }

  private static boolean before(List<Token> tokens, int begin, String word) {
    return tokens.get(begin - 2).lower().equals(word);
  }

  private boolean is(String list, Token token) {
    return words.get(list).contains(token.lower());
  }

  private static boolean verb(Token token) {
    return token.tag().equals("VERB") || token.tag().equals("AUX");
  }

  /** Reads the verb group that has a verb at the place. */
  private Direction group(Sentence sentence, int verb) {
    List<Token> tokens = sentence.tokens();
    int first = verb;
    boolean to = false;
    // adverbs, "not", auxiliaries and "to" before the verb belong to its group
    for (int i = verb - 1; i >= 0 && i >= verb - 6; i--) {
      Token token = tokens.get(i);
      boolean marker = token.lower().equals("to") && !token.tag().equals("ADP");
      if (token.tag().equals("AUX")
          || token.tag().equals("ADV")
          || marker
          || token.tag().equals("PART") && !token.lower().equals("'s")
          || is("future", token)) {
        first = i;
        to |= marker;
      } else {
        break;
      }
    }
    int last = verb;
    while (last + 1 < tokens.size()
        && (verb(tokens.get(last + 1)) || tokens.get(last + 1).lower().equals("not"))) {
      last++;
    }
    boolean perfect = false;
    for (int i = first; i <= last; i++) {
      Token token = tokens.get(i);
      if (is("future", token)) {
        return Direction.FUTURE;
      }
      perfect |= token.lemma().equals("have");
    }
    if (to && !perfect) {
      int governor = first - 1;
      return governor >= 0 && is("achieved", tokens.get(governor))
          ? Direction.PAST
          : Direction.FUTURE;
    }
    Token head = tokens.get(verb);
    if (sentence.kind() == BlockKind.HEADLINE || perfect) {
      return Direction.PAST;
    }
    if (head.lower().endsWith("ing")) {
      for (int i = first; i < verb; i++) {
        if (is("present", tokens.get(i))) {
          return is("states", head) ? Direction.PAST : Direction.FUTURE;
        }
      }
      return Direction.PAST;
    }
    return is("schedule", head) ? Direction.FUTURE : Direction.PAST;
  }
}
