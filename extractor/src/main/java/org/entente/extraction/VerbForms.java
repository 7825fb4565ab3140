package org.entente.extraction;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The inflected forms of the verbs that the pattern files name. The lemmatizer guesses at rare
 * forms ("conferred"); a pattern must not be lost to that.
 */
final class VerbForms {
  private final Map<String, String> lemmaOf = new HashMap<>();

  VerbForms(Set<String> lemmas) {
    Map<String, Set<String>> irregular = new HashMap<>();
    for (Map<String, String> row : Table.read("irregular.tsv").rows()) {
      irregular.put(row.get("lemma"), Table.words(row.get("forms")));
    }
    for (String lemma : lemmas) {
      irregular.getOrDefault(lemma, Set.of()).forEach(f -> lemmaOf.putIfAbsent(f, lemma));
    }
    for (String lemma : lemmas) {
      // Who has a past of its own has none by rule: "seed" is no form of "see".
      boolean past =
          irregular.getOrDefault(lemma, Set.of()).stream().allMatch(f -> f.endsWith("ing"));
      regular(lemma, past).forEach(f -> lemmaOf.putIfAbsent(f, lemma));
    }
  }

  /** The verb of which a lower-case word is a form, or null. */
  String lemma(String form) {
    return lemmaOf.get(form);
  }

  private static Set<String> regular(String lemma, boolean past) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(lemma);
    boolean consonantY = lemma.matches(".*[^aeiou]y");
    String stem = lemma.substring(0, lemma.length() - 1);
    if (consonantY) {
      forms.add(stem + "ies");
    } else if (lemma.matches(".*(s|sh|ch|x|z|o)")) {
      forms.add(lemma + "es");
    } else {
      forms.add(lemma + "s");
    }
    boolean mute = lemma.endsWith("e") && !lemma.endsWith("ee");
    forms.add((mute ? stem : lemma) + "ing");
    if (past) {
      forms.add(consonantY ? stem + "ied" : lemma.endsWith("e") ? lemma + "d" : lemma + "ed");
    }
    return forms;
  }
}
