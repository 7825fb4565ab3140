package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/** Finds the pronouns of a document and whom they refer to, precision first. */
final class Pronouns {
  /** From so many mentions on a text tells of somebody all along. */
  private static final int HERO = 3;

  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;
  private final Map<String, Set<String>> words;
  private final Speakers speakers;

  Pronouns(Knowledge knowledge, Story story, Speakers speakers) {
    this.sentences = story.sentences();
    this.drafts = story.drafts();
    this.words = knowledge.words();
    this.speakers = speakers;
  }

  /** Adds a draft for every pronoun of the sentence that can refer to people. */
  void find(int s) {
    List<Draft> sentence = drafts.get(s);
    List<Token> tokens = sentences.get(s).tokens();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).lower();
      if (!tokens.get(i).tag().equals("PRON")) {
        continue;
      }
      if (word.equals("it")) {
        acting(s, i).ifPresent(sentence::add);
        continue;
      }
      boolean first =
          word.equals("i") ? tokens.get(i).form().equals("I") : words.get("speaker").contains(word);
      if (words.get("he").contains(word)
          || words.get("she").contains(word)
          || words.get("they").contains(word)
          || word.equals("who")
          || (first || words.get("speakers").contains(word)) && speakers.speaks(s, i)) {
        Draft draft =
            new Draft(s, i, i + 1, MentionForm.PRONOUN, EntityType.PERSON, tokens.get(i).form());
        draft.gender =
            words.get("he").contains(word) ? "m" : words.get("she").contains(word) ? "f" : "";
        draft.plural = words.get("they").contains(word) || words.get("speakers").contains(word);
        sentence.add(draft);
      }
    }
  }

  /**
   * "Peru says it will host talks": the state or body that is the only subject before it in its
   * sentence, where "it" does something itself.
   */
  private Optional<Draft> acting(int s, int it) {
    List<Token> tokens = sentences.get(s).tokens();
    int verb = it + 1;
    while (verb < tokens.size() && Set.of("AUX", "ADV", "PART").contains(tokens.get(verb).tag())) {
      verb++;
    }
    if (verb >= tokens.size() || !tokens.get(verb).tag().equals("VERB")) {
      return Optional.empty();
    }
    Set<EntityDraft> subjects = new LinkedHashSet<>();
    for (Draft other : drafts.get(s)) {
      int next = other.wholeEnd;
      boolean acts =
          next < it
              && Set.of("VERB", "AUX").contains(tokens.get(next).tag())
              && (other.wholeBegin == 0 || !tokens.get(other.wholeBegin - 1).tag().equals("ADP"));
      if (acts && other.form != MentionForm.PRONOUN) {
        subjects.addAll(other.entities);
      }
    }
    if (subjects.size() != 1 || subjects.iterator().next().type == EntityType.PERSON) {
      return Optional.empty();
    }
    EntityDraft subject = subjects.iterator().next();
    Draft draft =
        new Draft(s, it, it + 1, MentionForm.PRONOUN, subject.type, tokens.get(it).form());
    subject.mention(draft);
    return Optional.of(draft);
  }

  /** Resolves a pronoun of the third person; those of speakers wait for {@link #speakers}. */
  void refer(Draft draft) {
    String word = draft.text.toLowerCase(Locale.ROOT);
    if (word.equals("who")) {
      set(draft, relative(draft));
    } else if (words.get("they").contains(word)) {
      set(draft, several(draft));
    } else if (!draft.gender.isEmpty()) {
      EntityDraft one =
          possessive(draft) ? owner(draft) : object(draft) ? other(draft) : antecedent(draft);
      set(draft, one == null ? List.of() : List.of(one));
    }
  }

  /** Resolves "I", "me", "my" and, where a pair was just named, "we", once all else is resolved. */
  void speakers() {
    for (List<Draft> sentence : drafts) {
      for (Draft draft : sentence) {
        if (draft.form == MentionForm.PRONOUN
            && words.get("speaker").contains(draft.text.toLowerCase(Locale.ROOT))) {
          speakers
              .speaker(draft.sentence, draft.begin)
              .ifPresent(entity -> set(draft, List.of(entity)));
        }
      }
    }
    for (List<Draft> sentence : drafts) {
      for (Draft draft : sentence) {
        if (draft.form == MentionForm.PRONOUN
            && words.get("speakers").contains(draft.text.toLowerCase(Locale.ROOT))) {
          set(draft, together(draft));
        }
      }
    }
  }

  private static void set(Draft draft, List<EntityDraft> found) {
    for (EntityDraft entity : found) {
      draft.type = entity.type;
      entity.mention(draft);
    }
  }

  private boolean possessive(Draft draft) {
    String word = draft.text.toLowerCase(Locale.ROOT);
    if (!word.equals("her")) {
      return word.equals("his");
    }
    List<Token> tokens = sentences.get(draft.sentence).tokens();
    if (draft.end >= tokens.size()) {
      return false;
    }
    Token next = tokens.get(draft.end);
    return Words.isNoun(next)
        && !words.get("when").contains(next.lower())
        && !words.get("day").contains(next.lower());
  }

  private static boolean object(Draft draft) {
    String word = draft.text.toLowerCase(Locale.ROOT);
    return word.equals("him") || word.equals("her");
  }

  private List<EntityDraft> relative(Draft draft) {
    List<Token> tokens = sentences.get(draft.sentence).tokens();
    for (Draft other : drafts.get(draft.sentence)) {
      if (other.form != MentionForm.PRONOUN
          && other.type == EntityType.PERSON
          && other.entities.size() == 1) {
        int end = other.wholeEnd;
        boolean next =
            end == draft.begin || end == draft.begin - 1 && tokens.get(end).form().equals(",");
        if (next) {
          return List.of(other.entities.get(0));
        }
      }
    }
    return List.of();
  }

  // ---- several ----

  /** "they": the two whom the sentence or the one before it joins, or a couple just named. */
  private List<EntityDraft> several(Draft draft) {
    for (int s = draft.sentence; s >= Math.max(0, draft.sentence - 1); s--) {
      List<Draft> sentence = drafts.get(s);
      for (int i = sentence.size() - 1; i >= 0; i--) {
        Draft other = sentence.get(i);
        if (other.precedes(draft) && other.entities.size() > 1) {
          return List.copyOf(other.entities);
        }
      }
      List<EntityDraft> pair = subjects(s, draft);
      if (!pair.isEmpty()) {
        return pair;
      }
      if (s == draft.sentence && draft.text.equalsIgnoreCase("their")) {
        Set<EntityDraft> people = people(draft);
        if (people.size() == 2) {
          return List.copyOf(people);
        }
        if (!people.isEmpty()) {
          return List.of();
        }
      }
    }
    return List.of();
  }

  /** "Sall praised Diop after their talks": the people whom the sentence names before it. */
  private Set<EntityDraft> people(Draft draft) {
    Set<EntityDraft> found = new LinkedHashSet<>();
    for (Draft other : drafts.get(draft.sentence)) {
      if (other.precedes(draft) && person(other)) {
        found.add(other.entities.get(0));
      }
    }
    return found;
  }

  /** "A and B", where they open the sentence and nobody else is joined to them. */
  private List<EntityDraft> subjects(int s, Draft draft) {
    List<Draft> all = drafts.get(s).stream().filter(d -> acts(d) && d.precedes(draft)).toList();
    if (all.size() < 2) {
      return List.of();
    }
    List<Token> tokens = sentences.get(s).tokens();
    for (int i = 0; i + 1 < all.size(); i++) {
      Draft a = all.get(i);
      if (!opens(a)) {
        return List.of();
      }
      for (Draft b : all.subList(i + 1, all.size())) {
        if (a.type == b.type
            && a.joins(b, tokens)
            && !(a.wholeBegin > 1 && tokens.get(a.wholeBegin - 1).form().equals(","))
            && b.wholeEnd < tokens.size()
            && !Words.isPossessive(tokens.get(b.wholeEnd))) {
          return List.of(a.entities.get(0), b.entities.get(0));
        }
      }
    }
    return List.of();
  }

  private static boolean acts(Draft draft) {
    return draft.entities.size() == 1
        && (draft.type == EntityType.PERSON
            || draft.type == EntityType.POLITY && draft.form != MentionForm.DEMONYM)
        && draft.form != MentionForm.PRONOUN;
  }

  /** "President Sall and I met. We agreed": whom the speaker has just joined to himself. */
  private List<EntityDraft> together(Draft draft) {
    Optional<EntityDraft> speaker = speakers.speaker(draft.sentence, draft.begin);
    if (speaker.isEmpty()) {
      return List.of();
    }
    for (int s = draft.sentence; s >= Math.max(0, draft.sentence - 1); s--) {
      List<Token> tokens = sentences.get(s).tokens();
      for (Draft me : drafts.get(s)) {
        if (!me.precedes(draft)
            || !me.text.equals("I")
            || me.begin < 2
            || !tokens.get(me.begin - 1).lower().equals("and")
            || !speakers.together(s, me.begin, draft.sentence, draft.begin)) {
          continue;
        }
        for (Draft other : drafts.get(s)) {
          if (other.type == EntityType.PERSON
              && other.wholeEnd == me.begin - 1
              && other.entities.size() == 1
              && other.entities.get(0) != speaker.get()) {
            return List.of(other.entities.get(0), speaker.get());
          }
        }
      }
    }
    return List.of();
  }

  // ---- he and she ----

  private EntityDraft antecedent(Draft draft) {
    EntityDraft speaker = speaker(draft);
    boolean open =
        drafts.get(draft.sentence).stream()
            .anyMatch(d -> d.precedes(draft) && d.entities.isEmpty() && isSame(d, draft));
    if (open) {
      return null; // "he welcomed X, and later he": whoever the first is
    }
    for (int s = draft.sentence; s >= Math.max(0, draft.sentence - 2); s--) {
      List<Draft> people = candidates(s, draft, speaker);
      Set<EntityDraft> found = entities(people);
      if (found.size() == 1) {
        return found.iterator().next();
      }
      if (found.size() > 1) {
        // the subject of the clause before, where it opens that sentence
        Draft first = people.get(0);
        return opens(first) && !isBesideHero(first, found, s) ? first.entities.get(0) : null;
      }
    }
    return null;
  }

  /**
   * Whether the subject of a sentence is new in it, and it names somebody of whom the text has told
   * all along: "Bill Clinton received him in 1995. Later he" may go on about either.
   */
  private boolean isBesideHero(Draft subject, Set<EntityDraft> people, int s) {
    EntityDraft one = subject.entities.get(0);
    return mentionsBefore(one, s) == 0
        && people.stream().anyMatch(e -> e != one && mentionsBefore(e, s) >= HERO);
  }

  private static boolean isSame(Draft a, Draft b) {
    return a.form == MentionForm.PRONOUN && a.text.equalsIgnoreCase(b.text);
  }

  private static long mentionsBefore(EntityDraft entity, int s) {
    return entity.mentions.stream().filter(m -> m.sentence < s).count();
  }

  private EntityDraft speaker(Draft draft) {
    return speakers.speaker(draft.sentence, draft.begin).orElse(null);
  }

  /** "his", "her": the only person whom the sentence, or else the one before, has named so far. */
  private EntityDraft owner(Draft draft) {
    EntityDraft speaker = speaker(draft);
    Set<EntityDraft> here = entities(candidates(draft.sentence, draft, speaker));
    if (!here.isEmpty()) {
      return here.size() == 1 ? here.iterator().next() : null;
    }
    Set<EntityDraft> before =
        draft.sentence == 0 ? Set.of() : entities(candidates(draft.sentence - 1, draft, speaker));
    if (before.size() > 1) {
      return null;
    }
    EntityDraft ahead = ahead(draft, speaker);
    if (before.isEmpty()) {
      return ahead;
    }
    EntityDraft only = before.iterator().next();
    return ahead == null || ahead == only ? only : null;
  }

  /** "In his speech, Putin said": the subject after a phrase that opens the sentence. */
  private EntityDraft ahead(Draft draft, EntityDraft speaker) {
    List<Token> tokens = sentences.get(draft.sentence).tokens();
    if (draft.begin == 0 || !Set.of("ADP", "SCONJ").contains(tokens.get(0).tag())) {
      return null;
    }
    int comma = draft.begin;
    while (comma < tokens.size() && !tokens.get(comma).form().equals(",")) {
      comma++;
    }
    for (Draft other : drafts.get(draft.sentence)) {
      if (other.begin > draft.begin && other.begin < comma && person(other)) {
        return null;
      }
      if (other.wholeBegin == comma + 1 && person(other) && fits(draft, other, speaker)) {
        return other.entities.get(0);
      }
    }
    return null;
  }

  /** "him", "her" as an object: never the subject of its own clause. */
  private EntityDraft other(Draft draft) {
    EntityDraft speaker = speaker(draft);
    Draft subject = subject(draft);
    if (subject != null
        && subject.form == MentionForm.PRONOUN
        && subject.entities.isEmpty()
        && !words.get("speaker").contains(subject.text.toLowerCase(Locale.ROOT))) {
      return null;
    }
    for (int s = draft.sentence; s >= Math.max(0, draft.sentence - 1); s--) {
      Set<EntityDraft> found = entities(candidates(s, draft, speaker));
      if (subject != null) {
        found.removeAll(subject.entities);
      }
      if (!found.isEmpty()) {
        return found.size() == 1 ? found.iterator().next() : null;
      }
    }
    return null;
  }

  /** The mention that is the subject of the verb before a pronoun. */
  private Draft subject(Draft draft) {
    List<Token> tokens = sentences.get(draft.sentence).tokens();
    int verb = draft.begin - 1;
    while (verb >= 0 && !tokens.get(verb).tag().equals("VERB")) {
      verb--;
    }
    if (verb < 0) {
      return null;
    }
    int at = verb;
    while (at > 0 && Set.of("AUX", "ADV", "PART").contains(tokens.get(at - 1).tag())) {
      at--;
    }
    List<Draft> sentence = drafts.get(draft.sentence);
    for (Draft other : sentence) {
      if (other.end == at || other.wholeEnd == at) {
        return other;
      }
    }
    Draft found = null;
    for (Draft other : sentence) {
      if (other.end > at || other.form == MentionForm.DEMONYM) {
        continue;
      }
      int begin = other.wholeBegin;
      String before = begin == 0 ? "" : tokens.get(begin - 1).tag();
      boolean owns =
          other.wholeEnd < tokens.size() && Words.isPossessive(tokens.get(other.wholeEnd));
      if (!owns && Set.of("", "PUNCT", "CCONJ", "SCONJ", "DET").contains(before)) {
        found = other;
      }
    }
    return found;
  }

  /** The mentions before a pronoun, in one sentence, of single people of fitting gender. */
  private List<Draft> candidates(int s, Draft draft, EntityDraft speaker) {
    List<Draft> found = new ArrayList<>();
    for (Draft other : drafts.get(s)) {
      if (other.precedes(draft)
          && person(other)
          && !(other.form == MentionForm.PRONOUN && other.text.equalsIgnoreCase("who"))
          && !meets(draft, other)
          && fits(draft, other, speaker)) {
        found.add(other);
      }
    }
    return found;
  }

  /** "After talks with Ann Other, she said": the subject is not the one whom it met. */
  private boolean meets(Draft draft, Draft other) {
    List<Token> tokens = sentences.get(other.sentence).tokens();
    return other.sentence == draft.sentence
        && other.wholeBegin > 1
        && tokens.get(other.wholeBegin - 1).lower().equals("with")
        && Set.of("ADP", "VERB").contains(tokens.get(0).tag())
        && tokens.get(draft.begin - 1).form().equals(",")
        && tokens.subList(0, draft.begin - 1).stream().noneMatch(t -> t.form().equals(","))
        && drafts.get(draft.sentence).stream()
            .noneMatch(d -> d != other && d.precedes(other) && d.type == EntityType.PERSON);
  }

  private static boolean person(Draft draft) {
    return draft.type == EntityType.PERSON && draft.entities.size() == 1;
  }

  private static boolean fits(Draft draft, Draft other, EntityDraft speaker) {
    EntityDraft entity = other.entities.get(0);
    return entity != speaker && (entity.gender.isEmpty() || entity.gender.equals(draft.gender));
  }

  private static Set<EntityDraft> entities(List<Draft> people) {
    Set<EntityDraft> found = new LinkedHashSet<>();
    people.forEach(d -> found.add(d.entities.get(0)));
    return found;
  }

  /** Whether nothing but its own noun phrase, or a phrase in front, stands before the mention. */
  private boolean opens(Draft draft) {
    List<Token> tokens = sentences.get(draft.sentence).tokens();
    // "On Monday morning, X met Y": a phrase in front, closed by its comma
    boolean phrase = draft.wholeBegin > 0 && tokens.get(draft.wholeBegin - 1).form().equals(",");
    for (int i = 0; i < draft.wholeBegin; i++) {
      String tag = tokens.get(i).tag();
      if (tag.equals("VERB") || tag.equals("AUX") || tag.equals("ADP") && !phrase) {
        return false;
      }
    }
    return true;
  }
}
