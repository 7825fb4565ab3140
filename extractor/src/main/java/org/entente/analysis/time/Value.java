package org.entente.analysis.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A parsed value of a rule: a function with arguments, such as {@code part(date($year, $month, -),
 * early)}. A word, number or group reference is a value without arguments.
 *
 * @param name the function, word, number, or "$" and the name of a group
 * @param arguments its arguments
 * @param call whether it is a function
 */
record Value(String name, List<Value> arguments, boolean call) {
  Value {
    arguments = List.copyOf(arguments);
  }

  /**
   * Parses a value.
   *
   * @throws IllegalArgumentException where the text is not one
   */
  static Value parse(String text) {
    int[] at = {0};
    Value value = parse(text, at);
    if (at[0] != text.length()) {
      throw new IllegalArgumentException(
          "unexpected \"" + text.substring(at[0]) + "\" in value: " + text);
    }
    return value;
  }

  /** Tells whether the value or a part of it is one of those functions. */
  boolean uses(Set<String> functions) {
    return call && functions.contains(name) || arguments.stream().anyMatch(a -> a.uses(functions));
  }

  private static Value parse(String text, int[] at) {
    skipSpaces(text, at);
    int begin = at[0];
    while (at[0] < text.length() && "(),".indexOf(text.charAt(at[0])) < 0) {
      at[0]++;
    }
    String name = text.substring(begin, at[0]).strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a name is missing at column " + begin + " of: " + text);
    }
    if (at[0] == text.length() || text.charAt(at[0]) != '(') {
      return new Value(name, List.of(), false);
    }
    List<Value> arguments = new ArrayList<>();
    do {
      at[0]++;
      skipSpaces(text, at);
      if (text.charAt(at[0]) != ')') {
        arguments.add(parse(text, at));
      }
    } while (at[0] < text.length() && text.charAt(at[0]) == ',');
    if (at[0] >= text.length()) {
      throw new IllegalArgumentException("a closing parenthesis is missing in: " + text);
    }
    at[0]++;
    skipSpaces(text, at);
    return new Value(name, arguments, true);
  }

  private static void skipSpaces(String text, int[] at) {
    while (at[0] < text.length() && text.charAt(at[0]) == ' ') {
      at[0]++;
    }
  }
}
