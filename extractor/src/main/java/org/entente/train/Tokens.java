package org.entente.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a corpus's tokens to the form that {@code analysis.text} gives: straight quotes, plain
 * brackets, hyphen compounds in one token, "U.S." in one token.
 */
final class Tokens {
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("``", "\""),
          Map.entry("''", "\""),
          Map.entry("“", "\""),
          Map.entry("”", "\""),
          Map.entry("‘", "'"),
          Map.entry("’", "'"),
          Map.entry("-LRB-", "("),
          Map.entry("-RRB-", ")"),
          Map.entry("–", "-"),
          Map.entry("—", "-"),
          Map.entry("--", "-"));

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Gov", "Rep", "Col", "Lt", "Maj", "Capt", "Sgt",
          "Prof", "Rev", "Hon", "St", "Jr", "Sr");

  private Tokens() {}

  /**
   * Joins the parts of hyphen compounds ("Suk", "-", "yeol") and repairs the forms. A name that is
   * only a part of a compound ("Oxford-trained", "US-China") is none. Where the corpus does not
   * tell hyphens from dashes, one between a name and a capital that does not belong to it is a
   * dash. A name whose bound falls inside of another joined token is widened to it.
   *
   * @param tokens the corpus's tokens
   * @param names its names
   * @param glued for each token whether it touches the next one, or null where the corpus does not
   *     say so; then every hyphen between words joins them
   */
  static TaggedSentence sentence(List<String> tokens, List<TaggedName> names, boolean[] glued) {
    List<String> forms = new ArrayList<>();
    int[] owner = new int[tokens.size()];
    for (int k = 0; k < names.size(); k++) {
      Arrays.fill(owner, names.get(k).begin(), names.get(k).end(), k + 1);
    }
    boolean[] inside = new boolean[tokens.size() + 1];
    int[] to = new int[tokens.size() + 1];
    int i = 0;
    while (i < tokens.size()) {
      StringBuilder form = new StringBuilder(form(tokens.get(i)));
      to[i] = forms.size();
      int j = i + 1;
      while (j < tokens.size() && (glued == null && follows(tokens, j))) {
        form.append(form(tokens.get(j)));
        to[j] = forms.size();
        j++;
      }
      while (j + 1 < tokens.size()
          && joins(tokens, glued, j)
          && (glued != null || !dash(tokens, names, owner, j))) {
        form.append('-').append(form(tokens.get(j + 1)));
        inside[j] = true;
        inside[j + 1] = true;
        to[j] = forms.size();
        to[j + 1] = forms.size();
        j += 2;
      }
      forms.add(form.toString());
      i = j;
    }
    to[tokens.size()] = forms.size();
    List<TaggedName> moved = new ArrayList<>();
    int last = 0;
    for (TaggedName name : names) {
      if (inside[name.begin()] || inside[name.end()]) {
        continue;
      }
      int begin = to[name.begin()];
      int end = to[name.end() - 1] + 1;
      if (begin >= last) {
        moved.add(new TaggedName(begin, end, name.type()));
        last = end;
      }
    }
    return new TaggedSentence(forms, Guideline.names(forms, moved));
  }

  /** Tells whether a token was cut off the one before it: "Mr" + ".", "'" + "s". */
  private static boolean follows(List<String> tokens, int i) {
    String before = tokens.get(i - 1);
    String token = tokens.get(i);
    return token.equals(".") && ABBREVIATIONS.contains(before)
        || token.equals(".")
            && before.length() == 1
            && Character.isUpperCase(before.charAt(0))
            && i + 1 < tokens.size()
            && Character.isUpperCase(tokens.get(i + 1).charAt(0))
            && !before.equals("I")
        || token.equals("s") && (before.equals("'") || before.equals("’"));
  }

  /** Tells whether a hyphen with a name on one side, or two names, stands for a dash. */
  private static boolean dash(
      List<String> tokens, List<TaggedName> names, int[] owner, int hyphen) {
    int before = owner[hyphen - 1];
    int after = owner[hyphen + 1];
    if (before == after) {
      return false;
    }
    if (before > 0 && after > 0) {
      return names.get(before - 1).length() > 1 || names.get(after - 1).length() > 1;
    }
    String outside = tokens.get(before > 0 ? hyphen + 1 : hyphen - 1);
    return Character.isUpperCase(outside.charAt(0));
  }

  private static boolean joins(List<String> tokens, boolean[] glued, int hyphen) {
    String mark = tokens.get(hyphen);
    if (!(mark.equals("-") || mark.equals("–") && glued != null)) {
      return false;
    }
    char before = tokens.get(hyphen - 1).charAt(tokens.get(hyphen - 1).length() - 1);
    char after = tokens.get(hyphen + 1).charAt(0);
    return Character.isLetterOrDigit(before)
        && Character.isLetterOrDigit(after)
        && (glued == null || glued[hyphen - 1] && glued[hyphen]);
  }

  private static String form(String token) {
    String form = FORMS.get(token);
    return form == null ? token.replace('’', '\'').replace('‘', '\'') : form;
  }
}
