package org.entente.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Arguments;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.extraction.Lexicon.Cue;
import org.entente.extraction.Lexicon.Involvement;
import org.entente.extraction.Lexicon.NounPattern;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Reads the events that nouns tell: "talks", "a meeting with", "the summit". */
final class NounEvents {
  private static final double PLAIN = 0.8;

  /** The parties with which an event is complete; of the rest of the clause none takes part. */
  private static final int COMPLETE = 2;

  private final Reading reading;
  private final Journeys journeys;
  private final Gatherings gatherings;
  private final NounParties parties;
  private final StandingReader standings;
  private final JourneyHosts hosts;
  private final Lexicon lexicon;
  private final List<Entity> entities;
  private final ChunkedSentence sentence;
  private final ClauseReader clause;

  NounEvents(Reading reading, Journeys journeys, Gatherings gatherings) {
    this.reading = reading;
    this.journeys = journeys;
    this.gatherings = gatherings;
    this.parties = new NounParties(reading);
    this.standings = new StandingReader(reading);
    this.hosts = new JourneyHosts(reading);
    this.lexicon = reading.lexicon;
    this.entities = reading.entities;
    this.sentence = reading.sentence;
    this.clause = reading.clause;
  }

  /** Adds what the noun group at a chunk tells by a pattern. */
  void read(int at, NounGroup g, NounPattern p, List<Candidate> found) {
    NounTrigger noun = new NounTrigger(at, g, p, clause.arguments(at));
    if (!needed(noun) || lexicon.isHead("measure", sentence, g) && measures(at)) {
      return; // of a measure the event is what it counts
    }
    if (explains(noun) || isParliament(g) || isProtest(g)) {
      return;
    }
    Candidate c = reading.candidate("noun-" + p.id(), p.kind(), PLAIN);
    boolean owned = parties.owners(c, noun);
    parties.inside(c, noun);
    int predicate = clause.governor(at).isPresent() ? -1 : clause.predicate(at);
    boolean byPredicate = parties.ofPredicate(c, noun, predicate);
    boolean formless =
        noun.arguments().of("with").isEmpty() && p.needs().isEmpty() && p.kind() == Kind.MEETING;
    if (formless) {
      gatherings.ofBody(c, at);
    }
    boolean attended = formless && gatherings.isAttended(noun);
    if (attended) {
      c.kind = Kind.CONFERENCE;
    }
    c.manySided = gatherings.isManySided(noun) || isAmongSome(noun, c);
    boolean gathering = c.kind.isGathering() || c.manySided;
    boolean joint = p.needs().equals("joint") && parties.has(g, "joint");
    boolean complete = owned || c.parties.size() >= COMPLETE;
    boolean separate = parties.areSeparate(g);
    List<Parties> partners = parties.partners(noun, separate);
    if (separate && partners.isEmpty() && c.parties.isEmpty()) {
      return; // "both men held separate talks": not with each other
    }
    parties.hosts(c, at);
    Optional<Integer> visited =
        c.parties.isEmpty() && partners.isEmpty() && !gathering ? hosts.of(noun) : Optional.empty();
    if (gathering && partners.isEmpty()) {
      gatherings.company(c, at);
    }
    StandingReader.Known known =
        new StandingReader.Known(
            complete,
            !partners.isEmpty() || visited.isPresent(),
            gathering,
            parties.jointly(at) || parties.counted(at).isPresent());
    Optional<NounStanding> standing = standings.read(noun, known);
    if (standing.isEmpty() && joint) {
      standing = standings.read(noun, known.whole()); // "speaking at a joint press conference"
    }
    if (standing.isEmpty()) {
      return;
    }
    boolean shunned =
        gathering && !c.parties.isEmpty() && standings.isShunned(noun, standing.get());
    c.status = shunned ? standings.ofShunned(noun) : standing.get().status();
    Involvement part = shunned ? Involvement.ABSENT : standing.get().subject();
    if (c.status != Status.DENIED && sentence.token(g.begin()).lower().equals("any")) {
      return; // "before any talks"
    }
    c.confidence -= standing.get().doubt();
    c.background = standing.get().background();
    c.around =
        gathering
            && g.owners().isEmpty()
            && clause.chunk(at - 1) instanceof Mark m
            && lexicon.is("within", m.word());
    c.purpose = clause.governor(at).filter(h -> h.preposition().equals("for")).isPresent();
    if (predicate >= 0 && gathering) {
      gatherings.company(c, predicate);
      parties.doneBy(c, predicate);
    }
    if (gathering && c.parties.isEmpty() && !pointing(noun) && isBeside(at)) {
      return; // "met on the sidelines of a summit"
    }
    if (part != Involvement.NONE) {
      parties.subject(c, noun, part);
      if (c.parties.isEmpty() && partners.isEmpty() && gathering) {
        clause
            .governor(at)
            .flatMap(v -> gatherings.organ(v.verb()))
            .ifPresent(b -> c.add(b, Role.PARTICIPANT));
      }
      if (c.parties.isEmpty() && partners.isEmpty() && p.kind() != Kind.VISIT) {
        c.counted = parties.counted(at);
      }
    }
    if (c.purpose && partners.isEmpty() && visited.isEmpty() && !gathering && isOneSide(c)) {
      return; // "Peru's foreign and trade ministers plan a visit to Japan for talks"
    }
    if (visited.isPresent() && !c.parties.isEmpty()) {
      c.add(visited.get(), Role.HOST);
      c.hosted = true;
      c.background = true;
    }
    if (c.parties.isEmpty()
        && !partners.isEmpty()
        && p.kind() != Kind.VISIT
        && !pointing(noun)
        && !isJudged(predicate)) {
      parties.reporter(c, noun, partners);
    }
    c.listing = parties.comprised(c, at);
    if (formless && partners.isEmpty() && !gathering) {
      gatherings.ofBody(c, at);
    }
    point(c, noun);
    c.anaphoric |= joint && partners.isEmpty() && c.parties.size() < COMPLETE;
    if (p.kind() == Kind.VISIT) {
      c.underway =
          clause // "leaves Friday for a visit to Rome"
              .governor(at)
              .map(leaving -> clause.chunk(leaving.verb()))
              .filter(v -> v instanceof VerbGroup left && lexicon.is("departure", left.lemma()))
              .isPresent();
      journeys.ofNoun(c, at, noun.arguments(), found);
      return;
    }
    if (c.kind == Kind.CONFERENCE && !partners.isEmpty()) {
      c.kind = Kind.TALKS; // "a session with the chancellor"
    }
    int end = toBeHeld(noun.arguments().end());
    boolean setting = byPredicate || tellsOfEvent(predicate);
    if (predicate >= end && setting && !clause.hasRelative(end, predicate)) {
      end = clause.extent(predicate); // "the summit opens in Oslo on Friday"
    }
    if (partners.isEmpty()) {
      emit(c, noun, at, end, found);
      return;
    }
    boolean apart =
        !owned
            && partners.size() == 1
            && Reading.count(partners.get(0)) == 1
            && (separate || clause.governor(at).filter(v -> reading.each(v.verb())).isPresent());
    if (c.parties.isEmpty() && !gathering && Reading.count(partners.get(0)) > 1) {
      return; // "talks with France and Britain": of others, whom nothing here tells
    }
    List<Candidate> sides = apart ? c.parties.keySet().stream().map(c::alone).toList() : List.of(c);
    for (Candidate side : sides) {
      for (Parties partner : partners) {
        Candidate one = side.copy();
        reading.add(one, partner, Role.PARTICIPANT);
        one.besides = reading.areOthers(partner);
        if (hosts.isHost(noun, partner)) {
          reading.add(one, partner, Role.HOST);
          one.hosted = true;
        }
        boolean later = partner != partners.get(0) && isOwn(partner);
        emit(one, noun, later ? partner.begin() : at, later ? after(partner) : end, found);
      }
    }
    for (Parties partner : partners.size() == 1 ? gapped(noun) : List.<Parties>of()) {
      for (Candidate side : sides) {
        Candidate one = side.copy();
        reading.add(one, partner, Role.PARTICIPANT);
        emit(one, noun, partner.begin(), after(partner), found);
      }
    }
  }

