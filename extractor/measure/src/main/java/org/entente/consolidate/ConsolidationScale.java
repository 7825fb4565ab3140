package org.entente.consolidate;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.annotation.EntityType;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Prints, as Markdown, the time and memory that joining reports into events takes, for synthetic
 * reports of invented events: each event has one to eight reports, some without a date, with a date
 * a day off, without a place or with a side left out, some tell what it was about. People meet as
 * in the news: a few often, most seldom.
 */
public final class ConsolidationScale {
  /** Days over which the events lie for every thousand of reports: the news grows with time. */
  private static final int DAYS_PER_THOUSAND = 30;

  private static final int TOPICS = 200;

  private static final LocalDate BEGIN = LocalDate.of(1950, 1, 1);

  private ConsolidationScale() {}

  /**
   * Measures.
   *
   * @param args numbers of reports, in ascending order
   */
  public static void main(String[] args) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(
        "| reports | events made up | events found | seconds | processor seconds | heap, MB |");
    System.out.println("| --: | --: | --: | --: | --: | --: |");
    for (String arg : args) {
      int reports = Integer.parseInt(arg);
      List<Account> accounts = new ArrayList<>(reports);
      int events = invent(reports, accounts);
      Collections.shuffle(accounts, new Random(2));
      System.gc();
      pools().forEach(MemoryPoolMXBean::resetPeakUsage);
      long wall = System.nanoTime();
      long processor = system.getProcessCpuTime();
      int found = new Consolidator().consolidate(accounts).size();
      double seconds = (System.nanoTime() - wall) / 1e9;
      double used = (system.getProcessCpuTime() - processor) / 1e9;
      long heap = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      System.out.println(
          String.format(
              Locale.ROOT,
              "| %d | %d | %d | %.1f | %.1f | %d |",
              reports,
              events,
              found,
              seconds,
              used,
              heap >> 20));
    }
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** Adds so many reports of invented events; returns the number of events. */
  private static int invent(int reports, List<Account> into) {
    Random random = new Random(1);
    int people = Math.max(50, reports / 20);
    int days = Math.max(DAYS_PER_THOUSAND, reports / 1000 * DAYS_PER_THOUSAND);
    int events = 0;
    while (into.size() < reports) {
      LocalDate day = BEGIN.plusDays(random.nextInt(days));
      List<Integer> parties = parties(random, people);
      String place = "place/" + random.nextInt(300);
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      int tellers = Math.min(1 + random.nextInt(8), reports - into.size());
      for (int i = 0; i < tellers; i++) {
        into.add(account(random, into.size(), events, kind, day, parties, place));
      }
      events++;
    }
    return events;
  }

  private static List<Integer> parties(Random random, int people) {
    List<Integer> parties = new ArrayList<>();
    int count = 2 + (random.nextInt(4) == 0 ? random.nextInt(4) : 0);
    while (parties.size() < count) {
      // squared twice: the first of the list meet far more often than the last
      double share = Math.pow(random.nextDouble(), 4);
      int person = (int) (share * people);
      if (!parties.contains(person)) {
        parties.add(person);
      }
    }
    return parties;
  }

  private static Account account(
      Random random,
      int number,
      int event,
      Kind kind,
      LocalDate day,
      List<Integer> people,
      String place) {
    List<Account.Party> parties = new ArrayList<>();
    for (int person : people) {
      if (parties.size() < 2 || random.nextInt(5) > 0) {
        parties.add(
            new Account.Party(
                "person/" + person,
                EntityType.PERSON,
                Role.PARTICIPANT,
                "",
                "polity/" + person % 190));
      }
    }
    int odd = random.nextInt(20);
    LocalDate told = odd == 0 ? day.plusDays(1) : day;
    Optional<DateBounds> date =
        odd > 0 && odd < 4 ? Optional.empty() : Optional.of(new DateBounds(told, told));
    List<Account.Venue> places =
        random.nextInt(5) == 0 ? List.of() : List.of(new Account.Venue(place, List.of()));
    return new Account(
        "report/" + number,
        "document/" + number,
        kind,
        Status.HELD,
        parties,
        List.of(),
        places,
        date,
        Optional.of(day.plusDays(random.nextInt(3))),
        Optional.empty(),
        random.nextInt(3) == 0 ? List.of("the dispute of province " + event % TOPICS) : List.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        0.8,
        "outlet/" + random.nextInt(50),
        Optional.empty(),
        Optional.empty());
  }
}
