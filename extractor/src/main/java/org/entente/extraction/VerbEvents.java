package org.entente.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Arguments;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.extraction.Lexicon.VerbPattern;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Reads the events that verbs tell: "met", "was received by", "spoke with". */
final class VerbEvents {
  private static final Set<String> BY = Set.of("by");

  private final Reading reading;
  private final Lexicon lexicon;
  private final List<Entity> entities;
  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final StatusReader status;
  private final CircumstanceReader circumstances;

  VerbEvents(Reading reading) {
    this.reading = reading;
    this.lexicon = reading.lexicon;
    this.entities = reading.entities;
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.status = reading.status;
    this.circumstances = reading.circumstances;
  }

  /** Adds what the first pattern that fits the verb of a chunk tells. */
  void read(int at, VerbGroup v, List<Candidate> found) {
    if (clause.chunk(at + 1) instanceof Mark m
        && lexicon.isPhrase(v.lemma(), m.word())
        && !lexicon.isPhrasal(v.lemma(), m.word())) {
      return; // "called off" and "called for" call nobody
    }
    for (VerbPattern p : lexicon.verbs()) {
      if (!p.verbs().contains(v.lemma())) {
        continue;
      }
      for (VerbFrame frame : p.frames()) {
        Optional<VerbFrame.Found> fit = frame.find(sentence, clause, lexicon, at);
        if (fit.isPresent()) {
          int before = found.size();
          event(at, v, p, fit.get(), found);
          if (found.size() > before) {
            return;
          }
        }
      }
    }
  }

  private void event(
      int at, VerbGroup v, VerbPattern p, VerbFrame.Found frame, List<Candidate> found) {
    Arguments arguments = clause.arguments(frame.last());
    Optional<Status> read = status.ofVerb(at);
    if (read.isEmpty()) {
      return;
    }
    Parties left = reading.actor(at);
    Parties object = frame.object().isEmpty() ? arguments.object() : frame.object();
    Parties agent = v.passive() ? Reading.first(arguments.of("by")) : left;
    Parties patient = v.passive() ? left : object;
    List<Parties> partners = new ArrayList<>();
    for (String preposition : p.through()) {
      partners.addAll(arguments.of(preposition));
    }
    if (p.needs().contains("no-thing") && !v.passive() && thing(frame.last(), p)
        || !needed(v, p, agent, patient, partners, arguments)) {
      return;
    }
    List<Parties> groups = new ArrayList<>(partners);
    if (groups.isEmpty()) {
      groups.add(Parties.NONE);
    } else if (groups.size() > 1 && !reading.repeated(arguments, p.through())) {
      groups = new ArrayList<>(List.of(groups.get(0)));
    }
    boolean separate = separately(v, arguments);
    if (separate && partners.isEmpty() && patient.isEmpty()) {
      return; // "both men met separately": not with each other
    }
    Telling telling = new Telling(p, at, read.get(), agent, phone(v, arguments));
    boolean apart =
        (separate || reading.each(at))
            && Reading.count(patient) + Reading.count(groups.get(0)) == 1;
    for (Parties actor : apart ? Reading.single(agent) : List.of(agent)) {
      for (Parties partner : groups) {
        for (Parties one : separate ? Reading.single(partner) : List.of(partner)) {
          for (Parties target : separate ? Reading.single(patient) : List.of(patient)) {
            if (partner == groups.get(0)) {
              tell(telling.by(actor), target, one, at, arguments, found);
            } else { // "with X in Oslo on Monday and with Y in Rome on Tuesday"
              tell(telling.by(actor), target, one, one.begin(), after(one), found);
            }
          }
        }
      }
    }
    for (Parties besides : arguments.of("as well as")) {
      for (Parties one : separate ? Reading.single(besides) : List.of(besides)) {
        tell(telling, Parties.NONE, one, at, arguments, found);
      }
    }
    further(telling, patient, partners.isEmpty(), v, arguments, found);
  }

