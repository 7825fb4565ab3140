package org.entente.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Token;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Arguments;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.extraction.Lexicon.Cue;
import org.entente.extraction.Lexicon.Involvement;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Reads the parties that an event noun names itself: "Ann Other's talks with", "between". */
final class NounParties {
  /** How far after the noun "hosted by" may stand, in chunks. */
  private static final int REACH = 6;

  private final Reading reading;
  private final Lexicon lexicon;
  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final Travellers travellers;

  NounParties(Reading reading) {
    this.reading = reading;
    this.lexicon = reading.lexicon;
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.travellers = new Travellers(reading);
  }

  /** Adds those before the noun's possessive and returns whether there is one who can act. */
  boolean owners(Candidate c, NounTrigger noun) {
    boolean owned = false;
    for (Mention owner : noun.group().owners()) {
      if (owner.type() != EntityType.PLACE && !owner.entities().isEmpty()) {
        reading.add(c, owner, noun.pattern().kind() == Kind.VISIT ? Role.GUEST : Role.PARTICIPANT);
        owned = true;
      }
    }
    return owned;
  }

  /** Adds those in the noun's own phrases, but for partners: "between", "of", "NATO summit". */
  void inside(Candidate c, NounTrigger noun) {
    Arguments arguments = noun.arguments();
    add(c, arguments.of("between"), Role.PARTICIPANT);
    add(c, arguments.of("among"), Role.PARTICIPANT);
    if (noun.pattern().parties().contains("of")) {
      arguments.of("of").stream()
          .filter(list -> ofEvent(noun.at(), list.begin() - 1))
          .forEach(list -> reading.add(c, list, Role.PARTICIPANT));
    }
    if (noun.pattern().kind() == Kind.VISIT) {
      noun.arguments().of("of").stream()
          .filter(NounParties::persons)
          .filter(list -> ofEvent(noun.at(), list.begin() - 1))
          .forEach(list -> reading.add(c, list, Role.GUEST)); // "the visit of X to Oslo"
    }
    add(c, guests(noun), Role.GUEST);
    modifiers(c, noun);
  }

  /**
   * Whether "of" belongs to the noun: "the meeting in Oslo of A and B", not "talks on the fate of".
   */
  private boolean ofEvent(int noun, int of) {
    int i = noun + 1;
    while (i < of && clause.chunk(i) instanceof Mark m) {
      boolean venue =
          lexicon.is("venue", m.word())
              && clause.chunk(i + 1) instanceof NounGroup g
              && g.party() == null;
      if (!venue && m.type() != MarkType.TIME && m.type() != MarkType.ADVERB) {
        return false;
      }
      i += venue ? 2 : 1;
    }
    return i == of;
  }

  /**
   * Adds whom it brings together: "talks, which involve A and B", "a meeting in Oslo uniting A and
   * B".
   *
   * @return whether it tells of the members and no more: "the talks involve A and B"
   */
  boolean comprised(Candidate c, int at) {
    Parties members = membersTold(at);
    reading.add(c, members, Role.PARTICIPANT);
    return !members.isEmpty()
        && clause.chunk(clause.predicate(at)) instanceof VerbGroup v
        && comprises(v)
        && v.modal().isEmpty()
        && !v.past();
  }

  private boolean comprises(VerbGroup v) {
    String next =
        v.end() < sentence.sentence().tokens().size() ? sentence.token(v.end()).lower() : "";
    return lexicon.is("comprising", v.lemma()) || lexicon.is("comprising", v.lemma() + " " + next);
  }

