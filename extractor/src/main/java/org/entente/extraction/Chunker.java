package org.entente.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.TimeExpression;
import org.entente.annotation.Token;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;

/**
 * Groups the tokens of a sentence into noun groups, verb groups and marks, from left to right, as
 * finite-state cascades do (Hobbs et al., FASTUS, 1997). Mentions are atoms: a group never ends
 * inside one.
 */
final class Chunker {
  private static final Set<String> RELATIVES = Set.of("who", "whom", "which", "whose", "where");
  private static final Set<String> MODALS =
      Set.of(
          "will", "would", "shall", "should", "may", "might", "can", "could", "must", "wo", "ca",
          "'ll", "'d");
  private static final Set<String> NEGATIONS =
      Set.of("not", "n't", "never", "no longer", "neither");
  private static final Set<String> BE =
      Set.of(
          "be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "get", "got");
  private static final Set<String> HAVE = Set.of("have", "has", "had", "having", "'ve");

  private final Lexicon lexicon;

  Chunker(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Chunks one sentence; mentions and times are those of this sentence. */
  ChunkedSentence chunk(
      int number, Sentence sentence, List<Mention> found, List<TimeExpression> times) {
    List<Mention> mentions = found.stream().filter(m -> !describes(m, sentence.tokens())).toList();
    Mention[] atom = atoms(sentence.tokens().size(), mentions);
    List<Token> tokens = TagMender.repair(lexicon, sentence.tokens(), atom);
    TimeExpression[] time = new TimeExpression[tokens.size()];
    for (TimeExpression t : times) {
      for (int i = t.range().begin(); i < t.range().end(); i++) {
        time[i] = t;
      }
    }
    List<Chunk> chunks = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Chunk chunk = next(tokens, atom, time, mentions, i, chunks);
      chunks.add(chunk);
      i = chunk.end();
      apposition(tokens, chunks);
      parted(chunks);
      abbreviated(chunks);
      led(tokens, chunks);
      others(tokens, chunks);
      including(tokens, chunks);
      describing(tokens, chunks);
    }
    return new ChunkedSentence(
        number,
        new Sentence(sentence.span(), tokens, sentence.paragraph(), sentence.kind()),
        List.copyOf(chunks),
        List.copyOf(mentions),
        List.copyOf(times));
  }

  /**
   * Puts one group in the place of all chunks from a number on: it has the head and party of the
   * last of them, and the mentions inside of all.
   */
  private static void join(List<Chunk> chunks, int from, NounGroup last, List<Mention> owners) {
    List<Chunk> joined = chunks.subList(from, chunks.size());
    int begin = joined.get(0).begin();
    List<Mention> inside = new ArrayList<>();
    for (Chunk chunk : joined) {
      if (chunk instanceof NounGroup group) {
        inside.addAll(group.inside());
      }
    }
    joined.clear();
    chunks.add(
        new NounGroup(begin, last.end(), last.head(), last.party(), owners, List.copyOf(inside)));
  }

  /** Joins "the five | permanent members of the council", two mentions of one group. */
  private static void parted(List<Chunk> chunks) {
    int n = chunks.size();
    if (n >= 2
        && chunks.get(n - 1) instanceof NounGroup b
        && chunks.get(n - 2) instanceof NounGroup a
        && a.party() != null
        && b.party() != null
        && a.party().form() == MentionForm.NOMINAL
        && b.party().form() == MentionForm.NOMINAL
        && !a.party().entities().isEmpty()
        && a.party().entities().equals(b.party().entities())) {
      join(chunks, n - 2, b, a.owners());
    }
  }

  /**
   * Makes a verb a participle that describes the noun before it, where its clause has its verb
   * already: "held talks with rebels based in Chad", "off a meeting with X scheduled for Friday".
   */
  private void describing(List<Token> tokens, List<Chunk> chunks) {
    int n = chunks.size();
    if (n < 4
        || !(chunks.get(n - 1) instanceof VerbGroup v)
        || v.form() != VerbForm.FINITE
        || v.end() - v.begin() != 1
        || !lexicon.is("describing", tokens.get(v.head()).lower())
        || v.end() >= tokens.size()
        || !tokens.get(v.end()).tag().equals("ADP")
        || !(chunks.get(n - 2) instanceof NounGroup)
        || !(chunks.get(n - 3) instanceof Mark before)
        || before.type() != MarkType.PREPOSITION && before.type() != MarkType.COMMA) {
      return;
    }
    for (int i = n - 4; i >= 0; i--) {
      Chunk c = chunks.get(i);
      if (c instanceof VerbGroup main && main.form() != VerbForm.PARTICIPLE) {
        if (!lexicon.is("reporting", main.lemma()) && !lexicon.is("believing", main.lemma())) {
          chunks.set(
              n - 1,
              new VerbGroup(
                  v.begin(),
                  v.end(),
                  v.head(),
                  v.lemma(),
                  VerbForm.PARTICIPLE,
                  v.modal(),
                  v.negated(),
                  true,
                  v.past()));
        }
        return;
      }
      if (c instanceof Mark m
          && (m.type() == MarkType.SUBORDINATOR
              || m.type() == MarkType.RELATIVE
              || m.type() == MarkType.BREAK)) {
        return;
      }
    }
  }

  /**
   * Joins "National Front (NF) leader Ann Other" and "National Front, NF, leader Ann Other" into
   * one group that stands for the person.
   */
  private static void abbreviated(List<Chunk> chunks) {
    int n = chunks.size();
    if (n >= 5
        && chunks.get(n - 1) instanceof NounGroup name
        && chunks.get(n - 2) instanceof Mark close
        && chunks.get(n - 3) instanceof NounGroup letters
        && chunks.get(n - 4) instanceof Mark open
        && (open.word() + close.word()).matches("\\(\\)|,,")
        && chunks.get(n - 5) instanceof NounGroup body
        && body.party() != null
        && body.party().type() == EntityType.ORGANIZATION
        && letters.party() != null
        && letters.party().entities().equals(body.party().entities())
        && name.party() != null
        && name.party().type() == EntityType.PERSON
        && name.party().whole().begin() == name.begin()
        && name.party().range().begin() > name.begin()) {
      join(chunks, n - 5, name, List.of());
    }
  }

  /** Joins "a Peruvian delegation led by Ann Other" into one group that stands for the person. */
  private void led(List<Token> tokens, List<Chunk> chunks) {
    int n = chunks.size();
    if (n < 4
        || !(chunks.get(n - 1) instanceof NounGroup leader)
        || !(chunks.get(n - 2) instanceof Mark by)
        || !by.word().equals("by")
        || !(chunks.get(n - 3) instanceof VerbGroup lead)
        || lead.form() != VerbForm.PARTICIPLE
        || !lexicon.is("leading", lead.lemma())
        || leader.party() == null
        || leader.party().type() != EntityType.PERSON
        || leader.party().form() != MentionForm.NAME) {
      return;
    }
    int at = chunks.get(n - 4) instanceof Mark m && m.type() == MarkType.COMMA ? n - 5 : n - 4;
    boolean ofSome =
        at > 1
            && lexicon.is("belonging", words(chunks.get(at - 1)))
            && chunks.get(at - 2) instanceof NounGroup some
            && (isMission(tokens, some) // "a delegation of rebels, led by"
                || lexicon.is("side", tokens.get(some.head()).lower()));
    boolean people =
        at >= 0
            && chunks.get(at) instanceof NounGroup group
            && (isMission(tokens, group) || areDescribed(tokens, group) || isSide(tokens, group));
    if (ofSome || people) {
      join(chunks, ofSome ? at - 2 : at, leader, List.of());
    }
  }

  private boolean isSide(List<Token> tokens, NounGroup group) {
    return group.party() != null
        && group.party().form() != MentionForm.NAME
        && lexicon.is("side", tokens.get(group.head()).lower());
  }

  /** Whether a group's noun is one for people on a mission: "a delegation from the Senate". */
  private boolean isMission(List<Token> tokens, Chunk chunk) {
    return chunk instanceof NounGroup group
        && lexicon.is("mission", tokens.get(lexicon.headNoun(tokens, group)).lemma());
  }

  /**
   * Joins "Chinese leaders, including Ann Other", "a number of ministers, among them Ann Other": of
   * a group the people named are the party.
   */
  private void including(List<Token> tokens, List<Chunk> chunks) {
    int last = chunks.size() - 1;
    if (!(chunks.get(last) instanceof NounGroup named)
        || named.party() == null
        || named.party().type() != EntityType.PERSON
        || named.party().form() != MentionForm.NAME) {
      return;
    }
    int cue = last - 1;
    if (cue > 0 && chunks.get(cue) instanceof NounGroup them && isWord(tokens, them, "them")) {
      cue--;
    }
    if (cue < 1 || !lexicon.is(cue < last - 1 ? "mutual" : "instance", words(chunks.get(cue)))) {
      return;
    }
    int at =
        chunks.get(cue - 1) instanceof Mark m && m.type() == MarkType.COMMA ? cue - 2 : cue - 1;
    if (at < 0 || !(chunks.get(at) instanceof NounGroup group) || !areDescribed(tokens, group)) {
      return;
    }
    boolean counted =
        at > 1
            && words(chunks.get(at - 1)).equals("of")
            && chunks.get(at - 2) instanceof NounGroup some
            && some.party() == null
            && lexicon.is("indefinite", tokens.get(some.begin()).lower());
    join(chunks, counted ? at - 2 : at, named, List.of());
  }

  private static boolean isWord(List<Token> tokens, NounGroup g, String word) {
    return g.begin() == g.head() && tokens.get(g.head()).lower().equals(word);
  }

  private boolean areDescribed(List<Token> tokens, NounGroup group) {
    Mention party = group.party();
    return party == null
        ? tokens.get(group.head()).lower().endsWith("s")
            && lexicon.isDelegate(tokens.get(group.head()).lemma())
        : party.form() != MentionForm.NAME && party.type() != EntityType.PERSON;
  }

  private static String words(Chunk chunk) {
    return chunk instanceof Mark m ? m.word() : chunk instanceof VerbGroup v ? v.lemma() : "";
  }

  /** Takes "other officials" after a person named for no party: whom they stand for is not told. */
  private void others(List<Token> tokens, List<Chunk> chunks) {
    int n = chunks.size();
    if (n >= 3
        && chunks.get(n - 1) instanceof NounGroup g
        && g.party() != null
        && g.party().form() != MentionForm.NAME
        && lexicon.is("besides", tokens.get(g.begin()).lower())
        && chunks.get(n - 2) instanceof Mark and
        && and.type() == MarkType.CONJUNCTION
        && chunks.subList(0, n - 2).stream()
            .anyMatch(
                c ->
                    c instanceof NounGroup named
                        && named.party() != null
                        && named.party().type() == EntityType.PERSON)) {
      chunks.set(n - 1, new NounGroup(g.begin(), g.end(), g.head(), null, g.owners(), g.inside()));
    }
  }

  /** Joins "the rebels' leader, Ann Other" into one group that stands for the person named. */
  private void apposition(List<Token> tokens, List<Chunk> chunks) {
    int n = chunks.size();
    if (n >= 3
        && chunks.get(n - 1) instanceof NounGroup name
        && chunks.get(n - 2) instanceof Mark comma
        && comma.type() == MarkType.COMMA
        && chunks.get(n - 3) instanceof NounGroup office
        && (office.party() == null
            || office.party().form() != MentionForm.NAME
                && lexicon.is("officer", tokens.get(office.head()).lemma()))
        && name.party() != null
        && name.party().type() == EntityType.PERSON
        && name.party().form() == MentionForm.NAME
        && (lexicon.isDelegate(tokens.get(office.head()).lemma())
            || lexicon.is("officer", tokens.get(office.head()).lemma()))
        && !tokens.get(office.head()).lower().endsWith("s")
        && office.inside().stream()
            .filter(m -> m.form() == MentionForm.PRONOUN)
            .noneMatch(m -> m.entities().equals(name.party().entities()))) {
      // but not "After talks with his envoy, Mr. Other left"
      join(chunks, n - 3, name, List.of());
    }
  }

  /** For each token the widest mention around it, by its whole range; null outside. */
  /** "her first official visit": an adjective that was taken for one in office. */
  private boolean describes(Mention m, List<Token> tokens) {
    int next = m.whole().end();
    return m.form() == MentionForm.NOMINAL
        && next < tokens.size()
        && tokens.get(next - 1).lower().equals("official")
        && lexicon.isEventWord(tokens.get(next).lower());
  }

  private static Mention[] atoms(int size, List<Mention> mentions) {
    Mention[] atom = new Mention[size];
    List<Mention> widest = new ArrayList<>(mentions);
    widest.sort(
        Comparator.comparingInt((Mention m) -> m.whole().end() - m.whole().begin())
            .thenComparing(m -> m.form() == MentionForm.NAME ? 1 : 0));
    for (Mention m : widest) {
      for (int i = m.whole().begin(); i < Math.min(size, m.whole().end()); i++) {
        atom[i] = m;
      }
    }
    return atom;
  }

  private Chunk next(
      List<Token> tokens,
      Mention[] atom,
      TimeExpression[] time,
      List<Mention> mentions,
      int i,
      List<Chunk> before) {
    Token t = tokens.get(i);
    String lower = t.lower();
    int multi = multiword(tokens, atom, i);
    if (multi > 0) {
      return new Mark(i, i + multi, MarkType.PREPOSITION, words(tokens, i, i + multi));
    }
    if (atom[i] != null && !isRelative(t, atom[i])) {
      return nounGroup(tokens, atom, time, mentions, i);
    }
    if (time[i] != null && !absorbsTime(tokens, atom, time, i)) {
      return new Mark(
          i, time[i].range().end(), MarkType.TIME, words(tokens, i, time[i].range().end()));
    }
    if (time[i] != null) {
      return nounGroup(tokens, atom, time, mentions, i);
    }
    if (RELATIVES.contains(lower) || lower.equals("that") && relativeThat(tokens, i)) {
      return new Mark(i, i + 1, MarkType.RELATIVE, lower);
    }
    switch (t.tag()) {
      case "AUX", "VERB" -> {
        if (modifies(tokens, i)
            && !(before.isEmpty() && i == 0 && lower.endsWith("ing"))
            && (i == 0
                || !before.isEmpty() && !(before.get(before.size() - 1) instanceof NounGroup))) {
          return nounGroup(tokens, atom, time, mentions, i);
        }
        return verbGroup(tokens, atom, time, i);
      }
      case "PART" -> {
        if (lower.equals("to")
            && i + 1 < tokens.size()
            && atom[i + 1] == null
            && infinitive(tokens, i)) {
          return verbGroup(tokens, atom, time, i);
        }
        if (lower.equals("to")) {
          return new Mark(
              i, i + 1, MarkType.PREPOSITION, lower); // before a name that was taken for a verb
        }
        if (NEGATIONS.contains(lower)
            && i + 1 < tokens.size()
            && Set.of("VERB", "AUX", "PART").contains(tokens.get(i + 1).tag())) {
          return verbGroup(tokens, atom, time, i);
        }
        return new Mark(i, i + 1, MarkType.ADVERB, lower);
      }
      case "DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "SYM", "X" -> {
        return nounGroup(tokens, atom, time, mentions, i);
      }
      case "ADP" -> {
        return new Mark(i, i + 1, MarkType.PREPOSITION, lower);
      }
      case "SCONJ" -> {
        // "after", "before", "since" and the like govern nouns and gerunds as often as clauses
        return new Mark(
            i,
            i + 1,
            lexicon.isContext(lower) ? MarkType.PREPOSITION : MarkType.SUBORDINATOR,
            lower);
      }
      case "CCONJ" -> {
        return new Mark(
            i, i + 1, lower.equals("but") ? MarkType.BREAK : MarkType.CONJUNCTION, lower);
      }
      case "ADV" -> {
        if (NEGATIONS.contains(lower)
            && i + 1 < tokens.size()
            && Set.of("VERB", "AUX").contains(tokens.get(i + 1).tag())) {
          return verbGroup(tokens, atom, time, i); // "never met"
        }
        return new Mark(
            i,
            i + 1,
            lower.equals("when") || lower.equals("how") || lower.equals("why")
                ? MarkType.SUBORDINATOR
                : MarkType.ADVERB,
            lower);
      }
      default -> {
        if (t.form().equals(",")) {
          return new Mark(i, i + 1, MarkType.COMMA, ",");
        }
        return new Mark(i, i + 1, MarkType.BREAK, lower);
      }
    }
  }

