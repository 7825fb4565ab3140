package org.entente.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.document.Span;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;

/** Reads in which form the parties of an event deal with each other; see {@code formats.tsv}. */
final class FormatReader {
  private static final String NUMBER =
      "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-9]|2[0-9])";

  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final Lexicon lexicon;

  FormatReader(Reading reading) {
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.lexicon = reading.lexicon;
  }

  /**
   * Adds what the clause around a candidate's trigger says.
   *
   * @param at number of the trigger's chunk
   */
  void read(Candidate c, int at) {
    int begin = begin(at);
    int end = end(at);
    Optional<NounGroup> noun = noun(at);
    for (FormatPattern p : lexicon.formats()) {
      noun.flatMap(g -> find(p.modifiers(), g.begin(), g.head()))
          .or(() -> find(p.phrases(), begin, end + 1)) // "met him face to face" looks like a verb
          .ifPresent(span -> c.formats.putIfAbsent(p.format(), span));
    }
  }

  /** The event's noun: the trigger, or what a verb is done for ("met him for private talks"). */
  private Optional<NounGroup> noun(int at) {
    if (clause.chunk(at) instanceof NounGroup g) {
      return Optional.of(g);
    }
    int end = clause.arguments(at).end();
    for (int i = at + 1; i < end; i++) {
      if (clause.chunk(i) instanceof NounGroup g && lexicon.isEventNoun(sentence, g)) {
        return clause.chunk(i - 1) instanceof Mark m && m.word().equals("for")
            ? Optional.of(g)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The first token of a trigger's clause; a verb of which a noun is the object belongs to it. */
  private int begin(int at) {
    int verbs = 0;
    if (clause.chunk(at) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE) {
      return v.begin(); // "went in person to greet him"
    }
    if (clause.chunk(at) instanceof NounGroup) {
      if (clause.governor(at).filter(g -> !g.preposition().isEmpty()).isPresent()) {
        return clause.chunk(at).begin(); // "met him privately at the summit"
      }
      verbs = 1;
    }
    for (int i = at - 1; i >= 0; i--) {
      boolean foreign =
          clause.chunk(i) instanceof VerbGroup && verbs-- == 0
              || clause.chunk(i) instanceof NounGroup g && lexicon.isEventNoun(sentence, g)
              || clause.joinsPredicates(i)
              || clause.chunk(i) instanceof Mark m
                  && Set.of(MarkType.SUBORDINATOR, MarkType.RELATIVE, MarkType.BREAK)
                      .contains(m.type());
      if (foreign) {
        return clause.chunk(i).end();
      }
    }
    return 0;
  }

  /** The token after a trigger's clause; another event's noun ends it too. */
  private int end(int at) {
    int end = clause.arguments(at).end();
    for (int i = at + 1; i < end; i++) {
      if (clause.chunk(i) instanceof NounGroup g && lexicon.isEventNoun(sentence, g)) {
        return clause.chunk(i).begin();
      }
    }
    return end < sentence.chunks().size()
        ? clause.chunk(end).begin()
        : sentence.sentence().tokens().size();
  }

  private Optional<Span> find(List<String> phrases, int begin, int end) {
    for (String phrase : phrases) {
      String[] words = phrase.split(" ");
      int size = sentence.sentence().tokens().size();
      for (int i = begin; i + words.length <= size && i < end; i++) {
        if (matches(words, i)) {
          return Optional.of(
              new Span(
                  sentence.token(i).span().begin(),
                  sentence.token(i + words.length - 1).span().end()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean matches(String[] words, int token) {
    for (int i = 0; i < words.length; i++) {
      String word = sentence.token(token + i).lower();
      boolean same =
          words[i].contains("N")
              ? word.matches(words[i].replace("N", NUMBER))
              : word.equals(words[i]);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** The phrases of a cell, longer ones first. */
  static List<String> phrases(String cell) {
    List<String> phrases = new ArrayList<>(Table.words(cell));
    phrases.sort((a, b) -> b.split(" ").length - a.split(" ").length);
    return List.copyOf(phrases);
  }
}
