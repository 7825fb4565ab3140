package org.entente.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Token;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** The pattern files of this package, read once. */
final class Lexicon {
  /** A pattern whose trigger is a verb; see {@code verbs.tsv}. */
  record VerbPattern(
      String id,
      Set<String> verbs,
      List<VerbFrame> frames,
      Kind kind,
      Optional<Role> subject,
      Optional<Role> object,
      Set<String> through,
      Optional<Role> partner,
      Set<String> needs) {}

  /** A pattern whose trigger is a noun; see {@code nouns.tsv}. */
  record NounPattern(
      String id, Set<String> nouns, boolean plural, Kind kind, String needs, Set<String> parties) {}

  /**
   * A pattern whose trigger is a verb of travelling; see {@code journeys.tsv}. No status leaves it
   * to the tense; one that is not fixed holds for the present tense alone.
   */
  record JourneyPattern(
      String id,
      Set<String> verbs,
      Traveller traveller,
      Set<String> goals,
      Optional<Status> status,
      boolean fixed,
      Need need) {}

  /** Who of a verb's clause travels. */
  enum Traveller {
    SUBJECT,
    OBJECT,
    /** Whose journey the subject is: "his tour included". */
    OWNER
  }

  /** What must stand beside the place of a journey. */
  enum Need {
    /** Nothing. */
    NONE,
    /** What makes it a journey on duty, or the day of it. */
    PURPOSE,
    /** What makes it a journey on duty; of a day alone somebody may be going home. */
    DUTY,
    /** How long or when, right after the verb. */
    TIME,
    /** Those who are led, as the object of the verb. */
    TEAM,
    /** No object: nothing between the verb and the place but words of time and manner. */
    INTRANSITIVE
  }

  /**
   * A pattern whose trigger is a verb of gathering or attending; see {@code gatherings.tsv}. No
   * role makes the subject the body that gathers.
   */
  record GatheringPattern(
      String id, Set<String> verbs, Optional<Involvement> attendant, Set<String> body) {}

  /** The part of a verb's subject in an event, or of a clause's subject in a phrase's event. */
  enum Involvement {
    PARTICIPANT,
    HOST,
    MEDIATOR,
    ABSENT,
    NONE
  }

  /** What a word says of an event near it; an empty status leaves it to the tense. */
  record Cue(String id, Involvement subject, Optional<Status> status) {}

  private final List<VerbPattern> verbs;

  /** The patterns of each noun of one word, in their order. */
  private final Map<String, List<NounPattern>> nounsOfWord = new HashMap<>();

  /** The first pattern of each noun of two words. */
  private final Map<String, NounPattern> nounPairs = new HashMap<>();

  private final List<JourneyPattern> journeys;
  private final List<GatheringPattern> gatherings;
  private final Map<String, Cue> governors = new HashMap<>();
  private final Map<String, Cue> controls = new HashMap<>();
  private final Map<String, Cue> modifiers = new HashMap<>();
  private final Map<String, Cue> contexts = new HashMap<>();
  private final Map<String, Set<String>> classes = new HashMap<>();
  private final List<AttendancePattern> attendance = AttendancePattern.read();
  private final List<FormatPattern> formats = FormatPattern.read();
  private final List<OutcomePattern> outcomes = OutcomePattern.read();
  private final VerbForms forms;

  private Lexicon() {
    verbs = Table.read("verbs.tsv").rows().stream().map(Lexicon::verb).toList();
    for (Map<String, String> row : Table.read("nouns.tsv").rows()) {
      NounPattern pattern = noun(row);
      for (String noun : pattern.nouns()) {
        if (noun.indexOf(' ') > 0) {
          nounPairs.putIfAbsent(noun, pattern);
        } else {
          nounsOfWord.computeIfAbsent(noun, n -> new ArrayList<>()).add(pattern);
        }
      }
    }
    journeys = Table.read("journeys.tsv").rows().stream().map(Lexicon::journey).toList();
    gatherings = Table.read("gatherings.tsv").rows().stream().map(Lexicon::gathering).toList();
    cues("governors.tsv", "verbs", governors);
    cues("controls.tsv", "words", controls);
    cues("modifiers.tsv", "words", modifiers);
    cues("contexts.tsv", "words", contexts);
    for (String file : List.of("words.tsv", "triggers.tsv")) {
      for (Map<String, String> row : Table.read(file).rows()) {
        if (classes.put(row.get("class"), Table.words(row.get("words"))) != null) {
          throw new IllegalStateException(
              file + " has the class '" + row.get("class") + "' twice.");
        }
      }
    }
    Set<String> lemmas = new HashSet<>();
    verbs.forEach(v -> lemmas.addAll(v.verbs()));
    journeys.forEach(j -> lemmas.addAll(j.verbs()));
    attendance.forEach(a -> lemmas.addAll(a.verbs()));
    gatherings.forEach(g -> lemmas.addAll(g.verbs()));
    governors.keySet().forEach(k -> lemmas.add(k.split(" ")[0]));
    lemmas.addAll(controls.keySet());
    for (String wordClass : List.of("reporting", "motion", "participation")) {
      lemmas.addAll(words(wordClass));
    }
    forms = new VerbForms(lemmas);
  }

