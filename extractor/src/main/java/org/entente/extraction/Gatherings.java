package org.entente.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.entente.extraction.Lexicon.GatheringPattern;
import org.entente.extraction.Lexicon.Involvement;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Reads the gatherings of a body and of its members: "EU leaders meet in Brussels", "told the World
 * Economic Forum". The body itself is a party, and may be the only one.
 */
final class Gatherings {
  /** From how many states on their leaders hold a summit, and no mere meeting. */
  private static final int MULTILATERAL = 3;

  private final Reading reading;
  private final Lexicon lexicon;
  private final List<Entity> entities;
  private final ClauseReader clause;

  Gatherings(Reading reading) {
    this.reading = reading;
    this.lexicon = reading.lexicon;
    this.entities = reading.entities;
    this.clause = reading.clause;
  }

  /** Reads the verb group at a chunk, when it tells of a gathering. */
  void ofVerb(int at, VerbGroup v, List<Candidate> found) {
    for (GatheringPattern p : lexicon.gatherings(v.lemma())) {
      Optional<Status> status = reading.status.ofVerb(at);
      if (status.isEmpty()) {
        return;
      }
      Candidate c = reading.candidate(p.id(), Kind.CONFERENCE, 0.75);
      c.status = status.get();
      boolean read = p.attendant().isPresent() ? attended(c, at, v, p) : gathers(c, at, v);
      if (read) {
        reading.circumstances.read(c, at, clause.arguments(at).end());
        boolean once = c.date.isPresent() || !c.places.isEmpty(); // "states that often meet"
        if (once || c.parties.keySet().stream().noneMatch(this::areStates)) {
          found.add(c);
        }
        return;
      }
    }
  }

  /** "EU leaders are meeting": the body, or three states and more, is the subject. */
  private boolean gathers(Candidate c, int at, VerbGroup v) {
    Arguments arguments = clause.arguments(at);
    if (v.passive() || hasObject(at) || !arguments.of("with").isEmpty()) {
      return false;
    }
    Parties subject = members(at);
    List<NounGroup> members = subject.groups();
    for (NounGroup g : members) {
      reading.add(c, g.party(), Role.PARTICIPANT);
    }
    if (members.isEmpty()) {
      organ(at).ifPresent(body -> c.add(body, Role.PARTICIPANT));
      return !c.parties.isEmpty();
    }
    boolean leaders = members.stream().allMatch(g -> led(subject, g));
    boolean states =
        leaders
            && c.parties.size() >= MULTILATERAL
            && c.parties.keySet().stream()
                .allMatch(e -> entities.get(e).type() == EntityType.POLITY);
    c.kind = leaders ? Kind.SUMMIT : Kind.CONFERENCE;
    int first = c.parties.keySet().iterator().next();
    return states || c.parties.size() == 1 && (isBody(first) || areStates(first));
  }

  /** Whether an entity is several states or parties without a name: "Arab countries". */
  boolean areStates(int id) {
    Entity e = entities.get(id);
    String last = e.name().substring(e.name().lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return e.type() == EntityType.ORGANIZATION
        && !e.named()
        && !last.equals(Lexicon.singular(last))
        && lexicon.is("side", Lexicon.singular(last));
  }

  private boolean hasObject(int at) {
    int next = at + 1;
    while (clause.chunk(next) instanceof Mark m
        && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME)) {
      next++;
    }
    return clause.chunk(next) instanceof NounGroup;
  }

  /** The subject; of "leaders of Mercosur", Mercosur. */
  private Parties members(int at) {
    Parties subject = reading.actor(at);
    int last = clause.nounBefore(at);
    if (!subject.isEmpty() || last < 1) {
      return subject;
    }
    Parties list = clause.listUntil(last);
    boolean delegates =
        !list.isEmpty()
            && clause.chunk(list.begin() - 1) instanceof Mark of
            && lexicon.is("belonging", of.word())
            && clause.chunk(list.begin() - 2) instanceof NounGroup people
            && lexicon.isDelegate(reading.sentence.token(people.head()).lemma());
    return delegates ? list : subject;
  }

