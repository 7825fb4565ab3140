package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.Polity;
import org.entente.analysis.name.NameSpan;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * Corrects and completes the names that the model found: polities, demonyms, bodies, outlets and
 * venues come from the gazetteer; titles leave the spans of people; parts of one name join.
 */
final class NameCompleter {
  private final Gazetteer gazetteer;
  private final SpanTrimmer trimmer;
  private final KnownNames known;
  private final ContextNames context;

  NameCompleter(Knowledge knowledge) {
    this.gazetteer = knowledge.gazetteer();
    this.trimmer = new SpanTrimmer(knowledge);
    this.known = new KnownNames(knowledge);
    this.context = new ContextNames(knowledge);
  }

  /** Returns the names of a sentence in order, none overlapping another. */
  List<Draft> complete(int number, Sentence sentence, List<NameSpan> spans) {
    List<Token> tokens = sentence.tokens();
    Draft[] owner = new Draft[tokens.size()];
    List<Draft> model = new ArrayList<>();
    for (NameSpan span : spans) {
      trimmer.trim(number, tokens, span).ifPresent(model::add);
    }
    for (int i = 0; i < tokens.size(); ) {
      Draft known = this.known.find(number, tokens, i, model);
      if (known == null) {
        i++;
        continue;
      }
      place(known, owner);
      i = known.end;
    }
    for (Draft draft : model) {
      settle(draft, tokens, owner);
    }
    context.listed(tokens, owner);
    context.titled(number, tokens, owner);
    context.extend(tokens, owner);
    context.unknown(number, tokens, owner);
    context.nicknamed(number, tokens, owner);
    siblings(number, tokens, owner);
    List<Draft> names = new ArrayList<>();
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] != null && (i == 0 || owner[i - 1] != owner[i])) {
        mend(tokens, owner[i]);
        names.add(owner[i]);
      }
    }
    names.sort(Comparator.comparingInt(d -> d.begin));
    return names;
  }

  /** "North and South Korean": the first word stands for a state of its own. */
  private void siblings(int number, List<Token> tokens, Draft[] owner) {
    for (int i = 2; i < tokens.size(); i++) {
      Draft state = owner[i];
      if (state == null
          || state.begin != i
          || state.polity == null
          || state.end - i < 2
          || owner[i - 2] != null && owner[i - 2].end - owner[i - 2].begin > 1
          || owner[i - 1] != null
          || !tokens.get(i - 1).lower().equals("and")) {
        continue;
      }
      String whole = tokens.get(i - 2).form() + " " + Words.text(tokens, i + 1, state.end);
      Optional<Polity> sibling =
          state.form == MentionForm.DEMONYM
              ? gazetteer.polityOfAdjective(whole)
              : gazetteer.polity(whole);
      if (sibling.isPresent()) {
        Draft draft = new Draft(number, i - 2, i - 1, state.form, state.type, whole);
        draft.polity = sibling.get();
        owner[i - 2] = draft;
      }
    }
  }

  /** No name repeats itself, as two columns run into one do; no adjective of a state is a name. */
  private void mend(List<Token> tokens, Draft draft) {
    if (draft.form != MentionForm.NAME
        || draft.polity != null
        || draft.body != null
        || draft.type == EntityType.PLACE) {
      return;
    }
    Optional<Polity> polity =
        draft.honorific || draft.end - draft.begin > 1
            ? Optional.empty()
            : gazetteer.polityOfAdjective(draft.text);
    if (polity.isPresent()) {
      draft.form = MentionForm.DEMONYM;
      draft.type = EntityType.POLITY;
      draft.polity = polity.get();
    }
    if (draft.type != EntityType.PERSON) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = draft.begin; i < draft.end; i++) {
      String word = NameFolding.fold(tokens.get(i).form());
      boolean twice = i > draft.begin && word.equals(NameFolding.fold(tokens.get(i - 1).form()));
      boolean again = i > draft.begin + 2 && seen.contains(word) && twiceOver(tokens, draft, i);
      if (i > draft.begin + 1 && word.length() > 2 && (twice || again)) {
        if (draft.wholeEnd == draft.end) {
          draft.wholeEnd = i;
        }
        draft.end = i;
        draft.text = Words.text(tokens, draft.begin, i);
        return;
      }
      seen.add(word);
    }
  }

  /** Whether a name's first two words come again from that token on. */
  private static boolean twiceOver(List<Token> tokens, Draft draft, int at) {
    return tokens.get(at).lower().equals(tokens.get(draft.begin).lower())
        && at + 1 < draft.end
        && tokens.get(at + 1).lower().equals(tokens.get(draft.begin + 1).lower());
  }

  private void settle(Draft draft, List<Token> tokens, Draft[] owner) {
    boolean free = true;
    boolean longer = false;
    for (int i = draft.begin; i < draft.end; i++) {
      if (owner[i] != null) {
        free = false;
        longer |= owner[i].end - owner[i].begin < draft.end - draft.begin;
      }
    }
    if (free) {
      place(draft, owner);
      return;
    }
    boolean takes = longer && draft.type != EntityType.PLACE;
    for (int i = draft.begin; i < draft.end && takes; i++) {
      if (owner[i] != null && (owner[i].begin < draft.begin || owner[i].end > draft.end)) {
        takes = false;
      }
    }
    if (takes) {
      for (int i = draft.begin; i < draft.end; i++) {
        owner[i] = draft;
      }
      return;
    }
    // what is left of the span beside a known name is kept where it is a place or a person
    int begin = draft.begin;
    while (begin < draft.end) {
      while (begin < draft.end && (owner[begin] != null || !Words.isCapital(tokens.get(begin)))) {
        begin++;
      }
      int end = begin;
      while (end < draft.end && owner[end] == null && !Words.isPunctuation(tokens.get(end))) {
        end++;
      }
      if (end > begin && draft.type != EntityType.ORGANIZATION) {
        place(
            new Draft(
                draft.sentence,
                begin,
                end,
                MentionForm.NAME,
                draft.type,
                Words.text(tokens, begin, end)),
            owner);
      }
      begin = Math.max(end, begin + 1);
    }
  }

  /** Makes a draft the owner of its tokens. */
  static void place(Draft draft, Draft[] owner) {
    for (int i = draft.begin; i < draft.end; i++) {
      owner[i] = draft;
    }
  }
}
