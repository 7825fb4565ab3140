package org.entente.extraction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Tenure;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Arguments;
import org.entente.extraction.ClauseReader.Governor;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.extraction.Lexicon.JourneyPattern;
import org.entente.extraction.Lexicon.Need;
import org.entente.extraction.Lexicon.Traveller;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Reads where people travel on duty, told by a verb ("arrived in Kabul", "is due in Rome") or a
 * noun ("a tour of Peru and Chile"): one event for each place. Whether a meeting there tells the
 * journey already is decided when the accounts of a document are merged.
 */
final class Journeys {
  /** Prepositions after a noun for a journey whose objects are the places. */
  private static final Set<String> OF_NOUN = Set.of("to", "in", "of", "through", "at", "into");

  private final Reading reading;
  private final List<Entity> entities;
  private final ClauseReader clause;
  private final StatusReader status;
  private final CircumstanceReader circumstances;
  private final Itinerary itinerary;
  private final Travellers travellers;

  Journeys(Reading reading) {
    this.reading = reading;
    this.entities = reading.entities;
    this.clause = reading.clause;
    this.status = reading.status;
    this.circumstances = reading.circumstances;
    this.itinerary = new Itinerary(reading);
    this.travellers = new Travellers(reading);
  }

  /** Reads the verb group at a chunk, when it is one of travelling. */
  void ofVerb(int at, VerbGroup v, List<Candidate> found) {
    for (JourneyPattern p : reading.lexicon.journeys(v.lemma())) {
      int before = found.size();
      read(at, v, p, found);
      if (found.size() > before) {
        return;
      }
    }
  }

  private void read(int at, VerbGroup v, JourneyPattern p, List<Candidate> found) {
    if (v.passive() && p.traveller() != Traveller.OBJECT) {
      return;
    }
    int journey = p.traveller() == Traveller.SUBJECT ? -1 : travellers.journeyBefore(at);
    if (p.traveller() == Traveller.OWNER && journey < 0) {
      return;
    }
    boolean plain = v.form() == VerbForm.FINITE && !v.negated() && v.modal().isEmpty();
    Optional<Status> read =
        plain && p.status().isPresent() && (p.fixed() || !v.past())
            ? p.status()
            : status.ofVerb(at);
    if (read.isEmpty()) {
      return;
    }
    Itinerary.Stops stops =
        p.goals().contains("object")
            ? itinerary.ofObject(at + 1, p.traveller() == Traveller.SUBJECT)
            : itinerary.after(at + 1, p.goals());
    if (stops.isEmpty()) {
      stops = itinerary.beforeWhere(at);
    }
    Candidate c = reading.candidate(p.id(), Kind.VISIT, 0.6);
    boolean ahead =
        p.need() == Need.PURPOSE
            && read.get() == Status.HELD
            && !v.past()
            && !stops.isEmpty()
            && aims(at, stops);
    c.status = ahead ? Status.PLANNED : read.get();
    c.underway = p.traveller() == Traveller.SUBJECT && !p.goals().contains("object");
    Parties acting = Parties.NONE;
    if (p.traveller() != Traveller.OWNER) {
      acting =
          p.traveller() == Traveller.OBJECT && !v.passive()
              ? clause.arguments(at).object()
              : reading.actor(at);
      travel(c, acting);
    }
    int team = p.traveller() == Traveller.SUBJECT && !v.passive() ? travellers.teamBefore(at) : -1;
    if (c.parties.isEmpty() && journey >= 0) {
      onJourney(c, journey, at);
    } else if (c.parties.isEmpty() && team >= 0) {
      travellers.leaders(team).forEach(m -> reading.add(c, m, Role.GUEST));
      c.anaphoric = c.parties.isEmpty() && pointsBack(team);
    }
    Need need = back(at) ? Need.DUTY : p.need();
    boolean away = p.need() == Need.PURPOSE && read.get() == Status.DENIED; // "was not in Oslo"
    if (!away && c.parties.isEmpty() && sendsOfficials(acting, stops) && toDiscuss(stops.end())) {
      withState(c, at, acting.groups().get(0), stops.places().get(0), found);
      return;
    }
    if (away
        || p.traveller() == Traveller.OBJECT && isSeized(at)
        || stops.isEmpty()
        || isTerminal(stops)
        || !met(need, at, v, stops, acting) && !(need == Need.DUTY && isAbroad(c, stops))
        || isPrivate(acting)
        || isPrivate(stops.end())) {
      return;
    }
    emit(c, at, clause.arguments(at).end(), stops, p.fixed(), found);
  }

