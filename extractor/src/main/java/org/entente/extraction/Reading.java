package org.entente.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Arguments;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.report.Kind;
import org.entente.report.Role;

/** What the finders of events share in one sentence: its words, its partners and their status. */
final class Reading {
  final Lexicon lexicon;
  final List<Entity> entities;
  final ChunkedSentence sentence;
  final ClauseReader clause;
  final StatusReader status;
  final CircumstanceReader circumstances;

  /** The document's text. */
  final String text;

  Reading(
      Lexicon lexicon,
      List<Entity> entities,
      ChunkedSentence sentence,
      Optional<LocalDate> published,
      String text) {
    this.lexicon = lexicon;
    this.entities = entities;
    this.sentence = sentence;
    this.text = text;
    this.clause = new ClauseReader(sentence, lexicon);
    this.status = new StatusReader(sentence, clause, lexicon);
    this.circumstances =
        new CircumstanceReader(sentence, clause, lexicon, entities, published, text);
  }

  Candidate candidate(String rule, Kind kind, double confidence) {
    return new Candidate(rule, kind, sentence.number(), sentence.sentence().span(), confidence);
  }

  void add(Candidate c, Parties parties, Role role) {
    for (NounGroup g : parties.groups()) {
      add(c, g.party(), role);
    }
  }

  void add(Candidate c, Mention m, Role role) {
    if (m == null || m.entities().isEmpty()) {
      return;
    }
    for (int id : m.entities()) {
      if (entities.get(id).type() != EntityType.PLACE) {
        c.add(id, role);
      }
    }
  }

  /**
   * Whether a group tells a state by people who act for it: "Peruvian officials", "the Dutch team".
   */
  boolean areOfficials(NounGroup g) {
    return g.party() != null
        && (g.party().type() == EntityType.POLITY || g.party().type() == EntityType.ORGANIZATION)
        && g.party().form() == MentionForm.NOMINAL
        && lexicon.isHead("agent", sentence, g);
  }

  /** Whether a person is among the parties of an event. */
  boolean hasPerson(Candidate c) {
    return c.parties.keySet().stream().anyMatch(p -> entities.get(p).type() == EntityType.PERSON);
  }

  /** Whether a word for a telephone or a video link stands in a range of tokens. */
  boolean phone(int begin, int end) {
    return says("phone", begin, end);
  }

  /** "with A and with B": the preposition is said again right after the conjunction. */
  boolean repeated(Arguments arguments, Set<String> through) {
    List<Parties> all = new ArrayList<>();
    through.forEach(p -> all.addAll(arguments.of(p)));
    for (int i = 1; i < all.size(); i++) {
      int before = all.get(i).begin() - 2;
      boolean joined =
          clause.chunk(before) instanceof Mark m
              && (m.type() == MarkType.CONJUNCTION || m.type() == MarkType.COMMA);
      if (!joined) {
        return false;
      }
    }
    return all.size() > 1;
  }

  /** One list for each party: each noun group, and each of those for whom one stands. */
  static List<Parties> single(Parties list) {
    List<Parties> parties = new ArrayList<>();
    for (NounGroup g : list.groups()) {
      for (int id : g.party().entities()) {
        Mention m = g.party();
        Mention one =
            new Mention(
                m.span(),
                m.range(),
                m.whole(),
                m.form(),
                m.type(),
                List.of(id),
                m.office(),
                m.tenure(),
                m.represents());
        NounGroup alone = new NounGroup(g.begin(), g.end(), g.head(), one, g.owners(), g.inside());
        parties.add(new Parties(List.of(alone), list.begin(), list.end()));
      }
    }
    return parties.isEmpty() ? List.of(list) : parties;
  }

  /** How many parties a list names. */
  static int count(Parties list) {
    return (int)
        list.groups().stream().flatMap(g -> g.party().entities().stream()).distinct().count();
  }

  /** "have each met", "each held": whether the subjects of a verb do it one by one. */
  boolean each(int at) {
    if (!(clause.chunk(at) instanceof VerbGroup v)) {
      return false;
    }
    return says("each", Math.max(0, v.begin() - 1), v.head());
  }

  static Parties first(List<Parties> lists) {
    return lists.isEmpty() ? Parties.NONE : lists.get(0);
  }