  /** Adds the events of further partners with times and places of their own. */
  private void further(
      Telling telling,
      Parties patient,
      boolean alone,
      VerbGroup v,
      Arguments arguments,
      List<Candidate> found) {
    VerbPattern p = telling.pattern();
    if (v.passive()) {
      for (Parties agent : clause.gapped(arguments, BY, true)) {
        tell(telling.by(agent), patient, Parties.NONE, agent.begin(), after(agent), found);
      }
    } else if (!alone) {
      for (Parties partner : clause.gapped(arguments, p.through(), false)) {
        tell(telling, Parties.NONE, partner, partner.begin(), after(partner), found);
      }
    } else if (p.object().isPresent()) {
      for (Parties object : clause.gapped(arguments, Set.of(), false)) {
        tell(telling, object, Parties.NONE, object.begin(), after(object), found);
      }
    }
  }

  private Arguments after(Parties list) {
    return clause.arguments(list.end() - 1);
  }

  /**
   * What a verb tells of all its events.
   *
   * @param pattern the pattern that read it
   * @param verb number of the verb's chunk
   * @param status whether they take place
   * @param agent who does it
   * @param phone whether a word of the clause makes it a call
   */
  private record Telling(
      VerbPattern pattern, int verb, Status status, Parties agent, boolean phone) {
    Telling by(Parties other) {
      return new Telling(pattern, verb, status, other, phone);
    }
  }

  /**
   * Adds one event of a verb.
   *
   * @param at number of the chunk after which its time and place are told
   */
  private void tell(
      Telling telling,
      Parties target,
      Parties partner,
      int at,
      Arguments arguments,
      List<Candidate> found) {
    VerbPattern p = telling.pattern();
    Candidate c = reading.candidate(p.id(), p.kind(), 0.85);
    c.status =
        p.needs().contains("proposes") && telling.status() == Status.HELD
            ? Status.PROPOSED
            : telling.status();
    p.subject().ifPresent(r -> reading.add(c, telling.agent(), r));
    p.object().ifPresent(r -> reading.add(c, target, r));
    reading.add(c, partner, p.partner().or(p::object).orElse(Role.PARTICIPANT));
    c.besides = reading.areOthers(partner) || reading.areOthers(target);
    c.also = !partner.isEmpty() && also(telling.verb());
    if (p.kind() == Kind.MEETING && telling.phone()) {
      c.kind = Kind.CALL;
    } else if (p.kind() == Kind.CALL
        && !telling.phone()
        && (!arguments.of("in").isEmpty() || isAfterJourney(telling.verb()))) {
      c.kind = Kind.MEETING;
    }
    if (c.kind == Kind.MEETING && negotiators(telling.agent()) && !reading.hasPerson(c)) {
      c.kind = Kind.TALKS;
    }
    if (clause.chunk(telling.verb()) instanceof VerbGroup v) {
      c.another = reading.says("again", v.begin(), beforeAnother(v, end(arguments)));
      if (c.parties.isEmpty() && p.partner().isPresent() && !v.passive()) {
        c.counted = reading.counted(telling.verb());
        c.anaphoric = c.counted.isPresent();
      }
    }
    c.formOpen = p.needs().contains("form-open");
    boolean alike =
        c.parties.size() >= 2
            && (c.parties.values().stream().allMatch(r -> r == Role.HOST)
                || c.parties.values().stream().allMatch(r -> r == Role.MEDIATOR));
    if ((c.parties.size() >= 2 && !alike || c.anaphoric)
        && !purpose(telling.verb(), c, found)) { // those who are hosts together met nobody yet
      circumstances.read(c, at, arguments.end());
      found.add(c);
    }
  }

  /** "flew to Oslo to speak with" */
  private boolean isAfterJourney(int verb) {
    return clause.chunk(verb) instanceof VerbGroup v
        && v.form() == VerbForm.INFINITIVE
        && clause.chunk(clause.controller(verb)) instanceof VerbGroup journey
        && lexicon.is("motion", journey.lemma());
  }