  private Parties membersTold(int at) {
    for (int i = at + 1; i <= at + REACH && clause.chunk(i) != null; i++) {
      if (clause.chunk(i) instanceof VerbGroup v) {
        boolean told = !v.passive() && !v.negated() && comprises(v);
        Arguments arguments = clause.arguments(i);
        Parties members =
            arguments.object().isEmpty()
                ? Reading.first(arguments.of("together"))
                : arguments.object();
        return told && !members.isEmpty()
            ? and(clause.listFrom(members.begin(), true), arguments.of("as well as"))
            : Parties.NONE;
      }
      boolean aside =
          clause.chunk(i) instanceof Mark m && m.type() != MarkType.BREAK
              || clause.chunk(i - 1) instanceof Mark before
                  && before.type() == MarkType.PREPOSITION;
      if (!aside) {
        return Parties.NONE;
      }
    }
    return Parties.NONE;
  }

  private static Parties and(Parties list, List<Parties> more) {
    List<NounGroup> groups = new ArrayList<>(list.groups());
    more.forEach(p -> groups.addAll(p.groups()));
    return new Parties(groups, list.begin(), list.end());
  }

  /** Whether a list names people alone. */
  static boolean persons(Parties list) {
    return list.groups().stream().allMatch(g -> g.party().type() == EntityType.PERSON);
  }

  private void add(Candidate c, List<Parties> lists, Role role) {
    lists.forEach(list -> reading.add(c, list, role));
  }

  /** Those for whom a host gives a meal: "hosted a dinner for". */
  List<Parties> guests(NounTrigger noun) {
    boolean hosted =
        clause
            .governor(noun.at())
            .filter(g -> g.preposition().isEmpty())
            .filter(g -> clause.chunk(g.verb()) instanceof VerbGroup v && hosts(v))
            .isPresent();
    return hosted ? noun.arguments().of("for") : List.of();
  }

  private boolean hosts(VerbGroup v) {
    return lexicon.governor(v.lemma()).filter(c -> c.subject() == Involvement.HOST).isPresent();
  }

  /** "with Berlin unresolved": a state named by its capital, of which something is said. */
  private boolean absolute(Parties list) {
    int last = list.groups().get(list.groups().size() - 1).end();
    List<Token> tokens = sentence.sentence().tokens();
    return list.groups().size() == 1
        && list.groups().get(0).party().form() == MentionForm.METONYM
        && last < tokens.size()
        && Set.of("ADJ", "VERB").contains(tokens.get(last).tag());
  }

  /** "Separate talks", "one-on-one meetings": several events, one with each partner. */
  boolean areSeparate(NounGroup g) {
    Token head = sentence.token(g.head());
    boolean meetings =
        !head.lower().equals(head.lemma()) && !lexicon.is("onlyplural", head.lemma());
    return !lexicon.is("indefinite", sentence.token(g.begin()).lower())
        && (has(g, "separate") || meetings && has(g, "pairwise"));
  }

  /** The partners of the event's other party, one list for each separate event. */
  List<Parties> partners(NounTrigger noun, boolean separate) {
    Arguments arguments = noun.arguments();
    List<Parties> with = arguments.of("with").stream().filter(list -> !absolute(list)).toList();
    boolean rung = with.isEmpty() && noun.pattern().kind() == Kind.CALL;
    if (rung) { // "calls to X and Y": to each
      return arguments.of("to").stream().flatMap(list -> Reading.single(list).stream()).toList();
    }
    if (!noun.pattern().parties().contains("with")
        || with.isEmpty()
        || clause.besideMeeting(noun.at())) {
      return List.of();
    }
    if (with.size() > 1 && reading.repeated(arguments, Set.of("with"))) {
      return with;
    }
    return Stream.concat(Stream.of(with.get(0)), arguments.of("as well as").stream())
        .flatMap(list -> separate ? Reading.single(list).stream() : Stream.of(list))
        .toList();
  }