  /** Who is to do what somebody calls for: "called on X and Y to". */
  private Parties asked(int at, VerbGroup v) {
    return clause.arguments(at).prepositions().entrySet().stream()
        .filter(e -> !v.passive() && lexicon.is("appealing", v.lemma() + ' ' + e.getKey()))
        .map(e -> e.getValue().get(0))
        .findFirst()
        .orElse(Parties.NONE);
  }

  /** "accused X of holding": whether a gerund tells what the object of another verb did. */
  boolean isBlamed(int at) {
    return clause.chunk(at) instanceof VerbGroup v
        && v.form() == VerbForm.GERUND
        && clause.chunk(clause.wordBefore(at)) instanceof Mark m
        && Set.of("for", "of").contains(m.word())
        && clause.chunk(clause.controller(at)) instanceof VerbGroup c
        && lexicon.is("blaming", c.lemma())
        && !c.passive();
  }

  /** The subject of a verb; with "invited X to meet", the one who was invited. */
  Parties actor(int at) {
    if (clause.chunk(at) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE) {
      int controller = clause.controller(at);
      if (clause.chunk(controller) instanceof VerbGroup c
          && !c.passive()
          && (lexicon.is("sending", c.lemma())
              || c.lemma().equals("make") && clause.ranked(at - 1))) { // "made her the first to"
        Parties object = clause.arguments(controller).object();
        if (!object.isEmpty()) {
          return object;
        }
        if (clause.chunk(controller + 1) instanceof NounGroup) {
          return Parties.NONE; // "pressed the board to cancel": not those who press
        }
      }
      Parties asked =
          clause.chunk(controller) instanceof VerbGroup c ? asked(controller, c) : Parties.NONE;
      if (!asked.isEmpty()) {
        return asked;
      }
    }
    if (isBlamed(at)) {
      return clause.arguments(clause.controller(at)).object(); // "criticized X for visiting"
    }
    if (clause.chunk(at) instanceof VerbGroup v && reduced(at, v)) {
      int noun = clause.nounBefore(at);
      return noun >= 0 ? clause.listFrom(noun, true) : Parties.NONE;
    }
    Parties subject = clause.subject(at);
    boolean dangling =
        subject.isEmpty() && clause.chunk(at) instanceof VerbGroup v && v.form() == VerbForm.GERUND;
    return dangling ? clause.subjectAfter(at) : subject;
  }

  /**
   * "talks hosted by", "talks being hosted by": a verb of which the noun before it is the subject.
   */
  private boolean reduced(int at, VerbGroup v) {
    return v.form() == VerbForm.PARTICIPLE
        || v.form() == VerbForm.GERUND && v.passive() && clause.chunk(at - 1) instanceof NounGroup;
  }

  /** "took part in a summit", "attended one", "spoke at a conference": the subject is there. */
  boolean attends(ClauseReader.Governor governor) {
    if (!(clause.chunk(governor.verb()) instanceof VerbGroup v)) {
      return false;
    }
    String preposition = governor.preposition();
    boolean at = lexicon.is("within", preposition);
    return lexicon.is("participating", v.lemma())
            && (preposition.isEmpty() || preposition.equals("in"))
        || lexicon.is("facing", v.lemma()) && (at || Set.of("before", "to").contains(preposition))
        || at && utters(governor.verb(), v);
  }

  /** "told delegates", "made the proposal" */
  private boolean utters(int at, VerbGroup v) {
    String object =
        clause.chunk(at + 1) instanceof NounGroup g
            ? Lexicon.singular(sentence.token(g.head()).lemma())
            : "";
    return lexicon.is("reporting", v.lemma()) && !v.passive()
        || lexicon.is("utterance", object)
        || lexicon.is("proposal", object);
  }

  /** The subject of a verb when it only counts the parties: "the two leaders are to meet". */
  Optional<CountedParties> counted(int at) {
    int verb = at;
    while (clause.chunk(verb) instanceof VerbGroup v && v.form() != VerbForm.FINITE) {
      verb = clause.controller(verb);
    }
    return verb >= 0 && clause.chunk(clause.nounBefore(verb)) instanceof NounGroup g
        ? CountedParties.of(sentence, lexicon, g)
        : Optional.empty();
  }

  /** "other senior Serbian officials": those of a list are others than those named before. */
  boolean areOthers(Parties list) {
    return !list.isEmpty()
        && lexicon.is("others", sentence.token(list.groups().get(0).begin()).lower());
  }

  /** Whether a word of a class stands in a range of tokens. */
  boolean says(String wordClass, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (lexicon.is(wordClass, sentence.token(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