  /** Reads the pattern files. */
  static Lexicon load() {
    return new Lexicon();
  }

  private static VerbPattern verb(Map<String, String> row) {
    return new VerbPattern(
        row.get("id"),
        Table.words(row.get("verbs")),
        VerbFrame.parse(row.get("after")),
        Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
        role(row.get("subject")),
        role(row.get("object")),
        Table.words(row.get("through")),
        role(row.get("partner")),
        Table.words(row.get("needs")));
  }

  private static NounPattern noun(Map<String, String> row) {
    return new NounPattern(
        row.get("id"),
        Table.words(row.get("nouns")),
        row.get("number").equals("plural"),
        Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
        row.get("needs").equals("-") ? "" : row.get("needs"),
        Table.words(row.get("parties")));
  }

  private static JourneyPattern journey(Map<String, String> row) {
    return new JourneyPattern(
        row.get("id"),
        Table.words(row.get("verbs")),
        Traveller.valueOf(row.get("traveller").toUpperCase(Locale.ROOT)),
        Table.words(row.get("goal")),
        row.get("status").equals("tense") ? Optional.empty() : Optional.of(Status.PLANNED),
        row.get("status").equals("planned"),
        row.get("needs").equals("-")
            ? Need.NONE
            : Need.valueOf(row.get("needs").toUpperCase(Locale.ROOT)));
  }

  private static GatheringPattern gathering(Map<String, String> row) {
    String attendant = row.get("attendant");
    return new GatheringPattern(
        row.get("id"),
        Table.words(row.get("verbs")),
        attendant.equals("-")
            ? Optional.empty()
            : Optional.of(Involvement.valueOf(attendant.toUpperCase(Locale.ROOT))),
        Table.words(row.get("body")));
  }

  private static Optional<Role> role(String cell) {
    return cell.equals("-")
        ? Optional.empty()
        : Optional.of(Role.valueOf(cell.toUpperCase(Locale.ROOT)));
  }

  private static void cues(String file, String column, Map<String, Cue> into) {
    for (Map<String, String> row : Table.read(file).rows()) {
      String subject = row.getOrDefault("subject", "none");
      String status = row.get("status");
      Cue cue =
          new Cue(
              row.get("id"),
              Involvement.valueOf(subject.toUpperCase(Locale.ROOT)),
              status.equals("tense") || status.equals("same")
                  ? Optional.empty()
                  : Optional.of(Status.valueOf(status.toUpperCase(Locale.ROOT))));
      for (String word : Table.words(row.get(column))) {
        into.putIfAbsent(word, cue);
      }
    }
  }

  /** The verb of the pattern files of which a lower-case word is a form, or null. */
  String verbLemma(String form) {
    return forms.lemma(form);
  }

  List<VerbPattern> verbs() {
    return verbs;
  }

  /** The patterns of a verb of travelling, by its lemma. */
  List<JourneyPattern> journeys(String lemma) {
    return journeys.stream().filter(j -> j.verbs().contains(lemma)).toList();
  }

  List<AttendancePattern> attendance() {
    return attendance;
  }

  List<FormatPattern> formats() {
    return formats;
  }

  List<OutcomePattern> outcomes() {
    return outcomes;
  }

  /** The patterns of a verb of gathering or attending, by its lemma. */
  List<GatheringPattern> gatherings(String lemma) {
    return gatherings.stream().filter(g -> g.verbs().contains(lemma)).toList();
  }

  Optional<Cue> governor(String lemma) {
    return Optional.ofNullable(governors.get(lemma));
  }

  /** What a verb with a preposition says of the noun after it: "call off", "call for", "hold". */
  Optional<Cue> governor(String lemma, String preposition) {
    return governor(preposition.isEmpty() ? lemma : lemma + " " + preposition)
        .or(() -> governor(lemma));
  }

  /** Whether the verb with the preposition is one verb whose object the noun is: "preside over". */
  boolean isPhrasal(String lemma, String preposition) {
    return governor(lemma + ' ' + preposition).filter(c -> c.status().isEmpty()).isPresent();
  }

