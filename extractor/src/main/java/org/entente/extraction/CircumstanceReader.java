package org.entente.extraction;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.TimeExpression;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.Lexicon.Cue;
import org.entente.report.ReportedDuration;
import org.entente.report.Status;

/** Reads place, time, length and topic of an event from the clause around its trigger. */
final class CircumstanceReader {
  private static final Set<String> TOPIC_WORDS =
      Set.of("on", "about", "over", "regarding", "concerning");

  /** Rules of times that are counted from what the text names next: "a day after the talks". */
  private static final Set<String> ANCHORED =
      Set.of("next-day", "previous-day", "units-later", "units-earlier");

  /** How many days a month lasts at most. */
  private static final int MONTH = 31;

  /** Rules of times that say no more than soon or lately: they date no event. */
  private static final Set<String> VAGUE = Set.of("recent-days", "coming-unspecified");

  /** Rules of distances whose bounds are those of what follows: "came Friday, a day after". */
  private static final Set<String> BESIDE = Set.of("after-event", "before-event");

  /** Prepositions before what took place first: "came home after talks". */
  /** Prepositions between what is said and that of which it is said. */
  private static final Set<String> HOSTING = Set.of("host", "stage", "hold");

  private static final Set<String> ABOUT = Set.of("about", "on", "over", "regarding", "concerning");

  private static final Set<String> EARLIER = Set.of("after", "following", "since");

  private static final Set<String> TOPIC_VERBS =
      Set.of("discuss", "address", "cover", "include", "concern");

  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final Lexicon lexicon;
  private final List<Entity> entities;
  private final Optional<LocalDate> published;
  private final String text;

  CircumstanceReader(
      ChunkedSentence sentence,
      ClauseReader clause,
      Lexicon lexicon,
      List<Entity> entities,
      Optional<LocalDate> published,
      String text) {
    this.sentence = sentence;
    this.clause = clause;
    this.lexicon = lexicon;
    this.entities = entities;
    this.published = published;
    this.text = text;
  }

  /**
   * Completes a candidate.
   *
   * @param at number of the trigger's chunk
   * @param clauseEnd number of the chunk at which its clause ends
   */
  void read(Candidate c, int at, int clauseEnd) {
    int own = beforeOther(at, clauseEnd);
    int end = pastOccasion(at, pastArrangement(at, own));
    int course = course(at, own);
    c.trigger = clause.chunk(at).begin();
    c.earlier = isEarlier(at);
    c.aside = opensOther(at - 1) || isElsewhere(at) || inBeforeClause(at);
    c.telling = telling(at);
    c.sameDay = sameDay(at) || coincides(at);
    c.thereafter = thereafter(0, clause.chunk(at).begin());
    c.places.addAll(venue(at, end));
    Optional<TimeExpression> time = time(at, end);
    time.ifPresent(
        t -> {
          c.date = t.bounds();
          c.dateText = t.span().of(text);
        });
    c.edge = clause.chunk(course) instanceof VerbGroup v ? edge(v) : edge(at);
    if (end > clauseEnd
        && c.status == Status.HELD
        && clause.chunk(clauseEnd) instanceof VerbGroup be
        && lexicon.is("future", be.modal())) {
      c.status = Status.PLANNED; // "the next time they meet will be in May"
    }
    if (c.status == Status.PLANNED
        && isOver(course)
        && c.date.filter(d -> !isAhead(d)).isPresent()) {
      c.status = Status.HELD; // "the talks, which began Monday, are to last three days"
    }
    if (published.isPresent()) {
      boolean over = isOver(at) || c.earlier && isOver(verbOf(at));
      if (c.status == Status.HELD && c.date.filter(this::isAhead).isPresent() && over) {
        c.date = Optional.empty(); // "arrived ahead of Friday's vote"
        c.dateText = "";
      }
      boolean ending =
          c.status == Status.HELD
              && c.edge == Edge.END
              && clause.chunk(course) instanceof VerbGroup v
              && !v.past()
              && v.modal().isEmpty()
              && v.form() == VerbForm.FINITE
              && c.date.filter(this::isAhead).isPresent();
      if (ending) { // "the conference, which ends Friday": it is under way
        c.date = Optional.of(new DateBounds(published.get(), c.date.get().latest()));
      } else {
        c.date.ifPresent(d -> c.status = dated(c, at, d, published.get()));
      }
      boolean decided =
          c.status == Status.PLANNED
              && decidedBefore(at, c.anaphoric)
              && time.filter(t -> t.range().end() <= c.trigger).isPresent();
      if ((c.status == Status.PROPOSED || decided)
          && c.date.filter(d -> d.latest().isBefore(published.get())).isPresent()) {
        c.date = Optional.empty(); // "who invited her in July"
        c.dateText = "";
      }
    }
    length(at, end).ifPresent(d -> c.duration = Optional.of(d));
    topics(c, at, end);
  }

  /** Dates a journey by what it is made for: "flew to Oslo for Monday's ceremony". */
  void ofOccasion(Candidate c, int after) {
    if (c.date.isEmpty()
        && clause.chunk(after) instanceof Mark m
        && m.word().equals("for")
        && clause.chunk(after + 1) instanceof NounGroup occasion) {
      dates().stream()
          .filter(t -> t.range().begin() == occasion.begin() && t.range().end() < occasion.head())
          .filter(t -> sentence.token(t.range().end()).lower().equals("'s"))
          .filter(t -> (c.status == Status.PLANNED) == isAhead(t.bounds().get()))
          .findFirst()
          .ifPresent(
              t -> {
                c.date = t.bounds();
                c.dateText = t.span().of(text);
              });
    }
  }

  /**
   * The status of a dated event: of a day to come it is planned, before a day gone by it was held.
   */
  private Status dated(Candidate c, int at, DateBounds date, LocalDate today) {
    if (c.status == Status.HELD) {
      boolean ahead = date.earliest().isAfter(today); // "meets on Friday", said on Thursday
      boolean open = date.latest().isAfter(today) && isPresent(at); // "meets this week"
      boolean later = c.dateText.startsWith("later") && isPresent(at); // "goes there later Tuesday"
      return ahead || open || later ? Status.PLANNED : Status.HELD;
    }
    return c.status == Status.PLANNED && c.background && date.latest().isBefore(today)
        ? Status.HELD // "was arrested hours before Friday's talks"
        : c.status;
  }

  private boolean inBeforeClause(int at) {
    return IntStream.range(0, at).anyMatch(this::opensClause);
  }