  private static boolean isRelative(Token t, Mention m) {
    return m.form() == MentionForm.PRONOUN && RELATIVES.contains(t.lower());
  }

  private int multiword(List<Token> tokens, Mention[] atom, int i) {
    for (int n = 4; n >= 2; n--) {
      if (i + n <= tokens.size()
          && atom[i] == null
          && lexicon.is("preposition", words(tokens, i, i + n))) {
        return n;
      }
    }
    return 0;
  }

  private static String words(List<Token> tokens, int begin, int end) {
    StringBuilder sb = new StringBuilder();
    for (int i = begin; i < end; i++) {
      if (i > begin) {
        sb.append(' ');
      }
      sb.append(tokens.get(i).lower());
    }
    return sb.toString();
  }

  /** "that" opens a relative clause after a noun when a verb follows: "a tour that also took". */
  private static boolean relativeThat(List<Token> tokens, int i) {
    int next = i + 1;
    while (next < tokens.size() && tokens.get(next).tag().equals("ADV")) {
      next++;
    }
    return i > 0
        && next < tokens.size()
        && Set.of("NOUN", "PROPN").contains(tokens.get(i - 1).tag())
        && Set.of("VERB", "AUX").contains(tokens.get(next).tag());
  }

  private static boolean infinitive(List<Token> tokens, int i) {
    for (int j = i + 1; j < tokens.size() && j <= i + 3; j++) {
      String tag = tokens.get(j).tag();
      if (tag.equals("VERB") || tag.equals("AUX")) {
        return true;
      }
      if (!tag.equals("ADV")) {
        return false;
      }
    }
    return false;
  }

