package org.entente.extraction;

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
import org.entente.extraction.ClauseReader.Governor;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.extraction.Lexicon.Cue;
import org.entente.extraction.Lexicon.Involvement;
import org.entente.extraction.Lexicon.NounPattern;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Reads the events that nouns tell: "talks", "a meeting with", "the summit". */
final class NounEvents {
  private final Reading reading;
  private final Journeys journeys;
  private final Gatherings gatherings;
  private final Lexicon lexicon;
  private final List<Entity> entities;
  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final StatusReader status;
  private final CircumstanceReader circumstances;

  NounEvents(Reading reading, Journeys journeys, Gatherings gatherings) {
    this.reading = reading;
    this.journeys = journeys;
    this.gatherings = gatherings;
    this.lexicon = reading.lexicon;
    this.entities = reading.entities;
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.status = reading.status;
    this.circumstances = reading.circumstances;
  }

  void read(int at, NounGroup g, NounPattern p, List<Candidate> found) {
    Arguments arguments = clause.arguments(at);
    List<Parties> with = arguments.of("with");
    List<Parties> guests = hosted(at) ? arguments.of("for") : List.of();
    if (p.needs().equals("with") && with.isEmpty() && guests.isEmpty() && !jointly(at)) {
      return;
    }
    if (p.needs().equals("joint") && !has(g, "joint")) {
      return;
    }
    if (p.needs().equals("phone")
        && !phoneNoun(g)
        && arguments.of("to").isEmpty()
        && with.isEmpty()
        && !(clause.governor(at).filter(h -> had(h.verb())).isPresent() && jointly(at))) {
      return;
    }
    if (lexicon.is("measure", Lexicon.singular(sentence.token(g.head()).lemma())) && measures(at)) {
      return; // the event is what it counts
    }
    Optional<Governor> governor = clause.governor(at);
    Candidate c = reading.candidate("noun-" + p.id(), p.kind(), 0.8);
    boolean owned = false;
    for (Mention owner : g.owners()) {
      if (acts(owner)) {
        reading.add(c, owner, p.kind() == Kind.VISIT ? Role.GUEST : Role.PARTICIPANT);
        owned = true;
      }
    }
    for (Parties list : arguments.of("between")) {
      reading.add(c, list, Role.PARTICIPANT);
    }
    for (Parties list : arguments.of("among")) {
      reading.add(c, list, Role.PARTICIPANT);
    }
    if (p.parties().contains("of")) {
      for (Parties list : arguments.of("of")) {
        reading.add(c, list, Role.PARTICIPANT);
      }
    }
    if (p.kind() == Kind.CALL) {
      for (Parties list : arguments.of("to")) {
        reading.add(c, list, Role.PARTICIPANT);
      }
    }
    guests.forEach(list -> reading.add(c, list, Role.GUEST));
    modifiersAsParties(c, g, p);
    boolean formless = with.isEmpty() && p.needs().isEmpty() && p.kind() == Kind.MEETING;
    if (formless) {
      gatherings.ofBody(c, at);
    }
    boolean gathering = c.kind.isGathering();
    int beforeWith = c.parties.size();
    boolean separate = has(g, "separate");
    List<Parties> partners = new ArrayList<>();
    if (p.parties().contains("with")) {
      if (with.size() > 1 && reading.repeated(arguments, Set.of("with"))) {
        partners.addAll(with);
      } else if (!with.isEmpty()) {
        partners.addAll(separate ? Reading.single(with.get(0)) : List.of(with.get(0)));
        partners.addAll(arguments.of("as well as"));
      }
    }
    hostedBy(c, at);
    if (gathering && partners.isEmpty()) {
      gatherings.company(c, at);
    }

    Optional<Status> modifier = status.ofModifiers(g);
    Optional<Status> read = Optional.empty();
    boolean subjectTakesPart = false;
    Role subjectRole = Role.PARTICIPANT;
    boolean absent = false;
    boolean purpose = false;
    if (governor.isPresent()) {
      Governor gov = governor.get();
      Optional<Cue> verbCue = Optional.empty();
      if (clause.chunk(gov.verb()) instanceof VerbGroup gv) {
        verbCue = lexicon.governor(gv.lemma(), gov.preposition());
      }
      if (gov.preposition().isEmpty()) {
        if (verbCue.isEmpty() && partners.isEmpty() && beforeWith < 2) {
          return;
        }
        if (verbCue.isPresent()) {
          Cue cue = verbCue.get();
          subjectTakesPart = cue.subject() != Involvement.NONE && !owned && beforeWith < 2;
          subjectRole = role(cue.subject());
          absent = cue.subject() == Involvement.ABSENT;
          boolean there =
              gathering
                  && cue.subject() == Involvement.PARTICIPANT
                  && isThere(clause.controller(gov.verb())); // "is in Oslo to attend a summit"
          read =
              there
                  ? Optional.of(Status.HELD)
                  : cue.status().isPresent()
                      ? withNegation(gov.verb(), cue.status().get())
                      : status.ofVerb(gov.verb());
          if (read.isEmpty()) {
            return;
          }
        } else {
          read = Optional.of(Status.HELD);
          c.confidence -= 0.15;
          c.background = true;
        }
      } else {
        Optional<Cue> context = lexicon.context(gov.preposition());
        boolean soughtBy =
            verbCue.isPresent()
                && verbCue.get().status().isPresent()
                && Set.of("for", "to", "on", "out", "off", "into", "of", "from", "against")
                    .contains(gov.preposition());
        boolean leftOut =
            verbCue.filter(v -> v.subject() == Involvement.ABSENT).isPresent()
                && gov.preposition().matches("from|at|in|out of");
        if (leftOut) {
          subjectTakesPart = true;
          absent = true;
          read = Optional.of(Status.HELD);
          c.background = true;
        } else if (soughtBy) {
          subjectTakesPart =
              verbCue.get().subject() != Involvement.NONE
                  && !owned
                  && beforeWith < 2
                  && !partners.isEmpty();
          read = withNegation(gov.verb(), verbCue.get().status().get());
        } else if (context.isPresent()) {
          subjectTakesPart =
              context.get().subject() == Involvement.PARTICIPANT
                  && !owned
                  && beforeWith < 2
                  && (!partners.isEmpty() || gathering || p.kind() == Kind.VISIT)
                  && !(gathering && passesBy(gov));
          purpose = gov.preposition().equals("for");
          read =
              purpose
                  ? Optional.of(status.ofPurpose(gov.verb()))
                  : context.get().status().isPresent()
                      ? afterwards(context.get().status().get(), gov.verb())
                      : gov.verb() >= 0 ? status.ofVerb(gov.verb()) : Optional.of(Status.HELD);
          if (read.isEmpty() || purpose && gathering && isThere(gov.verb())) {
            read = Optional.of(Status.HELD);
          }
          c.background = !purpose;
        } else {
          // "began the day with talks": as much a report as "held talks"
          boolean framed = gov.preposition().equals("with") && verbCue.isPresent();
          read =
              framed
                  ? status.ofVerb(gov.verb()).or(() -> Optional.of(Status.HELD))
                  : Optional.of(Status.HELD);
          c.confidence -= 0.1;
          c.background = !framed;
          subjectTakesPart =
              Set.of("in", "to", "into", "with").contains(gov.preposition())
                  && !owned
                  && beforeWith < 2
                  && !partners.isEmpty()
                  && verbCue.isPresent()
                  && verbCue.get().subject() == Involvement.PARTICIPANT;
        }
      }
    }
    int predicate = governor.isPresent() ? -1 : clause.predicate(at);
    if (predicate >= 0 && clause.chunk(predicate) instanceof VerbGroup pv) {
      read = ofPredicate(predicate, pv);
      if (gathering) {
        gatherings.company(c, predicate);
        doneBy(c, predicate);
      }
    } else if (governor.isEmpty() && read.isEmpty()) {
      read = Optional.of(Status.HELD);
    }
    if (modifier.isPresent()
        && read.filter(s -> s == Status.HELD || s == Status.PLANNED).isPresent()) {
      read = modifier;
    }
    if (sentence.token(g.begin()).lower().equals("no")) {
      read = Optional.of(Status.DENIED);
    }
    c.status = read.orElse(Status.HELD);

    if (subjectTakesPart) {
      Parties subject = clause.subject(at);
      if (subject.isEmpty()
          && gathering
          && clause.chunk(governor.get().verb()) instanceof VerbGroup v
          && v.form() == VerbForm.GERUND) {
        subject = clause.subjectAfter(governor.get().verb()); // "Speaking at a summit, X said"
      }
      if (absent) {
        subject.groups().forEach(s -> s.party().entities().forEach(c.absentees::add));
      } else {
        Role role = p.kind() == Kind.VISIT ? Role.GUEST : subjectRole;
        for (NounGroup s : subject.groups()) {
          if (!(p.kind() == Kind.VISIT) || s.party().type() == EntityType.PERSON) {
            reading.add(c, s.party(), role);
          }
        }
      }
    }
    if (formless && partners.isEmpty() && !gathering) {
      gatherings.ofBody(c, at);
    }
    String determiner = sentence.token(g.begin()).lower();
    c.anaphoric =
        Set.of("the", "this", "that", "these", "those", "their", "both", "his", "her")
                .contains(determiner)
            || g.begin() == g.head() && governor.isEmpty();
    if (sentence
        .words(g.begin(), g.end())
        .matches(
            ".*\\b(another|second|third|fourth|next|last|previous|earlier|follow-up|further|new|more|other|own)\\b.*")) {
      c.anaphoric = false;
    }
    if (p.kind() == Kind.VISIT) {
      journeys.ofNoun(c, at, arguments, found);
      return;
    }
    if (c.kind == Kind.CONFERENCE && !c.background && !partners.isEmpty()) {
      c.kind = Kind.MEETING; // "a session with the chancellor"
    }
    int end = arguments.end();
    if (predicate == end && c.kind.isGathering()) {
      end = clause.arguments(predicate).end(); // "the summit opens in Oslo on Friday"
    }
    if (partners.isEmpty()) {
      emit(c, at, end, p, found);
      return;
    }
    for (Parties partner : partners) {
      Candidate one = reading.candidate(c.rule, c.kind, c.confidence);
      one.status = c.status;
      one.anaphoric = c.anaphoric;
      one.background = c.background;
      c.parties.forEach(one::add);
      one.absentees.addAll(c.absentees);
      reading.add(one, partner, Role.PARTICIPANT);
      emit(one, at, end, p, found);
    }
  }

