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
  /** Besides those of "after", words before an event at which something is decided. */
  private static final Set<String> SETTINGS = Set.of("during", "despite", "spite");

  private static final Set<String> CLAUSE_ENDS = Set.of(";", "--", ":");
  private static final Set<String> DETERMINERS = Set.of("DET", "ADJ", "NUM", "PRON");
  private static final Set<String> NOMINAL =
      Set.of("ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "ADV", "PART");

  private final Map<String, Set<String>> words;

  Tense(Map<String, Set<String>> words) {
    this.words = words;
  }

  /**
   * Reads the tense around an expression.
   *
   * @param sentence the sentence
   * @param begin number of the expression's first token
   * @param end number after its last token
   */
  Direction of(Sentence sentence, int begin, int end) {
    List<Token> tokens = sentence.tokens();
    boolean possessive = end < tokens.size() && tokens.get(end).lower().equals("'s");
    for (int i = end; i < Math.min(tokens.size(), end + (possessive ? 3 : 1)); i++) {
      if (is("planned", tokens.get(i))) {
        return Direction.FUTURE; // Friday's planned talks
      }
    }
    if (possessive && !eventFollows(tokens, end + 1)) {
      return Direction.PAST; // to discuss Friday's attack
    }
    boolean near = true;
    boolean aimed = false;
    boolean event = false;
    boolean setting = false;
    for (int i = begin - 1; i >= 0; i--) {
      i = beforeAside(tokens, i);
      Token token = tokens.get(i);
      if (CLAUSE_ENDS.contains(token.form())) {
        break;
      }
      if (near && is("after", token)) {
        return possessive && i == 0 ? afterwards(sentence, end) : Direction.PAST;
      }
      near &= DETERMINERS.contains(token.tag()) || token.lower().equals("on");
      if (begin - i <= 3 && is("planned", token) && !becameWord(tokens, i)) {
        return Direction.FUTURE; // talks scheduled for Friday
      }
      if (token.lower().equals("of") && i > 0 && tokens.get(i - 1).lower().equals("ahead")) {
        return Direction.FUTURE;
      }
      if (verb(token) && possessive && isWord("forgone", tokens, i)) {
        return Direction.PRESENT; // called off Friday's talks
      }
      aimed |= Set.of("to", "for").contains(token.lower());
      event |= is("events", token);
      setting |= event && (is("after", token) || SETTINGS.contains(token.lower()));
      if (verb(token) && aimed && is("inviting", token)) {
        return Direction.FUTURE; // invited her to a summit in November
      }
      if (verb(token) && !tenseless(tokens, i)) {
        return setting && decided(tokens, i) ? Direction.PAST : group(sentence, i, 0);
      }
    }
    for (int i = end; i < tokens.size(); i++) {
      if (CLAUSE_ENDS.contains(tokens.get(i).form())) {
        break;
      }
      if (verb(tokens.get(i))) {
        return group(sentence, i, end);
      }
    }
    return Direction.PAST;
  }

  /** "met Ann Other, who heads a party, on Friday": the token before what tells who she is. */
  private static int beforeAside(List<Token> tokens, int comma) {
    if (!tokens.get(comma).form().equals(",")) {
      return comma;
    }
    int open = comma - 1;
    while (open > 0 && !tokens.get(open).form().equals(",")) {
      open--;
    }
    return open > 0 && Set.of("who", "whose", "which").contains(tokens.get(open + 1).lower())
        ? open - 1
        : comma;
  }

  /** "agreed to free them": the deed is still to come, the decision is taken. */
  private boolean decided(List<Token> tokens, int verb) {
    return verb > 1
        && tokens.get(verb - 1).lower().equals("to")
        && is("decided", tokens.get(verb - 2));
  }

  /** "After Friday's talks he will fly home": the talks too may be to come. */
  private Direction afterwards(Sentence sentence, int end) {
    List<Token> tokens = sentence.tokens();
    for (int i = end; i < tokens.size(); i++) {
      if (verb(tokens.get(i)) && !is("events", tokens.get(i))) {
        Direction main = group(sentence, i, end);
        return main == Direction.FUTURE ? Direction.EITHER : Direction.PAST;
      }
    }
    return Direction.PAST;
  }

  /** Tells whether the noun after a possessive is one that is held: "Friday's summit". */
  private boolean eventFollows(List<Token> tokens, int begin) {
    for (int i = begin; i < Math.min(tokens.size(), begin + 5); i++) {
      Token token = tokens.get(i);
      if (is("events", token)) {
        return true;
      }
      if (!NOMINAL.contains(token.tag())) {
        return false;
      }
    }
    return false;
  }

  /** Tells whether a verb of saying, not of planning, governs: "expected" in "as expected". */
  private static boolean becameWord(List<Token> tokens, int at) {
    return at > 0 && tokens.get(at - 1).lower().equals("as");
  }

  private boolean is(String list, Token token) {
    boolean name = list.equals("future") && Character.isUpperCase(token.form().charAt(0)); // "May"
    return !name && words.get(list).contains(token.lower());
  }

  /** Tells whether a word, alone or with the next one, is of a list: "called off". */
  private boolean isWord(String list, List<Token> tokens, int at) {
    return is(list, tokens.get(at))
        || at + 1 < tokens.size()
            && words.get(list).contains(tokens.get(at).lower() + "-" + tokens.get(at + 1).lower());
  }

  /**
   * A capital inside a sentence is a name that the tagger took for a verb: "to Joint Base Andrews".
   */
  private static boolean verb(Token token) {
    return token.tag().equals("AUX")
        || token.tag().equals("VERB") && !Character.isUpperCase(token.form().charAt(0));
  }

  /** The present of the third person: "takes", "sees". */
  private static boolean singular(Token verb) {
    return verb.tag().equals("VERB")
        && verb.lower().endsWith("s")
        && !verb.lower().equals(verb.lemma());
  }

  /** "became the first leader to visit", "is the highest-ranking envoy to come": a fact. */
  private boolean ranked(List<Token> tokens, int noun) {
    for (int i = noun; i >= 0 && NOMINAL.contains(tokens.get(i).tag()); i--) {
      if (is("ranks", tokens.get(i))) {
        return i == 0 || tokens.subList(0, i).stream().noneMatch(t -> is("future", t));
      }
    }
    return false;
  }

  /** "The summit taking place there": a verb in -ing alone, whose clause has another verb. */
  private boolean tenseless(List<Token> tokens, int verb) {
    return tokens.get(verb).lower().endsWith("ing")
        && (verb == 0 || !tokens.get(verb - 1).tag().equals("AUX"))
        && tokens.stream().limit(verb).anyMatch(Tense::verb);
  }

  /** Reads the verb group that has a verb at the place and begins at a token or after it. */
  private Direction group(Sentence sentence, int verb, int from) {
    List<Token> tokens = sentence.tokens();
    int first = verb;
    boolean to = false;
    // adverbs, "not", auxiliaries and "to" before the verb belong to its group
    for (int i = verb - 1; i >= from && i >= verb - 6; i--) {
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
    boolean past = false;
    boolean unfulfilled = tokens.get(first).lower().equals("had"); // had planned to meet in April
    for (int i = first; i <= last; i++) {
      Token token = tokens.get(i);
      if (is("future", token) && !unfulfilled) {
        return Direction.FUTURE;
      }
      past |= token.lemma().equals("have") && i < last || token.lower().equals("did");
    }
    if (to && !past) {
      int governor = first - 1;
      if (governor > 0
          && is("planned", tokens.get(governor))
          && tokens.get(governor - 1).lower().equals("had")) {
        return Direction.PAST;
      }
      return governor >= 0 && is("achieved", tokens.get(governor)) || ranked(tokens, governor)
          ? Direction.PAST
          : Direction.FUTURE;
    }
    Token head = tokens.get(verb);
    boolean base = head.lower().equals(head.lemma()) && head.tag().equals("VERB");
    if (base && first == verb && first > 1 && tokens.get(first - 1).tag().equals("CCONJ")) {
      for (int i = first - 2; i >= from; i--) {
        if (verb(tokens.get(i))) {
          return group(sentence, i, from); // will end the boycott and return Friday
        }
      }
    }
    if (sentence.kind() == BlockKind.HEADLINE || past) {
      return Direction.PAST;
    }
    if (head.lower().endsWith("ing")) {
      for (int i = first; i < verb; i++) {
        if (is("present", tokens.get(i))) {
          return is("states", head) ? Direction.PAST : Direction.PRESENT;
        }
      }
      return Direction.PAST;
    }
    boolean scheduled = isWord("schedule", tokens, verb) || singular(head) && !is("past", head);
    boolean copula = head.tag().equals("AUX") && is("present", head) && last == verb;
    return scheduled || copula ? Direction.PRESENT : Direction.PAST;
  }
}