  /** A participle before a noun: "planned talks", "visiting minister". */
  private static boolean modifies(List<Token> tokens, int i) {
    Token t = tokens.get(i);
    if (!t.tag().equals("VERB") || i + 1 >= tokens.size()) {
      return false;
    }
    String lower = t.lower();
    boolean afterDeterminer =
        i > 0
            && (Set.of("DET", "ADJ", "NUM").contains(tokens.get(i - 1).tag())
                || Set.of("'s", "'", "his", "her", "their", "its")
                    .contains(tokens.get(i - 1).lower()));
    String nextTag = tokens.get(i + 1).tag();
    boolean beforeNoun = nextTag.equals("NOUN") || nextTag.equals("ADJ");
    return beforeNoun
        && afterDeterminer
        && (lower.endsWith("ed") || lower.endsWith("ing") || lower.endsWith("en"));
  }

  /** A time word inside a noun group: "Friday's summit", "the Monday talks". */
  private boolean absorbsTime(List<Token> tokens, Mention[] atom, TimeExpression[] time, int i) {
    int end = time[i].range().end();
    if (time[i].range().begin() != i || end >= tokens.size() || time[end] != null) {
      return false;
    }
    if (Set.of("'s", "'").contains(tokens.get(end).lower())) {
      return true;
    }
    Token last = tokens.get(end - 1);
    if (last.lower().endsWith("'s") || last.lower().equals("'s") || last.lower().equals("'")) {
      return true;
    }
    boolean attributive =
        time[i].duration().isPresent() && end == i + 1 && last.form().indexOf('-') > 0;
    if (attributive && (atom[end] != null || tokens.get(end).tag().equals("PROPN"))) {
      return true; // "the three-day Arab League summit"
    }
    boolean determined = i > 0 && tokens.get(i - 1).tag().equals("DET");
    return (determined || time[i].duration().isPresent())
        && atom[end] == null
        && Set.of("NOUN", "ADJ").contains(tokens.get(end).tag());
  }

