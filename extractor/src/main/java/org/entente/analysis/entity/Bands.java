package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * Groups that the text names by what they are: "Maoist rebels", "Western nations". Rebels are the
 * armed group that the document names, where it names one only.
 */
final class Bands {
  private static final int MODIFIERS = 4;

  private final Map<String, Set<String>> words;
  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;
  private final EntityTable table;

  /** The armed bodies of the document, once asked for: all are named before the first band. */
  private Set<EntityDraft> armed;

  Bands(Knowledge knowledge, Story story) {
    this.words = knowledge.words();
    this.sentences = story.sentences();
    this.drafts = story.drafts();
    this.table = story.table();
  }

  /** Adds the groups of a sentence, with their entities. */
  void find(int s) {
    List<Draft> sentence = drafts.get(s);
    List<Token> tokens = sentences.get(s).tokens();
    for (int i = 0; i < tokens.size(); i++) {
      boolean counted = i > 0 && Numbers.of(tokens.get(i - 1).lower()) > 0;
      if (counted && counts(tokens, i) || !noun(tokens, i)) {
        continue;
      }
      int noun = i;
      if (sentence.stream()
          .anyMatch(
              d ->
                  d.form != MentionForm.PRONOUN && d.begin <= noun && noun < d.end
                      || d.isPersonName() && d.wholeBegin <= noun && noun < d.begin)) {
        continue;
      }
      int begin = noun;
      Draft body = null;
      boolean foreign = false;
      while (begin > 0) {
        int at = begin - 1;
        Optional<Draft> name =
            sentence.stream()
                .filter(d -> d.form != MentionForm.NOMINAL && d.end == at + 1)
                .findFirst();
        if (name.isPresent()) {
          boolean named = name.get().isBody() && !tokens.get(at).tag().equals("ADJ");
          if (named) {
            body = name.get();
          }
          foreign |= !named;
          begin = name.get().begin;
          continue;
        }
        Token token = tokens.get(at);
        boolean modifier =
            !words.get("quantity").contains(token.lower())
                    && Set.of("ADJ", "NOUN", "PROPN").contains(token.tag())
                || token.form().length() > 2 && token.form().indexOf('-') > 0;
        if (!modifier || noun - at > MODIFIERS) {
          break;
        }
        foreign |= Character.isUpperCase(token.form().charAt(0)) && at > 0;
        begin = at;
      }
      if (body == null) {
        body = behind(s, noun + 1);
      }
      String determiner = begin > 0 ? tokens.get(begin - 1).lower() : "";
      Draft draft =
          new Draft(
              s,
              begin,
              noun + 1,
              MentionForm.NOMINAL,
              EntityType.ORGANIZATION,
              Words.text(tokens, begin, noun + 1));
      draft.group = true;
      draft.office = "";
      draft.determiner = determiner;
      if (determiner.equals("the")) {
        draft.wholeBegin = begin - 1;
      }
      boolean armed = rebel(tokens, noun) && !foreign;
      refer(draft, body, begin == noun, armed);
      sentence.add(draft);
    }
  }

  /** "Both", "the six": counts back what the text has named, where "six nations" does not. */
  private static boolean counts(List<Token> tokens, int noun) {
    return Set.of("two", "both").contains(tokens.get(noun - 1).lower())
        || noun > 1
            && Set.of("the", "these", "those", "their").contains(tokens.get(noun - 2).lower());
  }

  /** A band's own noun, or people who speak for one: "rebel leaders". */
  private boolean noun(List<Token> tokens, int i) {
    if (words.get("band").contains(tokens.get(i).lower())) {
      return true;
    }
    if (i == 0) {
      return false;
    }
    return words.get("band-speaker").contains(tokens.get(i).lower())
        && words.get("armed").contains(tokens.get(i - 1).lower());
  }

  private boolean rebel(List<Token> tokens, int noun) {
    return words.get("armed").contains(tokens.get(noun).lemma())
        || words.get("armed").contains(tokens.get(noun).lower())
        || noun > 0 && words.get("armed").contains(tokens.get(noun - 1).lower());
  }

  /** "rebels from the Lord's Resistance Army". */
  private Draft behind(int s, int at) {
    List<Token> tokens = sentences.get(s).tokens();
    if (at >= tokens.size() || !Set.of("from", "of", "with").contains(tokens.get(at).lower())) {
      return null;
    }
    int next = at + 1;
    if (next < tokens.size() && tokens.get(next).lower().equals("the")) {
      next++;
    }
    int begin = next;
    return drafts.get(s).stream()
        .filter(d -> d.begin == begin && d.isBody())
        .findFirst()
        .orElse(null);
  }

  /** The bodies that are armed by their name or by a word beside it: "the rebel Karen Union". */
  private Set<EntityDraft> armed() {
    if (armed != null) {
      return armed;
    }
    Set<EntityDraft> found = new LinkedHashSet<>();
    for (EntityDraft entity : table.all()) {
      if (entity.type != EntityType.ORGANIZATION || !entity.named) {
        continue;
      }
      for (Draft mention : entity.mentions) {
        if (mention.form != MentionForm.NAME) {
          continue;
        }
        List<Token> tokens = sentences.get(mention.sentence).tokens();
        boolean named =
            tokens.subList(mention.begin, mention.end).stream()
                .anyMatch(
                    t ->
                        words.get("armed-name").contains(t.lower())
                            || words.get("armed").contains(t.lower()));
        boolean beside =
            mention.end < tokens.size()
                    && words.get("armed").contains(tokens.get(mention.end).lemma())
                || armedBefore(tokens, mention.begin);
        if (named || beside) {
          found.add(entity);
        }
      }
    }
    armed = found;
    return found;
  }

  private boolean armedBefore(List<Token> tokens, int begin) {
    if (begin > 0 && words.get("armed").contains(tokens.get(begin - 1).lower())) {
      return true;
    }
    return begin > 1
        && words.get("band-speaker").contains(tokens.get(begin - 1).lower() + "s")
        && words.get("armed").contains(tokens.get(begin - 2).lower());
  }

  private void refer(Draft draft, Draft body, boolean bareNoun, boolean rebels) {
    EntityDraft entity = body == null || body.entities.isEmpty() ? null : body.entities.get(0);
    if (entity == null && rebels) {
      Set<EntityDraft> armed = armed();
      if (armed.size() == 1) {
        entity = armed.iterator().next();
      }
    }
    boolean named = entity != null;
    if (entity == null) {
      String key = NameFolding.fold(draft.text);
      String noun = key.substring(key.lastIndexOf(' ') + 1);
      List<EntityDraft> same = new ArrayList<>();
      for (EntityDraft other : table.ending(noun)) {
        if (other.type == EntityType.ORGANIZATION && other.mentions.get(0).precedes(draft)) {
          if (other.names.stream().anyMatch(n -> NameFolding.fold(n).equals(key))) {
            entity = other;
          }
          if (other.names.stream().anyMatch(n -> NameFolding.fold(n).endsWith(" " + noun))) {
            same.add(other);
          }
        }
      }
      if (entity == null && draft.determiner.equals("the")) {
        if (same.size() != 1) {
          return;
        }
        entity = same.get(0);
      }
      if (entity == null && bareNoun && !Set.of("", "and", "with").contains(draft.determiner)) {
        return;
      }
    }
    if (entity == null) {
      entity = new EntityDraft(EntityType.ORGANIZATION, draft.text);
      entity.named = false;
      table.add(entity);
    }
    if (!named || body != null && draft.text.contains(body.text)) {
      table.name(entity, draft.text);
    }
    entity.mention(draft);
  }
}
