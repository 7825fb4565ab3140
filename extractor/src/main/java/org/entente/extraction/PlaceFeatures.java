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
import org.entente.annotation.MentionForm;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbGroup;

/** What the model of venues sees of a place that a document names, seen from an event. */
final class PlaceFeatures {
  private static final int NEAR = 12;

  private final Proposals proposals;
  private final Lexicon lexicon;
  private final List<Entity> entities;

  /** A mention of a place. */
  private record Spot(Mention mention, int sentence, int chunk) {}

  PlaceFeatures(Proposals proposals, Lexicon lexicon) {
    this.proposals = proposals;
    this.lexicon = lexicon;
    this.entities = proposals.document().entities();
  }

  /** Returns the features of each place, by entity number, in the order of the document. */
  Map<Integer, List<String>> of(Candidate event) {
    Map<Integer, List<Spot>> spots = new LinkedHashMap<>();
    for (ChunkedSentence sentence : proposals.sentences()) {
      for (Mention m : sentence.mentions()) {
        boolean nameLike = m.form() == MentionForm.NAME || m.form() == MentionForm.METONYM;
        if (!nameLike || m.entities().size() != 1) {
          continue;
        }
        int id = m.entities().get(0);
        EntityType type = entities.get(id).type();
        boolean venue =
            type == EntityType.PLACE
                || type == EntityType.POLITY
                || type == EntityType.ORGANIZATION && m.type() == EntityType.PLACE;
        if (venue) {
          spots
              .computeIfAbsent(id, key -> new ArrayList<>())
              .add(new Spot(m, sentence.number(), sentence.chunkAt(m.range().begin())));
        }
      }
    }
    Map<Integer, List<String>> features = new LinkedHashMap<>();
    spots.forEach((id, of) -> features.put(id, features(event, id, of, spots)));
    return features;
  }

  private List<String> features(
      Candidate event, int id, List<Spot> of, Map<Integer, List<Spot>> all) {
    List<String> f = new ArrayList<>();
    Entity place = entities.get(id);
    f.add("b");
    String type = place.type().name();
    f.add("type=" + type);
    boolean ruled = event.places.contains(id);
    boolean ruledOther = !ruled && !event.places.isEmpty();
    String said = ruled ? "yes" : ruledOther ? "other" : "none";
    f.add("said=" + said);
    f.add("said=" + said + "," + type);
    boolean party = event.parties.containsKey(id);
    boolean partyLand = false;
    for (int p : event.parties.keySet()) {
      String represents = entities.get(p).represents();
      partyLand |=
          !represents.isEmpty()
              && (represents.equals(place.name()) || place.otherNames().contains(represents));
    }
    String land = party ? "party" : partyLand ? "land" : "no";
    f.add("land=" + land);
    f.add("land=" + land + "," + said);
    f.add("kind=" + event.kind + "," + said);
    f.add("status=" + event.status + "," + said);
    int nearest = Integer.MAX_VALUE;
    Set<String> seen = new LinkedHashSet<>();
    for (Spot spot : of) {
      for (Candidate c : event.accounts) {
        int distance = spot.sentence() - c.sentence;
        if (Math.abs(distance) < Math.abs(nearest)) {
          nearest = distance;
        }
        seen.addAll(spot(spot, c, type, land, said));
      }
    }
    f.addAll(seen);
    String far =
        nearest == 0 ? "0" : Math.abs(nearest) > 3 ? (nearest < 0 ? "-4" : "4") : "" + nearest;
    f.add("far=" + far);
    f.add("far=" + far + "," + type);
    f.add("far=" + far + "," + said);
    f.add("far=" + far + "," + said + "," + land + "," + type);
    f.add("mentions=" + Math.min(3, of.size()));
    f.add("first=" + Math.min(3, of.get(0).sentence()));
    f.add("places=" + Math.min(5, all.size()));
    f.add("only=" + (all.size() == 1) + "," + type + "," + land);
    if (dateline(of.get(0))) {
      f.add("dateline");
      f.add("dateline," + said);
      f.add("dateline," + far);
      f.add("dateline," + event.status);
    }
    return f;
  }

