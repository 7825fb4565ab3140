package org.entente.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Token;

/**
 * Mends parts of speech and lemmas before a sentence is chunked: the tagger was not trained on news
 * of meetings, and takes "met" after a name for a noun and "his first visit" for a verb.
 */
final class TagMender {
  private static final Set<String> BE =
      Set.of("be", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m");
  private static final Set<String> HAVE = Set.of("have", "has", "had", "having", "'ve");
  private static final Set<String> DO = Set.of("did", "does");
  private static final Set<String> MODIFIERS = Set.of("ADJ", "NUM", "ADV", "VERB");

  /** How many words may stand between a determiner and its noun. */
  private static final int MOST_MODIFIERS = 3;

  /** Forms of "be" that are no other word. */
  private static final Set<String> ONLY_BE = Set.of("is", "are", "was", "were");

  private static final Set<String> FOLLOWING = Set.of("ADJ", "VERB", "NOUN");
  private static final Set<String> AFTER_MEETING = Set.of("ADP", "AUX", "PUNCT", "VERB");
  private static final Set<String> NEIGHBORING = Set.of("neighboring", "neighbouring");

  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final Mention[] atom;
  private final List<Token> repaired = new ArrayList<>();

  private TagMender(Lexicon lexicon, List<Token> tokens, Mention[] atom) {
    this.lexicon = lexicon;
    this.tokens = tokens;
    this.atom = atom;
  }

  /**
   * Returns the mended tokens of a sentence.
   *
   * @param atom for each token the mention around it, or null
   */
  static List<Token> repair(Lexicon lexicon, List<Token> tokens, Mention[] atom) {
    TagMender repair = new TagMender(lexicon, tokens, atom);
    for (int i = 0; i < tokens.size(); i++) {
      repair.repaired.add(repair.mended(i));
    }
    return repair.repaired;
  }

  private Token mended(int i) {
    Token t = tokens.get(i);
    if (ONLY_BE.contains(t.lower()) && !Set.of("VERB", "AUX").contains(t.tag())) {
      return tagged(t, "AUX", "be");
    }
    if (opening(i)) {
      return tagged(t, "VERB", lexicon.verbLemma(t.lower()));
    }
    if (NEIGHBORING.contains(t.lower()) && t.tag().equals("VERB")) {
      return tagged(t, "ADJ", t.lower()); // "in neighboring Kenya"
    }
    if (t.lower().equals("following")
        && FOLLOWING.contains(t.tag())
        && (tag(i - 1).equals("PROPN") || tag(i - 1).equals("NOUN"))) {
      return tagged(t, "ADP", t.lower()); // "spoke Monday following talks"
    }
    if (t.tag().equals("VERB")
        && tag(i - 1).equals("PART")
        && Set.of("'s", "'").contains(lower(i - 1))
        && t.lower().endsWith("s")
        && !t.lower().equals(t.lemma())) {
      return tagged(t, "NOUN", t.lemma()); // "the minister's remarks"
    }
    if (t.tag().equals("VERB")
        && t.lower().endsWith("s")
        && lower(i + 1).equals("'")
        && tag(i + 2).equals("NOUN")
        && !t.lower().equals(t.lemma())) {
      return tagged(t, "NOUN", t.lemma()); // "a donors' conference"
    }
    if (t.tag().equals("VERB")
        && Set.of("a", "an").contains(lower(i - 1))
        && t.lower().equals(t.lemma())
        && Set.of("ADP", "SCONJ", "PUNCT").contains(tag(i + 1))) {
      return tagged(t, "NOUN", t.lemma()); // "suffered a stroke during"
    }
    if (t.tag().equals("NOUN")
        && ONLY_BE.contains(lower(i - 1))
        && lower(i + 1).equals("to")
        && lexicon.is("arranged", t.lower())) {
      return tagged(t, "VERB", t.lower()); // "are set to resume"
    }
    if (t.lower().equals("call")
        && t.tag().equals("NOUN")
        && lower(i + 1).equals("on")
        && isPerson(i + 2)
        && Set.of("PUNCT", "CCONJ").contains(tag(i - 1))) {
      return tagged(t, "VERB", t.lower()); // "will fly to Oslo, call on X and sign"
    }
    if (t.tag().equals("VERB") && t.lemma().startsWith("re-")) {
      return tagged(t, "VERB", again(t)); // "re-opened"
    }
    if (t.tag().equals("NOUN")
        && t.lower().endsWith("s")
        && lower(i + 1).equals("to")
        && tag(i + 2).equals("VERB")
        && lexicon.is("mission", lower(i - 1))
        && lexicon.control(Lexicon.singular(t.lower())).isPresent()) {
      return tagged(t, "VERB", Lexicon.singular(t.lower())); // "the team plans to meet"
    }
    if (t.tag().equals("VERB") && named(i)) {
      return tagged(t, "PROPN", t.lemma()); // "Lee Hsien Loong"
    }
    if (!t.form().equals(t.lower()) && !t.tag().equals("VERB")) {
      return other(i, t);
    }
    return other(i, eventNoun(i, knownVerb(i, t)));
  }

  private boolean isPerson(int i) {
    return i < atom.length && atom[i] != null && atom[i].type() == EntityType.PERSON;
  }

  /** The lemma of a verb that is spelled with a hyphen: "re-opened". */
  private String again(Token t) {
    String known = lexicon.verbLemma(t.lower().replaceFirst("-", ""));
    return known == null ? t.lemma().replaceFirst("-", "") : known;
  }

  private static Token tagged(Token t, String tag, String lemma) {
    return new Token(t.span(), t.form(), t.lower(), tag, lemma);
  }

  private String tag(int i) {
    return i < 0 || i >= tokens.size()
        ? ""
        : i < repaired.size() ? repaired.get(i).tag() : tokens.get(i).tag();
  }

  private String lower(int i) {
    return i < 0 || i >= tokens.size() ? "" : tokens.get(i).lower();
  }

  /** A verb of the pattern files: its lemma, and the tag where it was taken for a noun. */
  private Token knownVerb(int i, Token t) {
    String lemma = atom[i] == null ? lexicon.verbLemma(t.lower()) : null;
    if (lemma == null || !t.form().equals(t.lower())) {
      return t;
    }
    boolean base = t.lower().equals(lemma);
    boolean infinitive =
        lower(i - 1).equals("to") && base && !Set.of("of", "by", "and").contains(lower(i + 1));
    if (infinitive && !tag(i - 1).equals("PART")) {
      repaired.set(i - 1, tagged(repaired.get(i - 1), "PART", "to")); // "is due to see"
    }
    boolean verb =
        t.tag().equals("VERB")
            || infinitive
            || lexicon.is("onlyverb", t.lower())
            || afterPerson(i, t, base)
            || afterPlural(i, t, base)
            || gathers(i, t, lemma)
            || isMeeting(i)
            || afterRank(i, t, base)
            || perfect(i, t, base)
            || base && DO.contains(lower(i - 1)) && tag(i - 1).equals("AUX")
            || ordered(i - 1)
            || lower(i - 1).equals("each") && tag(i - 1).equals("ADV")
            || holds(i, t, base)
            || occurring(i, t);
    return verb ? tagged(t, "VERB", lemma) : t;
  }

  /**
   * "They are meeting in Oslo for talks", "flew to Oslo, meeting with X", against "it is a meeting"
   * and "there was meeting".
   */
  private boolean isMeeting(int i) {
    boolean continuous =
        Set.of("are", "were", "is", "was").contains(lower(i - 1))
            && !Set.of("it", "this", "that", "there", "which").contains(lower(i - 2))
            && Set.of("for", "in", "with", "at", "to", "on").contains(lower(i + 1));
    return lower(i).equals("meeting")
        && (continuous || lower(i - 1).equals(",") && lower(i + 1).equals("with"));
  }

  /** "Ann Other last met": the word tells which time it was. */
  private boolean ordered(int i) {
    String next = lower(i + 1);
    String lemma = lexicon.verbLemma(next);
    return Set.of("last", "first").contains(lower(i))
        && i > 0
        && !possessor(i - 1)
        && !possessive(i - 1)
        && (atom[i - 1] != null || Set.of("NOUN", "PRON", "NUM").contains(tag(i - 1)))
        && lemma != null
        && !next.equals(lemma)
        && !next.endsWith("s")
        && !next.endsWith("ing");
  }

  /** Whether a word with a capital is the last of a name. */
  private boolean named(int i) {
    return atom[i] != null
        && atom[i].form() == MentionForm.NAME
        && atom[i].range().end() == i + 1
        && Character.isUpperCase(tokens.get(i).form().charAt(0));
  }

  /** "have each met", "the two each held": against "each party", "met each other". */
  private boolean oneByOne(int i) {
    String next = lower(i + 1);
    String lemma = lexicon.verbLemma(next);
    boolean past = lemma != null && !next.equals(lemma) && !next.endsWith("ing");
    return lower(i).equals("each")
        && i > 0
        && past
        && (atom[i - 1] != null
            || Set.of("NOUN", "PROPN", "NUM", "AUX").contains(tag(i - 1))
            || HAVE.contains(lower(i - 1)));
  }

  private boolean afterPerson(int i, Token t, boolean base) {
    Mention before = i > 0 ? atom[i - 1] : null;
    return before != null
        && before.type() == EntityType.PERSON
        && before.form() != MentionForm.DEMONYM
        && !possessor(i - 1)
        && (t.tag().equals("NOUN") || t.tag().equals("ADJ"))
        && !(base && Set.of("NOUN", "VERB", "AUX").contains(tag(i + 1)));
  }

  /**
   * "officials visit Oslo", "the leaders confer in": a plural noun for people, and what they do.
   */
  private boolean afterPlural(int i, Token t, boolean base) {
    Mention before = i > 0 ? atom[i - 1] : null;
    return base
        && before != null
        && before.form() == MentionForm.NOMINAL
        && lower(i - 1).endsWith("s")
        && !lexicon.isEventWord(lower(i - 1))
        && (t.tag().equals("NOUN") || t.tag().equals("ADJ"))
        && (Set.of("ADP", "SCONJ", "ADV", "DET", "ADJ").contains(tag(i + 1))
            || i + 1 < tokens.size() && atom[i + 1] != null);
  }

  /** "Ann Other last met Jan": an ordinal between a person and a verb in the past. */
  private boolean afterRank(int i, Token t, boolean base) {
    boolean past =
        !base
            && !t.lower().endsWith("s")
            && !t.lower().endsWith("ing")
            && lexicon.is("rank", lower(i - 1))
            && i > 1
            && atom[i - 1] == null
            && atom[i - 2] != null
            && atom[i - 2].type() == EntityType.PERSON
            && !possessor(i - 2);
    if (past) {
      repaired.set(i - 1, tagged(repaired.get(i - 1), "ADV", lower(i - 1)));
    }
    return past;
  }

  /** "Meeting with Jan in Oslo, Ann Other said". */
  private boolean opening(int i) {
    return i == 0
        && lower(0).endsWith("ing")
        && lexicon.verbLemma(lower(0)) != null
        && lower(1).equals("with")
        && tokens.stream().anyMatch(t -> t.form().equals(","));
  }

  /** "EU talks with Oslo": what a body or a state before it has, against "Israel talks to". */
  private boolean ofBody(int i) {
    Mention before = i > 0 ? atom[i - 1] : null;
    return before != null
        && before.type() != EntityType.PERSON
        && Set.of("with", "on", "about", "over").contains(lower(i + 1));
  }

  /** "the board meets in", "the board met": forms of a verb of gathering that are no noun. */
  private boolean gathers(int i, Token t, String lemma) {
    return t.tag().equals("NOUN")
        && !t.lower().equals(lemma)
        && !t.lower().endsWith("ing")
        && !lexicon.gatherings(lemma).isEmpty()
        && !lexicon.isEventWord(t.lower())
        && (Set.of("NOUN", "PROPN").contains(tag(i - 1)) || i > 0 && atom[i - 1] != null)
        && (Set.of("ADP", "PROPN", "PUNCT", "PART", "ADV").contains(tag(i + 1))
            || lexicon.is("nearday", lower(i + 1)));
  }

  /** "is to meet X and hold bilateral talks": a verb that was taken for a noun. */
  private boolean holds(int i, Token t, boolean base) {
    int noun = tag(i + 1).equals("ADJ") ? i + 2 : i + 1;
    return base
        && t.tag().equals("NOUN")
        && lexicon.is("having", t.lower())
        && Set.of("CCONJ", "ADV").contains(tag(i - 1))
        && lexicon.isEventWord(lower(noun));
  }

  /** "talks scheduled for" */
  private boolean occurring(int i, Token t) {
    return lexicon.is("occurring", t.lower())
        && lexicon.isEventWord(lower(i - 1))
        && tag(i - 1).equals("NOUN")
        && Set.of("ADP", "SCONJ").contains(tag(i + 1));
  }

  /** "had lunched", "having met" */
  private boolean perfect(int i, Token t, boolean base) {
    boolean participle = !base && !t.lower().endsWith("s") && !t.lower().endsWith("ing");
    return participle
        && HAVE.contains(lower(i - 1))
        && (t.tag().equals("NOUN") || lower(i - 1).equals("having"));
  }

  /** A noun of the pattern files that was taken for a verb: "his talks", "their first meeting". */
  private Token eventNoun(int i, Token t) {
    if (!t.tag().equals("VERB") || atom[i] != null) {
      return t;
    }
    if (lexicon.is("phone", t.lower()) && lexicon.isEventWord(lower(i + 1))) {
      return tagged(t, "NOUN", t.lower()); // "a telephone conversation"
    }
    boolean plural = t.lower().endsWith("s");
    if (plural && tag(i - 1).equals("VERB") && Set.of("for", "from", "of").contains(lower(i + 1))) {
      return tagged(t, "NOUN", Lexicon.singular(t.lower())); // "rejected calls for"
    }
    if (!lexicon.isEventWord(t.lower())) {
      return qualifies(i, t) ? tagged(t, "ADJ", t.lower()) : t;
    }
    boolean noun =
        lexicon.verbLemma(t.lower()) == null
            || possessor(i - 1) // "Ann Other's visit"
            || possessive(i - 1)
                && (plural
                    || lexicon.is("visitnoun", t.lower()) // "his visit"
                    || lexicon.is("meal", t.lower()) // "her lunch"
                    || AFTER_MEETING.contains(
                        tag(i + 1))) // "his meeting with X", "their meeting was"
            || plural && reported(i) // "said that talks"
            || plural && Character.isUpperCase(t.form().charAt(0)) // "Talks between", in a headline
            || plural
                && (Set.of("ADJ", "DET", "VERB", "NUM").contains(tag(i - 1))
                    || lexicon.is("beforenoun", lower(i - 1)))
            || plural && ofBody(i)
            || plural && counted(i) // "hold any further talks"
            || determined(i)
            || afterBody(i);
    return noun ? tagged(t, "NOUN", Lexicon.singular(t.lower())) : t;
  }

  /** Whether a word before tells that it is one of several: "any talks", "more meetings". */
  private boolean counted(int i) {
    return lower(i - 1).equals("any") || lexicon.is("another", lower(i - 1)) && !ordered(i - 1);
  }

  /** "a United Nations meeting": the name of a body, and a determiner before it. */
  private boolean afterBody(int i) {
    Mention body = i > 0 ? atom[i - 1] : null;
    return body != null
        && body.type() == EntityType.ORGANIZATION
        && body.form() == MentionForm.NAME
        && body.range().end() == i
        && (tag(body.range().begin() - 1).equals("DET") || tag(body.range().begin()).equals("DET"));
  }

  /** Whether "that" before the word opens a clause, and is no noun's relative pronoun. */
  private boolean reported(int i) {
    if (!lower(i - 1).equals("that") || tag(i - 2).equals("NOUN") || tag(i - 2).equals("PRON")) {
      return false;
    }
    repaired.set(i - 1, tagged(repaired.get(i - 1), "SCONJ", "that"));
    return true;
  }

  /** Whether a determiner or possessive stands before the word, but for modifiers. */
  private boolean determined(int i) {
    int j = i - 1;
    if (j > 0 && atom[j] == null && tag(j).equals("NOUN") && !lower(j).endsWith("s")) {
      j--; // "his official visit", "a state visit"
    }
    while (j > 0 && i - j <= MOST_MODIFIERS && atom[j] == null && MODIFIERS.contains(tag(j))) {
      j--;
    }
    if (j < 0 || atom[j] != null && !possessive(j)) {
      return false;
    }
    boolean modified = j < i - 1;
    return tag(j).equals("DET") && !lower(j).equals("all")
        || modified && (possessive(j) || possessor(j));
  }

  /** "stalled talks", "separate meetings": an adjective that was taken for a verb. */
  private boolean qualifies(int i, Token t) {
    boolean before = lexicon.isEventWord(lower(i + 1)) && tag(i + 1).equals("NOUN");
    boolean attributive =
        Set.of("VERB", "ADP", "ADJ", "DET", "CCONJ").contains(tag(i - 1)) || possessive(i - 1);
    return before
        && attributive
        && !t.lower().endsWith("ing")
        && (lexicon.verbLemma(t.lower()) == null
            || (lexicon.modifier(t.lower()).isPresent() || t.lower().endsWith("ed"))
                && (tag(i - 1).equals("VERB") // "cancelled planned talks"
                    || tag(i - 1).equals("ADP"))); // "called for renewed talks"
  }

  /** Function words and words with a hyphen. */
  private Token other(int i, Token t) {
    if (ordered(i)
        || oneByOne(i)
        || t.lower().equals("en") && lower(i + 1).equals("route")
        || t.lower().equals("short") && lower(i - 1).startsWith("cut")) {
      return tagged(t, "ADV", t.lemma());
    }
    if (Set.of("a", "an").contains(t.lower()) && !t.tag().equals("DET")) {
      return tagged(t, "DET", t.lower());
    }
    if (t.lower().equals("any")
        && t.tag().equals("ADV")
        && (lexicon.is("another", lower(i + 1)) || lexicon.isEventWord(lower(i + 1)))) {
      return tagged(t, "DET", t.lower()); // "any further talks"
    }
    boolean rank = lexicon.is("ordinal", t.lower()) || lexicon.is("another", t.lower());
    if (lexicon.is("measure", t.lower())
        && t.tag().equals("ADP")
        && lower(i + 1).equals("of")
        && Set.of("ADJ", "DET", "NUM").contains(tag(i - 1))) {
      return tagged(t, "NOUN", t.lower()); // "a second round of talks"
    }
    if (rank
        && (t.tag().equals("ADV") || t.tag().equals("VERB"))
        && (tag(i - 1).equals("DET") || possessive(i - 1) || possessor(i - 1))) {
      return tagged(t, "ADJ", t.lower()); // "their first meeting"
    }
    boolean verbNext = i + 1 < tokens.size() && atom[i + 1] == null && tag(i + 1).equals("VERB");
    if (t.tag().equals("VERB") && HAVE.contains(t.lower())) {
      boolean participle =
          i + 1 < tokens.size()
              && atom[i + 1] == null
              && lexicon.verbLemma(lower(i + 1)) != null
              && (tag(i + 1).equals("NOUN") && lower(i + 1).endsWith("ed")
                  || t.lower().equals("having") && !lower(i + 1).endsWith("s"));
      return verbNext || participle ? tagged(t, "AUX", "have") : t; // "to have met"
    }
    if (t.tag().equals("VERB")
        && DO.contains(t.lower())
        && lower(i + 1).equals(lexicon.verbLemma(lower(i + 1)))) {
      return tagged(t, "AUX", "do"); // "did meet"
    }
    if (t.tag().equals("VERB") && BE.contains(t.lower()) && verbNext) {
      return tagged(t, "AUX", "be"); // "to be received"
    }
    if (t.tag().equals("ADV") && lexicon.is("officer", t.lower())) {
      return tagged(t, "NOUN", t.lower()); // "his friend and ally"
    }
    if (t.tag().equals("SCONJ") && lexicon.is("onlypreposition", t.lower())) {
      return tagged(t, "ADP", t.lemma()); // "a meeting with Hamid Karzai"
    }
    if (t.tag().equals("VERB")
        && lexicon.is("possessive", lower(i - 1))
        && !lower(i - 1).equals("her")
        && t.lower().endsWith("s")) {
      return tagged(t, "NOUN", Lexicon.singular(t.lower())); // "made his comments after"
    }
    if (t.tag().equals("ADV")
        && lexicon.is("venue", t.lower())
        && i + 1 < tokens.size()
        && atom[i + 1] != null) {
      return tagged(t, "ADP", t.lemma()); // "is in Maputo"
    }
    if (t.tag().equals("ADV")
        && lexicon.isContext(t.lower())
        && (Set.of("NOUN", "DET", "PROPN").contains(tag(i + 1))
            || lexicon.isEventWord(lower(i + 1)))) {
      return tagged(t, "ADP", t.lemma()); // "left after talks"
    }
    if (t.lower().equals("that") && opensClause(i)) {
      return tagged(t, "SCONJ", t.lemma());
    }
    if (t.tag().equals("PUNCT")
        && t.form().indexOf('-') > 0
        && Character.isLetter(t.form().charAt(0))) {
      return tagged(t, "ADJ", t.lemma()); // "face-to-face"
    }
    return t;
  }

  /** "said that Ann Other", "reports that the envoy": no determiner stands before these. */
  private boolean opensClause(int that) {
    int next = that + 1;
    if (that == 0 || next >= tokens.size() || !Set.of("DET", "PRON").contains(tag(that))) {
      return false;
    }
    boolean name =
        atom[next] != null
            && Set.of(MentionForm.NAME, MentionForm.PRONOUN).contains(atom[next].form());
    return name || Set.of("DET", "PRON", "PROPN").contains(tag(next));
  }

  private boolean possessor(int i) {
    return lower(i).equals("'s") || lower(i).equals("'");
  }

  private boolean possessive(int i) {
    return lexicon.is("possessive", lower(i));
  }
}