  /** "spoke in Oslo, a day before X and Y hold talks": a preposition with a clause of its own. */
  private boolean opensClause(int preposition) {
    if (!(clause.chunk(preposition) instanceof Mark m)
        || !Set.of("before", "until").contains(m.word())) {
      return false;
    }
    ClauseReader.Parties subject = clause.listFrom(preposition + 1, true);
    return !subject.isEmpty()
        && clause.chunk(subject.end()) instanceof VerbGroup v
        && v.form() == VerbForm.FINITE;
  }

  /** Whether the verb that tells an event is in the simple present. */
  private boolean isPresent(int at) {
    int verb = clause.chunk(at) instanceof VerbGroup ? at : verbOf(at);
    return clause.chunk(verb) instanceof VerbGroup v
        && v.form() == VerbForm.FINITE
        && v.begin() == v.head()
        && v.modal().isEmpty()
        && !v.past()
        && !v.passive()
        && !v.lemma().equals("be");
  }

  /** How the clause of a verb or an event noun tells what it tells. */
  Telling telling(int at) {
    int verb = clause.chunk(at) instanceof VerbGroup ? at : verbOf(at);
    while (clause.chunk(verb) instanceof VerbGroup v && v.form() != VerbForm.FINITE) {
      verb = clause.controller(verb);
    }
    if (!(clause.chunk(verb) instanceof VerbGroup v) || !v.modal().isEmpty()) {
      return Telling.OTHER;
    }
    String first = sentence.token(v.begin()).lower();
    boolean perfect = v.begin() < v.head() && Set.of("has", "have", "'ve").contains(first);
    boolean earlier = v.begin() < v.head() && Set.of("had", "'d").contains(first);
    if (perfect || !v.past() && sentence.token(v.head()).lower().endsWith("ing")) {
      return Telling.NEWS;
    }
    return v.past() && !earlier ? Telling.STORY : Telling.OTHER;
  }

  /**
   * "was chosen in December to lead a delegation", against "was to meet in December": whether the
   * clause of a plan tells what was done about it.
   *
   * @param anaphoric whether a noun points at a plan told before: "rejected a site for the talks"
   */
  private boolean decidedBefore(int at, boolean anaphoric) {
    int verb = clause.chunk(at) instanceof VerbGroup ? at : verbOf(at);
    while (clause.chunk(verb) instanceof VerbGroup v && v.form() != VerbForm.FINITE) {
      verb = clause.controller(verb);
    }
    return clause.chunk(verb) instanceof VerbGroup v
        && v.past()
        && v.modal().isEmpty()
        && (v.passive() || clause.chunk(at) instanceof NounGroup && anaphoric)
        && !v.lemma().equals("be")
        && !lexicon.is("unfulfilled", v.lemma());
  }

  /** "met X before going to Rome, where she met Y": the place of a journey that is another step. */
  private boolean isElsewhere(int at) {
    int i = at - 1;
    while (i >= 0 && !(clause.chunk(i) instanceof Mark m && m.word().equals("where"))) {
      i--;
    }
    while (i >= 0 && !(clause.chunk(i) instanceof VerbGroup)) {
      i--;
    }
    return i > 0 && opensOther(i - 1);
  }

  /** "the attack came as X met Y": on the day of what was told before. */
  private boolean coincides(int at) {
    int i = at - 1;
    while (i >= 0 && !(clause.chunk(i) instanceof Mark m && m.word().equals("as"))) {
      i--;
    }
    return i > 0
        && clause.chunk(i - 1) instanceof VerbGroup v
        && lexicon.is("occurrence", v.lemma())
        && !v.lemma().equals("be")
        && v.past()
        && v.modal().isEmpty();
  }

  /** "met before the session", "dined in the evening" */
  private boolean sameDay(int at) {
    for (int i = 0; i < sentence.chunks().size(); i++) {
      if (i != at + 1
          && clause.chunk(i) instanceof NounGroup g
          && sentence.token(g.begin()).lower().equals("the")
          && clause.chunk(i - 1) instanceof Mark m) {
        boolean part =
            Set.of("in", "during").contains(m.word()) && lexicon.isHead("daytime", sentence, g);
        boolean session =
            Set.of("before", "after").contains(m.word())
                && i != at
                && (lexicon.isEventNoun(sentence, g) || lexicon.isHead("seat", sentence, g));
        if (part && g.end() - g.begin() == 2 || session) {
          return true;
        }
      }
    }
    return false;
  }

  private int verbOf(int noun) {
    return clause
        .governor(noun)
        .map(ClauseReader.Governor::verb)
        .orElseGet(() -> clause.predicate(noun));
  }

  /** Whether a verb tells by its own tense, or by that of the clause during which, what is over. */
  private boolean isOver(int at) {
    int verb = at;
    if (clause.chunk(at - 1) instanceof Mark m && m.word().equals("while")) {
      verb = clause.controller(at - 1);
    } else if (clause.chunk(at) instanceof VerbGroup v
        && v.form() == VerbForm.INFINITIVE
        && clause.ranked(at - 1)) {
      verb = clause.controller(at); // "became the first to visit"
    }
    return clause.chunk(verb) instanceof VerbGroup v
        && v.form() == VerbForm.FINITE
        && v.past()
        && v.modal().isEmpty();
  }

  /**
   * Which end of the event the day of its clause is: "began talks", "arrives for a three-day
   * visit", "at the end of a visit", "after three days of talks".
   */
  Edge edge(int at) {
    if (clause.chunk(at) instanceof VerbGroup v) {
      return edge(v);
    }
    if (clause.chunk(at - 1) instanceof Mark of
        && of.word().equals("of")
        && clause.chunk(at - 2) instanceof NounGroup part
        && edge(sentence.token(part.head()).lemma()) != Edge.NONE) {
      return edge(sentence.token(part.head()).lemma());
    }
    if (isEarlier(at)) {
      return Edge.END;
    }
    return clause.chunk(verbOf(at)) instanceof VerbGroup v ? edge(v) : Edge.NONE;
  }

  private Edge edge(VerbGroup v) {
    boolean arrives =
        lexicon.is("motion", v.lemma()) && !v.lemma().equals("return")
            || lexicon.is("assembling", v.lemma());
    return arrives ? Edge.BEGIN : edge(v.lemma());
  }

  private Edge edge(String word) {
    return lexicon.is("opening", word)
        ? Edge.BEGIN
        : lexicon.is("ending", word) ? Edge.END : Edge.NONE;
  }

  /** Whether days lie after the day of publication. */
  boolean isAhead(DateBounds days) {
    return published.filter(days.earliest()::isAfter).isPresent();
  }