  /** "landed at Sigonella air base": where a journey ends, which is no place that is visited. */
  private boolean isTerminal(Itinerary.Stops stops) {
    return clause.chunk(stops.begin()) instanceof Mark m
        && m.word().equals("at")
        && IntStream.range(stops.begin(), stops.end())
            .anyMatch(
                i ->
                    clause.chunk(i) instanceof NounGroup g
                        && reading.says("terminal", g.begin(), g.end()))
        && stops.places().stream()
            .flatMap(List::stream)
            .allMatch(p -> entities.get(p).link().isEmpty());
  }

  /** "arrested her and took her to Lima" */
  private boolean isSeized(int at) {
    for (int i = clause.chunk(at).begin() - 1; i >= 0; i--) {
      if (reading.lexicon.is("seizing", reading.sentence.token(i).lemma())) {
        return true;
      }
    }
    return false;
  }

  /** "Peruvian officials", "a delegation from Peru", who go to one place. */
  private boolean sendsOfficials(Parties acting, Itinerary.Stops stops) {
    return acting.groups().size() == 1
        && stops.places().size() == 1
        && reading.areOfficials(acting.groups().get(0));
  }

  /** "to discuss the border", "to hold talks" */
  private boolean toDiscuss(int from) {
    int i = from;
    while (clause.chunk(i) instanceof Mark m && m.type() != MarkType.BREAK) {
      i += clause.chunk(i + 1) instanceof NounGroup g && g.party() == null ? 2 : 1;
    }
    return clause.chunk(i) instanceof VerbGroup v
        && v.form() == VerbForm.INFINITIVE
        && reading.lexicon.is("discussing", v.lemma());
  }

  /** Adds the talks of officials with the state to which they go. */
  private void withState(
      Candidate c, int at, NounGroup officials, List<Integer> place, List<Candidate> found) {
    Optional<Integer> host =
        itinerary.state(place).filter(s -> !officials.party().entities().contains(s));
    if (host.isEmpty()) {
      return;
    }
    c.kind = Kind.TALKS;
    c.hosted = true;
    reading.add(c, officials.party(), Role.GUEST);
    c.add(host.get(), Role.HOST);
    circumstances.read(c, at, clause.arguments(at).end());
    c.places.clear();
    c.places.addAll(place);
    found.add(c);
  }

  /**
   * Takes from the noun for a whole journey who travels, and whether it is still to come; with
   * neither, "the trip" points at a journey told before.
   *
   * @param verb number of the chunk of the verb that tells a part of the journey
   */
  private void onJourney(Candidate c, int noun, int verb) {
    travellers.of(noun).forEach(m -> reading.add(c, m, Role.GUEST));
    boolean past = clause.chunk(verb) instanceof VerbGroup v && v.past();
    if (c.status == Status.HELD && !past && travellers.isAhead(noun)) {
      c.status = Status.PLANNED;
    }
    c.anaphoric = c.parties.isEmpty() && pointsBack(noun);
  }

  private boolean pointsBack(int noun) {
    return reading.lexicon.is(
        "pointing", reading.sentence.token(clause.chunk(noun).begin()).lower());
  }

  /** "the singer X": people who travel in no office. */
  private boolean isPrivate(Parties travellers) {
    return travellers.groups().stream().anyMatch(g -> reading.says("private", g.begin(), g.end()));
  }

  /**
   * "for surgery", "on vacation": whether the phrases from a chunk on tell a purpose of one's own.
   */
  private boolean isPrivate(int from) {
    for (int i = from; clause.chunk(i) instanceof Mark m && m.type() != MarkType.BREAK; i++) {
      if (clause.chunk(i + 1) instanceof NounGroup g) {
        return Set.of("for", "on").contains(m.word())
            && reading.says("privateaffair", g.begin(), g.end());
      }
    }
    return false;
  }

  /** "an official", "a spokesman": people of whom no office tells that they travel for it. */
  private boolean isNobody(Entity person) {
    return !person.named() && reading.lexicon.is("nobody", person.office());
  }

  private boolean isTeam(Chunk chunk) {
    return chunk instanceof NounGroup g && reading.lexicon.isHead("mission", reading.sentence, g);
  }