  /**
   * The body whose organ is the subject of a verb ("the IAEA board"), or the one body of the text
   * of which it is the last word ("the council", "the ministers").
   *
   * @param at number of the verb's chunk
   */
  Optional<Integer> organ(int at) {
    int noun = clause.nounBefore(at);
    if (!(clause.chunk(noun) instanceof NounGroup g) || g.party() != null) {
      return Optional.empty();
    }
    String head = reading.sentence.token(g.head()).lower();
    boolean members = lexicon.isDelegate(head) && !Lexicon.singular(head).equals(head);
    if (!lexicon.is("organ", head) && !members) {
      return Optional.empty();
    }
    boolean known = reading.sentence.words(g.begin(), g.head()).equals("the");
    List<Integer> bodies =
        known
            ? entities.stream()
                .filter(e -> e.named() != members)
                .filter(e -> e.name().toLowerCase(Locale.ROOT).endsWith(' ' + head))
                .map(Entity::id)
                .filter(this::isBody)
                .toList()
            : g.inside().stream()
                .filter(m -> !members)
                .filter(m -> m.range().end() <= g.head())
                .flatMap(m -> m.entities().stream())
                .filter(this::isBody)
                .toList();
    return bodies.size() == 1 ? Optional.of(bodies.get(0)) : Optional.empty();
  }

  /** "told the World Economic Forum": who attends the session of a body that is named. */
  private boolean attended(Candidate c, int at, VerbGroup v, GatheringPattern p) {
    Arguments arguments = clause.arguments(at);
    List<Parties> bodies = new ArrayList<>();
    if (p.body().contains("object")) {
      bodies.add(v.passive() ? clause.subject(at) : arguments.object());
    }
    p.body().forEach(preposition -> bodies.addAll(arguments.of(preposition)));
    for (Parties list : bodies) {
      for (NounGroup g : list.groups()) {
        if (isAssembly(g)) {
          reading.add(c, g.party(), Role.PARTICIPANT);
        }
      }
    }
    if (c.parties.isEmpty()) {
      return false;
    }
    Parties attendants = v.passive() ? Reading.first(arguments.of("by")) : reading.actor(at);
    int before = c.parties.size();
    for (NounGroup g : attendants.groups()) {
      if (g.party().type() == EntityType.PERSON) {
        if (p.attendant().get() == Involvement.ABSENT) {
          c.absentees.addAll(g.party().entities());
        } else {
          reading.add(
              c, g.party(), p.attendant().get() == Involvement.HOST ? Role.HOST : Role.PARTICIPANT);
        }
      }
    }
    return c.parties.size() > before || !c.absentees.isEmpty();
  }

  /** Whether a group names a body that exists in its sessions: a forum, an assembly. */
  private boolean isAssembly(NounGroup g) {
    return g.party().form() == MentionForm.NAME
        && g.party().type() == EntityType.ORGANIZATION
        && isAssembly(nameHead(g));
  }

  private boolean isAssembly(int head) {
    return lexicon.is("assembly", reading.sentence.token(head).lower())
        || head > 0 && lexicon.is("assembly", reading.sentence.words(head - 1, head + 1));
  }

  /** The head of a name, which its phrases follow: "the Forum for the Future". */
  private int nameHead(NounGroup g) {
    for (int i = g.party().range().begin() + 1; i < g.head(); i++) {
      if (reading.sentence.token(i).tag().equals("ADP")) {
        return i - 1;
      }
    }
    return g.head();
  }

  /**
   * Adds who is told after a comma to be there as well: "opened the summit, with X in the chair",
   * "a conference of forty states, among them Y".
   *
   * @param at number of the chunk of the gathering's noun, or of the verb of which it is the
   *     subject
   */
  void company(Candidate c, int at) {
    for (int i = at + 1; clause.chunk(i) != null; i++) {
      if (clause.chunk(i) instanceof VerbGroup
          || clause.chunk(i) instanceof Mark m && m.type() == MarkType.BREAK) {
        return;
      }
      int list = clause.chunk(i) instanceof Mark m && lexicon.is("company", m.word()) ? i + 1 : -1;
      if (list > 0 && clause.chunk(list) instanceof NounGroup them && isPronoun(them)) {
        list++;
      }
      boolean aside = clause.chunk(i - 1) instanceof Mark m && m.type() == MarkType.COMMA;
      Parties company = list > 0 ? clause.listFrom(list, false) : Parties.NONE;
      boolean chair =
          clause.chunk(company.end()) instanceof Mark m && m.word().equals("as"); // "as host"
      boolean opened =
          clause.chunk(at) instanceof VerbGroup && company.groups().size() > 1; // "opened with"
      boolean absolute = clause.isVerb(company.end(), VerbForm.GERUND); // ", with X planning calls"
      if ((aside || chair || opened) && !absolute) {
        reading.add(c, company, Role.PARTICIPANT);
      }
    }
  }

  private boolean isPronoun(NounGroup g) {
    return reading.sentence.token(g.head()).lower().equals("them");
  }

