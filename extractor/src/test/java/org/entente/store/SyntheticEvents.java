package org.entente.store;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * Events of a synthetic world, and what outlets tell of them: one to five accounts each, some of
 * them of the plan, and some that err by a day or a place.
 */
final class SyntheticEvents {
  private static final Kind[] KINDS = {
    Kind.MEETING,
    Kind.MEETING,
    Kind.MEETING,
    Kind.MEETING,
    Kind.TALKS,
    Kind.TALKS,
    Kind.VISIT,
    Kind.VISIT,
    Kind.CALL,
    Kind.CALL,
    Kind.SUMMIT,
    Kind.CONFERENCE
  };

  private static final Status[] STATUSES = {
    Status.HELD,
    Status.HELD,
    Status.HELD,
    Status.HELD,
    Status.HELD,
    Status.HELD,
    Status.HELD,
    Status.HELD,
    Status.HELD,
    Status.HELD,
    Status.HELD,
    Status.HELD,
    Status.PLANNED,
    Status.PLANNED,
    Status.PROPOSED,
    Status.CANCELLED,
    Status.DENIED
  };

  private final SyntheticWorld world;
  private final SplittableRandom random;

  /** Makes the events of a world, the same for the same seed. */
  SyntheticEvents(SyntheticWorld world, long seed) {
    this.world = world;
    this.random = new SplittableRandom(seed + 1);
  }

  /**
   * What one outlet tells of one event.
   *
   * @param outlet number of the outlet
   * @param published when it tells it
   * @param kind the kind of event
   * @param status what became of it, as the outlet knows
   * @param parties who; the first receives the others
   * @param absent who was not there, if that is told
   * @param place where, if that is told
   * @param date on which day
   */
  record Account(
      int outlet,
      LocalDate published,
      Kind kind,
      Status status,
      List<SyntheticWorld.Person> parties,
      Optional<SyntheticWorld.Person> absent,
      Optional<SyntheticWorld.Place> place,
      LocalDate date) {}

  /** Returns all accounts of so many events. */
  List<Account> accounts(int events, int outlets) {
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      accounts.addAll(event(outlets));
    }
    return accounts;
  }

  private List<Account> event(int outlets) {
    long days = ChronoUnit.DAYS.between(SyntheticWorld.FIRST, SyntheticWorld.LAST);
    // More is told of the years that are near.
    LocalDate date =
        SyntheticWorld.FIRST.plusDays((long) (days * Math.pow(random.nextDouble(), 0.6)));
    Kind kind = KINDS[random.nextInt(KINDS.length)];
    Status status = STATUSES[random.nextInt(STATUSES.length)];
    Map<String, SyntheticWorld.Person> parties = new LinkedHashMap<>();
    int many = kind.isGathering() ? 3 + random.nextInt(4) : 2 + SyntheticWorld.few(random, 3);
    while (parties.size() < many) {
      SyntheticWorld.Person person = world.person(random, date.getYear());
      parties.put(person.name(), person);
    }
    Optional<SyntheticWorld.Place> place =
        kind == Kind.CALL ? Optional.empty() : Optional.of(world.place(random));
    Optional<SyntheticWorld.Person> absent =
        random.nextInt(20) == 0
            ? Optional.of(world.person(random, date.getYear()))
                .filter(person -> !parties.containsKey(person.name()))
            : Optional.empty();
    List<Account> accounts = new ArrayList<>();
    int told = 1 + SyntheticWorld.few(random, 5);
    int outlet = random.nextInt(outlets);
    for (int i = 0; i < told; i++) {
      boolean plan = status == Status.HELD && i > 0 && random.nextInt(4) == 0;
      boolean wrongDay = i > 0 && random.nextInt(25) == 0;
      boolean wrongPlace = i > 0 && place.isPresent() && random.nextInt(50) == 0;
      accounts.add(
          new Account(
              (outlet + i) % outlets,
              plan || status == Status.PLANNED || status == Status.PROPOSED
                  ? date.minusDays(10 + random.nextInt(30))
                  : date.plusDays(random.nextInt(4)),
              kind,
              plan ? Status.PLANNED : status,
              List.copyOf(parties.values()),
              absent,
              wrongPlace ? Optional.of(world.place(random)) : place,
              wrongDay ? date.plusDays(1) : date));
    }
    return accounts;
  }
}