  /** "negotiators from A and B", "the Iraqi delegation" */
  private boolean negotiators(Parties list) {
    if (list.isEmpty()) {
      return false;
    }
    boolean from =
        clause.chunk(list.begin() - 1) instanceof Mark m && lexicon.is("belonging", m.word());
    int begin = clause.chunk(from ? Math.max(0, list.begin() - 2) : list.begin()).begin();
    for (int i = begin; i < clause.chunk(list.end() - 1).end(); i++) {
      if (lexicon.is("negotiating", Lexicon.singular(sentence.token(i).lower()))) {
        return true;
      }
    }
    return false;
  }

  /** "met in Oslo to discuss": what those do who have met is no event of its own. */
  private boolean purpose(int at, Candidate c, List<Candidate> found) {
    int controller =
        clause.chunk(at) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE
            ? clause.controller(at)
            : -1;
    return controller >= 0
        && found.stream()
            .anyMatch(
                f ->
                    f.triggerChunk == controller
                        && f.kind != Kind.VISIT
                        && f.status != Status.PROPOSED // "invited him to meet her in Oslo"
                        && f.parties.keySet().containsAll(c.parties.keySet()));
  }

  /** Whether what a pattern needs is there; the needs are explained in {@code verbs.tsv}. */
  private boolean needed(
      VerbGroup v,
      VerbPattern p,
      Parties agent,
      Parties patient,
      List<Parties> partners,
      Arguments arguments) {
    boolean people =
        agent.groups().stream().allMatch(this::people)
            && patient.groups().stream().allMatch(this::people)
            && partners.stream().flatMap(l -> l.groups().stream()).allMatch(this::people);
    for (String need : p.needs()) {
      boolean there =
          switch (need) {
            case "person" -> !patient.isEmpty();
            case "people" -> people;
            case "partner" -> !partners.isEmpty();
            case "phone" -> phone(v, arguments);
            case "partner-or-phone" -> !partners.isEmpty() || phone(v, arguments);
            case "no-infinitive" ->
                !clause.isVerb(arguments.end(), VerbForm.INFINITIVE) && !beforeTo(patient);
            case "plain" -> v.passive() || plain(arguments, patient);
            case "visiting" -> visiting(patient);
            case "somebody" -> patient.groups().stream().allMatch(this::people);
            case "event" -> atEvent(v, arguments);
            case "no-crowd" ->
                Stream.concat(Stream.of(agent), partners.stream())
                    .flatMap(list -> list.groups().stream())
                    .noneMatch(this::crowd);
            default -> true;
          };
      if (!there) {
        return false;
      }
    }
    return true;
  }

  /** "also met with", "is also to meet with" */
  private boolean also(int verb) {
    int at = verb;
    while (clause.chunk(at) instanceof VerbGroup v) {
      if (reading.says("besidesword", Math.max(0, v.begin() - 1), v.end())) {
        return true;
      }
      at = v.form() == VerbForm.INFINITIVE ? clause.controller(at) : -1;
    }
    return false;
  }

  /** "protesters", "supporters and opponents": those who greet somebody in a crowd. */
  private boolean crowd(NounGroup g) {
    int at = sentence.chunkAt(g.begin());
    return lexicon.isHead("crowd", sentence, g)
        || clause.chunk(at - 1) instanceof Mark and
            && and.type() == MarkType.CONJUNCTION
            && clause.chunk(at - 2) instanceof NounGroup other
            && lexicon.isHead("crowd", sentence, other);
  }

  private boolean people(NounGroup g) {
    return g.party().type() == EntityType.PERSON || reading.areOfficials(g);
  }

  /** Whether nothing after the object makes it something else than the one who is met. */
  private boolean plain(Arguments arguments, Parties object) {
    Chunk next = clause.chunk(object.end());
    boolean says =
        next instanceof VerbGroup v && v.form() != VerbForm.INFINITIVE
            || next instanceof NounGroup; // "saw him leave", "called him a liar"
    return !says
        && arguments.of("as").isEmpty()
        && !(next instanceof Mark m && m.word().equals("as"));
  }

