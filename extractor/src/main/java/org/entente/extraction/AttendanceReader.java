package org.entente.extraction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.extraction.AttendancePattern.Part;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Arguments;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.report.Kind;

/**
 * Finds in one sentence who is said to have come along ("accompanied by", "also attended") and who
 * is said not to have been there ("was not present", "in the absence of", "without"); both belong
 * to an event that may be told elsewhere.
 */
final class AttendanceReader {
  /** The rule of notes that only hold for an event of their own sentence. */
  static final String WITHOUT = "without";

  private static final Set<String> UNSURE = Set.of("may", "might", "should", "must", "can");
  private static final Set<String> FUTURE = Set.of("will", "shall", "would");
  private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether");

  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final Lexicon lexicon;
  private final List<Entity> entities;

  AttendanceReader(Reading reading) {
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.lexicon = reading.lexicon;
    this.entities = reading.entities;
  }

  /** Returns what the sentence says, in the order of its words. */
  List<Attendance> find() {
    List<Attendance> found = new ArrayList<>();
    for (int i = 0; i < sentence.chunks().size(); i++) {
      Chunk c = clause.chunk(i);
      Optional<Attendance> read =
          c instanceof VerbGroup v
              ? verb(i, v)
              : c instanceof NounGroup g ? absence(i, g) : without(i, (Mark) c);
      read.filter(a -> !a.isEmpty()).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Attendance> verb(int at, VerbGroup v) {
    if (UNSURE.contains(v.modal()) || v.form() == VerbForm.GERUND || conditional(at)) {
      return Optional.empty();
    }
    boolean nor = sentence.token(v.begin()).lower().equals("nor") || before(v.begin(), "nor");
    Parties subject = nor ? clause.listFrom(at + 1, true) : clause.subject(at);
    if (subject.isEmpty() && v.form() == VerbForm.PARTICIPLE && clause.nounBefore(at) >= 0) {
      subject = clause.listFrom(clause.nounBefore(at), true);
    }
    boolean negated = v.negated() || nor || deniedOf(subject);
    for (AttendancePattern p : lexicon.attendance()) {
      if (!p.verbs().contains(v.lemma())
          || p.passive() != v.passive()
          || p.negated() != negated
          || v.form() == VerbForm.INFINITIVE && !negated
          || !complement(p, v, nor ? subject : Parties.NONE)
          || lasts(at, v)
          || p.subject() == Part.ATTENDEES && !afterAttendees(at)) {
        continue;
      }
      Arguments arguments = clause.arguments(at);
      Found found = new Found();
      found.add(p.subject(), p.subject() == Part.LED ? delegation(at) : subject);
      found.add(p.object(), arguments.object());
      for (Parties phrase : arguments.of(p.preposition())) {
        found.add(p.phrase(), phrase);
      }
      Attendance read = found.read(p.id(), v, at);
      boolean anchored =
          !refers(p.subject()) && !refers(p.object())
              || !read.known().isEmpty()
              || p.subject() == Part.KNOWN && afterPair(at);
      if (anchored && !read.isEmpty()) {
        return Optional.of(read);
      }
    }
    return Optional.empty();
  }

  /** "joined in 1999": what was done in a year is no event of some days. */
  private boolean lasts(int at, VerbGroup v) {
    int end = clause.chunk(clause.extent(at) - 1).end();
    return sentence.times().stream()
        .filter(t -> t.range().begin() >= v.end() && t.range().end() <= end)
        .anyMatch(
            t ->
                t.bounds()
                    .filter(d -> d.earliest().plusMonths(2).isBefore(d.latest()))
                    .isPresent());
  }

  /** Whether a part of the verb must be of an event told elsewhere. */
  private static boolean refers(Part part) {
    return part == Part.KNOWN || part == Part.LED;
  }

  /** Whether those of the event told last stand before a verb: "The two men were joined by". */
  private boolean afterPair(int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (clause.chunk(i) instanceof NounGroup g
          && Set.of("the", "both", "they").contains(sentence.token(g.begin()).lower())
          && lexicon.is("pair", Lexicon.singular(sentence.token(g.head()).lower()))) {
        return true;
      }
    }
    return false;
  }

  /** "The speakers include", "Those attending the talks are", "Among those taking part is". */
  private boolean afterAttendees(int at) {
    for (int i = at - 1; i >= 0; i--) {
      Chunk c = clause.chunk(i);
      if (c instanceof NounGroup g && g.party() == null) {
        String first = sentence.token(g.begin()).lower();
        if (first.equals("those")
            || lexicon.is("attendee", Lexicon.singular(sentence.token(g.head()).lower()))) {
          return true;
        }
      }
      if (c instanceof VerbGroup v && v.form() == VerbForm.FINITE
          || c instanceof Mark m && m.type() == MarkType.BREAK) {
        return false;
      }
    }
    return false;
  }

  /** The subject of a verb where it is a delegation: "Chad's team to the talks is led by". */
  private Parties delegation(int at) {
    for (int i = at - 1; i >= 0; i--) {
      Chunk c = clause.chunk(i);
      if (c instanceof NounGroup g && isDelegation(g)) {
        return clause.listFrom(i, false);
      }
      boolean phrase = c instanceof NounGroup && isPreposition(i - 1) || isPreposition(i);
      if (!phrase) {
        return Parties.NONE;
      }
    }
    return Parties.NONE;
  }

  private boolean isPreposition(int at) {
    return clause.chunk(at) instanceof Mark m && m.type() == MarkType.PREPOSITION;
  }

  private boolean isDelegation(NounGroup g) {
    String head = sentence.token(g.head()).lower();
    return g.party() != null && (lexicon.is("mission", head) || head.equals("side"));
  }

  private boolean before(int token, String word) {
    return token > 0 && sentence.token(token - 1).lower().equals(word);
  }

  /** "Neither A nor B attended", "No Taliban envoys were present". */
  private boolean deniedOf(Parties subject) {
    if (subject.isEmpty()) {
      return false;
    }
    int first = subject.groups().get(0).begin();
    return Set.of("neither", "no").contains(sentence.token(first).lower())
        || before(first, "neither")
        || before(first, "no");
  }

  private boolean conditional(int at) {
    for (int i = 0; i < at; i++) {
      if (clause.chunk(i) instanceof Mark m && CONDITIONS.contains(m.word())) {
        return true;
      }
    }
    return false;
  }

  private boolean complement(AttendancePattern p, VerbGroup v, Parties inverted) {
    int from = inverted.isEmpty() ? v.end() : clause.chunk(inverted.end() - 1).end();
    return p.complements().isEmpty() || p.complements().stream().anyMatch(c -> follows(c, 0, from));
  }

  /** Whether the words of a complement, from number {@code n} on, stand at a token. */
  private boolean follows(List<String> words, int n, int token) {
    if (n == words.size()) {
      return true;
    }
    String word = words.get(n);
    int size = sentence.sentence().tokens().size();
    if (word.equals("END")) {
      return token >= size
          || endsClause(token)
          || trailing(token) && follows(words, n, next(token));
    }
    if (token >= size) {
      return false;
    }
    if (word.equals("*")) {
      for (int i = token; i < size && !sentence.token(i).lower().equals(";"); i++) {
        if (follows(words, n + 1, i)) {
          return true;
        }
      }
      return false;
    }
    if (word.equals("EVENT") || word.equals("PLACE")) {
      NounGroup g = groupAt(token);
      return g != null
          && (word.equals("EVENT") ? atEvent(g) : atPlace(g))
          && follows(words, n + 1, g.end());
    }
    return sentence.token(token).lower().equals(word) && follows(words, n + 1, token + 1)
        || n == 0 && skippable(token) && follows(words, n, next(token));
  }

  private NounGroup groupAt(int token) {
    Chunk c = clause.chunk(sentence.chunkAt(token));
    return c instanceof NounGroup g && g.begin() == token ? g : null;
  }

  private boolean atEvent(NounGroup g) {
    return lexicon.isEventNoun(sentence, g) && !isOfItsOwn(g)
        || lexicon.isHead("seat", sentence, g);
  }

  /** "shunned talks with Oslo", "skipped a meeting with": none of those told before. */
  private boolean isOfItsOwn(NounGroup g) {
    return (g.begin() == g.head() || lexicon.is("indefinite", sentence.token(g.begin()).lower()))
        && clause.chunk(sentence.chunkAt(g.begin()) + 1) instanceof Mark with
        && with.word().equals("with");
  }

  private boolean atPlace(NounGroup g) {
    return g.inside().stream()
        .anyMatch(m -> m.type() == EntityType.PLACE || m.type() == EntityType.POLITY);
  }

  /** Adverbs and times may stand between a verb and its complement. */
  private boolean skippable(int token) {
    return clause.chunk(sentence.chunkAt(token)) instanceof Mark m
        && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME);
  }