  private boolean met(Need need, int at, VerbGroup v, Itinerary.Stops stops, Parties travellers) {
    return switch (need) {
      case NONE -> true;
      case PURPOSE ->
          onDuty(at, stops, true) || !v.past() && stops.begin() == at + 1 && inOffice(travellers);
      case DUTY -> onDuty(at, stops, false);
      case TIME ->
          IntStream.range(at + 1, stops.begin())
                  .allMatch(i -> clause.chunk(i) instanceof Mark m && m.type() == MarkType.TIME)
              && stops.begin() > at + 1;
      case TEAM -> isTeam(clause.chunk(at + 1));
      case INTRANSITIVE ->
          IntStream.range(at + 1, stops.begin())
              .noneMatch(i -> clause.chunk(i) instanceof NounGroup);
    };
  }

  /** "flew back to Oslo", "headed home" */
  private boolean back(int verb) {
    return clause.chunk(verb + 1) instanceof Mark m && Set.of("back", "home").contains(m.word());
  }

  /** "will return to Burma": to come once more to a state for which they do not act. */
  private boolean isAbroad(Candidate c, Itinerary.Stops stops) {
    return c.status == Status.PLANNED
        && !c.parties.isEmpty()
        && c.parties.keySet().stream().noneMatch(e -> entities.get(e).represents().isEmpty())
        && stops.places().stream()
            .flatMap(List::stream)
            .allMatch(p -> entities.get(p).type() == EntityType.POLITY);
  }

  /** Whether all of them speak for a state or body, which they do wherever they are. */
  private boolean inOffice(Parties travellers) {
    return !travellers.isEmpty()
        && travellers.groups().stream()
            .flatMap(g -> g.party().entities().stream())
            .map(entities::get)
            .allMatch(
                e ->
                    e.tenure() == Tenure.CURRENT
                        && !e.office().isEmpty()
                        && !e.represents().isEmpty());
  }

  /**
   * Reads a noun for a journey.
   *
   * @param c what is known of the event by its noun group: who travels, and its status
   * @param at number of the noun group
   */
  void ofNoun(Candidate c, int at, Arguments arguments, List<Candidate> found) {
    NounGroup noun = (NounGroup) clause.chunk(at);
    if (reading.says("privateaffair", noun.begin(), noun.head())
        || reading.says("habitual", noun.begin(), noun.head())
        || isPrivate(clause.subject(at))) {
      return;
    }
    c.parties
        .keySet()
        .removeIf(e -> entities.get(e).type() != EntityType.PERSON || isNobody(entities.get(e)));
    c.confidence = 0.6;
    if (arguments.of("by").stream().anyMatch(NounParties::persons)) {
      c.parties.clear(); // "spoke during a visit by X"
    }
    Optional<Governor> governor = clause.governor(at);
    c.remark = governor.filter(this::isRemark).isPresent();
    int predicate = governor.isPresent() ? -1 : clause.predicate(at);
    Itinerary.Stops stops = itinerary.ofNoun(at, OF_NOUN);
    if (stops.isEmpty()) {
      stops = identified(c, at, governor, predicate);
    }
    if (stops.isEmpty() && governor.isPresent()) {
      stops = around(at, governor.get());
      if (governor.get().verb() < 0 && !stops.isEmpty()) {
        c.status = Status.HELD; // "X, in Oslo for a visit, said"
      }
    }
    if (stops.isEmpty()
        && !arguments.of("by").isEmpty()
        && governor.filter(g -> g.preposition().isEmpty()).isPresent()) {
      stops = itinerary.ofState(clause.subject(governor.get().verb()));
    }
    if (c.parties.isEmpty()) {
      for (Parties by : arguments.of("by")) {
        travel(c, by);
      }
      if (governor.filter(g -> g.preposition().equals("with")).isPresent()) {
        travel(c, clause.subject(at)); // "went to Mali with a stop in Gao"
      }
      int whole = c.parties.isEmpty() ? wholeJourney(at, governor) : -1;
      if (whole >= 0) {
        onJourney(c, whole, governor.map(Governor::verb).orElse(predicate));
        Itinerary.Stops around = itinerary.ofNoun(whole, OF_NOUN);
        if (!stops.isEmpty() && around.places().size() == 1) {
          List<Integer> outer = around.places().get(0);
          found.removeIf(f -> f.kind == Kind.VISIT && f.places.equals(Set.copyOf(outer)));
          stops = stops.within(outer);
        }
      }
    }
    boolean departure =
        governor
            .filter(g -> g.preposition().equals("for"))
            .filter(g -> clause.chunk(g.verb()) instanceof VerbGroup v && setsOut(v))
            .isPresent(); // "leaves Friday for visits to"
    emit(c, at, arguments.end(), stops, departure, found);
  }

