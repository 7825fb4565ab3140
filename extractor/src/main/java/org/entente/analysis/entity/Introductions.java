package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * Finds the name behind a description that comes before it: beside it ("a senior official, Deputy
 * Minister Ana Ruiz, said"), or in the sentence after a story's lead ("Japan's foreign minister is
 * in Kabul. Taro Ito arrived on Sunday"), as news agencies like to introduce people.
 */
final class Introductions {
  /** Descriptions of the first sentences only are taken up by a name. */
  private static final int LEAD = 2;

  /** How many sentences behind the description the name may stand. */
  private static final int REACH = 2;

  private final Gazetteer gazetteer;
  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;
  private final boolean anonymous;
  private final EntityTable table;

  Introductions(Knowledge knowledge, Story story) {
    this.gazetteer = knowledge.gazetteer();
    this.sentences = story.sentences();
    this.drafts = story.drafts();
    this.table = story.table();
    this.anonymous =
        sentences.stream()
            .flatMap(s -> s.tokens().stream())
            .anyMatch(t -> knowledge.words().get("anonymous").contains(t.lower()));
  }

  /** Returns the person named right behind a description, as its apposition. */
  Optional<EntityDraft> beside(Draft description) {
    List<Token> tokens = sentences.get(description.sentence).tokens();
    int comma = OfficePhrase.afterPost(tokens, description.wholeEnd);
    if (comma >= tokens.size() || !tokens.get(comma).form().equals(",")) {
      return Optional.empty();
    }
    for (Draft name : drafts.get(description.sentence)) {
      if (name.isPersonName()
          && name.entities.size() == 1
          && name.wholeBegin == comma + 1
          && closes(tokens, name.wholeEnd)
          && sameSide(description, name.entities.get(0), true)) {
        return Optional.of(name.entities.get(0));
      }
    }
    return Optional.empty();
  }

  /** Whether an apposition ends there, and no list goes on. */
  private boolean closes(List<Token> tokens, int end) {
    if (end >= tokens.size()) {
      return true;
    }
    if (!Words.isPunctuation(tokens.get(end))) {
      return tokens.get(end).lower().equals("who");
    }
    return end + 1 >= tokens.size()
        || !Set.of("and", "or", "as").contains(tokens.get(end + 1).lower())
            && !Character.isUpperCase(tokens.get(end + 1).form().charAt(0));
  }

  /** Returns the person first named in the sentences after a description in the lead. */
  Optional<EntityDraft> behind(Draft description) {
    if (description.sentence >= LEAD || description.represents.size() != 1) {
      return Optional.empty();
    }
    boolean general = Offices.general(description.office);
    if (general && anonymous || description.office.equals("leader")) {
      return Optional.empty();
    }
    int last = Math.min(sentences.size() - 1, description.sentence + REACH);
    for (int s = description.sentence + 1; s <= last; s++) {
      List<EntityDraft> found = new ArrayList<>();
      for (Draft name : drafts.get(s)) {
        if (!name.isPersonName()
            || name.entities.size() != 1
            || name.entities.get(0).mentions.get(0) != name) {
          continue;
        }
        EntityDraft person = name.entities.get(0);
        if (titled(description, person, general)
            || bare(description, name, person) && s == description.sentence + 1) {
          found.add(person);
        }
      }
      if (!found.isEmpty()) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "A top U.N. official": somebody whose own office is of that side and kind. */
  private boolean titled(Draft description, EntityDraft person, boolean general) {
    return !person.office.isEmpty()
        && person.former() == description.former()
        && sameSide(description, person, false)
        && agree(description, person)
        && (general
            ? Offices.covers(description.office, person.office)
            : Offices.agree(description.office, person.office));
  }

  /** A name with no office at all that opens the next sentence. */
  private boolean bare(Draft description, Draft name, EntityDraft person) {
    List<Token> tokens = sentences.get(name.sentence).tokens();
    boolean own =
        name.wholeBegin == 0
            || name.represents.size() == 1 && tokens.get(1).lower().equals("'s")
            || fronted(name);
    return person.office.isEmpty()
        && own
        && name.wholeEnd < tokens.size()
        && (!Words.isPunctuation(tokens.get(name.wholeEnd)) || ofSide(description, name))
        && !Words.isPossessive(tokens.get(name.wholeEnd))
        && !tokens.get(name.wholeEnd).lower().equals("and")
        && sameSide(description, person, true)
        && agree(description, person);
  }

  /** "In an interview, Ann Other said": whether only a phrase stands before a name. */
  private boolean fronted(Draft name) {
    List<Token> tokens = sentences.get(name.sentence).tokens();
    return name.wholeBegin > 2
        && tokens.get(0).tag().equals("ADP")
        && tokens.get(name.wholeBegin - 1).form().equals(",")
        && tokens.subList(0, name.wholeBegin).stream()
            .noneMatch(t -> t.tag().equals("VERB") || t.tag().equals("AUX"));
  }

  /**
   * "Ann Other, a director at the Kenyan Foreign Ministry,": of the side that a description names.
   */
  private boolean ofSide(Draft description, Draft name) {
    List<Token> tokens = sentences.get(name.sentence).tokens();
    if (!tokens.get(name.wholeEnd).form().equals(",")) {
      return false;
    }
    int end = name.wholeEnd + 1;
    while (end < tokens.size() && !tokens.get(end).tag().equals("VERB")) {
      end++;
    }
    String side = gazetteer.polity(description.represents.get(0)).map(Polity::code).orElse("");
    int last = end;
    return drafts.get(name.sentence).stream()
        .filter(d -> d.begin > name.wholeEnd && d.end <= last)
        .flatMap(d -> d.entities.stream())
        .anyMatch(
            e ->
                e.polity != null && e.polity.code().equals(side)
                    || e.body != null && !side.isEmpty() && e.body.country().equals(side)
                    || e.name.startsWith(description.represents.get(0))
                    || gazetteer
                        .polity(description.represents.get(0))
                        .filter(p -> e.name.startsWith(p.adjective()))
                        .isPresent());
  }

  private static boolean agree(Draft description, EntityDraft person) {
    return description.gender.isEmpty()
        || person.gender.isEmpty()
        || description.gender.equals(person.gender);
  }

  /** Whether somebody stands for what the description names; unknown counts where that may be. */
  private boolean sameSide(Draft description, EntityDraft person, boolean unknown) {
    if (description.represents.isEmpty()) {
      return unknown;
    }
    String side = description.represents.get(0);
    if (!person.represents.isEmpty()) {
      return person.represents.equals(side) || bodyOf(side, person.represents);
    }
    if (person.body == null || person.body.country().isEmpty()) {
      return unknown || opens(person);
    }
    return gazetteer
        .polity(side)
        .map(Polity::code)
        .filter(person.body.country()::equals)
        .isPresent();
  }

  /** "A State Department official": whether what a description names is a body of a state. */
  private boolean bodyOf(String body, String state) {
    return gazetteer
        .polity(state)
        .filter(
            p ->
                table.others(List.of(body), "").stream()
                    .anyMatch(e -> e.body != null && e.body.country().equals(p.code())))
        .isPresent();
  }

  /** Whether somebody's first mention opens its sentence. */
  private static boolean opens(EntityDraft person) {
    Draft first = person.mentions.get(0);
    return first.wholeBegin == 0
        && first.form == MentionForm.NAME
        && first.type == EntityType.PERSON;
  }
}