  /** "talks with A and a visit to B": where the words of another event begin that "and" adds. */
  private int beforeOther(int at, int end) {
    for (int i = at + 2; i < end; i++) {
      if (clause.chunk(i) instanceof NounGroup other
          && clause.chunk(i - 1) instanceof Mark and
          && and.type() == MarkType.CONJUNCTION
          && clause.chunk(i - 2) instanceof NounGroup party
          && party.party() != null
          && (lexicon.isEventNoun(sentence, other) || isVisit(other))) {
        return i - 1;
      }
    }
    return end;
  }

  /** "talks with X, due to begin on Friday": the end of what tells when an event noun is held. */
  private int pastArrangement(int at, int end) {
    int next = clause.chunk(end) instanceof Mark m && m.type() == MarkType.COMMA ? end + 1 : end;
    int verb =
        clause.chunk(at) instanceof NounGroup && clause.isArrangement(next)
            ? next
            : course(at, end);
    return verb < 0 ? end : Math.max(end, clause.extent(verb));
  }

  /** "The first time she met him was in 1973 in Cairo": the end of what tells when a time was. */
  private int pastOccasion(int at, int end) {
    int first = clause.chunk(at) instanceof VerbGroup ? clause.subject(at).begin() : -1;
    boolean occasion = isOccasion(first) || isOccasion(first - 1);
    return occasion
            && clause.chunk(end) instanceof VerbGroup be
            && be.lemma().equals("be")
            && be.form() == VerbForm.FINITE
        ? clause.arguments(end).end()
        : end;
  }

  /** "The first time", also before a name that was taken into its group. */
  private boolean isOccasion(int at) {
    if (!(clause.chunk(at) instanceof NounGroup g)) {
      return false;
    }
    int end = g.party() == null ? g.end() : g.party().range().begin();
    return IntStream.range(g.begin(), end)
        .anyMatch(i -> lexicon.is("occasion", sentence.token(i).lower()));
  }

  /**
   * The verb behind an event noun, its parties and its place that tells when the event is: "talks
   * in Oslo that began Monday", "received her for talks that ended Monday"; -1 when there is none.
   */
  private int course(int at, int end) {
    if (!(clause.chunk(end - 1) instanceof NounGroup last)) {
      return -1;
    }
    int next = clause.chunk(end) instanceof Mark m && m.type() == MarkType.COMMA ? end + 1 : end;
    boolean relative = clause.chunk(next) instanceof Mark m && m.type() == MarkType.RELATIVE;
    boolean ofNoun = clause.chunk(at) instanceof NounGroup g && lexicon.isEventNoun(sentence, g);
    boolean gerund =
        clause.chunk(next) instanceof VerbGroup v
            && v.form() == VerbForm.GERUND
            && next == end; // "will speak at the summit taking place there on Friday"
    boolean reached =
        end - 1 == at || last.party() != null || (relative || gerund) && !places(last).isEmpty();
    boolean ofVerb =
        clause.chunk(at) instanceof VerbGroup
            && (relative || gerund)
            && clause.chunk(end - 2) instanceof Mark m
            && !TOPIC_WORDS.contains(m.word()) // "discussed the summit, which will be held"
            && lexicon.isEventNoun(sentence, last);
    if (!(ofNoun && reached || ofVerb)) {
      return -1;
    }
    int verb = relative ? next + 1 : end;
    boolean hosted =
        relative
            && clause.chunk(verb) instanceof NounGroup
            && clause.chunk(verb + 1) instanceof VerbGroup host
            && HOSTING.contains(host.lemma())
            && !host.passive()
            && !(clause.chunk(verb + 2) instanceof NounGroup); // "which Italy will host in June"
    return hosted ? verb + 1 : isCourse(verb) ? verb : -1;
  }

  /** "took place", "to be held", "which began", "ended": a verb that tells when an event is. */
  private boolean isCourse(int verb) {
    int last = verb;
    while (clause.chunk(last) instanceof VerbGroup v
        && v.form() != VerbForm.PARTICIPLE
        && clause.chunk(last + 1) instanceof VerbGroup next
        && next.form() == VerbForm.INFINITIVE) {
      last++; // "is to begin"
    }
    if (!(clause.chunk(last) instanceof VerbGroup v) || v.form() == VerbForm.PARTICIPLE) {
      return false;
    }
    boolean place =
        clause.chunk(last + 1) instanceof NounGroup g
            && sentence.words(g.begin(), g.end()).equals("place");
    boolean object = clause.chunk(last + 1) instanceof NounGroup;
    return v.lemma().equals("take") && place
        || v.lemma().equals("hold") && v.passive()
        || !object
            && (lexicon.is("opening", v.lemma())
                || lexicon.is("ending", v.lemma())
                || Set.of("happen", "occur").contains(v.lemma()));
  }

  /** "came home after talks", "the visit follows talks" */
  private boolean isEarlier(int at) {
    return clause.chunk(at) instanceof NounGroup
        && clause
            .governor(at)
            .filter(
                g ->
                    EARLIER.contains(g.preposition())
                        || g.preposition().isEmpty()
                            && clause.chunk(g.verb()) instanceof VerbGroup v
                            && v.lemma().equals("follow"))
            .isPresent();
  }

  // ---- places

