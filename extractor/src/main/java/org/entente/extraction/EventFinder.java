package org.entente.extraction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import org.entente.extraction.Lexicon.VerbPattern;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Applies the verb and noun patterns to one sentence: the third level of the cascade. */
final class EventFinder {
  private final Lexicon lexicon;
  private final List<Entity> entities;
  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final StatusReader status;
  private final CircumstanceReader circumstances;

  EventFinder(
      Lexicon lexicon,
      List<Entity> entities,
      ChunkedSentence sentence,
      java.util.Optional<java.time.LocalDate> published,
      String text) {
    this.lexicon = lexicon;
    this.entities = entities;
    this.sentence = sentence;
    this.clause = new ClauseReader(sentence, lexicon);
    this.status = new StatusReader(sentence, clause, lexicon);
    this.circumstances =
        new CircumstanceReader(sentence, clause, lexicon, entities, published, text);
  }

  /** Returns what the sentence says of events, in the order of its words. */
  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    List<Chunk> chunks = sentence.chunks();
    for (int i = 0; i < chunks.size(); i++) {
      if (chunks.get(i) instanceof VerbGroup v) {
        verb(i, v, found);
      } else if (chunks.get(i) instanceof NounGroup g) {
        int at = i;
        lexicon.noun(sentence, g).ifPresent(p -> noun(at, g, p, found));
        if (lexicon.is("occasion", Lexicon.singular(sentence.token(g.head()).lemma()))) {
          occasion(at, g, found);
        }
      }
      open(i, found);
    }
    return found;
  }

  /** Proposes an event for a trigger word that no pattern read; the models judge it. */
  private void open(int at, List<Candidate> found) {
    if (!found.isEmpty() && found.get(found.size() - 1).trigger == at) {
      return;
    }
    Optional<Kind> kind = lexicon.trigger(sentence, clause.chunk(at));
    if (kind.isEmpty()) {
      return;
    }
    Candidate c = candidate("model", kind.get(), at, 0.5);
    c.open = true;
    if (clause.chunk(at) instanceof NounGroup g) {
      c.anaphoric = pointsBack(g);
    } else {
      c.status = status.ofVerb(at).orElse(Status.DENIED);
    }
    circumstances.read(c, at, clause.arguments(at).end());
    found.add(c);
  }

  // ---- verbs

  private void verb(int at, VerbGroup v, List<Candidate> found) {
    for (VerbPattern p : lexicon.verbs()) {
      int from = p.particle().isEmpty() ? at : particle(at, p.particle());
      if (!p.verbs().contains(v.lemma()) || from < 0) {
        continue;
      }
      if (p.kind() == Kind.VISIT) {
        visit(at, v, p, found);
        return;
      }
      Arguments arguments = clause.arguments(from);
      if (p.id().equals("call-on") && followedByInfinitive(arguments.end())) {
        continue;
      }
      Optional<Status> read = status.ofVerb(at);
      if (read.isEmpty()) {
        return;
      }
      Parties left = actor(at);
      Parties agent = v.passive() ? first(arguments.of("by")) : left;
      Parties patient = v.passive() ? left : arguments.object();
      List<Parties> partners = new ArrayList<>();
      for (String preposition : p.through()) {
        partners.addAll(arguments.of(preposition));
      }
      boolean gerundOf = v.form() == VerbForm.GERUND && agent.isEmpty();
      if (p.needs().contains("person") && patient.isEmpty()) {
        continue;
      }
      if (p.id().equals("speak-with") && partners.isEmpty() && !phone()) {
        continue;
      }
      List<Parties> groups = new ArrayList<>(partners);
      if (groups.isEmpty()) {
        groups.add(Parties.NONE);
      } else if (groups.size() > 1 && !repeated(arguments, p.through())) {
        groups = new ArrayList<>(List.of(groups.get(0)));
      }
      groups.addAll(arguments.of("as well as"));
      boolean separate = separately(v, arguments);
      for (Parties partner : groups) {
        for (Parties one : separate ? single(partner) : List.of(partner)) {
          boolean besides = arguments.of("as well as").contains(partner);
          for (Parties target :
              besides ? List.of(Parties.NONE) : separate ? single(patient) : List.of(patient)) {
            Candidate c = candidate(p.id(), p.kind(), at, 0.85);
            c.status =
                p.id().equals("invite") && read.get() == Status.HELD ? Status.PROPOSED : read.get();
            p.subject().ifPresent(r -> add(c, agent, r));
            p.object().ifPresent(r -> add(c, target, r));
            add(c, one, p.partner().or(p::object).orElse(Role.PARTICIPANT));
            if (p.kind() == Kind.MEETING && phone()) {
              c.kind = Kind.CALL;
            }
            if (c.kind == Kind.CALL && p.id().equals("speak-with") && inPerson(arguments)) {
              c.kind = Kind.MEETING;
            }
            boolean body =
                c.parties.size() == 1
                    && p.id().equals("meet")
                    && patient.isEmpty()
                    && partners.isEmpty()
                    && entities.get(c.parties.keySet().iterator().next()).type()
                        == EntityType.ORGANIZATION;
            if (c.parties.size() < 2 && !body || gerundOf && c.parties.size() < 2) {
              continue;
            }
            circumstances.read(c, at, firstEnd(arguments));
            found.add(c);
          }
        }
      }
      Role next = p.object().or(p::partner).orElse(Role.PARTICIPANT);
      for (int i = 0; i < arguments.further().size(); i++) {
        Candidate c = candidate(p.id(), p.kind(), at, 0.8);
        c.status = read.get();
        if (v.passive()) {
          p.object().ifPresent(r -> add(c, patient, r));
        } else {
          p.subject().ifPresent(r -> add(c, agent, r));
        }
        add(c, arguments.further().get(i), next);
        if (c.parties.size() >= 2) {
          again(c, at, arguments, i);
          found.add(c);
        }
      }
      return;
    }
  }

  /** Where what is said of the first partners ends. */
  private static int firstEnd(Arguments arguments) {
    return arguments.further().isEmpty() ? arguments.end() : arguments.further().get(0).begin();
  }

  /** Reads place and time of a further partner: what is said after it, else of all together. */
  private void again(Candidate c, int at, Arguments arguments, int i) {
    int end =
        i + 1 < arguments.further().size()
            ? arguments.further().get(i + 1).begin()
            : arguments.end();
    circumstances.readAfter(c, at, arguments.further().get(i).end() - 1, end);
  }

  /** The subject of a verb; with "invited X to meet", the one who was invited. */
  private Parties actor(int at) {
    if (clause.chunk(at) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE) {
      int controller = clause.controller(at);
      if (clause.chunk(controller) instanceof VerbGroup c
          && !c.passive()
          && Set.of(
                  "invite",
                  "ask",
                  "urge",
                  "tell",
                  "persuade",
                  "send",
                  "expect",
                  "want",
                  "allow",
                  "press",
                  "encourage",
                  "dispatch",
                  "order")
              .contains(c.lemma())) {
        Parties object = clause.arguments(controller).object();
        if (!object.isEmpty()) {
          return object;
        }
      }
    }
    if (clause.chunk(at) instanceof VerbGroup v && v.form() == VerbForm.PARTICIPLE) {
      int noun = clause.nounBefore(at);
      return noun >= 0 ? clause.listFrom(noun, true) : Parties.NONE;
    }
    return clause.subject(at);
  }

  /** Number of the chunk that holds the particle just after a verb; -1 if it is not there. */
  private int particle(int at, String particle) {
    for (int i = at + 1; i <= at + 2 && i < sentence.chunks().size(); i++) {
      Chunk c = clause.chunk(i);
      if (sentence.words(c.begin(), c.end()).equals(particle)) {
        return i;
      }
      if (!(c instanceof Mark m && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME))) {
        return -1;
      }
    }
    return -1;
  }

  private boolean followedByInfinitive(int end) {
    return clause.chunk(end) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE;
  }

  private boolean phone() {
    for (String word : lexicon.words("phone")) {
      if (sentence.sentence().tokens().stream().anyMatch(t -> t.lower().equals(word))) {
        return true;
      }
    }
    return false;
  }

  private static boolean inPerson(Arguments arguments) {
    return arguments.prepositions().containsKey("in") && !arguments.of("in").isEmpty();
  }

  private boolean separately(VerbGroup v, Arguments arguments) {
    int end =
        arguments.end() < sentence.chunks().size()
            ? sentence.chunks().get(arguments.end()).begin()
            : sentence.sentence().tokens().size();
    for (int i = v.begin(); i < end; i++) {
      if (sentence.token(i).lower().equals("separately")
          || sentence.token(i).lower().equals("individually")) {
        return true;
      }
    }
    return false;
  }

  /** "with A and with B": the preposition is said again right after the conjunction. */
  private boolean repeated(Arguments arguments, Set<String> through) {
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

  private static List<Parties> single(Parties list) {
    if (list.groups().size() < 2) {
      return List.of(list);
    }
    return list.groups().stream()
        .map(g -> new Parties(List.of(g), list.begin(), list.end()))
        .toList();
  }

  private static Parties first(List<Parties> lists) {
    return lists.isEmpty() ? Parties.NONE : lists.get(0);
  }

  private Candidate candidate(String rule, Kind kind, int trigger, double confidence) {
    return new Candidate(
        rule, kind, sentence.number(), trigger, sentence.sentence().span(), confidence);
  }

  private void add(Candidate c, Parties parties, Role role) {
    for (NounGroup g : parties.groups()) {
      add(c, g.party(), role);
    }
  }

  private void add(Candidate c, Mention m, Role role) {
    if (m == null || m.entities().isEmpty()) {
      return;
    }
    for (int id : m.entities()) {
      if (entities.get(id).type() != EntityType.PLACE) {
        c.add(id, role);
      }
    }
  }

  // ---- visits

  private void visit(int at, VerbGroup v, VerbPattern p, List<Candidate> found) {
    Optional<Status> read = status.ofVerb(at);
    if (read.isEmpty() || v.passive()) {
      return;
    }
    Parties agent = actor(at);
    Candidate c = candidate(p.id(), Kind.VISIT, at, 0.6);
    c.status = read.get();
    for (NounGroup g : agent.groups()) {
      if (g.party().entities().stream()
          .allMatch(e -> entities.get(e).type() == EntityType.PERSON)) {
        add(c, g.party(), Role.GUEST);
      }
    }
    if (c.parties.isEmpty()) {
      return;
    }
    Set<Integer> goal = new LinkedHashSet<>();
    if (p.through().isEmpty()) {
      circumstances.placesAt(at + 1).forEach(goal::add);
    } else {
      goal.addAll(circumstances.goal(at, p.through()));
    }
    if (goal.isEmpty()) {
      return;
    }
    circumstances.read(c, at, clause.arguments(at).end());
    c.places.clear();
    c.places.addAll(goal);
    found.add(c);
    for (List<Integer> stop : circumstances.stops(at, p.through())) {
      Candidate next = candidate(p.id(), Kind.VISIT, at, c.confidence);
      next.status = c.status;
      c.parties.forEach(next::add);
      next.date = c.date;
      next.dateText = c.dateText;
      next.places.addAll(stop);
      found.add(next);
    }
  }

  // ---- nouns

  private void noun(int at, NounGroup g, NounPattern p, List<Candidate> found) {
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
        && with.isEmpty()) {
      return;
    }
    if (lexicon.is("measure", Lexicon.singular(sentence.token(g.head()).lemma())) && measures(at)) {
      return; // the event is what it counts
    }
    Optional<Governor> governor = clause.governor(at);
    Candidate c = candidate("noun-" + p.id(), p.kind(), at, 0.8);
    boolean owned = false;
    for (Mention owner : g.owners()) {
      if (acts(owner)) {
        add(c, owner, p.kind() == Kind.VISIT ? Role.GUEST : Role.PARTICIPANT);
        owned = true;
      }
    }
    for (Parties list : arguments.of("between")) {
      add(c, list, Role.PARTICIPANT);
    }
    for (Parties list : arguments.of("among")) {
      add(c, list, Role.PARTICIPANT);
    }
    if (p.parties().contains("of")) {
      for (Parties list : arguments.of("of")) {
        add(c, list, Role.PARTICIPANT);
      }
    }
    if (p.kind() == Kind.CALL) {
      for (Parties list : arguments.of("to")) {
        add(c, list, Role.PARTICIPANT);
      }
    }
    guests.forEach(list -> add(c, list, Role.GUEST));
    modifiersAsParties(c, g, p);
    int beforeWith = c.parties.size();
    boolean separate = has(g, "separate");
    List<Parties> partners = new ArrayList<>();
    if (p.parties().contains("with")) {
      if (with.size() > 1 && repeated(arguments, Set.of("with"))) {
        partners.addAll(with);
      } else if (!with.isEmpty()) {
        partners.addAll(separate ? single(with.get(0)) : List.of(with.get(0)));
        partners.addAll(arguments.of("as well as"));
      }
    }
    hostedBy(c, at);

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
          read =
              cue.status().isPresent()
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
                  && (!partners.isEmpty() || attends(p));
          purpose = gov.preposition().equals("for");
          read =
              context.get().status().isPresent()
                  ? afterwards(context.get().status().get(), gov.verb())
                  : gov.verb() >= 0 ? status.ofVerb(gov.verb()) : Optional.of(Status.HELD);
          if (read.isEmpty()) {
            read = Optional.of(Status.HELD);
          }
          c.background = !purpose;
        } else {
          read = Optional.of(Status.HELD);
          c.confidence -= 0.1;
          c.background = true;
          subjectTakesPart =
              Set.of("in", "to", "into").contains(gov.preposition())
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
      if (absent) {
        subject.groups().forEach(s -> s.party().entities().forEach(c.absentees::add));
      } else {
        Role role = p.kind() == Kind.VISIT ? Role.GUEST : subjectRole;
        for (NounGroup s : subject.groups()) {
          if (!(p.kind() == Kind.VISIT) || s.party().type() == EntityType.PERSON) {
            add(c, s.party(), role);
          }
        }
      }
    }
    c.anaphoric = pointsBack(g) || g.begin() == g.head() && governor.isEmpty();
    if (p.kind() == Kind.VISIT) {
      nounVisit(c, at, arguments, found);
      return;
    }
    if (partners.isEmpty()) {
      emit(c, at, arguments, p, found);
      return;
    }
    List<Parties> all = new ArrayList<>(partners);
    if (p.parties().contains("with")) {
      all.addAll(arguments.further());
    }
    for (Parties partner : all) {
      Candidate one = candidate(c.rule, c.kind, c.trigger, c.confidence);
      one.status = c.status;
      one.anaphoric = c.anaphoric;
      one.background = c.background;
      c.parties.forEach(one::add);
      one.absentees.addAll(c.absentees);
      add(one, partner, Role.PARTICIPANT);
      emit(one, at, arguments, p, found);
      int further = arguments.further().indexOf(partner);
      if (further >= 0 && found.contains(one)) {
        one.places.clear();
        one.date = Optional.empty();
        again(one, at, arguments, further);
      }
    }
  }

  /** "the talks", "their meeting", but not "the next meeting". */
  private boolean pointsBack(NounGroup g) {
    return Set.of("the", "this", "that", "these", "those", "their", "both", "his", "her")
            .contains(sentence.token(g.begin()).lower())
        && !sentence
            .words(g.begin(), g.end())
            .matches(
                ".*\\b(another|second|third|fourth|next|last|previous|earlier|follow-up|further|new|more|other)\\b.*");
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

  /** "the two leaders had lunch" */
  private boolean jointly(int at) {
    Parties subject = clause.subject(at);
    return subject.groups().stream().flatMap(g -> g.party().entities().stream()).distinct().count()
        >= 2;
  }

  /** "The last time was in Helsinki in 2018." */
  private void occasion(int at, NounGroup g, List<Candidate> found) {
    boolean earlier =
        sentence.words(g.begin(), g.end()).matches(".*\\b(last|first|previous|only|other)\\b.*");
    if (!earlier
        || !(clause.chunk(at + 1) instanceof VerbGroup v)
        || !v.lemma().equals("be")
        || !v.past()
        || v.negated()) {
      return;
    }
    Candidate c = candidate("last-time", Kind.MEETING, at, 0.6);
    c.recurrence = true;
    circumstances.read(c, at, clause.arguments(at + 1).end());
    if (!c.places.isEmpty() && c.date.isPresent()) {
      found.add(c);
    }
  }

  private static boolean attends(NounPattern p) {
    return p.kind() == Kind.SUMMIT || p.kind() == Kind.CONFERENCE || p.kind() == Kind.VISIT;
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

  private void emit(
      Candidate c, int at, Arguments arguments, NounPattern p, List<Candidate> found) {
    if (c.kind == Kind.TALKS
        && c.parties.size() >= 2
        && c.parties.keySet().stream().anyMatch(e -> entities.get(e).type() == EntityType.PERSON)) {
      c.kind = Kind.MEETING;
    }
    if (c.kind == Kind.MEETING
        && phone()
        && p.kind() != Kind.CALL
        && phoneNoun((NounGroup) clause.chunk(at))) {
      c.kind = Kind.CALL;
    }
    circumstances.read(c, at, arguments.end());
    boolean round =
        c.parties.size() == 1
            && (c.kind == Kind.SUMMIT || c.kind == Kind.CONFERENCE)
            && entities.get(c.parties.keySet().iterator().next()).type() != EntityType.PERSON;
    boolean attended = c.parties.size() == 1 && attends(p) && !c.background;
    if (c.parties.size() >= 2 || round || attended || c.anaphoric) {
      found.add(c);
    }
  }

  private void nounVisit(Candidate c, int at, Arguments arguments, List<Candidate> found) {
    c.parties.keySet().removeIf(e -> entities.get(e).type() != EntityType.PERSON);
    Set<Integer> goal = new LinkedHashSet<>(circumstances.goal(at, Set.of("to", "in")));
    if (c.parties.isEmpty() || goal.isEmpty()) {
      return;
    }
    circumstances.read(c, at, arguments.end());
    c.confidence = 0.6;
    c.places.clear();
    c.places.addAll(goal);
    found.add(c);
    for (List<Integer> stop : circumstances.stops(at, Set.of("to", "in"))) {
      Candidate next = candidate(c.rule, Kind.VISIT, at, c.confidence);
      next.status = c.status;
      c.parties.forEach(next::add);
      next.date = c.date;
      next.dateText = c.dateText;
      next.places.addAll(stop);
      found.add(next);
    }
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
    for (int i = g.begin(); i <= g.head(); i++) {
      if (lexicon.is("phone", sentence.token(i).lower())) {
        return true;
      }
    }
    return false;
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
        add(c, m, Role.PARTICIPANT);
      }
    }
  }

  /** "talks hosted by Qatar", "a meeting attended by A and B" right after the noun. */
  private void hostedBy(Candidate c, int at) {
    for (int i = at + 1; i <= at + 6 && clause.chunk(i) != null; i++) {
      if (clause.chunk(i) instanceof VerbGroup v) {
        if (v.form() == VerbForm.PARTICIPLE) {
          Optional<Cue> cue = lexicon.governor(v.lemma());
          Arguments arguments = clause.arguments(i);
          cue.filter(k -> k.subject() != Involvement.NONE && k.subject() != Involvement.ABSENT)
              .ifPresent(k -> add(c, first(arguments.of("by")), role(k.subject())));
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
