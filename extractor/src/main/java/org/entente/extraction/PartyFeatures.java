package org.entente.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.document.BlockKind;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Arguments;
import org.entente.extraction.ClauseReader.Governor;
import org.entente.extraction.ClauseReader.Parties;

/**
 * What the model of parties sees of an agent in the sentence of a possible event: its place in the
 * clause, the chunks between the two, its form and type, and what the patterns say.
 */
final class PartyFeatures {
  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final List<Entity> entities;
  private final Lexicon lexicon;

  PartyFeatures(ChunkedSentence sentence, Lexicon lexicon, List<Entity> entities) {
    this.sentence = sentence;
    this.clause = new ClauseReader(sentence, lexicon);
    this.entities = entities;
    this.lexicon = lexicon;
  }

  /**
   * Returns the features of each agent that the sentence mentions, by entity number, in the order
   * of the sentence.
   *
   * @param c the possible event
   * @param siblings the other proposals of the same trigger
   */
  Map<Integer, List<String>> of(Candidate c, List<Candidate> siblings) {
    Map<Integer, Set<String>> relations = relations(c.triggerChunk);
    Map<Integer, Integer> nearest = new LinkedHashMap<>();
    for (Mention m : sentence.mentions()) {
      if (m.type() == EntityType.PLACE) {
        continue;
      }
      for (int id : m.entities()) {
        Entity e = entities.get(id);
        if (e.type() == EntityType.PLACE || e.reporter()) {
          continue;
        }
        int chunk = sentence.chunkAt(m.range().begin());
        nearest.merge(
            id,
            chunk,
            (a, b) -> Math.abs(b - c.triggerChunk) < Math.abs(a - c.triggerChunk) ? b : a);
      }
    }
    Map<Integer, List<String>> features = new LinkedHashMap<>();
    nearest.forEach(
        (id, chunk) -> features.put(id, features(c, siblings, id, chunk, relations, nearest)));
    return features;
  }

  private List<String> features(
      Candidate c,
      List<Candidate> siblings,
      int id,
      int chunk,
      Map<Integer, Set<String>> relations,
      Map<Integer, Integer> all) {
    List<String> f = new ArrayList<>();
    Entity e = entities.get(id);
    String word = trigger(c.triggerChunk);
    String rule = c.open ? "open" : c.rule;
    Mention m = mention(id, chunk);
    String form = m == null ? "-" : m.form().name();
    String type = e.type().name() + (e.named() ? "" : "~");
    String said =
        c.parties.containsKey(id)
            ? "in"
            : c.absentees.contains(id)
                ? "absent"
                : siblings.stream().anyMatch(s -> s.parties.containsKey(id)) ? "sibling" : "out";
    f.add("b");
    f.add("said=" + said);
    f.add("said=" + said + "," + rule);
    f.add("said=" + said + "," + type);
    f.add("said=" + said + "," + c.parties.size());
    f.add("type=" + type);
    f.add("form=" + form);
    f.add("typeform=" + type + "," + form + "," + word);
    Set<String> of = relations.getOrDefault(id, Set.of());
    if (of.isEmpty()) {
      f.add("rel=none");
      f.add("rel=none," + word);
    }
    for (String relation : of) {
      f.add("rel=" + relation);
      f.add("rel=" + relation + "," + word);
      f.add("rel=" + relation + "," + type);
      f.add("rel=" + relation + "," + said);
    }
    int distance = chunk - c.triggerChunk;
    String side = distance < 0 ? "L" : distance > 0 ? "R" : "0";
    f.add("side=" + side);
    f.add("dist=" + bucket(distance));
    f.add("dist=" + bucket(distance) + "," + type);
    String path = path(chunk, c.triggerChunk);
    f.add("path=" + path);
    f.add("path=" + path + "," + word);
    f.add("near=" + side + before(chunk) + "," + after(chunk));
    f.add("before=" + side + before(chunk));
    f.add("before=" + side + before(chunk) + "," + type);
    f.add("after=" + side + after(chunk));
    between(f, chunk, c.triggerChunk, side, all);
    f.add("agents=" + Math.min(5, all.size()));
    f.add("rank=" + rank(id, all, c.triggerChunk));
    f.add("rank=" + rank(id, all, c.triggerChunk) + "," + side + "," + word);
    if (e.type() == EntityType.POLITY || e.type() == EntityType.ORGANIZATION) {
      boolean stoodFor =
          all.keySet().stream()
              .map(entities::get)
              .anyMatch(
                  p ->
                      p.type() == EntityType.PERSON
                          && !p.represents().isEmpty()
                          && (p.represents().equals(e.name())
                              || e.otherNames().contains(p.represents())));
      f.add("stoodFor=" + stoodFor + "," + said);
      f.add("stoodFor=" + stoodFor + "," + side);
      boolean persons =
          all.keySet().stream().anyMatch(p -> entities.get(p).type() == EntityType.PERSON);
      f.add("persons=" + persons + "," + type + "," + form);
    }
    if (m != null && m.type() != e.type()) {
      f.add("as=" + m.type());
    }
    if (!e.office().isEmpty()) {
      f.add("office=" + e.office());
    }
    f.add("kind=" + sentence.sentence().kind() + (headline() ? "h" : ""));
    for (String note : notes(chunk)) {
      f.add("note=" + note);
    }
    return f;
  }