  /** "a round of talks" */
  private boolean measures(int at) {
    return clause.chunk(at + 1) instanceof Mark m
        && m.word().equals("of")
        && clause.chunk(at + 2) instanceof NounGroup of
        && lexicon.isEventNoun(sentence, of);
  }

  /** "hosted a dinner for" */
  private boolean hosted(int at) {
    return clause
        .governor(at)
        .filter(g -> g.preposition().isEmpty())
        .filter(
            g ->
                clause.chunk(g.verb()) instanceof VerbGroup v
                    && lexicon
                        .governor(v.lemma())
                        .filter(c -> c.subject() == Involvement.HOST)
                        .isPresent())
        .isPresent();
  }

  /** "had a call": against "made a call", "issued a call" */
  private boolean had(int verb) {
    return clause.chunk(verb) instanceof VerbGroup v && Set.of("have", "hold").contains(v.lemma());
  }

  /** "the two leaders had lunch" */
  private boolean jointly(int at) {
    Parties subject = clause.subject(at);
    return subject.groups().stream().flatMap(g -> g.party().entities().stream()).distinct().count()
        >= 2;
  }

  /** "flew to Vienna during the summit": who comes while it lasts need not be at it. */
  private boolean passesBy(Governor governor) {
    return governor.preposition().equals("during")
        && clause.chunk(governor.verb()) instanceof VerbGroup v
        && lexicon.is("motion", v.lemma());
  }

