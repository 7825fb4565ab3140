package org.entente.extraction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Token;

/**
 * Tells the matches of teams and players from the meetings of those in office: beside words of
 * sport somebody meets who holds no office, and no official is named there.
 */
final class Sport {
  private final Lexicon lexicon;
  private final List<ChunkedSentence> sentences;
  private final List<Entity> entities;
  private final Set<Integer> matches = new HashSet<>();

  Sport(Lexicon lexicon, List<ChunkedSentence> sentences, List<Entity> entities) {
    this.lexicon = lexicon;
    this.sentences = sentences;
    this.entities = entities;
    for (ChunkedSentence sentence : sentences) {
      if (says(sentence.number(), "sport")) {
        matches.add(sentence.number());
      }
    }
  }

  /** Tells whether what was read is a match. */
  boolean isMatch(Candidate event) {
    return (matches.contains(event.sentence)
            || matches.contains(event.sentence - 1)
            || matches.contains(event.sentence + 1))
        && !says(event.sentence, "agent")
        && event.parties.keySet().stream().map(entities::get).noneMatch(Sport::isOfficial);
  }

  private static boolean isOfficial(Entity entity) {
    return entity.type() == EntityType.PERSON && !entity.office().isEmpty();
  }

  private boolean says(int sentence, String wordClass) {
    List<Token> tokens = sentences.get(sentence).sentence().tokens();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).lower();
      String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
      if (lexicon.is(wordClass, word)
          || lexicon.is(wordClass, Lexicon.singular(word))
          || lexicon.is(wordClass, word + ' ' + next)) {
        return true;
      }
    }
    return false;
  }
}