  /** "NATO summit", "Security Council meeting": the body that holds it stands before the noun. */
  private void modifiers(Candidate c, NounTrigger noun) {
    NounGroup g = noun.group();
    List<Mention> bodies = new ArrayList<>();
    for (Mention m : g.inside()) {
      Optional<Role> behind = behind(m);
      if (behind.isPresent() && m.range().end() <= g.head()) {
        reading.add(c, m, behind.get());
      } else if (!g.owners().contains(m)
          && m.range().end() <= g.head()
          && (m.form() == MentionForm.NAME
              || m.form() == MentionForm.DEMONYM
              || m.form() == MentionForm.METONYM)
          && m.type() != EntityType.PLACE) {
        bodies.add(m);
      }
    }
    boolean two = bodies.stream().mapToInt(m -> m.entities().size()).sum() >= 2;
    for (Mention m : bodies) {
      boolean body = m.form() != MentionForm.METONYM && m.type() == EntityType.ORGANIZATION;
      if (two || body && noun.pattern().kind() != Kind.CALL) {
        reading.add(c, m, Role.PARTICIPANT);
      }
    }
  }

  /** "Qatari-brokered talks": the part of a state or body that brings an event about. */
  private Optional<Role> behind(Mention m) {
    String word = sentence.token(m.range().begin()).lower();
    String deed = word.substring(word.lastIndexOf('-') + 1);
    return word.equals(deed) || m.form() != MentionForm.DEMONYM || !deed.endsWith("ed")
        ? Optional.empty()
        : lexicon
            .governor(deed.replaceFirst("e?d$", ""))
            .or(() -> lexicon.governor(deed.replaceFirst("d$", "")))
            .map(Cue::subject)
            .filter(k -> k == Involvement.HOST || k == Involvement.MEDIATOR)
            .map(NounParties::role);
  }

  /** "talks hosted by Qatar", "a meeting attended by A and B" right after the noun. */
  void hosts(Candidate c, int at) {
    for (int i = at + 1; i <= at + REACH && clause.chunk(i) != null; i++) {
      if (clause.chunk(i) instanceof VerbGroup v) {
        boolean relative =
            v.passive() && clause.chunk(i - 1) instanceof Mark m && m.type() == MarkType.RELATIVE;
        if (v.form() == VerbForm.PARTICIPLE
            || relative) { // "talks hosted by", "that was hosted by"
          Parties by = Reading.first(clause.arguments(i).of("by"));
          lexicon
              .governor(v.lemma())
              .map(Cue::subject)
              .filter(k -> k != Involvement.NONE && k != Involvement.ABSENT)
              .ifPresent(k -> reading.add(c, by, role(k)));
        }
        return;
      }
    }
  }

  /**
   * Adds those whom the clause of the noun's predicate names: "Talks were held between A and B", "a
   * meeting with B was cancelled by A", "a round was held by A and B".
   *
   * @param predicate number of the chunk of the verb of which the noun is the subject
   * @return whether there are any
   */
  boolean ofPredicate(Candidate c, NounTrigger noun, int predicate) {
    if (!(clause.chunk(predicate) instanceof VerbGroup v) || !tellsOfEvent(predicate, v)) {
      return false;
    }
    Arguments arguments = clause.arguments(predicate);
    int before = c.parties.size();
    add(c, arguments.of("between"), Role.PARTICIPANT);
    add(c, arguments.of("among"), Role.PARTICIPANT);
    boolean with = !noun.arguments().of("with").isEmpty() || !arguments.of("with").isEmpty();
    boolean both =
        Reading.count(Reading.first(arguments.of("by"))) >= 2
            && lexicon
                .governor(v.lemma())
                .filter(cue -> cue.subject() == Involvement.PARTICIPANT)
                .isPresent(); // "Talks were held by A and B"
    if (v.passive() && (with || both) && !arguments.of("by").isEmpty()) {
      add(c, arguments.of("with"), Role.PARTICIPANT);
      doneBy(c, predicate);
    }
    return c.parties.size() > before;
  }

  /** Whether a verb says of its subject no more than that it takes place, or is to, or is not. */
  private boolean tellsOfEvent(int at, VerbGroup v) {
    boolean object = clause.chunk(at + 1) instanceof NounGroup;
    boolean place =
        clause.chunk(at + 1) instanceof NounGroup g
            && sentence.words(g.begin(), g.end()).equals("place");
    return lexicon.is("occurrence", v.lemma())
        || v.lemma().equals("take") && place
        || lexicon.governor(v.lemma()).isPresent() && (v.passive() || !object);
  }

