package org.entente.consolidate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * The rules by which an account does or does not tell of the event of a cluster. All of them in one
 * place; every finding carries its reason in words.
 */
final class Comparison {
  /** Widest dated interval, in days, that tells an event from its neighbours without a place. */
  static final int NARROW = 31;

  /** Days after which a held event is no longer news, with the place unknown or known. */
  static final int NEWS = 10;

  static final int RECALLED = 200;

  /** Days after which an event is still told anew where its topic, but no place, is known. */
  static final int RETOLD = 21;

  /** Widest dated interval, in days, that a topic can narrow down where no place is known. */
  static final int YEAR = 366;

  /** Widest dated interval, in days, that says when an event was: a week. */
  private static final int EXACT = 6;

  /** Days within which reports are the same news, whatever topic each of them tells. */
  private static final int SAME_NEWS = 3;

  /** Days ahead to which a plan without a date looks, with the place unknown or known. */
  static final int SOON = 30;

  static final int AHEAD = 90;

  /** Days between which sessions of one round of talks, or days of one gathering, may lie. */
  private static final int ROUND = 4;

  /** Share of the participants above which a further side makes no event of its own. */
  private static final double MOST = 0.6;

  /** Largest gathering whose members beyond the two named leaders count as their delegations. */
  private static final int DELEGATIONS = 12;

  /** Kinds that go on for days. */
  private static final Set<Kind> LASTING = Set.of(Kind.TALKS, Kind.SUMMIT, Kind.CONFERENCE);

  private final Containment containment;
  private final TopicWords topicWords;

  Comparison(Containment containment, TopicWords topicWords) {
    this.containment = containment;
    this.topicWords = topicWords;
  }

  /**
   * A finding.
   *
   * @param score how well they fit, larger is better
   * @param reason the findings in words
   */
  record Fit(double score, String reason) {}

  /** Returns how well the account fits the cluster, or nothing where it tells of another event. */
  Optional<Fit> compare(Account account, Cluster cluster) {
    List<String> places = account.places().stream().map(Account.Venue::place).toList();
    boolean placeShared = containment.share(places, cluster.places);
    boolean placeKnown = !places.isEmpty() && !cluster.places.isEmpty();
    boolean sameDay =
        account.date().isPresent()
            && account.date().equals(cluster.date)
            && days(account.date().get()) == 0;
    if (placeKnown
        && !placeShared
        && !(sameDay
            && (containment.neighbours(places, cluster.places)
                || containment.unplaced(places)
                || containment.unplaced(cluster.places)))) {
      return Optional.empty();
    }
    double people = participants(account, cluster, sameDay && placeShared);
    if (people < 0 || !kinds(account, cluster, people, placeShared)) {
      return Optional.empty();
    }
    TopicWords.Relation topics = topicWords.compare(account.topics(), cluster.topics);
    boolean sameMatter = topics == TopicWords.Relation.AGREE && people == 1;
    Optional<Fit> date = dates(account, cluster, placeShared, people == 1, sameMatter);
    if (date.isEmpty() || !statuses(account, cluster, placeShared)) {
      return Optional.empty();
    }
    if (topics == TopicWords.Relation.DIFFER && topicsDecide(account, cluster, placeShared)) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    reasons.add(people == 1 ? "same participants" : "participants of one among the other's");
    reasons.add(date.get().reason());
    reasons.add(
        placeShared
            ? "same place"
            : placeKnown ? "same day, places not known to lie apart" : "place not contradicted");
    topics(account, cluster, topics).ifPresent(reasons::add);
    double score =
        date.get().score()
            + (placeShared ? 2 : 0)
            + people
            + (topics == TopicWords.Relation.AGREE ? 1 : 0)
            + (cluster.statuses.contains(account.status()) ? 0.5 : 0)
            + (cluster.kinds.contains(account.kind()) ? 0.25 : 0);
    return Optional.of(new Fit(score, String.join(", ", reasons)));
  }

  /** Returns the finding on the topics in words, where both sides tell what it was about. */
  private Optional<String> topics(Account account, Cluster cluster, TopicWords.Relation relation) {
    return switch (relation) {
      case AGREE ->
          Optional.of(
              "same topic ("
                  + String.join(", ", topicWords.shared(account.topics(), cluster.topics))
                  + ")");
      case DIFFER ->
          Optional.of(
              "another topic told ("
                  + String.join(", ", account.topics())
                  + " beside "
                  + String.join(", ", cluster.topics)
                  + ")");
      case OPEN -> Optional.empty();
    };
  }