  /**
   * The place before a phrase with the noun: "in Oslo for a visit", "spoke in Oslo during a visit
   * by", "left Oslo after a visit".
   */
  private Itinerary.Stops around(int at, Governor governor) {
    int before = at - 2;
    while (clause.chunk(before) instanceof Mark m && m.type() != MarkType.PREPOSITION) {
      before--;
    }
    boolean purpose =
        Set.of("for", "during").contains(governor.preposition())
            && clause.chunk(before - 1) instanceof Mark in
            && reading.lexicon.is("venue", in.word());
    if (purpose && clause.chunk(before) instanceof NounGroup) {
      return itinerary.before(before + 1);
    }
    boolean left =
        Set.of("after", "following").contains(governor.preposition())
            && clause.chunk(governor.verb()) instanceof VerbGroup v
            && reading.lexicon.is("departure", v.lemma());
    return left ? itinerary.ofObject(governor.verb() + 1, false) : Itinerary.Stops.NONE;
  }

  /**
   * The stops that the clause of a noun names: "her tour began in Oslo", "Oslo is the last stop".
   */
  private Itinerary.Stops identified(
      Candidate c, int at, Optional<Governor> governor, int predicate) {
    if (clause.chunk(predicate) instanceof VerbGroup v && reading.lexicon.is("phase", v.lemma())) {
      return itinerary.after(predicate + 1, Set.of("in", "at", "with"));
    }
    NounGroup g = (NounGroup) clause.chunk(at);
    if (!reading.lexicon.isHead("leg", reading.sentence, g)) {
      return Itinerary.Stops.NONE;
    }
    int verb =
        governor.filter(h -> h.preposition().isEmpty()).map(Governor::verb).orElse(predicate);
    if (!(clause.chunk(verb) instanceof VerbGroup be) || !be.lemma().equals("be")) {
      return Itinerary.Stops.NONE;
    }
    if (c.status == Status.HELD && !be.past() && reading.says("onward-leg", g.begin(), g.head())) {
      c.status = Status.PLANNED; // "the next stop is"
    }
    return governor.isPresent() ? itinerary.before(verb) : itinerary.ofObject(predicate + 1, false);
  }

  /** "this is her second trip to Peru": what is said of a journey that the text tells. */
  private boolean isRemark(Governor governor) {
    return governor.preposition().isEmpty()
        && clause.chunk(governor.verb()) instanceof VerbGroup v
        && v.lemma().equals("be")
        && clause.chunk(governor.verb() - 1) instanceof NounGroup subject
        && Set.of("this", "it").contains(reading.sentence.words(subject.begin(), subject.end()));
  }

  private void travel(Candidate c, Parties travellers) {
    for (NounGroup g : travellers.groups()) {
      if (g.party().entities().stream()
          .map(entities::get)
          .allMatch(e -> e.type() == EntityType.PERSON && !isNobody(e))) {
        reading.add(c, g.party(), Role.GUEST);
      }
    }
  }

  /**
   * The noun for the whole journey of which a noun names a part: "X's trip to Asia includes a stop
   * in Laos", "the last stop of the tour"; -1 if none.
   */
  private int wholeJourney(int at, Optional<Governor> governor) {
    boolean part =
        governor
            .map(g -> clause.chunk(g.verb()))
            .filter(c -> c instanceof VerbGroup v && tellsStops(v))
            .isPresent();
    int whole = part ? travellers.journeyBefore(governor.get().verb()) : travellers.whole(at);
    for (int i = at - 1; i >= 0 && whole < 0; i--) {
      if (clause.chunk(i) instanceof NounGroup g
          && !g.owners().isEmpty()
          && travellers.isJourney(i)) {
        whole = i;
      }
    }
    return whole;
  }

  private boolean setsOut(VerbGroup v) {
    return reading.lexicon.is("departure", v.lemma())
        || reading.lexicon.journeys(v.lemma()).stream().anyMatch(JourneyPattern::fixed);
  }