  private NounGroup nounGroup(
      List<Token> tokens,
      Mention[] atom,
      TimeExpression[] time,
      List<Mention> mentions,
      int begin) {
    List<Mention> owners = new ArrayList<>();
    int i = begin;
    int head = -1;
    Mention last = null;
    while (i < tokens.size()) {
      Token t = tokens.get(i);
      if (atom[i] != null && !isRelative(t, atom[i])) {
        Mention m = atom[i];
        if (m != last) {
          if (head >= 0 && t.tag().equals("DET")) {
            break; // "in Brisbane | the prime minister"
          }
          boolean titled = m.range().begin() > m.whole().begin();
          boolean afterNoun = head >= 0 && head == i - 1 && atom[head] == null;
          boolean capital = Character.isUpperCase(tokens.get(m.whole().begin()).form().charAt(0));
          if (afterNoun && titled && capital && m.type() == EntityType.PERSON) {
            break; // "In the Italian capital | Mr. Other", but "foreign policy aide Ann Other"
          }
          if (afterNoun
              && m.type() == EntityType.PERSON
              && m.form() == MentionForm.NAME
              && lexicon.isEventWord(tokens.get(head).lower())) {
            break; // "At the Lima summit | Ann Other and Jan Novak met"
          }
          boolean modified = titled && last != null && last.type() != EntityType.PERSON;
          if (last != null && head >= 0 && last.form() != MentionForm.DEMONYM && !modified) {
            break; // two names side by side are two groups
          }
          if (m.form() == MentionForm.PRONOUN && i > begin) {
            break;
          }
          last = m;
        }
        int end = Math.max(m.whole().end(), i + 1);
        head = end - 1;
        i = end;
        if (m.form() == MentionForm.PRONOUN) {
          if (t.tag().equals("PRON") && possessive(t)) {
            owners.add(m);
            last = null;
            head = -1;
            continue;
          }
          break;
        }
        if (i < tokens.size()
            && Set.of("'s", "'").contains(tokens.get(i).lower())
            && atom[i] != m) {
          owners.add(m);
          last = null;
          head = -1;
          i++;
        }
        continue;
      }
      if (time[i] != null) {
        if (absorbsTime(tokens, atom, time, i)) {
          i = time[i].range().end();
          if (i < tokens.size() && Set.of("'s", "'").contains(tokens.get(i).lower())) {
            i++;
          }
          continue;
        }
        break;
      }
      String tag = t.tag();
      String lower = t.lower();
      if (i > begin && multiword(tokens, atom, i) > 0) {
        break; // "in Jordan | ahead of"
      }
      if (Set.of("'s", "'").contains(lower) && head >= 0) {
        head = -1;
        i++;
        continue;
      }
      if (tag.equals("NOUN") || tag.equals("PROPN") || tag.equals("X") || tag.equals("SYM")) {
        if (last != null
            && head >= 0
            && i > begin
            && last.form() == MentionForm.NAME
            && tag.equals("PROPN")
            && last.type() == EntityType.PERSON) {
          break;
        }
        head = i++;
        if (last != null && last.form() != MentionForm.DEMONYM) {
          // "the NATO summit": the name only modifies
          last = null;
        }
        continue;
      }
      if (tag.equals("NUM")
          && last != null
          && head == i - 1
          && last.form() == MentionForm.NAME
          && last.type() == EntityType.PERSON) {
        break; // "met Mr. Other | three times"
      }
      if (tag.equals("PRON")) {
        if (i > begin && head >= 0
            || RELATIVES.contains(lower)
            || lower.equals("that") && i > begin) {
          break;
        }
        if (possessive(t)) {
          i++;
          continue;
        }
        head = i++;
        break;
      }
      if (tag.equals("DET")) {
        if (i > begin && head >= 0) {
          break;
        }
        i++;
        continue;
      }
      if (tag.equals("ADJ") || tag.equals("NUM")) {
        if (head >= 0 && i > begin && !nounAhead(tokens, i)) {
          break;
        }
        if (tag.equals("NUM") || head < 0) {
          head = head < 0 && !nounAhead(tokens, i) ? i : head;
        }
        i++;
        continue;
      }
      if (tag.equals("VERB") && modifies(tokens, i)) {
        i++;
        continue;
      }
      if (tag.equals("ADV")
          && i + 1 < tokens.size()
          && tokens.get(i + 1).tag().equals("ADJ")
          && head < 0) {
        i++;
        continue;
      }
      if ((tag.equals("CCONJ") || lower.equals(","))
          && head < 0
          && i > begin
          && i + 1 < tokens.size()
          && (tokens.get(i + 1).tag().equals("ADJ") || modifies(tokens, i + 1))
          && nounAhead(tokens, i + 1)) {
        i++; // "military and political talks"
        continue;
      }
      break;
    }
    if (i == begin) {
      i++;
    }
    if (head < 0) {
      head = i - 1;
    }
    int from = begin;
    int to = i;
    List<Mention> inside =
        mentions.stream().filter(m -> m.range().begin() >= from && m.range().end() <= to).toList();
    return new NounGroup(
        begin,
        i,
        head,
        party(tokens, atom, begin, i, head, inside, owners),
        List.copyOf(owners),
        inside);
  }