  /** Whether the verb with the word after it is one verb: "rule out", "preside over". */
  boolean isPhrase(String lemma, String particle) {
    return governor(lemma + ' ' + particle).isPresent();
  }

  Optional<Cue> control(String word) {
    return Optional.ofNullable(controls.get(word));
  }

  Optional<Cue> modifier(String word) {
    return Optional.ofNullable(modifiers.get(word));
  }

  Optional<Cue> context(String preposition) {
    return Optional.ofNullable(contexts.get(preposition));
  }

  boolean isContext(String word) {
    return contexts.containsKey(word);
  }

  boolean isDelegate(String lemma) {
    String singular = lemma.endsWith("s") ? lemma.substring(0, lemma.length() - 1) : lemma;
    return is("delegate", lemma) || is("delegate", singular);
  }

  /** Whether a word belongs to a class of {@code words.tsv} or {@code triggers.tsv}. */
  boolean is(String wordClass, String word) {
    return classes.getOrDefault(wordClass, Set.of()).contains(word);
  }

  Set<String> words(String wordClass) {
    return classes.getOrDefault(wordClass, Set.of());
  }

  /** The noun pattern that a noun group triggers, if any. */
  Optional<NounPattern> noun(ChunkedSentence sentence, NounGroup group) {
    if (group.party() != null && group.party().form() == MentionForm.NAME) {
      return Optional.empty();
    }
    String form = sentence.token(group.head()).lower();
    String lemma = sentence.token(group.head()).lemma();
    String before = group.head() > group.begin() ? sentence.token(group.head() - 1).lower() : "";
    boolean excluded = is("excluded", lemma) || is("process", before); // "meeting room"
    String one = singular(lemma);
    if (before.equals("the") && is("chamber", one)) {
      return Optional.empty();
    }
    NounPattern pair = nounPairs.get(before + ' ' + one);
    if (pair != null) {
      return Optional.of(pair);
    }
    NounPattern found =
        excluded
            ? null
            : nounsOfWord.getOrDefault(one, List.of()).stream()
                .filter(p -> !p.plural() || form.endsWith("s"))
                .findFirst()
                .orElse(null);
    if (found != null && found.kind() == Kind.CONFERENCE && is("pressnoun", before)) {
      return Optional.empty();
    }
    return Optional.ofNullable(found);
  }

  /** The kind of event that a chunk may tell of, judged by its word alone. */
  Optional<Kind> trigger(ChunkedSentence sentence, Chunk chunk) {
    if (chunk instanceof VerbGroup v) {
      return is("triggerverb", v.lemma())
          ? Optional.of(is("motion", v.lemma()) ? Kind.VISIT : Kind.MEETING)
          : Optional.empty();
    }
    if (chunk instanceof NounGroup g
        && (g.party() == null || g.party().form() != MentionForm.NAME)) {
      String lemma = singular(sentence.token(g.head()).lemma());
      if (is("triggernoun", lemma)) {
        return noun(sentence, g)
            .map(NounPattern::kind)
            .or(() -> Optional.of(is("visitnoun", lemma) ? Kind.VISIT : Kind.MEETING));
      }
    }
    return Optional.empty();
  }

  static String singular(String lemma) {
    if (lemma.length() > 5 && lemma.endsWith("ies")) {
      return lemma.substring(0, lemma.length() - 3) + "y"; // "countries"
    }
    return lemma.length() > 3
            && lemma.endsWith("s")
            && !lemma.endsWith("ss")
            && !lemma.endsWith("is")
            && !lemma.equals("congress")
        ? lemma.substring(0, lemma.length() - 1)
        : lemma;
  }

  /** Whether a lower-case word is a noun of {@code nouns.tsv}. */
  boolean isEventWord(String word) {
    return nounsOfWord.containsKey(singular(word));
  }

  /** Whether the noun of a group, or its singular, is a word of a class. */
  boolean isHead(String wordClass, ChunkedSentence sentence, NounGroup group) {
    return is(
        wordClass, singular(sentence.token(headNoun(sentence.sentence().tokens(), group)).lemma()));
  }

  /** The token of a group's noun, which is before what it is of: "a delegation from the Senate". */
  int headNoun(List<Token> tokens, NounGroup group) {
    boolean described = group.party() != null && group.party().form() == MentionForm.NOMINAL;
    for (int i = group.begin() + 1; described && i < group.head(); i++) {
      if (is("belonging", tokens.get(i).lower())) {
        return i - 1;
      }
    }
    return group.head();
  }

  boolean isEventNoun(ChunkedSentence sentence, NounGroup group) {
    return noun(sentence, group).isPresent();
  }
}
