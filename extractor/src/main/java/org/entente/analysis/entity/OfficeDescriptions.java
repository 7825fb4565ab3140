package org.entente.analysis.entity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Token;

/** Makes mentions of offices and groups that no name stands beside: "the Cuban president". */
final class OfficeDescriptions {
  private final Map<String, Set<String>> words;

  OfficeDescriptions(Knowledge knowledge) {
    this.words = knowledge.words();
  }

  /** Returns the mention, or nothing where the words say too little of whom they mean. */
  Optional<Draft> describe(int number, OfficePhrase phrase) {
    boolean group = phrase.title.is(TitleClass.GROUP);
    int nounBegin = phrase.begin;
    boolean again = words.get("definite").contains(phrase.determiner);
    if (group
        && !phrase.title.office()
        && phrase.holders.isEmpty()
        && phrase.count == 0
        && !again
        && !words.get("single").contains(phrase.title.phrase())) {
      if (!words.get("government").contains(phrase.title.phrase())) {
        return Optional.empty();
      }
    }
    if (phrase.title.plural()
        && phrase.holders.isEmpty()
        && phrase.count == 0
        && phrase.sides == 0
        && !again
        && !phrase.determiner.equals("their")
        && !phrase.determiner.equals("both")) {
      return Optional.empty();
    }
    if (phrase.title.plural() && words.get("private").contains(phrase.title.phrase())) {
      return Optional.empty();
    }
    if (!group && predicate(phrase)) {
      return Optional.empty();
    }
    if (!group
        && phrase.determiner.isEmpty()
        && phrase.holders.isEmpty()
        && phrase.count == 0
        && phrase.sides == 0) {
      return Optional.empty();
    }
    while (nounBegin < phrase.end
        && phrase.owner[nounBegin] == null
        && words.get("determiner").contains(phrase.tokens.get(nounBegin).lower())) {
      nounBegin++;
    }
    if (nounBegin >= phrase.end) {
      return Optional.empty();
    }
    Draft draft =
        new Draft(
            number,
            nounBegin,
            phrase.end,
            MentionForm.NOMINAL,
            EntityType.PERSON,
            Words.text(phrase.tokens, nounBegin, phrase.end));
    draft.wholeBegin = phrase.begin;
    draft.wholeEnd = phrase.end;
    if (!phrase.holders.isEmpty()
        && phrase.holders.get(0).begin > phrase.begin
        && phrase.holders.get(0).end < phrase.end) {
      draft.description = Words.text(phrase.tokens, phrase.holders.get(0).begin, phrase.end);
    }
    draft.office = phrase.office;
    draft.tenure = phrase.tenure;
    draft.determiner = phrase.determiner;
    draft.others.addAll(phrase.others);
    draft.sides = phrase.sides;
    draft.count = phrase.count;
    draft.plural = phrase.title.plural() || group && phrase.count > 0;
    draft.gender = phrase.title.gender();
    for (Draft holder : phrase.holders) {
      draft.represents.add(holder.label());
    }
    boolean body = !phrase.holders.isEmpty() && phrase.holders.get(0).polity == null;
    boolean single = words.get("single").contains(phrase.title.phrase()) && !phrase.title.plural();
    draft.group =
        group && !single && (!phrase.holders.isEmpty() || phrase.count == 0)
            || body && phrase.title.plural()
            || phrase.title.plural()
                && !phrase.title.is(TitleClass.HEAD)
                && !minister(phrase)
                && !phrase.holders.isEmpty();
    return Optional.of(draft);
  }

  private static boolean minister(OfficePhrase phrase) {
    return phrase.title.phrase().contains("minister")
        || phrase.title.phrase().contains("secretary");
  }

  /** "is the president", "elected president": said of somebody, refers to nobody new. */
  private boolean predicate(OfficePhrase phrase) {
    if (phrase.begin == 0) {
      return false;
    }
    Token before = phrase.tokens.get(phrase.begin - 1);
    boolean acts =
        before.lower().equals("as")
            && phrase.determiner.equals("the")
            && phrase.end < phrase.tokens.size()
            && Set.of("VERB", "AUX").contains(phrase.tokens.get(phrase.end).tag());
    return !acts && words.get("copula").contains(before.lemma()); // "as the president arrives"
  }
}