  private boolean possessive(Token t) {
    return lexicon.is("possessive", t.lower());
  }

  private static boolean nounAhead(List<Token> tokens, int i) {
    for (int j = i + 1; j < tokens.size() && j <= i + 3; j++) {
      String tag = tokens.get(j).tag();
      if (tag.equals("NOUN") || tag.equals("PROPN")) {
        return true;
      }
      if (!tag.equals("ADJ") && !tag.equals("NUM") && !tag.equals("CCONJ")) {
        return false;
      }
    }
    return false;
  }

  /** Who the group as a whole stands for, if it is somebody who can act. */
  private Mention party(
      List<Token> tokens,
      Mention[] atom,
      int begin,
      int end,
      int head,
      List<Mention> inside,
      List<Mention> owners) {
    Mention m = atom[head];
    if (m != null && !owners.contains(m) && acts(m)) {
      boolean one =
          m.form() == MentionForm.DEMONYM
              && lexicon.is("indefinite", tokens.get(begin).lower()); // "a Peruvian" is not Peru
      return one || ofBuilding(tokens, m) ? null : m;
    }
    boolean unnamed = m == null || m.entities().isEmpty() && m.type() != EntityType.PERSON;
    if (unnamed && lexicon.isDelegate(tokens.get(head).lemma())) {
      // "Russian delegation", "Peruvian President Ann Other's government": the body acts through
      // them
      for (int k = inside.size() - 1; k >= 0; k--) {
        Mention body = inside.get(k);
        if (m != null && !acts(body)
            || body.type() != EntityType.ORGANIZATION
                && lexicon.is("nonstate", Lexicon.singular(tokens.get(head).lemma()))) {
          continue; // "Cuban dissidents" are not Cuba
        }
        if (body.type() == EntityType.POLITY
            || body.type() == EntityType.ORGANIZATION
            || body.form() == MentionForm.DEMONYM) {
          return body;
        }
      }
    }
    return null;
  }