  /** Times, and adverbs such as "either", may close a clause. */
  private boolean trailing(int token) {
    return clause.chunk(sentence.chunkAt(token)) instanceof Mark m
        && (m.type() == MarkType.TIME || lexicon.is("closing", m.word()));
  }

  private int next(int token) {
    return clause.chunk(sentence.chunkAt(token)).end();
  }

  private boolean endsClause(int token) {
    return clause.chunk(sentence.chunkAt(token)) instanceof Mark m
        && switch (m.type()) {
          case COMMA, CONJUNCTION, SUBORDINATOR -> true;
          case BREAK -> !Character.isLetter(m.word().charAt(0));
          default -> false;
        };
  }

  /** "in the absence of X", "X's absence", "in place of X" */
  private Optional<Attendance> absence(int at, NounGroup g) {
    String head = sentence.token(g.head()).lemma();
    if (!head.equals("absence")
        && !(Set.of("place", "stead").contains(head)
            && !g.owners().isEmpty()
            && before(g.begin(), "in"))) {
      return Optional.empty();
    }
    Found found = new Found();
    g.owners().forEach(o -> found.add(Part.ABSENT, o));
    clause.arguments(at).of("of").forEach(p -> found.add(Part.ABSENT, p));
    return Optional.of(found.read("absence", null, at));
  }