  /** The places named by the noun group at a chunk. */
  List<Integer> placesAt(int chunk) {
    int i = chunk;
    while (clause.chunk(i) instanceof Mark m
        && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME)) {
      i++;
    }
    List<Integer> places = new ArrayList<>();
    int guard = 0;
    while (clause.chunk(i) instanceof NounGroup g && guard++ < 6) {
      List<Integer> here = places(g);
      if (named(i, g)) {
        i += 2;
        continue;
      }
      if (here.isEmpty()) {
        break;
      }
      places.addAll(here);
      int next = i + 1;
      if (clause.chunk(next) instanceof Mark m && m.type() == MarkType.COMMA) {
        next++;
      }
      if (clause.chunk(next) instanceof Mark m && m.type() == MarkType.CONJUNCTION) {
        break;
      }
      if (clause.chunk(next) instanceof NounGroup && !clause.startsClause(next) && next > i + 1) {
        i = next;
      } else {
        break;
      }
    }
    return places;
  }

  /** "the island of Terceira", "the Baltic resort of Sopot", "the Ingush capital, Nazran" */
  private boolean named(int at, NounGroup g) {
    return lexicon.isHead("locality", sentence, g)
        && g.inside().stream().noneMatch(m -> m.range().end() > g.head())
        && clause.chunk(at + 1) instanceof Mark m
        && (m.word().equals("of") || m.type() == MarkType.COMMA)
        && clause.chunk(at + 2) instanceof NounGroup name
        && (m.word().equals("of") && places(g).isEmpty() || !places(name).isEmpty());
  }

  private List<Integer> places(NounGroup g) {
    List<Integer> out = new ArrayList<>();
    for (Mention m : g.inside()) {
      if (m.type() == EntityType.PLACE && !m.entities().isEmpty()) {
        int id = m.entities().get(0);
        EntityType type = entities.get(id).type();
        if (type == EntityType.PLACE || type == EntityType.POLITY) {
          out.add(id);
        }
      }
    }
    if (out.isEmpty()
        && g.party() != null
        && g.party().type() == EntityType.POLITY
        && g.party().form() == org.entente.annotation.MentionForm.NAME
        && g.party().range().end() == g.end()) {
      out.addAll(g.party().entities());
    }
    // the narrowest comes last in "the Russian resort of Sochi", so read from the right
    java.util.Collections.reverse(out);
    return out;
  }

  /** The goal of a movement: "arrived in Kabul", "a trip to Peru". */
  List<Integer> goal(int at, Set<String> prepositions) {
    for (int i = at + 1; i < sentence.chunks().size() && i < at + 8; i++) {
      Chunk c = clause.chunk(i);
      if (c instanceof Mark m
          && m.type() == MarkType.PREPOSITION
          && prepositions.contains(m.word())) {
        List<Integer> places = placesAt(i + 1);
        if (!places.isEmpty()) {
          return places;
        }
      }
      if (c instanceof VerbGroup v && v.form() == VerbForm.FINITE
          || c instanceof Mark away
              && Set.of("out of", "from", "away", "under", "into").contains(away.word())
          || c instanceof Mark m
              && (m.type() == MarkType.BREAK || m.type() == MarkType.SUBORDINATOR)) {
        break;
      }
    }
    return List.of();
  }

  private Set<Integer> venue(int at, int end) {
    Set<Integer> places = new LinkedHashSet<>();
    if (clause.chunk(at) instanceof NounGroup g) {
      for (Mention m : g.inside()) {
        boolean modifier =
            m.type() == EntityType.PLACE && !g.owners().contains(m) && m.range().end() <= g.head();
        if (modifier && !m.entities().isEmpty() && isPlace(m.entities().get(0))) {
          places.add(m.entities().get(0)); // "the Geneva talks"
        }
      }
    }
    // right of the trigger, inside its clause
    for (int i = at + 1; i < end && !opensOther(i); i++) {
      if (clause.chunk(i) instanceof Mark m
          && m.type() == MarkType.PREPOSITION
          && (venuePhrase(i, m) || m.word().equals("to") && visitBefore(i))) {
        if (preparesOther(at, i - 1)) {
          break;
        }
        places.addAll(placesAt(i + 1));
      }
      if (!places.isEmpty()) {
        return places;
      }
    }
    if (clause.chunk(at) instanceof VerbGroup v
        && Set.of("welcome", "invite").contains(v.lemma())) {
      places.addAll(goal(at, Set.of("to", "in", "at")));
      if (!places.isEmpty()) {
        return places;
      }
    }
    boolean earlier = isEarlier(at);
    // left of it: "in Cairo, X met", "arrived in Kabul for talks", "is in Moscow to meet"
    for (int i = at - 1; i >= 0; i--) {
      Chunk c = clause.chunk(i);
      if (c instanceof Mark m) {
        if (m.type() == MarkType.BREAK && Set.of(";", ":", "\"").contains(m.word())
            || m.type() == MarkType.SUBORDINATOR
            || opensClause(i)) {
          break;
        }
        if (m.type() == MarkType.RELATIVE && m.word().equals("where")) {
          places.addAll(placesBefore(i));
          return places;
        }
        boolean goal = Set.of("to", "in", "at", "into").contains(m.word()) && i > 0 && moves(i);
        if (goal && earlier) {
          break; // "returned to Oslo after talks"
        }
        boolean motion = m.word().equals("to") && goal;
        boolean there = venuePhrase(i, m);
        if (m.type() == MarkType.PREPOSITION && (there || motion) && !apart(i, at)) {
          places.addAll(placesAt(i + 1));
          if (!places.isEmpty()) {
            return places;
          }
        }
      } else if (c instanceof VerbGroup v
          && Set.of("visit", "tour").contains(v.lemma())
          && !v.passive()) {
        places.addAll(placesAt(i + 1));
        if (!places.isEmpty()) {
          return places;
        }
      }
    }
    return places;
  }

  /** "two days of talks", "a round of talks" */
  private boolean isMeasured(int i) {
    return clause.chunk(i + 1) instanceof Mark m
        && m.type() == MarkType.PREPOSITION
        && m.word().equals("of")
        && (isMark(i, MarkType.TIME)
            || clause.chunk(i) instanceof NounGroup n && lexicon.isHead("measure", sentence, n))
        && clause.chunk(i + 2) instanceof NounGroup of
        && lexicon.isEventNoun(sentence, of);
  }

  /** "met to prepare for the summit": an event for which somebody meets, with its own place. */
  private boolean preparesOther(int at, int noun) {
    return noun > at
        && clause.chunk(noun) instanceof NounGroup g
        && (lexicon.isEventNoun(sentence, g) || isVisit(g))
        && clause
            .governor(noun)
            .filter(h -> h.verb() > at)
            .filter(
                h ->
                    clause.chunk(h.verb()) instanceof VerbGroup v
                        && v.form() == VerbForm.INFINITIVE
                        && (!h.preposition().isEmpty()
                            || lexicon.governor(v.lemma()).flatMap(Cue::status).isPresent()))
            .isPresent();
  }

  /**
   * "after talks with Y", "before leaving for": where the words of an earlier or later event begin;
   * "after arriving in Oslo" tells where somebody is.
   */
  private boolean opensOther(int i) {
    return clause.chunk(i) instanceof Mark m
        && lexicon.is("sequence", m.word())
        && (isMeasured(i + 1)
            || clause.chunk(i + 1) instanceof VerbGroup v
                && v.form() == VerbForm.GERUND
                && !(EARLIER.contains(m.word()) && lexicon.is("motion", v.lemma()))
            || clause.chunk(i + 1) instanceof NounGroup g
                && (lexicon.isEventNoun(sentence, g) || isVisit(g)));
  }

  /**
   * Whether a phrase of place before a trigger is of an event that came before it or after it, or
   * tells where it is spoken of: "Before going to Oslo, she met", "Officials in Oslo said she met".
   */
  private boolean apart(int preposition, int at) {
    boolean divided = false;
    for (int i = preposition + 1; i <= at; i++) {
      boolean verb = clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE;
      divided |= verb;
      if (verb
          && i < at
          && lexicon.is("reporting", ((VerbGroup) clause.chunk(i)).lemma())
          && clause.chunk(preposition - 1) instanceof NounGroup
          && !isContextual(at)) {
        return true;
      }
    }
    for (int i = preposition - 1; divided && i >= 0; i--) {
      if (opensOther(i)) {
        return true;
      }
      if (clause.chunk(i) instanceof VerbGroup v && v.form() != VerbForm.GERUND
          || clause.chunk(i) instanceof Mark m && m.type() == MarkType.COMMA) {
        return false;
      }
    }
    return false;
  }

  /** "said after meeting X", "spoke during talks with X" */
  private boolean isContextual(int at) {
    return clause.chunk(at) instanceof NounGroup
            && clause.governor(at).filter(g -> lexicon.isContext(g.preposition())).isPresent()
        || clause.chunk(at - 1) instanceof Mark m && lexicon.isContext(m.word());
  }

  /**
   * The place before "where", with the places that it is said to lie in: "the palace in Amman,
   * where".
   */
  private List<Integer> placesBefore(int relative) {
    int i = relative - 1;
    while (clause.chunk(i) instanceof Mark m && m.type() != MarkType.PREPOSITION) {
      i--;
    }
    while (clause.chunk(i) instanceof NounGroup) {
      Chunk before = clause.chunk(i - 1);
      boolean list =
          before instanceof Mark m && m.type() == MarkType.COMMA
              || before instanceof Mark in && lexicon.is("venue", in.word());
      if (!list || !(clause.chunk(i - 2) instanceof NounGroup outer) || places(outer).isEmpty()) {
        return placesAt(i);
      }
      i -= 2;
    }
    return List.of();
  }

  /** Whether a preposition begins a phrase that tells where its clause happens. */
  boolean venuePhrase(int at, Mark preposition) {
    boolean onGround =
        preposition.word().equals("on")
            && clause.chunk(at + 1) instanceof NounGroup g
            && lexicon.isHead("ground", sentence, g);
    return (lexicon.is("venue", preposition.word()) || onGround) && !describesNoun(at);
  }

  /**
   * Whether a phrase of place tells which thing is meant, not where the clause happens: "talks on
   * the war in Iraq", "discussed the crisis in Haiti".
   */
  private boolean describesNoun(int preposition) {
    if (clause.chunk(preposition - 1) instanceof VerbGroup v
        && v.form() == VerbForm.PARTICIPLE
        && clause.chunk(preposition - 2) instanceof NounGroup held
        && !lexicon.isEventNoun(sentence, held)) {
      return true; // "rebels based in Chad", "hostages held in Beirut"
    }
    if (!(clause.chunk(preposition - 1) instanceof NounGroup g)
        || g.party() != null
        || lexicon.isEventNoun(sentence, g)
        || lexicon.isHead("press", sentence, g)
        || lexicon.isHead("seat", sentence, g) // "returned to the table in Oslo"
        || isVisit(g)) {
      return false;
    }
    if (lexicon.isHead("matter", sentence, g)) {
      return true;
    }
    Chunk before = clause.chunk(preposition - 2);
    return before instanceof Mark m
            && m.type() == MarkType.PREPOSITION
            && !lexicon.is("venue", m.word())
        || before instanceof VerbGroup v && TOPIC_VERBS.contains(v.lemma());
  }

  private boolean isVisit(NounGroup g) {
    return lexicon.isHead("visitnoun", sentence, g);
  }

  private boolean isPlace(int id) {
    return entities.get(id).type() == EntityType.PLACE
        || entities.get(id).type() == EntityType.POLITY;
  }

  /** "during a visit to" */
  private boolean visitBefore(int preposition) {
    return clause.chunk(preposition - 1) instanceof NounGroup g && isVisit(g);
  }

  private boolean moves(int preposition) {
    for (int i = preposition - 1; i >= 0 && i >= preposition - 4; i--) {
      if (clause.chunk(i) instanceof VerbGroup v) {
        return lexicon.is("motion", v.lemma());
      }
      if (clause.chunk(i) instanceof NounGroup g) {
        return isVisit(g);
      }
    }
    return false;
  }

  // ---- time

  /**
   * The time that dates the verb or the event noun at a chunk.
   *
   * @param end number of the chunk at which its clause ends
   */
  Optional<TimeExpression> time(int at, int end) {
    Chunk trigger = clause.chunk(at);
    for (TimeExpression t : dates()) {
      if (t.range().begin() >= trigger.begin() && t.range().end() <= trigger.end()) {
        return Optional.of(t); // "Friday's summit"
      }
    }
    if (clause.chunk(at - 1) instanceof Mark of
        && of.word().equals("of")
        && clause.chunk(at - 2) instanceof NounGroup measure) {
      for (TimeExpression t : dates()) {
        if (t.range().begin() >= measure.begin() && t.range().end() <= measure.end()) {
          return Optional.of(t); // "Friday's round of talks"
        }
      }
    }
    int last = pastPlaces(end);
    int limit =
        last < sentence.chunks().size()
            ? clause.chunk(last).begin()
            : sentence.sentence().tokens().size();
    for (TimeExpression t : dates()) {
      if (t.range().begin() >= trigger.end()
          && t.range().begin() < limit
          && !isBeside(t)
          && !counts(at, t)
          && !since(t)
          && !ofLater(at, t)
          && !ofContext(at, t)
          && (!dependsOnOther(t, at) || ofSurrounding(t))) {
        return Optional.of(t);
      }
    }
    Optional<TimeExpression> beside = dates().stream().filter(t -> besides(t, at)).findFirst();
    if (beside.isPresent() || afterInterval(at)) {
      return beside;
    }
    Optional<TimeExpression> when = beforeWhen(at);
    if (when.isPresent()) {
      return when;
    }
    TimeExpression best = null;
    for (TimeExpression t : dates()) {
      if (t.range().end() <= trigger.begin()
          && !isBeside(t)
          && !datesSaying(t, at)
          && !beyondBreak(t, at)
          && !since(t)
          && !inUtterance(t, at)
          && !inAside(t, at)
          && !beforeThen(t, at)
          && !beforeRelative(t, at)
          && !ofOtherPhrase(t, at)
          && !ofNextStep(at)
          && !datesDecision(t, at)) {
        best = t;
      }
    }
    if (best == null
        && end < sentence.chunks().size()
        && clause.chunk(end) instanceof Mark m
        && m.type() == MarkType.COMMA) {
      return Optional.empty();
    }
    return Optional.ofNullable(best);
  }

  /**
   * The end of a clause after places and times between commas: "in Paris, France, Thursday, but".
   */
  private int pastPlaces(int end) {
    int i = end;
    while (clause.chunk(i) instanceof Mark comma
        && comma.type() == MarkType.COMMA
        && (clause.chunk(i + 1) instanceof Mark m && m.type() == MarkType.TIME
            || clause.chunk(i + 1) instanceof NounGroup g
                && !places(g).isEmpty()
                && !clause.startsClause(i + 1))) {
      i = clause.chunk(i + 1) instanceof NounGroup ? clause.arguments(i + 1).end() : i + 2;
    }
    return i;
  }

  /** "three days after the talks": the day of the clause is not the day of the talks. */
  private boolean afterInterval(int at) {
    int preposition = at - 1;
    if (!(clause.chunk(preposition) instanceof Mark m)
        || m.type() != MarkType.PREPOSITION
        || m.word().equals("of")) {
      return false; // "after three hours of talks"
    }
    int end = m.begin();
    return sentence.times().stream()
        .filter(t -> t.range().end() == end || t.range().contains(end))
        .anyMatch(t -> t.duration().isPresent() || isBeside(t) || ANCHORED.contains(t.rule()));
  }

  private static boolean isBeside(TimeExpression t) {
    return BESIDE.contains(t.rule());
  }

  /**
   * "By May, when Oslo hosts a summit", "was signed Friday in Oslo when they met": the time of a
   * clause that "when" opens after it.
   */
  private Optional<TimeExpression> beforeWhen(int at) {
    int i = at - 1;
    while (i > 0
        && !(clause.chunk(i) instanceof Mark m && m.type() == MarkType.SUBORDINATOR)
        && !(clause.chunk(i) instanceof Mark b && b.type() == MarkType.BREAK)) {
      i--;
    }
    int before =
        clause.chunk(i - 1) instanceof Mark c && c.type() == MarkType.COMMA ? i - 2 : i - 1;
    if (before < 0 || !(clause.chunk(i) instanceof Mark when) || !when.word().equals("when")) {
      return Optional.empty();
    }
    while (clause.chunk(before) instanceof NounGroup g
        && !places(g).isEmpty()
        && isMark(before - 1, MarkType.PREPOSITION)
        && before > 2) {
      before -= 2;
    }
    int end = clause.chunk(before).end();
    return dates().stream().filter(t -> t.range().end() == end).findFirst();
  }

  /** "spoke Friday, a day after B was to meet C": whether a distance dates what is at a chunk. */
  private boolean besides(TimeExpression t, int at) {
    int verbs = 0;
    for (int i = sentence.chunkAt(t.range().begin()) + 1; i < at; i++) {
      if (clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        verbs++;
      } else if (verbs > 0 && clause.chunk(i) instanceof Mark m && m.type() == MarkType.COMMA) {
        return false;
      }
    }
    boolean governed =
        clause.chunk(at) instanceof NounGroup
            || clause.chunk(at) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE;
    return isBeside(t)
        && t.range().end() <= clause.chunk(at).begin()
        && (verbs == 0 || verbs == 1 && governed);
  }

  private List<TimeExpression> dates() {
    return sentence.times().stream()
        .filter(t -> t.bounds().isPresent() && !VAGUE.contains(t.rule()))
        .toList();
  }

  /** A time inside another noun's group: "discussed Sunday's vote". */
  private boolean dependsOnOther(TimeExpression t, int at) {
    int chunk = sentence.chunkAt(t.range().begin());
    return chunk != at && clause.chunk(chunk) instanceof NounGroup;
  }

  /** "will meet on the sidelines of this week's summit": the time of what surrounds an event. */
  private boolean ofSurrounding(TimeExpression t) {
    int chunk = sentence.chunkAt(t.range().begin());
    return clause.chunk(chunk) instanceof NounGroup g
        && lexicon.isEventNoun(sentence, g)
        && clause.chunk(clause.wordBefore(chunk)) instanceof Mark m
        && lexicon.is("within", m.word());
  }

  /** "said Thursday that ...": the word dates the saying. */
  private boolean datesSaying(TimeExpression t, int at) {
    int chunk = sentence.chunkAt(t.range().begin());
    if (clause.chunk(chunk) instanceof NounGroup) {
      return true;
    }
    if (clause.chunk(at - 1) instanceof Mark m && m.word().equals("while")) {
      return false; // "said Tuesday while visiting Oslo"
    }
    boolean contextual = isContextual(at);
    if (!contextual && opensSaying(chunk, at)) {
      return true;
    }
    for (int i = chunk - 1; i >= 0 && i >= chunk - 6; i--) {
      Chunk c = clause.chunk(i);
      if (c instanceof VerbGroup v) {
        if (!lexicon.is("reporting", v.lemma()) || v.lemma().equals("speak") && isJoined(at)) {
          return false; // "spoke Tuesday, and also discussed"
        }
        return !contextual;
      }
      if (c instanceof NounGroup g && g.party() == null && lexicon.isHead("press", sentence, g)) {
        continue;
      }
      if (c instanceof NounGroup || c instanceof Mark m && m.type() != MarkType.ADVERB) {
        continue;
      }
    }
    return false;
  }

  /** "On Friday, the minister disclosed her government has held talks": the day of the saying. */
  private boolean opensSaying(int time, int at) {
    boolean says = false;
    for (int i = time + 1; i <= at; i++) {
      if (clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        if (says) {
          return !isJoined(i);
        }
        if (!lexicon.is("reporting", v.lemma()) || v.lemma().equals("speak") || v.passive()) {
          return false;
        }
        says = true;
      }
    }
    return false;
  }

  private boolean isJoined(int at) {
    return isMark(clause.skipBack(at - 1), MarkType.CONJUNCTION);
  }

  /** "since taking office in February": the word tells from when on, not when. */
  private boolean since(TimeExpression t) {
    for (int i = sentence.chunkAt(t.range().begin()); i >= 0; i--) {
      if (clause.chunk(i) instanceof Mark m && m.word().equals("since")) {
        return true;
      }
      if (clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE
          || clause.chunk(i) instanceof Mark m && m.type() == MarkType.COMMA) {
        return false;
      }
    }
    return false;
  }

  /**
   * "flies home Friday from a tour that took her to": the day of the clause around a relative one.
   */
  private boolean beforeRelative(TimeExpression t, int at) {
    for (int i = at - 1; i >= 0 && clause.chunk(i).begin() >= t.range().end(); i--) {
      if (clause.chunk(i) instanceof VerbGroup) {
        return false;
      }
      if (clause.chunk(i) instanceof Mark m && m.type() == MarkType.RELATIVE) {
        return !m.word().equals("where") || cameBack(i);
      }
    }
    return false;
  }

  /**
   * "reacted on Friday to remarks about a meeting", "questions Friday about": the day of the words.
   */
  private boolean inUtterance(TimeExpression t, int at) {
    return isMark(at - 1, MarkType.PREPOSITION)
        && ABOUT.contains(((Mark) clause.chunk(at - 1)).word())
        && clause.chunk(clause.skipBack(at - 2)) instanceof NounGroup g
        && lexicon.isHead("utterance", sentence, g)
        && t.range().end() <= clause.chunk(at - 1).begin();
  }

  /** "X, who came on Friday, has met": the day of a clause that tells who somebody is. */
  private boolean inAside(TimeExpression t, int at) {
    int chunk = sentence.chunkAt(t.range().begin());
    int relative = chunk - 1;
    while (relative >= 0
        && !(clause.chunk(relative) instanceof Mark m
            && (m.type() == MarkType.RELATIVE || m.type() == MarkType.COMMA))) {
      relative--;
    }
    if (!isMark(relative, MarkType.RELATIVE) || !isMark(relative - 1, MarkType.COMMA)) {
      return false;
    }
    for (int i = chunk + 1; i < at; i++) {
      if (isMark(i, MarkType.COMMA)
          && clause.chunk(i + 1) instanceof VerbGroup v
          && v.form() == VerbForm.FINITE) {
        return true;
      }
    }
    return false;
  }

  /** "is in Oslo on Friday, and then goes to Rome": what comes after that day. */
  private boolean beforeThen(TimeExpression t, int at) {
    return telling(at) == Telling.OTHER && thereafter(t.range().end(), clause.chunk(at).begin());
  }

  /**
   * "met her on Friday after a visit to Peru", "came home Friday from talks": whether the day of
   * the clause is that of what its people did next, elsewhere.
   */
  private boolean ofNextStep(int at) {
    Optional<ClauseReader.Governor> governor = clause.governor(at);
    String before = governor.map(ClauseReader.Governor::preposition).orElse("");
    int next = governor.map(ClauseReader.Governor::verb).orElse(-1);
    boolean journey = isVisit(clause.chunk(at));
    if (clause.chunk(at) instanceof VerbGroup v
        && v.form() == VerbForm.GERUND
        && clause.chunk(at - 1) instanceof Mark m) {
      before = m.word();
      next = clause.controller(at);
      journey = lexicon.is("motion", v.lemma());
    }
    if (!(clause.chunk(next) instanceof VerbGroup v) || lexicon.is("ending", v.lemma())) {
      return false;
    }
    boolean leaves = lexicon.is("departure", v.lemma());
    boolean comes = lexicon.is("motion", v.lemma()) && !leaves;
    boolean elsewhere = journey && !leaves && !lexicon.is("reporting", v.lemma());
    return EARLIER.contains(before) && elsewhere || before.equals("from") && comes;
  }

  private boolean thereafter(int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (lexicon.is("thereafter", sentence.token(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean isMark(int at, MarkType type) {
    return clause.chunk(at) instanceof Mark m && m.type() == type;
  }

  /** "their second meeting this year": the word tells within which time they are counted. */
  private boolean counts(int at, TimeExpression t) {
    return clause.chunk(at) instanceof NounGroup g
        && t.range().begin() == g.end()
        && t.bounds()
            .filter(d -> ChronoUnit.DAYS.between(d.earliest(), d.latest()) > MONTH)
            .isPresent()
        && (saysOf("rank", g) || saysOf("further", g));
  }

  private boolean saysOf(String wordClass, NounGroup g) {
    for (int i = g.begin(); i < g.head(); i++) {
      if (lexicon.is(wordClass, sentence.token(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "returned on Friday from Oslo, where": what was done there is over by then. */
  private boolean cameBack(int relative) {
    boolean from = false;
    for (int i = relative - 1; i >= 0; i--) {
      if (clause.chunk(i) instanceof VerbGroup v) {
        return from && v.past();
      }
      if (clause.chunk(i) instanceof Mark m && m.word().equals("to")) {
        return false; // "flew from Rome to Oslo on Friday, where"
      }
      from |= clause.chunk(i) instanceof Mark m && m.word().equals("from");
    }
    return false;
  }

  /** "agreed to the meeting during a call on Friday": the word dates where it was decided. */
  private boolean ofContext(int at, TimeExpression t) {
    boolean decided =
        clause.chunk(at) instanceof NounGroup
            && clause
                .governor(at)
                .filter(g -> clause.chunk(g.verb()) instanceof VerbGroup v && settles(v, g))
                .isPresent();
    int chunk = sentence.chunkAt(t.range().begin());
    for (int i = at + 1; decided && i + 1 < chunk; i++) {
      if (clause.chunk(i) instanceof Mark m
          && lexicon.is("within", m.word())
          && clause.chunk(i + 1) instanceof NounGroup g
          && (lexicon.isEventNoun(sentence, g) || isVisit(g))) {
        return true;
      }
    }
    return false;
  }

  private boolean settles(VerbGroup v, ClauseReader.Governor g) {
    return lexicon
        .governor(v.lemma(), g.preposition())
        .flatMap(Cue::status)
        .filter(s -> s != Status.HELD)
        .isPresent();
  }

  /** "visited Oslo ahead of the vote on Friday": the word dates what is to come later. */
  private boolean ofLater(int at, TimeExpression t) {
    int chunk = sentence.chunkAt(t.range().begin());
    for (int i = at + 1; i + 1 < chunk; i++) {
      if (isBefore(i) && !(clause.chunk(i + 1) instanceof Mark)) {
        return true;
      }
    }
    return false;
  }

  /**
   * "protested on Friday ahead of the summit", "before the vote on Friday, she met": the word dates
   * what comes first, or what comes later.
   */
  private boolean ofOtherPhrase(TimeExpression t, int at) {
    int chunk = sentence.chunkAt(t.range().begin());
    for (int i = chunk + 1; i < at; i++) {
      if (isBefore(i) && !(clause.chunk(i - 1) instanceof Mark m && m.type() == MarkType.COMMA)) {
        return true;
      }
    }
    for (int i = chunk - 1; i >= 0 && !within(chunk, at); i--) {
      if (isBefore(i)) {
        return !(clause.chunk(i + 1) instanceof Mark) && !departs(i + 1);
      }
      if (clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE
          || clause.chunk(i) instanceof Mark m && m.type() == MarkType.COMMA) {
        return false;
      }
    }
    return false;
  }

  /** "before leaving Oslo on Friday": what came before was on that day too. */
  private boolean departs(int at) {
    return clause.chunk(at) instanceof VerbGroup v && lexicon.is("departure", v.lemma());
  }

  /** "a summit in Oslo next week, where they are to meet" */
  private boolean within(int from, int at) {
    for (int i = from; i < at; i++) {
      if (clause.chunk(i) instanceof Mark m && m.type() == MarkType.RELATIVE) {
        return true;
      }
    }
    return false;
  }

  private boolean isBefore(int i) {
    return clause.chunk(i) instanceof Mark m
        && lexicon
            .context(m.word())
            .flatMap(Cue::status)
            .filter(s -> s == Status.PLANNED)
            .isPresent()
        && !m.word().equals("for");
  }

  /**
   * "agreed on Monday to meet", "on Monday called off the talks", "left on Monday for talks", "met
   * X on Monday and is to meet Y": the word dates a decision, a departure or what was done before.
   */
  private boolean datesDecision(TimeExpression t, int at) {
    if (clause.chunk(at) instanceof VerbGroup v && v.lemma().equals("invite") && v.past()) {
      return true; // "on Monday invited X"
    }
    boolean infinitive = clause.chunk(at) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE;
    Optional<ClauseReader.Governor> noun =
        clause.chunk(at) instanceof NounGroup ? clause.governor(at) : Optional.empty();
    int governor = infinitive ? clause.controller(at) : noun.map(g -> g.verb()).orElse(-1);
    if (!(clause.chunk(governor) instanceof VerbGroup verb)) {
      return false;
    }
    int chunk = sentence.chunkAt(t.range().begin());
    if (noun.isPresent()
        && verb.form() == VerbForm.INFINITIVE
        && clause.chunk(clause.controller(governor)) instanceof VerbGroup met
        && met.form() == VerbForm.FINITE
        && lexicon.is("assembling", met.lemma())) {
      return true; // "met on Monday to prepare for talks"
    }
    if (verb.form() == VerbForm.GERUND
        && clause.chunk(governor - 1) instanceof Mark m
        && EARLIER.contains(m.word())
        && chunk < governor) {
      return true; // "spoke on Monday after returning from a visit"
    }
    boolean left =
        verb.past() && lexicon.is("departure", verb.lemma()) && !isVisit(clause.chunk(at));
    if (left
        || infinitive && chunk < governor && isOwnPlan(governor, verb) && verbWithin(0, chunk)) {
      return true;
    }
    if (noun.filter(g -> lexicon.isContext(g.preposition())).isPresent()) {
      return false; // "agreed last month during talks"
    }
    String particle = clause.chunk(governor + 1) instanceof Mark m ? m.word() : "";
    return (infinitive ? lexicon.control(verb.lemma()) : lexicon.governor(verb.lemma(), particle))
        .flatMap(Cue::status)
        .filter(s -> s != Status.HELD)
        .filter(s -> s != Status.PLANNED || lexicon.is("decision", verb.lemma()))
        .isPresent();
  }

  /** "and is to": whether a verb of planning is the second of two that "and" joins. */
  private boolean isOwnPlan(int at, VerbGroup verb) {
    return clause.chunk(at - 1) instanceof Mark m
        && m.type() == MarkType.CONJUNCTION
        && (verb.lemma().equals("be")
            || lexicon.control(verb.lemma()).flatMap(Cue::status).isPresent());
  }

  private boolean verbWithin(int from, int to) {
    for (int i = from; i < to; i++) {
      if (clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        return true;
      }
    }
    return false;
  }

  private boolean isVisit(Chunk chunk) {
    return chunk instanceof NounGroup g && isVisit(g);
  }

  private boolean beyondBreak(TimeExpression t, int at) {
    int chunk = sentence.chunkAt(t.range().begin());
    for (int i = chunk; i < at; i++) {
      if (clause.chunk(i) instanceof Mark m
          && (m.type() == MarkType.BREAK && Set.of(";", ":", "\"").contains(m.word())
              || m.type() == MarkType.SUBORDINATOR && !m.word().equals("while"))) {
        return true;
      }
    }
    return false;
  }

  private Optional<ReportedDuration> length(int at, int end) {
    for (TimeExpression t : sentence.times()) {
      if (t.duration().isPresent() && t.duration().get().toHours() <= 24 * 14) {
        int chunk = sentence.chunkAt(t.range().begin());
        int limit = Math.max(end, at + 1);
        boolean near = chunk >= at - 3 && chunk <= limit + 2;
        if (near && !interval(t) && (isEarlier(at) || !isBehind(t))) {
          return Optional.of(new ReportedDuration(t.duration().get(), t.span().of(text)));
        }
      }
    }
    return Optional.empty();
  }

  /** "arrived after two days in Beijing": how long something else lasted. */
  private boolean isBehind(TimeExpression t) {
    return t.range().begin() > 0 && EARLIER.contains(sentence.token(t.range().begin() - 1).lower());
  }

  /** "three days after his talks", "two hours later": how far apart, not how long. */
  private boolean interval(TimeExpression t) {
    int after = t.range().end();
    return after < sentence.sentence().tokens().size()
        && lexicon.is("interval", sentence.token(after).lower());
  }

  // ---- topics

  private void topics(Candidate c, int at, int end) {
    for (int i = at + 1;
        i < Math.min(sentence.chunks().size(), end + 2) && c.topics.size() < 3;
        i++) {
      boolean topic =
          clause.chunk(i) instanceof Mark m
                  && m.type() == MarkType.PREPOSITION
                  && TOPIC_WORDS.contains(m.word())
              || clause.chunk(i) instanceof VerbGroup v && TOPIC_VERBS.contains(v.lemma());
      if (topic
          && clause.chunk(i + 1) instanceof NounGroup g
          && g.party() == null
          && placesAt(i + 1).isEmpty() // "on the island of Bali"
          && !lexicon.isHead("meal", sentence, g) // "over dinner"
          && !(clause.chunk(i) instanceof Mark on
              && on.word().equals("on")
              && lexicon.isHead("standing", sentence, g))) { // "on the steps of the palace"
        int begin = g.begin();
        int last = g.end();
        if (clause.chunk(i + 2) instanceof Mark of
            && of.word().equals("of")
            && clause.chunk(i + 3) instanceof NounGroup tail) {
          last = tail.end();
        }
        String tag = sentence.token(begin).tag();
        if (tag.equals("DET") && last - begin > 1) {
          begin++;
        }
        if (sentence.token(g.head()).tag().equals("NOUN")
            || sentence.token(g.head()).tag().equals("PROPN")) {
          c.topics.add(
              text.substring(
                      sentence.token(begin).span().begin(), sentence.token(last - 1).span().end())
                  .replaceAll("\\s+", " "));
        }
      }
    }
  }
}