  /** "is in Vienna for a summit": who is there takes part in it already. */
  private boolean isThere(int verb) {
    return clause.chunk(verb) instanceof VerbGroup v
        && v.form() == VerbForm.FINITE
        && v.lemma().equals("be")
        && clause.chunk(verb + 1) instanceof Mark
        && status.ofVerb(verb).filter(s -> s == Status.HELD).isPresent();
  }

  /** "will leave after talks": what comes before a future event may be future too. */
  private Optional<Status> afterwards(Status context, int verb) {
    boolean future = verb >= 0 && status.ofVerb(verb).filter(s -> s == Status.PLANNED).isPresent();
    return Optional.of(context == Status.HELD && future ? Status.PLANNED : context);
  }

  private Optional<Status> withNegation(int verb, Status status) {
    if (clause.chunk(verb) instanceof VerbGroup v && v.negated()) {
      return status == Status.CANCELLED || status == Status.DENIED
          ? Optional.of(Status.PLANNED)
          : Optional.of(Status.DENIED);
    }
    return Optional.of(status);
  }

  private void emit(Candidate c, int at, int end, NounPattern p, List<Candidate> found) {
    if (c.kind == Kind.TALKS
        && c.parties.size() >= 2
        && c.parties.keySet().stream().anyMatch(e -> entities.get(e).type() == EntityType.PERSON)) {
      c.kind = Kind.MEETING;
    }
    if (c.kind == Kind.MEETING
        && p.kind() != Kind.CALL
        && phoneNoun((NounGroup) clause.chunk(at))) {
      c.kind = Kind.CALL;
    }
    circumstances.read(c, at, end);
    boolean round =
        c.parties.size() == 1
            && c.kind.isGathering()
            && stands(c.parties.keySet().iterator().next());
    boolean attended = c.parties.size() == 1 && c.kind.isGathering() && !c.background;
    boolean told =
        c.parties.isEmpty() && c.kind.isGathering() && !(c.places.isEmpty() && c.date.isEmpty());
    boolean alone = (round || attended) && !p.needs().equals("two");
    if (c.parties.size() >= 2 || alone || told || c.anaphoric) {
      found.add(c);
    }
  }

