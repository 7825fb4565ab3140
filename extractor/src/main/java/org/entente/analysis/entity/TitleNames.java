package org.entente.analysis.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.Token;

/** Tells titles that are given names ("Shah Mehmood Qureshi") from titles. */
final class TitleNames {
  private final Titles titles;
  private final Map<String, Set<String>> words;

  TitleNames(Knowledge knowledge) {
    this.titles = knowledge.titles();
    this.words = knowledge.words();
  }

  /** "Foreign Minister Shah Mehmood Qureshi", "Prince Sultan": a title's word as a given name. */
  boolean at(List<Token> tokens, int at) {
    if (!words.get("title-name").contains(tokens.get(at).lower())
        || !Words.isCapital(tokens.get(at))) {
      return false;
    }
    if (at + 1 < tokens.size() && words.get("of-father").contains(tokens.get(at + 1).lower())) {
      return true;
    }
    for (int begin = at - 1; begin >= Math.max(0, at - 6); begin--) {
      Optional<Titles.Match> title = titles.at(tokens, begin);
      if (title.isPresent()
          && (title.get().end() == at
              || title.get().end() == at - 1 && tokens.get(at - 1).form().equals(","))
          && (title.get().office() || title.get().is(TitleClass.HONORIFIC))) {
        return true;
      }
    }
    return false;
  }
}
