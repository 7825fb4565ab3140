package org.entente.analysis.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.Polity;
import org.entente.analysis.gazetteer.Seat;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Token;

/**
 * Decides by context whether a country is a place or a party, and whether a capital or a seat of
 * power stands for the government in it.
 */
final class Metonyms {
  private final Gazetteer gazetteer;
  private final Titles titles;
  private final Map<String, Set<String>> words;

  Metonyms(Knowledge knowledge) {
    this.gazetteer = knowledge.gazetteer();
    this.titles = knowledge.titles();
    this.words = knowledge.words();
  }

  /** Sets type and form of the names of polities, capitals and seats in a sentence. */
  void decide(List<Token> tokens, List<Draft> names) {
    Draft before = null;
    for (Draft draft : names) {
      if (draft.form == MentionForm.NAME && draft.polity != null) {
        draft.type = place(tokens, draft, before) ? EntityType.PLACE : EntityType.POLITY;
      } else if (draft.form == MentionForm.NAME && draft.type == EntityType.PLACE) {
        metonym(tokens, draft, before);
      }
      before = draft;
    }
  }

  private void metonym(List<Token> tokens, Draft draft, Draft before) {
    Optional<Polity> polity = gazetteer.polityOfSeat(draft.text);
    Optional<Seat> seat = gazetteer.seat(draft.text);
    String of = seat.map(Seat::of).orElse("");
    if (polity.isEmpty() && of.isEmpty()) {
      return;
    }
    boolean building = seat.isPresent() && seat.get().kind() == Seat.Kind.SEAT;
    if (!acts(tokens, draft, before, building)) {
      return;
    }
    draft.form = MentionForm.METONYM;
    if (!of.isEmpty() && gazetteer.polityOfCode(of).isEmpty()) {
      draft.type = EntityType.ORGANIZATION;
      draft.body = gazetteer.body(of).orElse(null);
    } else {
      draft.type = EntityType.POLITY;
      draft.polity = of.isEmpty() ? polity.get() : gazetteer.polityOfCode(of).get();
    }
  }

  private boolean acts(List<Token> tokens, Draft draft, Draft before, boolean building) {
    if (place(tokens, draft, before)) {
      return false;
    }
    String previous = draft.begin > 0 ? word(tokens, draft.begin - 1) : "";
    if (words.get("polity-before").contains(previous)) {
      return true;
    }
    if (draft.end >= tokens.size()) {
      return false;
    }
    if (building
        && titles
            .at(tokens, draft.end)
            .filter(t -> t.office() || t.is(TitleClass.GROUP))
            .isPresent()) {
      // "Kremlin aide", "White House officials"
      return true;
    }
    if (previous.equals("and") && before != null && before.form == MentionForm.METONYM) {
      return true;
    }
    Token next = tokens.get(draft.end);
    if (next.form().equals("'s") && draft.end + 1 < tokens.size()) {
      for (int i = draft.end + 1; i < Math.min(tokens.size(), draft.end + 4); i++) {
        if (words.get("government-noun").contains(tokens.get(i).lower())) {
          return true;
        }
      }
      return false;
    }
    if (previous.equals(",") && draft.begin > 1 && isName(tokens.get(draft.begin - 2))) {
      return false;
    }
    int verb = draft.end;
    if (next.lower().equals("and") || next.form().equals(",")) {
      // "Moscow and Kyiv agreed"
      if (!next.lower().equals("and") || draft.end + 1 >= tokens.size()) {
        return false;
      }
      if (gazetteer.polityOfSeat(tokens.get(draft.end + 1).form()).isEmpty()
          && gazetteer.polity(tokens.get(draft.end + 1).form()).isEmpty()) {
        return false;
      }
      verb = draft.end + 2;
    }
    for (int i = verb; i < Math.min(tokens.size(), verb + 4); i++) {
      Token token = tokens.get(i);
      if (token.tag().equals("AUX") || token.tag().equals("ADV") || token.tag().equals("PART")) {
        continue;
      }
      return token.tag().equals("VERB")
          && (words.get("speech").contains(token.lemma()) || building);
    }
    return false;
  }

  private boolean place(List<Token> tokens, Draft draft, Draft before) {
    int at = draft.begin - 1;
    while (at >= 0
        && (tokens.get(at).lower().equals("the")
            || tokens.get(at).tag().equals("ADJ")
            || words.get("side-of-sky").contains(tokens.get(at).lower()))) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    String previous = word(tokens, at);
    if ((previous.equals("and") || previous.equals("or") || previous.equals(","))
        && before != null
        && before.form == MentionForm.NAME
        && before.type == EntityType.PLACE
        && before.end >= at - 1) {
      return true;
    }
    boolean possessive = draft.end < tokens.size() && tokens.get(draft.end).form().equals("'s");
    return words.get("place-before").contains(previous) && !possessive;
  }

  private static String word(List<Token> tokens, int i) {
    return tokens.get(i).lower();
  }

  private static boolean isName(Token token) {
    return Character.isUpperCase(token.form().charAt(0));
  }
}