  /**
   * "a conference on trade, to be held in Oslo on Friday": the end of what tells when and where.
   *
   * @param end number of the chunk at which the noun's own phrases end
   */
  private int toBeHeld(int end) {
    int i = clause.chunk(end) instanceof Mark m && m.type() == MarkType.COMMA ? end + 1 : end;
    return clause.chunk(i) instanceof VerbGroup v
            && v.passive()
            && v.form() == VerbForm.INFINITIVE
            && lexicon.is("occurring", sentence.token(v.head()).lower())
        ? clause.arguments(i).end()
        : end;
  }

  /** "talks with X on Sunday and Y on Monday": partners with times of their own. */
  private List<Parties> gapped(NounTrigger noun) {
    return clause.gapped(noun.arguments(), Set.of("with"), false).stream()
        .filter(this::isOwn)
        .toList();
  }

  /** Whether a time is told right after a partner, or after the place that follows. */
  private boolean isOwn(Parties partner) {
    int end = after(partner);
    return IntStream.range(partner.end(), end)
        .anyMatch(i -> clause.chunk(i) instanceof Mark m && m.type() == MarkType.TIME);
  }

  private int after(Parties partner) {
    return clause.arguments(partner.end() - 1).end();
  }

  /** "Peru's congress", "the Peruvian assembly": a body, and nothing that is held. */
  private boolean isParliament(NounGroup g) {
    return lexicon.isHead("chamber", sentence, g)
        && g.inside().stream()
            .anyMatch(
                m ->
                    m.type() == EntityType.POLITY
                        && (g.owners().contains(m) || m.form() == MentionForm.DEMONYM));
  }