  private boolean visiting(Parties object) {
    return object.groups().stream()
        .anyMatch(
            g -> {
              for (int i = g.begin(); i < g.head(); i++) {
                if (lexicon.is("visiting", sentence.token(i).lower())) {
                  return true;
                }
              }
              return false;
            });
  }

  /** "joined her for talks", "told him at a meeting": an event after the verb. */
  private boolean atEvent(VerbGroup v, Arguments arguments) {
    for (int i = sentence.chunkAt(v.begin()) + 1; i + 1 < arguments.end(); i++) {
      boolean reason = // "thanked X for her talks"
          clause.chunk(i) instanceof Mark m && m.word().equals("for") && !v.lemma().equals("join");
      if (eventPhrase(i) && !reason) {
        return true;
      }
    }
    return eventPhrase(0)
        && clause.arguments(1).prepositions().keySet().stream()
            .allMatch(p -> lexicon.is("venue", p)); // "At a meeting in Oslo, X told Y"
  }

  private boolean eventPhrase(int at) {
    return clause.chunk(at) instanceof Mark m
        && lexicon.is("eventphrase", m.word())
        && clause.chunk(at + 1) instanceof NounGroup g
        && (lexicon.noun(sentence, g).filter(p -> p.kind() != Kind.VISIT).isPresent()
            || lexicon.isHead("meal", sentence, g));
  }

  /** "called on her to resign", where the infinitive was taken for a noun */
  private boolean beforeTo(Parties object) {
    return clause.chunk(object.end()) instanceof Mark m && m.word().equals("to");
  }

  /** Whether a word of the verb's clause, or of an aside before it, makes it a call. */
  private boolean phone(VerbGroup v, Arguments arguments) {
    int begin = v.begin();
    boolean own = v.form() != VerbForm.INFINITIVE; // "agreed in a phone call to meet"
    for (int i = sentence.chunkAt(v.begin()) - 1; own && i >= 0; i--) {
      if (clause.chunk(i) instanceof VerbGroup
          || clause.chunk(i) instanceof Mark m
              && (m.type() == MarkType.BREAK
                  || m.type() == MarkType.SUBORDINATOR
                  || m.type() == MarkType.RELATIVE)
          || clause.joinsPredicates(i)) {
        break;
      }
      begin = clause.chunk(i).begin();
    }
    return reading.phone(begin, beforeAnother(v, end(arguments)));
  }

  /** Where a phrase of another event begins: "met Monday, three days after their phone call". */
  private int beforeAnother(VerbGroup v, int end) {
    for (int i = v.end(); i < end; i++) {
      if (lexicon.is("sequence", sentence.token(i).lower())) {
        return i;
      }
    }
    return end;
  }

  private int end(Arguments arguments) {
    return arguments.end() < sentence.chunks().size()
        ? sentence.chunks().get(arguments.end()).begin()
        : sentence.sentence().tokens().size();
  }

  /** Whether what is met is no party but a thing: "met the demands", "met with resistance". */
  private boolean thing(int last, VerbPattern p) {
    int i = last + 1;
    if (clause.chunk(i) instanceof Mark m
        && m.type() == MarkType.PREPOSITION
        && p.through().contains(m.word())) {
      i++;
    }
    return clause.chunk(i) instanceof NounGroup g
        && g.party() == null
        && g.inside().stream().allMatch(g.owners()::contains)
        && !lexicon.isHead("ordinal", sentence, g) // "meets next with"
        && !lexicon.isHead("occasion", sentence, g)
        && !lexicon.isHead("span", sentence, g)
        && !lexicon.isDelegate(sentence.token(g.head()).lemma())
        && !lexicon.is("eachother", sentence.words(g.begin(), g.end()));
  }

  private boolean separately(VerbGroup v, Arguments arguments) {
    return reading.says("separate", v.begin(), end(arguments));
  }
}