  /** "the villa Fleur d'Eau", "a house, called Hollybush": a name that is no person's. */
  private boolean ofBuilding(List<Token> tokens, Mention m) {
    if (m.type() != EntityType.PERSON || m.form() != MentionForm.NAME) {
      return false;
    }
    int i = m.whole().begin() - 1;
    if (i > 0 && lexicon.is("naming", tokens.get(i).lower())) {
      i--;
      if (i > 0 && tokens.get(i).form().equals(",")) {
        i--;
      }
    }
    return i >= 0 && lexicon.is("building", tokens.get(i).lower());
  }

  private static boolean acts(Mention m) {
    return m.type() != EntityType.PLACE && !m.entities().isEmpty();
  }

  private VerbGroup verbGroup(
      List<Token> tokens, Mention[] atom, TimeExpression[] time, int begin) {
    int i = begin;
    int head = -1;
    boolean infinitive = false;
    boolean negated = false;
    boolean be = false;
    boolean have = false;
    String modal = "";
    boolean anyAux = false;
    boolean ended = false;
    while (i < tokens.size() && !ended) {
      if (atom[i] != null) {
        break;
      }
      Token t = tokens.get(i);
      String lower = t.lower();
      if (time[i] != null) {
        // "will Friday meet"
        int after = time[i].range().end();
        boolean verbFollows =
            head >= 0
                && after < tokens.size()
                && tokens.get(after).tag().equals("VERB")
                && tokens.get(head).tag().equals("AUX");
        if (!verbFollows) {
          break;
        }
        i = after;
        continue;
      }
      switch (t.tag()) {
        case "AUX" -> {
          if (head >= 0 && tokens.get(head).tag().equals("VERB")) {
            ended = true;
          } else {
            anyAux = true;
            if (MODALS.contains(lower)) {
              modal =
                  lower.equals("wo") || lower.equals("'ll")
                      ? "will"
                      : lower.equals("ca") ? "can" : lower;
            }
            be |= BE.contains(lower);
            have |= HAVE.contains(lower);
            head = i++;
          }
        }
        case "VERB" -> {
          if (head >= 0 && tokens.get(head).tag().equals("VERB")) {
            ended = true;
          } else {
            head = i++;
          }
        }
        case "PART" -> {
          if (lower.equals("to")) {
            if (i == begin) {
              infinitive = true;
              i++;
            } else {
              ended = true;
            }
          } else if (NEGATIONS.contains(lower)) {
            negated = true;
            i++;
          } else {
            ended = true;
          }
        }
        case "ADV" -> {
          if (NEGATIONS.contains(lower)) {
            negated = true;
          }
          boolean verbAhead = false;
          for (int j = i + 1; j < tokens.size() && j <= i + 2; j++) {
            String tag = tokens.get(j).tag();
            verbAhead |= tag.equals("VERB") || tag.equals("AUX");
            if (!tag.equals("ADV")) {
              break;
            }
          }
          if (verbAhead && (head < 0 || tokens.get(head).tag().equals("AUX"))) {
            i++;
          } else {
            ended = true;
          }
        }
        default -> ended = true;
      }
    }
    if (head < 0) {
      head = begin;
      i = Math.max(i, begin + 1);
    }
    Token main = tokens.get(head);
    String form = main.lower();
    boolean verb = main.tag().equals("VERB");
    boolean ing = form.endsWith("ing");
    boolean passive = verb && be && !ing && anyAux;
    VerbForm construction;
    if (infinitive) {
      construction = VerbForm.INFINITIVE;
      passive = verb && be && !ing;
    } else if (verb && (!anyAux && ing || tokens.get(begin).lower().endsWith("ing"))) {
      construction = VerbForm.GERUND; // "meeting", "having met"
    } else if (verb && !anyAux && reduced(tokens, atom, begin, head)) {
      construction = VerbForm.PARTICIPLE;
      passive = true;
    } else {
      construction = VerbForm.FINITE;
    }
    boolean past =
        have
            || verb && !anyAux && !ing && !form.equals(main.lemma()) && !form.endsWith("s")
            || anyAux && Set.of("was", "were", "had", "did").contains(tokens.get(begin).lower());
    return new VerbGroup(begin, i, head, main.lemma(), construction, modal, negated, passive, past);
  }