  /** "the anti-war gathering" */
  private boolean isProtest(NounGroup g) {
    return sentence.token(g.head()).lemma().equals("gathering")
        && g.head() > g.begin()
        && sentence.token(g.head() - 1).lower().startsWith("anti-");
  }

  /** Whether what the pattern needs is there; the needs are explained in {@code nouns.tsv}. */
  private boolean needed(NounTrigger noun) {
    Arguments arguments = noun.arguments();
    boolean with = !arguments.of("with").isEmpty();
    return switch (noun.pattern().needs()) {
      case "with" -> with || !parties.guests(noun).isEmpty() || parties.jointly(noun.at());
      case "joint" ->
          parties.has(noun.group(), "joint")
              || arguments.of("with").stream().anyMatch(NounParties::persons);
      case "phone" ->
          with
              || !arguments.of("to").isEmpty()
              || phoneNoun(noun.group())
              || had(noun.at()) && parties.jointly(noun.at());
      default -> true;
    };
  }

  /** "the Boao Forum, a yearly meeting of business leaders": says what the body before it is. */
  private boolean explains(NounTrigger noun) {
    return lexicon.is("indefinite", sentence.token(noun.group().begin()).lower())
        && clause.chunk(noun.at() - 1) instanceof Mark m
        && (m.type() == MarkType.COMMA || m.type() == MarkType.BREAK)
        && clause.chunk(noun.at() - 2) instanceof NounGroup named
        && named.party() != null
        && named.party().form() == MentionForm.NAME
        && named.party().type() == EntityType.ORGANIZATION;
  }

  /**
   * Whether the time and place of a verb are those of the event that is its subject, against those
   * of a word about it: "The talks were called off on Friday".
   */
  private boolean tellsOfEvent(int predicate) {
    String particle = clause.chunk(predicate + 1) instanceof Mark m ? m.word() : ""; // "put off"
    return clause.chunk(predicate) instanceof VerbGroup v
        && !lexicon.is("reporting", v.lemma())
        && lexicon
            .governor(v.lemma(), particle)
            .or(() -> lexicon.control(v.lemma()))
            .flatMap(Cue::status)
            .filter(s -> s != Status.HELD && s != Status.PLANNED)
            .isEmpty();
  }

