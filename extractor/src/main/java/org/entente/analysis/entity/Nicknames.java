package org.entente.analysis.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.annotation.Token;

/** Finds another name that the text says somebody goes by: "Mohamed Mohamed, known as Farmajo". */
final class Nicknames {
  private final Map<String, Set<String>> words;

  Nicknames(Knowledge knowledge) {
    this.words = knowledge.words();
  }

  /** Returns the token after the name whose other name begins at that token, or 0. */
  int bearer(List<Token> tokens, int begin) {
    int at = begin - 1;
    while (at >= 0 && words.get("quote").contains(tokens.get(at).form())) {
      at--;
    }
    boolean as = at >= 0 && tokens.get(at).lower().equals("as");
    at = as ? at - 1 : at;
    if (at < 0 || !words.get(as ? "known" : "nicknamed").contains(tokens.get(at).lower())) {
      return 0;
    }
    at--;
    while (at >= 0
        && (Set.of("ADV", "AUX").contains(tokens.get(at).tag())
            || words.get("better-known").contains(tokens.get(at).lower()))) {
      at--;
    }
    return at >= 0 && Set.of(",", "(").contains(tokens.get(at).form()) ? at : at + 1;
  }
}