  private boolean headline() {
    return sentence.sentence().kind() == BlockKind.HEADLINE;
  }

  /** Whether some pattern of coming along or staying away stands at the agent. */
  private List<String> notes(int chunk) {
    List<String> notes = new ArrayList<>();
    for (int i = chunk + 1; i <= chunk + 3 && i < sentence.chunks().size(); i++) {
      if (clause.chunk(i) instanceof VerbGroup v) {
        notes.add("v=" + v.lemma() + (v.passive() ? "~" : "") + (v.negated() ? "!" : ""));
        notes.add("vform=" + v.form() + (v.negated() ? "!" : ""));
        break;
      }
    }
    for (int i = chunk - 1; i >= chunk - 3 && i >= 0; i--) {
      if (clause.chunk(i) instanceof VerbGroup v) {
        notes.add("bv=" + v.lemma() + (v.passive() ? "~" : "") + (v.negated() ? "!" : ""));
        break;
      }
    }
    return notes;
  }

  private Mention mention(int id, int chunk) {
    for (Mention m : sentence.mentions()) {
      if (m.entities().contains(id) && sentence.chunkAt(m.range().begin()) == chunk) {
        return m;
      }
    }
    return null;
  }

  private static int rank(int id, Map<Integer, Integer> all, int trigger) {
    int own = Math.abs(all.get(id) - trigger);
    boolean left = all.get(id) < trigger;
    int rank = 0;
    for (int chunk : all.values()) {
      if (chunk < trigger == left && Math.abs(chunk - trigger) < own) {
        rank++;
      }
    }
    return Math.min(rank, 4);
  }

  /** The trigger's word: the lemma of a verb with its construction, or of a noun. */
  String trigger(int at) {
    if (clause.chunk(at) instanceof VerbGroup v) {
      return v.lemma() + (v.passive() ? "~" : "");
    }
    if (clause.chunk(at) instanceof NounGroup g) {
      return "N" + Lexicon.singular(sentence.token(g.head()).lemma());
    }
    return "-";
  }

  private static String bucket(int distance) {
    int d = Math.abs(distance);
    String side = distance < 0 ? "-" : "+";
    return side + (d <= 4 ? d : d <= 6 ? 6 : d <= 10 ? 10 : 20);
  }

