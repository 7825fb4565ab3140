package org.entente.extraction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbGroup;

/** What the model sees when it asks whether a trigger tells of an event already told. */
final class SameFeatures {
  private static final Set<String> ANOTHER =
      Set.of(
          "another", "second", "third", "fourth", "fifth", "next", "last", "previous", "earlier",
          "follow-up", "further", "new", "more", "other", "separate", "separately", "also", "again",
          "later", "first", "previously", "meanwhile", "before", "since", "latest", "final");

  private final Proposals proposals;
  private final List<Entity> entities;

  SameFeatures(Proposals proposals) {
    this.proposals = proposals;
    this.entities = proposals.document().entities();
  }

  /**
   * Returns the features of a pair.
   *
   * @param event an event told before
   * @param c the trigger
   * @param newer number of events told after that one
   */
  List<String> of(DocumentEvent event, Candidate c, int newer) {
    List<String> f = new ArrayList<>();
    f.add("b");
    Set<Integer> old = event.represented(event.parties.keySet(), c.parties.keySet());
    Set<Integer> now = event.represented(c.parties.keySet(), event.parties.keySet());
    Set<Integer> both = new LinkedHashSet<>(old);
    both.retainAll(now);
    int onlyOld = old.size() - both.size();
    int onlyNow = now.size() - both.size();
    String overlap =
        Math.min(3, both.size()) + "-" + Math.min(3, onlyOld) + "-" + Math.min(3, onlyNow);
    f.add("o=" + overlap);
    String relation =
        now.isEmpty()
            ? "empty"
            : onlyNow == 0 && onlyOld == 0
                ? "equal"
                : onlyNow == 0 ? "part" : onlyOld == 0 ? "more" : both.isEmpty() ? "none" : "some";
    f.add("r=" + relation);
    boolean persons = both.stream().anyMatch(e -> entities.get(e).type() == EntityType.PERSON);
    f.add("r=" + relation + "," + persons);
    String kinds = event.kind() + "," + c.kind;
    f.add("k=" + kinds);
    f.add("sk=" + (event.kind() == c.kind) + "," + relation);
    String statuses = event.status() + "," + c.status;
    f.add("s=" + statuses);
    f.add("s=" + statuses + "," + relation);
    String date = relation(dateOf(event), c.date);
    f.add("d=" + date);
    f.add("d=" + date + "," + relation);
    f.add("d=" + date + "," + statuses);
    String place = places(event, c);
    f.add("p=" + place);
    f.add("p=" + place + "," + relation);
    int last = event.sentences.stream().mapToInt(Integer::intValue).max().orElse(0);
    int distance = c.sentence - last;
    String far = distance <= 3 ? "" + distance : distance <= 6 ? "6" : "9";
    f.add("far=" + far);
    f.add("far=" + far + "," + relation);
    f.add("newer=" + Math.min(3, newer));
    f.add("newer=" + Math.min(3, newer) + "," + relation);
    boolean sameTrigger =
        event.members.stream().anyMatch(m -> m.sentence == c.sentence && m.trigger == c.trigger);
    f.add("trigger=" + sameTrigger);
    String word = word(c);
    f.add("w=" + word);
    f.add("w=" + word + "," + relation);
    boolean sameWord = event.members.stream().anyMatch(m -> word(m).equals(word));
    f.add("sw=" + sameWord + "," + relation);
    f.add("back=" + c.anaphoric + c.background);
    f.add("back=" + c.anaphoric + c.background + "," + relation);
    f.add("back=" + c.anaphoric + "," + far + "," + Math.min(2, newer));
    f.add("open=" + c.open + "," + relation);
    f.add("det=" + determiner(c));
    f.add("det=" + determiner(c) + "," + relation);
    f.add("det=" + determiner(c) + "," + Math.min(2, newer));
    for (String other : another(c)) {
      f.add("another=" + other);
      f.add("another," + relation);
    }
    f.add("size=" + Math.min(4, event.members.size()));
    f.add("sum=" + relation + "," + date + "," + place + "," + (event.status() == c.status));
    if (distance == 0) {
      for (Candidate m : event.members) {
        if (m.sentence == c.sentence) {
          f.add("pair=" + word(m) + "," + word);
          f.add("gap=" + Math.min(6, Math.abs(m.trigger - c.trigger)) + "," + relation);
          f.add("between=" + between(m, c));
        }
      }
    }
    return f;
  }

  private String between(Candidate a, Candidate b) {
    ChunkedSentence sentence = proposals.sentences().get(a.sentence);
    StringBuilder words = new StringBuilder();
    int begin = Math.min(a.trigger, b.trigger) + 1;
    int end = Math.max(a.trigger, b.trigger);
    for (int i = begin; i < end && i < begin + 3; i++) {
      if (sentence.chunks().get(i) instanceof Chunk.Mark m) {
        words.append(m.type() == Chunk.MarkType.TIME ? "t" : m.word()).append(' ');
      } else {
        words.append(sentence.chunks().get(i) instanceof VerbGroup ? "V " : "N ");
      }
    }
    return words.toString();
  }

  private Optional<DateBounds> dateOf(DocumentEvent event) {
    return event.members.stream()
        .map(m -> m.date)
        .filter(Optional::isPresent)
        .map(Optional::get)
        .findFirst();
  }

  private static String relation(Optional<DateBounds> a, Optional<DateBounds> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() && b.isEmpty() ? "neither" : a.isEmpty() ? "now" : "old";
    }
    return a.get().equals(b.get()) ? "same" : a.get().overlaps(b.get()) ? "overlap" : "apart";
  }

  private static String places(DocumentEvent event, Candidate c) {
    Set<Integer> old = new LinkedHashSet<>();
    event.members.forEach(m -> old.addAll(m.places));
    if (old.isEmpty() || c.places.isEmpty()) {
      return old.isEmpty() && c.places.isEmpty() ? "neither" : old.isEmpty() ? "now" : "old";
    }
    return c.places.stream().anyMatch(old::contains) ? "same" : "apart";
  }

  private String determiner(Candidate c) {
    ChunkedSentence sentence = proposals.sentences().get(c.sentence);
    return sentence.chunks().get(c.trigger) instanceof NounGroup g
        ? sentence.token(g.begin()).tag().equals("PROPN")
            ? "NAME"
            : sentence.token(g.begin()).lower()
        : "verb";
  }

  private Set<String> another(Candidate c) {
    ChunkedSentence sentence = proposals.sentences().get(c.sentence);
    Chunk trigger = sentence.chunks().get(c.trigger);
    Set<String> found = new LinkedHashSet<>();
    int begin = Math.max(0, trigger.begin() - 3);
    int end = Math.min(sentence.sentence().tokens().size(), trigger.end() + 3);
    for (int i = begin; i < end; i++) {
      if (ANOTHER.contains(sentence.token(i).lower())) {
        found.add(sentence.token(i).lower());
      }
    }
    return found;
  }

  private String word(Candidate c) {
    ChunkedSentence sentence = proposals.sentences().get(c.sentence);
    Chunk chunk = sentence.chunks().get(c.trigger);
    return chunk instanceof VerbGroup v
        ? v.lemma()
        : chunk instanceof NounGroup g
            ? "N" + Lexicon.singular(sentence.token(g.head()).lemma())
            : "-";
  }
}