  /** Whether a state or body can be the only party that is told of a gathering. */
  private boolean stands(int id) {
    return entities.get(id).type() == EntityType.POLITY || gatherings.isBody(id);
  }

  private static boolean acts(Mention m) {
    return m.type() != EntityType.PLACE && !m.entities().isEmpty();
  }

  private boolean has(NounGroup g, String wordClass) {
    for (int i = g.begin(); i < g.head(); i++) {
      if (lexicon.is(wordClass, sentence.token(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean phoneNoun(NounGroup g) {
    return reading.phone(g.begin(), g.head() + 1);
  }

  /** "NATO summit", "Security Council meeting": the body that holds it stands before the noun. */
  private void modifiersAsParties(Candidate c, NounGroup g, NounPattern p) {
    List<Mention> bodies = new ArrayList<>();
    for (Mention m : g.inside()) {
      if (!g.owners().contains(m)
          && m.range().end() <= g.head()
          && (m.form() == MentionForm.NAME
              || m.form() == MentionForm.DEMONYM
              || m.form() == MentionForm.METONYM)
          && m.type() != EntityType.PLACE) {
        bodies.add(m);
      }
    }
    boolean two = bodies.size() >= 2;
    for (Mention m : bodies) {
      boolean body = m.form() == MentionForm.NAME && m.type() == EntityType.ORGANIZATION;
      if (two || body && p.kind() != Kind.CALL) {
        reading.add(c, m, Role.PARTICIPANT);
      }
    }
  }

  /** "The conference was opened by X and attended by Y", "the summit was boycotted by Z". */
  private void doneBy(Candidate c, int at) {
    Parties by = Reading.first(clause.arguments(at).of("by"));
    if (by.isEmpty() || !(clause.chunk(at) instanceof VerbGroup v)) {
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

  /** "talks hosted by Qatar", "a meeting attended by A and B" right after the noun. */
  private void hostedBy(Candidate c, int at) {
    for (int i = at + 1; i <= at + 6 && clause.chunk(i) != null; i++) {
      if (clause.chunk(i) instanceof VerbGroup v) {
        if (v.form() == VerbForm.PARTICIPLE) {
          Optional<Cue> cue = lexicon.governor(v.lemma());
          Arguments arguments = clause.arguments(i);
          cue.filter(k -> k.subject() != Involvement.NONE && k.subject() != Involvement.ABSENT)
              .ifPresent(k -> reading.add(c, Reading.first(arguments.of("by")), role(k.subject())));
        }
        return;
      }
    }
  }

  private static Role role(Involvement involvement) {
    return switch (involvement) {
      case HOST -> Role.HOST;
      case MEDIATOR -> Role.MEDIATOR;
      default -> Role.PARTICIPANT;
    };
  }

  /** "The talks were postponed", "The meeting is due on Friday", "The summit will take place". */
  private Optional<Status> ofPredicate(int at, VerbGroup v) {
    Optional<Cue> cue = lexicon.governor(v.lemma());
    if (v.passive() && cue.isPresent() && cue.get().status().isPresent()) {
      return withNegation(at, cue.get().status().get());
    }
    if (clause.chunk(at + 1) instanceof VerbGroup next && next.form() == VerbForm.INFINITIVE) {
      return status.ofVerb(at + 1);
    }
    if (clause.chunk(at + 1) instanceof NounGroup g) {
      Optional<Cue> control = lexicon.control(sentence.token(g.head()).lower());
      if (v.lemma().equals("be") && control.isPresent() && control.get().status().isPresent()) {
        return withNegation(at, control.get().status().get());
      }
    }
    return status.ofVerb(at).or(() -> Optional.of(Status.HELD));
  }
}