  /** "a round of talks" */
  private boolean measures(int at) {
    return clause.chunk(at + 1) instanceof Mark m
        && m.word().equals("of")
        && clause.chunk(at + 2) instanceof NounGroup of
        && lexicon.isEventNoun(sentence, of);
  }

  /** "had a call": against "made a call", "issued a call" */
  private boolean had(int at) {
    return clause
        .governor(at)
        .filter(
            g -> clause.chunk(g.verb()) instanceof VerbGroup v && lexicon.is("having", v.lemma()))
        .isPresent();
  }

  private boolean phoneNoun(NounGroup g) {
    return reading.phone(g.begin(), g.head() + 1);
  }

  /** Tells whether the noun points at an event told before, or at one more of the same parties. */
  private void point(Candidate c, NounTrigger noun) {
    NounGroup g = noun.group();
    NounGroup whole = measured(noun.at()).orElse(g);
    boolean bare = g.begin() == g.head() && clause.governor(noun.at()).isEmpty();
    int begin = afterDay(whole);
    c.another = !said(noun.at()) && reading.says("another", begin, whole.head());
    c.anaphoric =
        !c.another
            && !reading.says("others", begin, whole.head())
            && (lexicon.is("pointing", sentence.token(whole.begin()).lower())
                || begin > whole.begin()
                || bare && !isAmongSome(noun, c)
                || c.counted.isPresent());
  }

  /** "talks among Macedonia's main parties": several parties in one description of theirs. */
  private boolean isAmongSome(NounTrigger noun, Candidate c) {
    List<Parties> among = new ArrayList<>(noun.arguments().of("among"));
    among.addAll(noun.arguments().of("between"));
    return c.kind == Kind.TALKS
        && c.parties.size() == 1
        && among.size() == 1
        && c.parties.keySet().stream().allMatch(gatherings::areStates)
        && !lexicon.is("pointing", sentence.token(among.get(0).groups().get(0).begin()).lower());
  }

  /** "talks with them are dead": how it stands with something that lasts. */
  private boolean isJudged(int predicate) {
    return clause.chunk(predicate) instanceof VerbGroup v && v.lemma().equals("be") && !v.passive();
  }

  private boolean pointing(NounTrigger noun) {
    NounGroup whole = measured(noun.at()).orElse(noun.group());
    return lexicon.is("pointing", sentence.token(whole.begin()).lower());
  }

  /** The token after a time before the noun: "Saturday's meeting", "last week's talks". */
  private int afterDay(NounGroup g) {
    for (int i = g.head() - 1; i > g.begin() && g.owners().isEmpty(); i--) {
      if (sentence.token(i).lower().equals("'s")) {
        return i + 1;
      }
    }
    return g.begin();
  }

  /** "it was their second meeting": what is said of an event told before. */
  private boolean said(int at) {
    return clause
        .governor(at)
        .filter(h -> h.preposition().isEmpty())
        .filter(h -> clause.chunk(h.verb()) instanceof VerbGroup v && v.lemma().equals("be"))
        .isPresent();
  }

  /** Whether all who are named act for one state. */
  private boolean isOneSide(Candidate c) {
    Set<String> states =
        c.parties.keySet().stream()
            .map(p -> entities.get(p).represents())
            .collect(Collectors.toSet());
    return c.parties.size() > 1 && states.size() == 1 && !states.contains("");
  }

  private boolean isBeside(int at) {
    return clause.chunk(at - 1) instanceof Mark m && lexicon.is("margin", m.word());
  }

  /** The noun before "of" that counts or bounds the event: "a second round of talks". */
  private Optional<NounGroup> measured(int at) {
    return clause.chunk(at - 1) instanceof Mark m
            && m.word().equals("of")
            && clause.chunk(at - 2) instanceof NounGroup n
            && lexicon.isHead("measure", sentence, n)
        ? Optional.of(n)
        : Optional.empty();
  }