  private boolean tellsStops(VerbGroup v) {
    return reading.lexicon.journeys(v.lemma()).stream()
        .anyMatch(p -> p.traveller() == Traveller.OWNER);
  }

  private void emit(
      Candidate c,
      int at,
      int end,
      Itinerary.Stops stops,
      boolean departure,
      List<Candidate> found) {
    if (stops.isEmpty() && !c.parties.isEmpty()) {
      c.trigger = clause.chunk(at).begin();
      found.add(c); // tells who travels
    }
    if (stops.isEmpty() || c.parties.isEmpty() && !c.anaphoric) {
      return;
    }
    int until = stops.isEmpty() ? end : Math.max(end, clause.arguments(stops.end() - 1).end());
    circumstances.read(c, at, until);
    circumstances.ofOccasion(c, stops.end());
    if (departure && stops.places().size() > 1 && c.date.filter(DateBounds::isDay).isPresent()) {
      c.date = Optional.empty(); // only the day on which they set out
      c.dateText = "";
    }
    List<NounGroup> hosts = inviters(at, until);
    for (List<Integer> stop : stops.places()) {
      if (c.parties.keySet().stream().anyMatch(e -> isHome(entities.get(e), stop))) {
        continue;
      }
      Candidate one = reading.candidate(c.rule, Kind.VISIT, c.confidence);
      one.status = c.status;
      one.background = c.background;
      one.underway = c.underway;
      one.remark = c.remark;
      one.aside = c.aside;
      one.trigger = c.trigger;
      one.date = c.date;
      one.dateText = c.dateText;
      one.edge = c.edge;
      one.duration = c.duration;
      one.topics.addAll(c.topics);
      c.parties.forEach(one::add);
      hosts.forEach(h -> reading.add(one, h.party(), Role.HOST));
      one.places.addAll(new LinkedHashSet<>(stop));
      found.add(one);
    }
  }

  /** "at the invitation of X": who asked the traveller to come. */
  private List<NounGroup> inviters(int at, int end) {
    for (int i = at + 1; i < end; i++) {
      if (clause.chunk(i) instanceof NounGroup g
          && reading.sentence.token(g.head()).lemma().equals("invitation")
          && clause.chunk(i + 1) instanceof Mark of
          && of.word().equals("of")) {
        return clause.listFrom(i + 2, false).groups();
      }
    }
    return List.of();
  }

  /** Whether a place is the state for which somebody acts: nobody visits it on duty. */
  private boolean isHome(Entity traveller, List<Integer> stop) {
    return !traveller.represents().isEmpty()
        && stop.stream()
            .map(entities::get)
            .anyMatch(
                p ->
                    p.name().equals(traveller.represents())
                        || p.otherNames().contains(traveller.represents()));
  }

  /** "is on his way to Rome", "is due in Rome": who is not there yet. */
  private boolean aims(int at, Itinerary.Stops stops) {
    return IntStream.range(clause.chunk(at).end(), clause.chunk(stops.begin()).begin())
        .anyMatch(k -> reading.lexicon.is("bound", reading.sentence.token(k).lower()));
  }

  /** "is in Rome for talks", "is in Rome to", "is due in Rome", "was in Rome on Monday". */
  private boolean onDuty(int at, Itinerary.Stops stops, boolean ofADay) {
    if (ofADay && clause.chunk(at) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE) {
      return true; // "is to be in"
    }
    int next = at + 1;
    while (clause.chunk(next) instanceof Mark m && m.type() == MarkType.ADVERB) {
      next++;
    }
    if (next < stops.begin()) {
      Chunk between = clause.chunk(next);
      if (between instanceof NounGroup g && !g.inside().isEmpty()) {
        return false; // what is said of somebody else
      }
      return IntStream.range(between.begin(), clause.chunk(stops.begin()).begin())
          .anyMatch(k -> reading.lexicon.is("underway", reading.sentence.token(k).lower()));
    }
    int i = stops.end();
    while (clause.chunk(i) instanceof Mark m && m.type() == MarkType.COMMA) {
      i++;
    }
    boolean day =
        clause.chunk(i) instanceof Mark m
            && (m.type() == MarkType.TIME
                || clause.chunk(i + 1) instanceof Mark on && on.type() == MarkType.TIME);
    return clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE
        || (day
            ? ofADay
            : clause.chunk(i) instanceof Mark m && Set.of("for", "on").contains(m.word()));
  }
}
