package org.entente.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.annotation.DateBounds;
import org.entente.document.Span;
import org.entente.report.Format;
import org.entente.report.Kind;
import org.entente.report.Outcome;
import org.entente.report.ReportedDuration;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * What one sentence says of one event, before the accounts of a document are merged. Mutable while
 * it is read.
 */
final class Candidate {
  final String rule;
  Kind kind;
  Status status = Status.HELD;
  final int sentence;

  /** First token of the words that tell the event, in its sentence. */
  int trigger;

  final Map<Integer, Role> parties = new LinkedHashMap<>();
  final Set<Integer> absentees = new LinkedHashSet<>();
  final Set<Integer> places = new LinkedHashSet<>();
  Optional<DateBounds> date = Optional.empty();
  String dateText = "";

  /** Whether its words tell as many events as places, of which this is one. */
  boolean stop;

  /** Whether its date is that of the journey on which it is. */
  boolean ofJourney;

  /** Which end of it the date is. */
  Edge edge = Edge.NONE;

  Optional<ReportedDuration> duration = Optional.empty();
  final Set<String> topics = new LinkedHashSet<>();

  /** In which form the parties deal with each other, with the words that say so. */
  final Map<Format, Span> formats = new EnumMap<>(Format.class);

  /** With what result it ended, with the words that say so. */
  final Map<Outcome, Span> outcomes = new EnumMap<>(Outcome.class);

  final List<Span> evidence = new ArrayList<>();
  double confidence;

  /** Number of the chunk that triggers it; -1 until it is known. */
  int triggerChunk = -1;

  /** The status that its own sentence gives it; null where nothing was read of it. */
  Status told;

  /** The event within which it took place; null where none is told. */
  Candidate whole;

  /** What spoke most for and against it, where the models judged it. */
  String judgement = "";

  /** Whether it was near when something else happened: "prepared to begin talks". */
  boolean near;

  /** Whether no pattern read it: a trigger word alone, which the models judge. */
  boolean open;

  /** How likely the trigger tells of an event, where the models judged it. */
  double probability;

  /** How likely each status is, where the models judged it. */
  final Map<Status, Double> statuses = new EnumMap<>(Status.class);

  /** How likely each agent of the sentence is a party, where the models judged it. */
  final Map<Integer, Double> likely = new LinkedHashMap<>();

  /** What was joined to this one, itself the first. */
  final List<Candidate> accounts = new ArrayList<>();

  /** Why it was taken to tell of the event to which it was joined; empty where it was not. */
  String joined = "";

  /** Whether the words point back at an event already told ("the talks", "their meeting"). */
  boolean anaphoric;

  /** Whether it only stands as the background of another statement ("ahead of the summit"). */
  boolean background;

  /**
   * The parties that it only counts ("the two leaders met"), where no other sentence names them.
   */
  Optional<CountedParties> counted = Optional.empty();

  /** Whether the words leave open whether the parties met or called each other ("discussed"). */
  boolean formOpen;

  /** Whether its words tell of more than two sides ("six-nation talks"). */
  boolean manySided;

  /** Whether it tells no more than who takes part in talks: "the talks involve A, B and C". */
  boolean listing;

  /** Whether it is a gathering at which its sentence tells what was done ("at the summit"). */
  boolean around;

  /** Whether it is told as one more event of the same parties ("met again", "another round"). */
  boolean another;

  /** Whether its partners are others than those named before ("other senior officials"). */
  boolean besides;

  /** Whether it is told as one more thing that was done ("also met with"). */
  boolean also;

  /** Whether its only partner is the state that is visited for it. */
  boolean hosted;

  /** Whether it is told as what somebody goes or is somewhere for ("is in Oslo for talks"). */
  boolean purpose;

  /** Whether it says something more of a journey told before ("it was her first visit"). */
  boolean remark;

  /** Whether it is a journey of which the departure or arrival is told: its purpose comes later. */
  boolean underway;

  /** Whether it took place before what its clause tells ("came home after talks"). */
  boolean earlier;

  /** Whether its clause sets it before or after what else its sentence tells ("after talks"). */
  boolean aside;

  /** How its clause tells it. */
  Telling telling = Telling.OTHER;

  /** Whether it is told as the next step of a journey ("then flies to"). */
  boolean thereafter;

  /** Whether its sentence sets it within the day of the story ("before the session"). */
  boolean sameDay;

  /** Whether it tells an earlier event of the same parties as the one told before it. */
  boolean recurrence;

  Candidate(String rule, Kind kind, int sentence, Span evidence, double confidence) {
    this.rule = rule;
    this.kind = kind;
    this.sentence = sentence;
    this.evidence.add(evidence);
    this.confidence = confidence;
    this.accounts.add(this);
  }

  /**
   * What the words tell of another event besides, so far as it is read: "talks with A and with B".
   */
  Candidate copy() {
    Candidate copy = new Candidate(rule, kind, sentence, evidence.get(0), confidence);
    copy.status = status;
    copy.anaphoric = anaphoric;
    copy.background = background;
    copy.purpose = purpose;
    copy.around = around;
    copy.another = another;
    copy.counted = counted;
    copy.manySided = manySided;
    copy.listing = listing;
    copy.besides = besides;
    copy.also = also;
    parties.forEach(copy::add);
    copy.absentees.addAll(absentees);
    return copy;
  }

  /** The same of one of its parties alone: "both held separate talks with". */
  Candidate alone(int party) {
    Candidate alone = copy();
    alone.parties.keySet().retainAll(Set.of(party));
    return alone;
  }

  /** The same at one of its places alone: "met leaders in Ghana and Mali". */
  Candidate at(List<Integer> stop) {
    Candidate one = copy();
    one.trigger = trigger;
    one.earlier = earlier;
    one.aside = aside;
    one.telling = telling;
    one.sameDay = sameDay;
    one.thereafter = thereafter;
    one.date = date;
    one.dateText = dateText;
    one.edge = edge;
    one.duration = duration;
    one.topics.addAll(topics);
    one.places.addAll(stop);
    one.stop = true;
    return one;
  }

  /** Whether no pattern read any of its accounts. */
  boolean isOpen() {
    return accounts.stream().allMatch(a -> a.open);
  }

  /** The pattern that read it first, or the models where none did. */
  String readBy() {
    return accounts.stream().filter(a -> !a.open).map(a -> a.rule).findFirst().orElse(rule);
  }

  /** Numbers of the sentences of its accounts. */
  SortedSet<Integer> sentences() {
    SortedSet<Integer> sentences = new TreeSet<>();
    accounts.forEach(a -> sentences.add(a.sentence));
    return sentences;
  }

  /** Adds an agent; a more telling role replaces a plain one. */
  void add(int entity, Role role) {
    parties.merge(entity, role, (old, now) -> old == Role.PARTICIPANT ? now : old);
  }

  /** Adds a sentence that tells of it, and keeps the sentences in order. */
  void addEvidence(Span span) {
    if (!evidence.contains(span)) {
      evidence.add(span);
      evidence.sort(null);
    }
  }

  /** Notes that an agent was not there; it is no party then. */
  void addAbsentee(int entity) {
    parties.remove(entity);
    absentees.add(entity);
  }
}