  /** "met without X", "in place of X" */
  private Optional<Attendance> without(int at, Mark m) {
    if (m.type() != MarkType.PREPOSITION || !Set.of("without", "in place of").contains(m.word())) {
      return Optional.empty();
    }
    Found found = new Found();
    found.add(Part.ABSENT, clause.listFrom(at + 1, false));
    return Optional.of(found.read(WITHOUT, null, at));
  }

  /** Collects the agents of one note. */
  private final class Found {
    private final Set<Integer> known = new LinkedHashSet<>();
    private final Set<Integer> led = new LinkedHashSet<>();
    private final Set<Integer> present = new LinkedHashSet<>();
    private final Set<Integer> absent = new LinkedHashSet<>();

    void add(Part part, Parties parties) {
      for (NounGroup g : parties.groups()) {
        if (part != Part.LED || isDelegation(g)) {
          add(part, g.party());
        }
      }
    }

    void add(Part part, Mention m) {
      for (int id : m.entities()) {
        EntityType type = entities.get(id).type();
        if (type == EntityType.PLACE) {
          continue;
        }
        switch (part) {
          case PRESENT -> present.add(id);
          case ABSENT -> absent.add(id);
          case KNOWN -> known.add(id);
          case REPLACED -> (type == EntityType.PERSON ? absent : known).add(id);
          case LED -> {
            known.add(id);
            led.add(id);
          }
          case ATTENDEES, NONE -> {}
        }
      }
    }

    Attendance read(String rule, VerbGroup v, int at) {
      Set<Kind> kinds = EnumSet.noneOf(Kind.class);
      Set<Integer> places = new LinkedHashSet<>();
      int end = v == null ? at : clause.arguments(at).end();
      for (int i = at; i < end; i++) {
        if (clause.chunk(i) instanceof NounGroup g) {
          lexicon.noun(sentence, g).ifPresent(p -> kinds.add(p.kind()));
          g.inside().stream()
              .filter(m -> m.type() == EntityType.PLACE)
              .forEach(m -> places.addAll(m.entities()));
        }
      }
      boolean ahead = v != null && FUTURE.contains(v.modal());
      boolean future = ahead || v != null && !v.past() && v.form() == VerbForm.FINITE;
      return new Attendance(
          rule,
          sentence.number(),
          known,
          led,
          present,
          absent,
          kinds,
          places,
          onlyDate(at, end),
          future,
          ahead);
    }

    /** The days named in the clause of a verb, when it names one time alone. */
    private Optional<DateBounds> onlyDate(int at, int end) {
      int begin = clause.chunk(at).begin();
      int until = clause.chunk(end) == null ? Integer.MAX_VALUE : clause.chunk(end).begin();
      List<DateBounds> dates =
          sentence.times().stream()
              .filter(t -> t.range().begin() >= begin && t.range().end() <= until)
              .flatMap(t -> t.bounds().stream())
              .distinct()
              .toList();
      return dates.size() == 1 ? Optional.of(dates.get(0)) : Optional.empty();
    }
  }
}