  /**
   * Tells whether topics that differ make two events of what else fits: where nobody says when it
   * was, or one does and the other shares no place with it, and the reports are not the same news.
   */
  private static boolean topicsDecide(Account account, Cluster cluster, boolean placeShared) {
    boolean vague = vague(account.date());
    boolean allVague = vague && vague(cluster.date);
    if (!allVague && (placeShared || vague == vague(cluster.date))) {
      return false;
    }
    Optional<LocalDate> published = account.published();
    if (published.isEmpty()) {
      return true;
    }
    List<LocalDate> days = new ArrayList<>(cluster.published);
    if (!vague(cluster.date)) {
      days.add(cluster.date.get().earliest());
      days.add(cluster.date.get().latest());
    }
    return days.stream()
        .noneMatch(day -> Math.abs(ChronoUnit.DAYS.between(day, published.get())) <= SAME_NEWS);
  }

  private static boolean vague(Optional<DateBounds> date) {
    return date.isEmpty() || days(date.get()) > EXACT;
  }

  /** Returns the Jaccard index of the participants, or -1 where they tell of different parties. */
  private double participants(Account account, Cluster cluster, boolean sameDayAndPlace) {
    Set<String> own = new HashSet<>();
    account.parties().forEach(p -> own.add(p.agent()));
    Set<String> shared = new HashSet<>(own);
    shared.retainAll(cluster.agents);
    int smaller = Math.min(own.size(), cluster.agents.size());
    int larger = Math.max(own.size(), cluster.agents.size());
    double jaccard = (double) shared.size() / (own.size() + cluster.agents.size() - shared.size());
    if (jaccard == 1) {
      return 1;
    }
    if (shared.size() < 2) {
      return -1;
    }
    boolean contained = shared.size() == smaller && larger <= DELEGATIONS;
    if (!contained && jaccard < 0.5) {
      return -1;
    }
    // A meeting on the sidelines is not the gathering: the larger circle has sides of its own. Yet
    // an account of the gathering, or of that day and place, may leave a side out.
    boolean partial =
        jaccard >= 0.5
            && cluster.kinds.contains(account.kind())
            && (account.kind() != Kind.MEETING || sameDayAndPlace);
    return jaccard < MOST && !partial && furtherSides(account, cluster, shared) ? -1 : jaccard;
  }

  private static boolean furtherSides(Account account, Cluster cluster, Set<String> shared) {
    Set<String> sides = new HashSet<>();
    for (String agent : shared) {
      sides.add(cluster.sides.getOrDefault(agent, agent));
    }
    for (Account.Party party : account.parties()) {
      if (shared.contains(party.agent()) && !party.represents().isEmpty()) {
        sides.add(party.represents());
      }
    }
    for (Account.Party party : account.parties()) {
      if (!shared.contains(party.agent())
          && !party.represents().isEmpty()
          && !sides.contains(party.represents())) {
        return true;
      }
    }
    for (String agent : cluster.agents) {
      String side = cluster.sides.get(agent);
      if (!shared.contains(agent) && side != null && !sides.contains(side)) {
        return true;
      }
    }
    return false;
  }

  /** Calls join calls; meetings, talks and summits join each other; gatherings join gatherings. */
  private static boolean kinds(
      Account account, Cluster cluster, double people, boolean placeShared) {
    Kind kind = account.kind();
    if (cluster.kinds.contains(kind)) {
      return true;
    }
    for (Kind other : cluster.kinds) {
      if (kind == Kind.CALL || other == Kind.CALL) {
        return false;
      }
      if (kind == Kind.CONFERENCE || other == Kind.CONFERENCE) {
        Kind counterpart = kind == Kind.CONFERENCE ? other : kind;
        if (counterpart != Kind.SUMMIT || people < 0.5) {
          return false;
        }
      } else if ((kind == Kind.VISIT || other == Kind.VISIT)
          && !(people == 1 && account.parties().size() > 1 && placeShared)) {
        return false; // a visit with its host is the meeting; a visit alone is not
      }
    }
    return true;
  }

