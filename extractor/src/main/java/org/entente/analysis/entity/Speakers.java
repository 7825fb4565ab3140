package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;
import org.entente.annotation.TokenRange;
import org.entente.document.BlockKind;

/**
 * Tells who says the words between quotation marks, and after a speaker's label in a transcript.
 * Where no speaker is clear, a quotation has none.
 */
final class Speakers {
  private static final int LABEL = 28;
  private static final int NONE = -1;

  /** Words in direct speech, from one token to another, and where their speaker is named. */
  private static final class Speech {
    final int sentence;
    final int token;
    int lastSentence;
    int lastToken;
    boolean label;
    boolean broken;

    /** Number of the sentence whose verb of saying has the speaker as subject, or NONE. */
    int saying = NONE;

    /** Token of that verb. */
    int verb;

    /** Whether the subject follows its verb. */
    boolean inverted;

    /** Earlier speech whose speaker goes on. */
    Speech before;

    Speech(int sentence, int token) {
      this.sentence = sentence;
      this.token = token;
    }
  }

  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;
  private final EntityTable table;
  private final Map<String, Set<String>> words;
  private final Speech[][] quoted;
  private final Speech[] labelled;

  Speakers(Knowledge knowledge, Story story) {
    this.sentences = story.sentences();
    this.drafts = story.drafts();
    this.table = story.table();
    this.words = knowledge.words();
    this.quoted = new Speech[sentences.size()][];
    this.labelled = new Speech[sentences.size()];
    for (int s = 0; s < sentences.size(); s++) {
      quoted[s] = new Speech[sentences.get(s).tokens().size()];
    }
    quotations();
    labels();
  }

  /** Tells whether the two tokens are said by one speaker at once, or stand in no speech. */
  boolean together(int sentence, int token, int otherSentence, int otherToken) {
    return speech(sentence, token) == speech(otherSentence, otherToken);
  }

  /** Tells whether the token stands in direct speech. */
  boolean speaks(int sentence, int token) {
    return speech(sentence, token) != null;
  }