  /**
   * A past participle straight after a noun: before "by" ("talks hosted by", "attended by"), and
   * after an event noun before any phrase ("the summit held in", "a meeting scheduled for").
   */
  private boolean reduced(List<Token> tokens, Mention[] atom, int begin, int head) {
    if (begin == 0 || head + 1 >= tokens.size()) {
      return false;
    }
    String form = tokens.get(head).lower();
    Token next = tokens.get(head + 1);
    Token previous = tokens.get(begin - 1);
    if (lexicon.is("occurring", form)
        && Set.of("ADP", "SCONJ", "ADV").contains(next.tag())
        && atom[head + 1] == null) {
      int noun = begin - 1;
      while (noun > 0
          && (tokens.get(noun).tag().equals("ADV") // "the first summit ever held"
              || atom[noun] != null // "a meeting with Ann Other planned for"
              || atom[noun + 1] != null
                  && (tokens.get(noun).tag().equals("CCONJ")
                      || lexicon.is("partnering", tokens.get(noun).lower())))) {
        noun--;
      }
      if (tokens.get(noun).tag().equals("NOUN") && lexicon.isEventWord(tokens.get(noun).lower())) {
        return true;
      }
    }
    boolean participle =
        form.endsWith("ed") || form.endsWith("en") || form.equals("led") || form.equals("held");
    return participle
        && next.lower().equals("by")
        && !(head + 2 < tokens.size() && lexicon.is("phone", tokens.get(head + 2).lower()))
        && (previous.tag().equals("NOUN")
            || previous.tag().equals("PROPN")
            || previous.form().equals(","));
  }
}