  /**
   * Adds who is told by the noun's predicate: "The conference was opened by X and attended by Y",
   * "the summit was boycotted by Z".
   */
  void doneBy(Candidate c, int predicate) {
    Parties by = Reading.first(clause.arguments(predicate).of("by"));
    if (by.isEmpty() || !(clause.chunk(predicate) instanceof VerbGroup v)) {
      return;
    }
    Involvement part = lexicon.governor(v.lemma()).map(Cue::subject).orElse(Involvement.NONE);
    if (part == Involvement.ABSENT) {
      by.groups().forEach(g -> c.absentees.addAll(g.party().entities()));
    } else if (part != Involvement.NONE) {
      reading.add(c, by, role(part));
    }
    int next = by.end();
    while (clause.chunk(next) instanceof Mark m
        && (m.type() == MarkType.CONJUNCTION || m.type() == MarkType.COMMA)) {
      next++;
    }
    doneBy(c, next);
  }

  /** Adds the subject of the clause, which has a part in the event. */
  void subject(Candidate c, NounTrigger noun, Involvement part) {
    Optional<ClauseReader.Governor> governor = clause.governor(noun.at());
    Parties subject = actor(noun.at());
    if (c.status == Status.DENIED && part == Involvement.PARTICIPANT && governor.isPresent()) {
      proposers(governor.get().verb()).forEach(m -> reading.add(c, m, Role.PARTICIPANT));
    }
    if (subject.isEmpty() && governor.filter(g -> fronted(g.verb())).isPresent()) {
      subject = clause.subjectAfter(noun.at()); // "Speaking after talks with Y, X said"
    }
    boolean visit = noun.pattern().kind() == Kind.VISIT;
    boolean beside = governor.filter(g -> lexicon.is("margin", g.preposition())).isPresent();
    if (subject.isEmpty() && governor.isPresent() && part != Involvement.ABSENT) {
      speaker(governor.get().verb())
          .ifPresent(m -> reading.add(c, m, visit ? Role.GUEST : role(part)));
    }
    if (beside && part == Involvement.PARTICIPANT && c.kind.isGathering()) {
      partnersBeside(c, governor.get().verb());
    }
    for (NounGroup s : subject.groups()) {
      if (part == Involvement.ABSENT) {
        c.absentees.addAll(s.party().entities());
      } else if (!(visit || beside) || s.party().type() == EntityType.PERSON) {
        reading.add(c, s.party(), visit ? Role.GUEST : role(part));
      }
    }
  }

  /** "met with X on the sidelines of the summit": both came to it. */
  private void partnersBeside(Candidate c, int verb) {
    if (clause.chunk(verb) instanceof VerbGroup v && lexicon.is("assembling", v.lemma())) {
      Arguments arguments = clause.arguments(verb);
      Parties partners =
          arguments.object().isEmpty() ? Reading.first(arguments.of("with")) : arguments.object();
      partners.groups().stream()
          .filter(g -> g.party().type() == EntityType.PERSON)
          .forEach(g -> reading.add(c, g.party(), Role.PARTICIPANT));
    }
  }

  /** The subject of the clause of a noun: "called on X and Y to resume talks", "X held talks". */
  private Parties actor(int noun) {
    return clause
        .governor(noun)
        .map(ClauseReader.Governor::verb)
        .filter(
            verb ->
                clause.chunk(verb) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE
                    || reading.isBlamed(verb))
        .map(reading::actor)
        .orElseGet(() -> clause.subject(noun));
  }