  /** Dated accounts come first, so that a dated account never meets a cluster without a date. */
  private static Optional<Fit> dates(
      Account account,
      Cluster cluster,
      boolean placeShared,
      boolean samePeople,
      boolean sameMatter) {
    if (account.date().isPresent() && cluster.date.isPresent()) {
      return bothDated(account, cluster, placeShared, samePeople, sameMatter);
    }
    if (account.published().isEmpty()) {
      return needsPlace(placeShared, "one account without any date");
    }
    if (cluster.date.isPresent()) {
      return near(cluster.date.get(), account, placeShared, sameMatter);
    }
    if (cluster.published.isEmpty()) {
      return needsPlace(placeShared, "one account without any date");
    }
    long apart =
        Math.min(
            Math.abs(ChronoUnit.DAYS.between(cluster.published.first(), account.published().get())),
            Math.abs(ChronoUnit.DAYS.between(cluster.published.last(), account.published().get())));
    return apart <= (placeShared ? AHEAD : sameMatter ? RETOLD : NEWS)
        ? Optional.of(new Fit(1, "published " + apart + " days apart"))
        : Optional.empty();
  }

  private static Optional<Fit> needsPlace(boolean placeShared, String reason) {
    return placeShared ? Optional.of(new Fit(0, reason)) : Optional.empty();
  }

  private static Optional<Fit> bothDated(
      Account account,
      Cluster cluster,
      boolean placeShared,
      boolean samePeople,
      boolean sameMatter) {
    DateBounds own = account.date().get();
    DateBounds date = cluster.date.get();
    int widest = sameMatter ? YEAR : NARROW;
    boolean narrow = days(own) <= widest && days(date) <= widest;
    if (own.equals(date)) {
      return narrow || placeShared ? Optional.of(new Fit(3, "same dates")) : Optional.empty();
    }
    if (own.overlaps(date)) {
      return narrow || placeShared ? Optional.of(new Fit(2, "dates overlap")) : Optional.empty();
    }
    // Time zones and night sessions put one event on two days.
    long gap =
        Math.min(
            Math.abs(ChronoUnit.DAYS.between(own.latest(), date.earliest())),
            Math.abs(ChronoUnit.DAYS.between(date.latest(), own.earliest())));
    if (!placeShared || !samePeople) {
      return Optional.empty();
    }
    if (gap <= 1 && days(own) == 0 && days(date) <= 1) {
      return Optional.of(new Fit(1, "neighbouring days"));
    }
    boolean lasting =
        LASTING.contains(account.kind()) && cluster.kinds.stream().anyMatch(LASTING::contains);
    return lasting && gap <= ROUND && days(own) <= ROUND && days(date) <= ROUND
        ? Optional.of(new Fit(0.5, "days of one round"))
        : Optional.empty();
  }

  /** Compares known days with an undated account of that publication day. */
  private static Optional<Fit> near(
      DateBounds date, Account undated, boolean placeShared, boolean sameMatter) {
    if (days(date) > (sameMatter ? YEAR : NARROW) && !placeShared) {
      return Optional.empty();
    }
    LocalDate published = undated.published().get();
    int news = sameMatter ? RETOLD : NEWS;
    long before = ChronoUnit.DAYS.between(date.latest(), published);
    long ahead = ChronoUnit.DAYS.between(published, date.earliest());
    boolean fits =
        undated.status() == Status.HELD
            ? ahead <= 1 && before <= (placeShared ? RECALLED : news)
            : before <= (placeShared ? NEWS : 1) && ahead <= (placeShared ? AHEAD : SOON);
    if (!fits) {
      return Optional.empty();
    }
    long apart = Math.max(0, Math.max(before, ahead));
    // Of several events that fit, the one nearest to the report is meant.
    return Optional.of(
        new Fit(1 - Math.min(apart, 400) / 400.0, "published " + apart + " days from the date"));
  }

  /** A proposal is not the event that took place, unless it names the same day or place. */
  private static boolean statuses(Account account, Cluster cluster, boolean placeShared) {
    boolean dated = account.date().isPresent() && cluster.date.isPresent();
    boolean proposal = account.status() == Status.PROPOSED || account.status() == Status.DENIED;
    boolean proposed =
        !cluster.statuses.contains(Status.HELD)
            && !cluster.statuses.contains(Status.PLANNED)
            && !cluster.statuses.contains(Status.CANCELLED);
    if (proposal == proposed) {
      return true;
    }
    return dated && days(account.date().get()) <= NARROW && days(cluster.date.get()) <= NARROW
        || placeShared && (dated || account.published().isPresent());
  }

  static long days(DateBounds bounds) {
    return ChronoUnit.DAYS.between(bounds.earliest(), bounds.latest());
  }
}