  /**
   * Makes the meeting of one body a summit or a conference: "a NATO meeting", "a meeting of EU
   * leaders".
   *
   * @param at number of the noun group
   */
  void ofBody(Candidate c, int at) {
    if (c.parties.isEmpty() || !c.parties.keySet().stream().allMatch(this::isBody)) {
      return;
    }
    NounGroup g = (NounGroup) clause.chunk(at);
    Parties of = Reading.first(clause.arguments(at).of("of"));
    Parties subject = clause.subject(at);
    boolean leaders =
        of.isEmpty()
                && !subject.isEmpty()
                && subject.groups().stream().allMatch(m -> led(subject, m))
            || !of.isEmpty() && of.groups().stream().allMatch(m -> led(of, m))
            || leaders(reading.sentence.words(g.begin(), g.head()));
    c.kind = leaders ? Kind.SUMMIT : Kind.CONFERENCE;
  }

  /**
   * Whether somebody is told to be at a meeting of others who are not told: "attended a meeting on
   * piracy", "the League agreed at a meeting in Cairo".
   */
  boolean isAttended(NounTrigger noun) {
    boolean one = lexicon.is("indefinite", reading.sentence.token(noun.group().begin()).lower());
    Optional<ClauseReader.Governor> governor = clause.governor(noun.at());
    if (governor.isEmpty() || !(clause.chunk(governor.get().verb()) instanceof VerbGroup v)) {
      return false;
    }
    Parties subject = clause.subject(noun.at());
    boolean body =
        subject.groups().size() == 1
            && subject.groups().get(0).party().form() == MentionForm.NAME
            && subject.groups().get(0).party().entities().stream().allMatch(this::isBody);
    return isWayOf(subject, governor.get())
        || body
            && lexicon.is("within", governor.get().preposition())
            && !lexicon.is("pointing", reading.sentence.token(noun.group().begin()).lower())
        || one
            && reading.attends(governor.get())
            && clause
                .arguments(governor.get().verb())
                .object()
                .isEmpty(); // "told him in a meeting"
  }

  /** "OAS ministers are flying to Lima for a meeting": they go there to meet each other. */
  private boolean isWayOf(Parties subject, ClauseReader.Governor governor) {
    if (subject.groups().size() != 1
        || !governor.preposition().equals("for")
        || !(clause.chunk(governor.verb()) instanceof VerbGroup v)
        || !lexicon.is("motion", v.lemma())) {
      return false;
    }
    NounGroup people = subject.groups().get(0);
    return people.party().form() != MentionForm.NAME
        && people.party().entities().stream().allMatch(this::isBody)
        && (leaders(people.party().office())
            || people.party().office().toLowerCase(Locale.ROOT).contains("minister"));
  }

  /** Whether talks have more than two sides, of which one alone may be told: "six-nation talks". */
  boolean isManySided(NounTrigger noun) {
    if (noun.pattern().kind() != Kind.TALKS) {
      return false;
    }
    String[] words =
        reading.sentence.words(noun.group().begin(), noun.group().head()).split("[ -]");
    for (int i = 1; i < words.length; i++) {
      if (lexicon.is("manysided", Lexicon.singular(words[i]))
          && !lexicon.is("couple", words[i - 1])) {
        return true;
      }
    }
    return false;
  }

  /** Whether an entity is a body of several states or parties, against one state's parliament. */
  boolean isBody(int id) {
    Entity e = entities.get(id);
    String[] words = e.name().toLowerCase(Locale.ROOT).split(" (of|from) ")[0].split(" ");
    String last = words[words.length - 1];
    boolean general = words.length > 1 && words[words.length - 2].equals("general");
    return e.type() == EntityType.ORGANIZATION
        && (e.named() || lexicon.isDelegate(last)) // "protesters" are no body
        && (general || !lexicon.is("legislature", last)); // "General Assembly"
  }

  /** Whether it is leaders who act for a group of a list: "EU leaders", "leaders of Mercosur". */
  private boolean led(Parties list, NounGroup g) {
    Mention m = g.party();
    boolean described = m.form() == MentionForm.NOMINAL && m.type() == EntityType.ORGANIZATION;
    if (leaders(m.office())
        || described && leaders(reading.sentence.words(g.begin(), g.end()))
        || m.entities().stream()
            .anyMatch(e -> leaders(entities.get(e).name().toLowerCase(Locale.ROOT)))) {
      return true;
    }
    return clause.chunk(list.begin() - 1) instanceof Mark of
        && lexicon.is("belonging", of.word())
        && clause.chunk(list.begin() - 2) instanceof NounGroup head
        && head.party() == null
        && leaders(reading.sentence.words(head.begin(), head.end()));
  }

  private boolean leaders(String words) {
    for (String word : words.split(" ")) {
      if (lexicon.is("topleader", Lexicon.singular(word))) {
        return true;
      }
    }
    return false;
  }
}