  private String before(int chunk) {
    int i = chunk - 1;
    while (i >= 0
        && clause.chunk(i) instanceof Mark m
        && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME)) {
      i--;
    }
    return i < 0 ? "^" : symbol(i);
  }

  private String after(int chunk) {
    int i = chunk + 1;
    while (i < sentence.chunks().size()
        && clause.chunk(i) instanceof Mark m
        && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME)) {
      i++;
    }
    return i >= sentence.chunks().size() ? "$" : symbol(i);
  }

  private String symbol(int i) {
    Chunk chunk = clause.chunk(i);
    if (chunk instanceof Mark m) {
      return switch (m.type()) {
        case PREPOSITION, RELATIVE, SUBORDINATOR, BREAK -> m.word();
        case COMMA -> ",";
        case CONJUNCTION -> "&";
        case ADVERB -> "a";
        case TIME -> "t";
      };
    }
    if (chunk instanceof VerbGroup v) {
      return (lexicon.is("reporting", v.lemma()) ? "VS" : "V")
          + (v.form() == VerbForm.FINITE ? "" : v.form().name().substring(0, 1).toLowerCase());
    }
    return ((NounGroup) chunk).party() != null ? "P" : "N";
  }

  private String path(int from, int to) {
    int begin = Math.min(from, to) + 1;
    int end = Math.max(from, to);
    if (end - begin > 8) {
      return "far";
    }
    StringBuilder path = new StringBuilder(from < to ? "<" : ">");
    for (int i = begin; i < end; i++) {
      if (clause.chunk(i) instanceof Mark m
          && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME)) {
        continue;
      }
      path.append(' ').append(symbol(i));
    }
    return path.toString();
  }

  private void between(
      List<String> f, int chunk, int trigger, String side, Map<Integer, Integer> all) {
    int begin = Math.min(chunk, trigger) + 1;
    int end = Math.max(chunk, trigger);
    int verbs = 0;
    int finite = 0;
    int commas = 0;
    int agents = 0;
    int breaks = 0;
    for (int i = begin; i < end; i++) {
      Chunk c = clause.chunk(i);
      if (c instanceof VerbGroup v) {
        verbs++;
        finite += v.form() == VerbForm.FINITE ? 1 : 0;
        f.add("vb=" + side + v.lemma());
      } else if (c instanceof Mark m) {
        commas += m.type() == MarkType.COMMA ? 1 : 0;
        breaks += m.type() == MarkType.BREAK ? 1 : 0;
        if (m.type() == MarkType.SUBORDINATOR || m.type() == MarkType.RELATIVE) {
          f.add("sub=" + side + m.word());
        }
        if (m.type() == MarkType.BREAK) {
          f.add("brk=" + side + m.word());
        }
      } else if (c instanceof NounGroup g && g.party() != null) {
        agents++;
      }
    }
    f.add("verbs=" + side + Math.min(3, verbs) + Math.min(2, finite));
    f.add("commas=" + side + Math.min(3, commas));
    f.add("breaks=" + side + Math.min(2, breaks));
    f.add("others=" + side + Math.min(4, agents));
    f.add("vco=" + side + Math.min(2, finite) + Math.min(2, commas) + Math.min(3, agents));
  }

  /** The places in the clause that each agent fills, seen from the trigger. */
  private Map<Integer, Set<String>> relations(int at) {
    Map<Integer, Set<String>> relations = new LinkedHashMap<>();
    add(relations, clause.subject(at), "subj");
    Arguments arguments = clause.arguments(at);
    add(relations, arguments.object(), "obj");
    arguments
        .prepositions()
        .forEach((word, lists) -> lists.forEach(list -> add(relations, list, "p:" + word)));
    if (clause.chunk(at) instanceof NounGroup g) {
      for (Mention owner : g.owners()) {
        owner.entities().forEach(e -> put(relations, e, "owner"));
      }
      for (Mention inside : g.inside()) {
        if (!g.owners().contains(inside)) {
          inside.entities().forEach(e -> put(relations, e, "mod"));
        }
      }
      clause.governor(at).ifPresent(gov -> governed(relations, gov));
      int predicate = clause.predicate(at);
      if (clause.chunk(predicate) instanceof VerbGroup v) {
        Arguments of = clause.arguments(predicate);
        of.prepositions()
            .forEach((word, lists) -> lists.forEach(list -> add(relations, list, "pred:" + word)));
        add(relations, of.object(), "predobj");
      }
    }
    if (clause.chunk(at) instanceof VerbGroup v && v.form() != VerbForm.FINITE) {
      int controller = clause.controller(at);
      if (clause.chunk(controller) instanceof VerbGroup c) {
        add(relations, clause.arguments(controller).object(), "cobj");
        add(relations, clause.subject(controller), "csubj");
        add(relations, clause.subject(controller), "csubj:" + c.lemma());
      }
    }
    return relations;
  }

  private void governed(Map<Integer, Set<String>> relations, Governor governor) {
    if (clause.chunk(governor.verb()) instanceof VerbGroup v) {
      String link = v.lemma() + (v.passive() ? "~" : "") + ":" + governor.preposition();
      add(relations, clause.subject(governor.verb()), "gsubj");
      add(relations, clause.subject(governor.verb()), "gsubj:" + link);
      Arguments of = clause.arguments(governor.verb());
      add(relations, of.object(), "gobj");
      add(relations, of.object(), "gobj:" + link);
      of.prepositions()
          .forEach((word, lists) -> lists.forEach(list -> add(relations, list, "gp:" + word)));
    }
  }

  private static void add(Map<Integer, Set<String>> relations, Parties list, String relation) {
    for (NounGroup g : list.groups()) {
      for (int id : g.party().entities()) {
        put(relations, id, relation);
      }
    }
  }

  private static void put(Map<Integer, Set<String>> relations, int id, String relation) {
    relations.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(relation);
  }
}