  /**
   * Who proposed what another turned down: "rejected Oslo's offer to hold talks", "an offer from
   * Oslo to hold talks".
   */
  private List<Mention> proposers(int infinitive) {
    if (!(clause.chunk(infinitive) instanceof VerbGroup v)
        || v.form() != VerbForm.INFINITIVE
        || !(clause.chunk(infinitive - 1) instanceof NounGroup g)) {
      return List.of();
    }
    if (g.party() != null
        && clause.chunk(infinitive - 2) instanceof Mark m
        && Set.of("from", "by", "of").contains(m.word())
        && clause.chunk(infinitive - 3) instanceof NounGroup offer
        && lexicon.isHead("proposal", sentence, offer)) {
      return List.of(g.party());
    }
    if (!lexicon.isHead("proposal", sentence, g)) {
      return List.of();
    }
    return g.inside().stream()
        .filter(m -> m.range().end() <= g.head() && m.type() != EntityType.PLACE)
        .toList();
  }

  /**
   * Adds the other side of the event that its clause does not name, and which reports it: "Russia
   * says a round of talks with Iran will open". A state reports it by its officials as well; people
   * are at it themselves only where its partners are people.
   */
  void reporter(Candidate c, NounTrigger noun, List<Parties> partners) {
    Set<Integer> others = new HashSet<>();
    partners.forEach(p -> p.groups().forEach(g -> others.addAll(g.party().entities())));
    boolean people = partners.stream().allMatch(NounParties::persons);
    for (NounGroup g : clause.reporter(noun.at()).groups()) {
      for (int id : g.party().entities()) {
        Entity e = reading.entities.get(id);
        Optional<Integer> side =
            e.type() != EntityType.PERSON || people
                ? Optional.of(id)
                : reading.entities.stream()
                    .filter(s -> s.type() == EntityType.POLITY && Representation.standsFor(e, s))
                    .map(Entity::id)
                    .findFirst();
        side.filter(s -> !others.contains(s) && reading.entities.get(s).type() != EntityType.PLACE)
            .ifPresent(s -> c.add(s, Role.PARTICIPANT));
      }
    }
  }

  /**
   * Whose words or journey are the subject of a verb: "X's remarks came after talks with Y", "X's
   * visit to Oslo follows talks with Y".
   */
  private Optional<Mention> speaker(int verb) {
    int journey = travellers.journeyBefore(verb);
    if (journey >= 0) {
      return travellers.of(journey).stream().findFirst();
    }
    return clause.chunk(clause.nounBefore(verb)) instanceof NounGroup g
            && lexicon.isHead("utterance", sentence, g)
        ? g.owners().stream().filter(m -> m.type() == EntityType.PERSON).findFirst()
        : Optional.empty();
  }

  /** Whether a phrase belongs to no verb before it, or to a gerund that opens the sentence. */
  private boolean fronted(int verb) {
    return verb < 0 || clause.chunk(verb) instanceof VerbGroup v && v.form() == VerbForm.GERUND;
  }

  private static Role role(Involvement involvement) {
    return switch (involvement) {
      case HOST -> Role.HOST;
      case MEDIATOR -> Role.MEDIATOR;
      default -> Role.PARTICIPANT;
    };
  }

  /** Whether the subject of the clause is two parties and more: "After a meeting, X and Y said". */
  boolean jointly(int at) {
    Parties subject = actor(at);
    boolean opens =
        subject.isEmpty()
            && clause
                .governor(at)
                .filter(g -> fronted(g.verb()))
                .flatMap(g -> lexicon.context(g.preposition()))
                .filter(cue -> cue.status().filter(s -> s == Status.PLANNED).isEmpty())
                .isPresent();
    return Reading.count(opens ? clause.subjectAfter(at) : subject) >= 2;
  }

  /** The subject of the clause when it only counts the parties: "the two men spoke after talks". */
  Optional<CountedParties> counted(int at) {
    return clause.governor(at).flatMap(h -> reading.counted(h.verb()));
  }

  /** Whether a word of a class of {@code words.tsv} stands before the noun. */
  boolean has(NounGroup g, String wordClass) {
    return reading.says(wordClass, g.begin(), g.head());
  }
}