  private boolean dateline(Spot spot) {
    if (spot.sentence() > 1) {
      return false;
    }
    ChunkedSentence sentence = proposals.sentences().get(spot.sentence());
    for (int i = spot.mention().range().end();
        i < Math.min(sentence.sentence().tokens().size(), spot.mention().range().begin() + 9);
        i++) {
      String form = sentence.token(i).form();
      if (form.equals("-") || form.equals("--") || form.equals("–") || form.equals("—")) {
        return spot.mention().range().begin() < 4;
      }
      if (form.equals(".")) {
        return false;
      }
    }
    return false;
  }

  private List<String> spot(Spot spot, Candidate c, String type, String land, String said) {
    List<String> f = new ArrayList<>();
    ChunkedSentence sentence = proposals.sentences().get(spot.sentence());
    int distance = spot.sentence() - c.sentence;
    String where =
        distance == 0
            ? spot.chunk() < c.triggerChunk ? "L" : spot.chunk() > c.triggerChunk ? "R" : "in"
            : distance < 0 ? (distance == -1 ? "P1" : "P") : distance == 1 ? "N1" : "N";
    String before = before(sentence, spot.chunk());
    f.add("where=" + where);
    f.add("where=" + where + "," + type + "," + land);
    f.add("prep=" + where + "," + before);
    f.add("prep=" + where + "," + before + "," + land);
    f.add("prep=" + where + "," + before + "," + said);
    f.add("form=" + where + "," + spot.mention().form() + "," + spot.mention().type());
    String verb = verbBefore(sentence, spot.chunk());
    f.add("verb=" + where + "," + before + "," + verb);
    f.add("verb=" + before + "," + verb);
    f.add("noun=" + before + "," + nounBefore(sentence, spot.chunk()));
    if (distance == 0) {
      int gap = spot.chunk() - c.triggerChunk;
      int size = Math.abs(gap);
      f.add("gap=" + where + (size <= 4 ? size : size <= 8 ? 8 : NEAR));
      f.add("gap=" + where + (size <= 4 ? size : size <= 8 ? 8 : NEAR) + "," + before);
      int verbs = 0;
      for (int i = Math.min(spot.chunk(), c.triggerChunk) + 1;
          i < Math.max(spot.chunk(), c.triggerChunk);
          i++) {
        verbs += sentence.chunks().get(i) instanceof VerbGroup ? 1 : 0;
      }
      f.add("verbs=" + where + Math.min(2, verbs) + "," + before);
    }
    if (sentence.chunks().get(spot.chunk()) instanceof NounGroup g) {
      boolean owner = g.owners().contains(spot.mention());
      boolean head = spot.mention().range().end() > g.head();
      f.add("group=" + (owner ? "owner" : head ? "head" : "mod") + "," + where);
      f.add("group=" + (owner ? "owner" : head ? "head" : "mod") + "," + before);
      if (!head) {
        f.add("headed=" + where + sentence.commonWord(g.head()));
      }
    }
    boolean withParty =
        sentence.mentions().stream()
            .anyMatch(m -> m.entities().stream().anyMatch(c.parties::containsKey));
    f.add("with=" + where + withParty);
    f.add("with=" + where + withParty + "," + before);
    return f;
  }

  private String before(ChunkedSentence sentence, int chunk) {
    int i = chunk - 1;
    while (i >= 0
        && sentence.chunks().get(i) instanceof Mark m
        && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME)) {
      i--;
    }
    if (i < 0) {
      return "^";
    }
    Chunk c = sentence.chunks().get(i);
    if (c instanceof Mark m) {
      if (m.type() == MarkType.COMMA
          && i > 0
          && sentence.chunks().get(i - 1) instanceof NounGroup g
          && g.inside().stream().anyMatch(x -> x.type() == EntityType.PLACE)) {
        return "," + before(sentence, i - 1);
      }
      return m.word();
    }
    if (c instanceof VerbGroup v) {
      return "V" + v.lemma();
    }
    return "N";
  }

  private String verbBefore(ChunkedSentence sentence, int chunk) {
    for (int i = chunk - 1; i >= Math.max(0, chunk - 6); i--) {
      if (sentence.chunks().get(i) instanceof VerbGroup v) {
        return lexicon.is("reporting", v.lemma()) ? "SAY" : v.lemma();
      }
    }
    return "-";
  }

  private static String nounBefore(ChunkedSentence sentence, int chunk) {
    for (int i = chunk - 1; i >= Math.max(0, chunk - 3); i--) {
      if (sentence.chunks().get(i) instanceof NounGroup g) {
        return g.party() != null ? "P" : sentence.commonWord(g.head());
      }
    }
    return "-";
  }
}