  private void emit(Candidate c, NounTrigger noun, int from, int end, List<Candidate> found) {
    if (c.kind == Kind.TALKS
        && c.parties.size() >= 2
        && c.parties.entrySet().stream()
            .filter(e -> e.getValue() != Role.MEDIATOR)
            .anyMatch(e -> entities.get(e.getKey()).type() == EntityType.PERSON)) {
      c.kind = Kind.MEETING;
    }
    if (c.kind == Kind.MEETING && noun.pattern().kind() != Kind.CALL && phoneNoun(noun.group())) {
      c.kind = Kind.CALL;
    }
    boolean told = toldByVerb(c, noun, found);
    if (told && !c.kind.isGathering()) {
      return;
    }
    reading.circumstances.read(c, from, end);
    c.listing &= c.kind == Kind.TALKS && c.date.isEmpty() && c.places.isEmpty();
    boolean sides = c.status != Status.PROPOSED && c.status != Status.DENIED;
    boolean round =
        c.parties.size() == 1
            && (c.kind.isGathering() || c.manySided)
            && stands(c.parties.keySet().iterator().next());
    boolean attended = sides && c.parties.size() == 1 && c.kind.isGathering() && !c.background;
    boolean set =
        c.parties.isEmpty() && c.kind.isGathering() && !(c.places.isEmpty() && c.date.isEmpty());
    boolean alone =
        round && !noun.pattern().needs().equals("two")
            || round && isHeld(noun)
            || attended && !noun.pattern().needs().equals("two");
    boolean oneMore =
        (c.another || c.manySided)
            && (!c.background || c.date.isPresent())
            && c.parties.isEmpty()
            && (c.status != Status.HELD || c.date.isPresent() || !c.places.isEmpty());
    if (c.parties.size() >= 2 || alone || set || c.anaphoric || oneMore) {
      found.add(c);
    }
  }

  /**
   * Whether the verb of the noun's clause tells the event already: "are meeting in Oslo for talks",
   * "sat down for lunch", "were joined by officials for a session of the council". A gathering
   * takes in the event of a verb of assembling.
   */
  private boolean toldByVerb(Candidate c, NounTrigger noun, List<Candidate> found) {
    Optional<ClauseReader.Governor> governor =
        clause.governor(noun.at()).filter(g -> g.preposition().equals("for"));
    if (governor.isEmpty() || !(clause.chunk(governor.get().verb()) instanceof VerbGroup v)) {
      return false;
    }
    boolean assembling =
        !v.passive() && (lexicon.is("assembling", v.lemma()) || v.lemma().equals("join"));
    if (c.kind.isGathering() && !assembling) {
      return false;
    }
    Optional<Candidate> told =
        found.stream()
            .filter(f -> f.triggerChunk == governor.get().verb() && f.kind != Kind.VISIT)
            .filter(f -> f.parties.keySet().containsAll(c.parties.keySet()) || hasBody(c))
            .findFirst();
    if (told.isPresent() && c.kind.isGathering()) {
      if (!hasBody(c)) {
        told.get().parties.forEach(c::add);
      }
      c.places.addAll(told.get().places);
      found.remove(told.get());
    }
    return told.isPresent();
  }

  private boolean hasBody(Candidate c) {
    return c.parties.keySet().stream()
        .anyMatch(id -> gatherings.isBody(id) && entities.get(id).named());
  }

  /** "held a session": against "said at a session" */
  private boolean isHeld(NounTrigger noun) {
    return clause.governor(noun.at()).filter(g -> g.preposition().isEmpty()).isPresent();
  }

  /** Whether a state or body can be the only party that is told of a gathering. */
  private boolean stands(int id) {
    return entities.get(id).type() == EntityType.POLITY
        || gatherings.isBody(id)
        || gatherings.areStates(id);
  }
}