  /** The stretches of direct speech, sentence by sentence. */
  List<TokenRange> speech() {
    List<TokenRange> speech = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      int size = sentences.get(s).tokens().size();
      boolean whole = isOfPerson(labelled[s]);
      for (int begin = 0; begin < size; begin++) {
        int end = begin;
        while (end < size && (whole || quoted[s][end] != null)) {
          end++;
        }
        if (end > begin) {
          speech.add(new TokenRange(s, begin, end));
          begin = end;
        }
      }
    }
    return speech;
  }

  /** Whether a label names a person who speaks: "Readout:" does not. */
  private boolean isOfPerson(Speech label) {
    return label != null
        && drafts.get(label.sentence).stream().anyMatch(d -> d.type == EntityType.PERSON);
  }

  /** Returns the one person who says that token, where that is clear. */
  Optional<EntityDraft> speaker(int sentence, int token) {
    Speech speech = speech(sentence, token);
    for (int steps = 0; speech != null && steps < 50; steps++) {
      if (speech.broken) {
        return Optional.empty();
      }
      if (speech.label) {
        return named(speech);
      }
      if (speech.saying != NONE) {
        return subject(speech);
      }
      speech = speech.before;
    }
    return Optional.empty();
  }

  private Speech speech(int sentence, int token) {
    Speech quote = quoted[sentence][token];
    return quote != null ? quote : labelled[sentence];
  }

  // ---- quotations ----

  private void quotations() {
    List<Speech> all = new ArrayList<>();
    Speech open = null;
    for (int s = 0; s < sentences.size(); s++) {
      List<Token> tokens = sentences.get(s).tokens();
      boolean first = s == 0 || sentences.get(s).paragraph() != sentences.get(s - 1).paragraph();
      boolean resumes = first && open != null && !tokens.isEmpty() && quote(tokens.get(0));
      if (first && open != null && !resumes) {
        // a mark without its partner: what it encloses is unknown
        open.broken = true;
        open = null;
      }
      for (int i = resumes ? 1 : 0; i < tokens.size(); i++) {
        if (quote(tokens.get(i))) {
          if (open == null) {
            open = new Speech(s, i);
            all.add(open);
          } else {
            open.lastSentence = s;
            open.lastToken = i;
            open = null;
          }
        } else if (open != null) {
          quoted[s][i] = open;
        }
      }
    }
    if (open != null) {
      open.broken = true;
    }
    Speech last = null;
    for (Speech speech : all) {
      if (!speech.broken) {
        attribute(speech, last);
      }
      last = speech;
    }
  }

  private boolean quote(Token token) {
    return words.get("quote").contains(token.form());
  }

  private void attribute(Speech speech, Speech last) {
    if (after(speech) || before(speech)) {
      return;
    }
    if (last == null || last.broken || !goesOn(speech, last)) {
      return;
    }
    speech.before = last;
  }

  /** "..., Trump said" and "..., said Trump". */
  private boolean after(Speech speech) {
    int s = speech.lastSentence;
    List<Token> tokens = sentences.get(s).tokens();
    int i = speech.lastToken + 1;
    while (i < tokens.size() && tokens.get(i).form().equals(",")) {
      i++;
    }
    for (int k = i; k < Math.min(tokens.size(), i + 20); k++) {
      Token token = tokens.get(k);
      if (quoted[s][k] != null || quote(token) || token.form().equals(";")) {
        return false;
      }
      if (saying(token)) {
        speech.saying = s;
        speech.verb = k;
        speech.inverted = k == i;
        if (subject(speech).isPresent() || k == i || pronounBefore(tokens, k)) {
          return true;
        }
        speech.saying = NONE;
        return false;
      }
      boolean verb = token.tag().equals("VERB") && !titled(s, k);
      if (verb || k == i && token.tag().equals("CCONJ")) {
        return false;
      }
    }
    return false;
  }

  /** "Trump said: ...", in the same sentence or in the one before. */
  private boolean before(Speech speech) {
    int s = speech.sentence;
    int to = speech.token;
    List<Token> tokens = sentences.get(s).tokens();
    if (to == 0) {
      s--;
      if (s < 0) {
        return false;
      }
      tokens = sentences.get(s).tokens();
      to = tokens.size();
      if (to == 0 || !tokens.get(to - 1).form().equals(":")) {
        return false;
      }
    }
    boolean colon = tokens.get(to - 1).form().equals(":");
    for (int k = to - 1; k >= 0; k--) {
      Token token = tokens.get(k);
      if (quoted[s][k] != null || quote(token)) {
        return false;
      }
      if (saying(token)) {
        speech.saying = s;
        speech.verb = k;
        return true;
      }
      if (token.tag().equals("VERB") && !colon) {
        return false;
      }
    }
    return false;
  }

  private boolean saying(Token token) {
    return (token.tag().equals("VERB") || token.tag().equals("AUX") || token.tag().equals("NOUN"))
        && (words.get("quotation").contains(token.lemma())
            || words.get("quotation").contains(token.lower()));
  }

  /** Whether the token is part of a mention, so that a tag that calls it a verb is wrong. */
  private boolean titled(int s, int token) {
    return drafts.get(s).stream().anyMatch(d -> d.wholeBegin <= token && token < d.wholeEnd);
  }

  private static boolean pronounBefore(List<Token> tokens, int verb) {
    return verb > 0 && Set.of("he", "she").contains(tokens.get(verb - 1).lower());
  }

  /** A quotation that follows a speaker's words at once, with nobody else named. */
  private boolean goesOn(Speech speech, Speech last) {
    Sentence own = sentences.get(speech.sentence);
    Sentence other = sentences.get(last.lastSentence);
    boolean starts = speech.token == 0;
    if (!starts) {
      return false;
    }
    boolean next = speech.sentence - last.lastSentence == 1;
    if (own.paragraph() == other.paragraph()) {
      return next;
    }
    List<Token> said = other.tokens();
    boolean question = last.lastToken > 0 && said.get(last.lastToken - 1).form().equals("?");
    return next && own.paragraph() - other.paragraph() == 1 && !question;
  }

  private Optional<EntityDraft> subject(Speech speech) {
    List<Token> tokens = sentences.get(speech.saying).tokens();
    List<Draft> sentence = drafts.get(speech.saying);
    if (speech.inverted) {
      int at = speech.verb + 1;
      Draft first = null;
      for (Draft draft : sentence) {
        if (draft.type == EntityType.PERSON
            && draft.begin >= at
            && (first == null || draft.begin < first.begin)) {
          first = draft;
        }
      }
      if (first == null) {
        return Optional.empty();
      }
      for (int i = at; i < first.begin; i++) {
        Token token = tokens.get(i);
        if (token.tag().equals("VERB") || token.tag().equals("PUNCT")) {
          return Optional.empty();
        }
      }
      boolean owner = first.end < tokens.size() && Words.isPossessive(tokens.get(first.end));
      return owner ? Optional.empty() : one(first);
    }
    int at = speech.verb;
    while (at > 0 && Set.of("ADV", "AUX").contains(tokens.get(at - 1).tag())) {
      at--;
    }
    Draft found = ending(sentence, at);
    if (found == null && at > 0 && tokens.get(at - 1).form().equals(",")) {
      // what stands between two commas after the subject
      for (int i = at; i > 0 && found == null; i--) {
        if (tokens.get(i - 1).form().equals(",")) {
          found = ending(sentence, i - 1);
        }
      }
    }
    return found == null ? Optional.empty() : one(found);
  }

  private static Draft ending(List<Draft> sentence, int at) {
    Draft found = null;
    for (Draft draft : sentence) {
      if (draft.type == EntityType.PERSON
          && (draft.end == at || draft.wholeEnd == at)
          && (found == null || draft.form == MentionForm.NAME)) {
        found = draft;
      }
    }
    return found;
  }

  private static Optional<EntityDraft> one(Draft draft) {
    return draft.entities.size() == 1 && draft.type == EntityType.PERSON
        ? Optional.of(draft.entities.get(0))
        : Optional.empty();
  }

  // ---- transcripts ----

  private void labels() {
    List<Integer> found = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      if (label(s)) {
        found.add(s);
      }
    }
    for (int s : found) {
      Speech speech = new Speech(s, 0);
      speech.label = true;
      int paragraph = sentences.get(s).paragraph();
      for (int t = s + 1; t < sentences.size() && !found.contains(t); t++) {
        boolean same = sentences.get(t).paragraph() == paragraph;
        if (!same && found.size() == 1 || sentences.get(t).kind() == BlockKind.HEADLINE) {
          break;
        }
        labelled[t] = speech;
      }
    }
  }

  /** "President of Russia Vladimir Putin:", "MR. SMITH:", "Q:" at the start of a paragraph. */
  private boolean label(int s) {
    Sentence sentence = sentences.get(s);
    List<Token> tokens = sentence.tokens();
    int last = tokens.size() - 1;
    if (sentence.kind() != BlockKind.PARAGRAPH
        || last < 1
        || last > LABEL
        || !tokens.get(last).form().equals(":")
        || s > 0 && sentences.get(s - 1).paragraph() == sentence.paragraph()
        || s + 1 >= sentences.size()
        || sentences.get(s + 1).paragraph() != sentence.paragraph()) {
      return false;
    }
    for (Token token : tokens) {
      if (token.form().equals(token.lower())
          && (token.tag().equals("VERB") || token.tag().equals("AUX"))) {
        return false;
      }
    }
    return Words.isCapital(tokens.get(0));
  }

  private Optional<EntityDraft> named(Speech label) {
    Set<EntityDraft> found = new HashSet<>();
    for (Draft draft : drafts.get(label.sentence)) {
      if (draft.type == EntityType.PERSON) {
        found.addAll(draft.entities);
      }
    }
    if (found.isEmpty()) {
      List<Token> tokens = sentences.get(label.sentence).tokens();
      String surname = NameFolding.fold(tokens.get(tokens.size() - 2).form());
      for (EntityDraft entity : table.people(surname)) {
        if (entity.names.stream()
            .map(NameFolding::fold)
            .anyMatch(n -> n.equals(surname) || n.endsWith(" " + surname))) {
          found.add(entity);
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }
}
