package org.entente.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.annotation.EntityType;
import org.entente.report.DocumentReports;
import org.entente.report.Kind;
import org.entente.report.ReportedDuration;
import org.entente.report.Status;

/** Five stories on one summit with its past and future, in words made for the tests. */
final class Stories {
  private Stories() {}

  static List<DocumentReports> summit() {
    return List.of(first(), second(), third(), fourth(), fifth());
  }

  private static Story leaders(String id, String published) {
    return new Story(id, published)
        .entity(EntityType.PERSON, "Donald Trump", "Q22686", "United States", "Trump")
        .entity(EntityType.PERSON, "Vladimir Putin", "Q7747", "Russia", "Putin")
        .entity(EntityType.POLITY, "United States", "Q30", "")
        .entity(EntityType.POLITY, "Russia", "Q159", "")
        .entity(EntityType.PLACE, "Anchorage", "Q39450", "")
        .entity(EntityType.PLACE, "Alaska", "Q797", "");
  }

  /** Dated by day, city and state, with two meetings of earlier years. */
  static DocumentReports first() {
    return leaders("first", "2025-08-16")
        .entity(EntityType.PERSON, "Joe Biden", "Q6279", "United States")
        .entity(EntityType.PLACE, "Helsinki", "Q1757", "")
        .entity(EntityType.PLACE, "Geneva", "Q71", "")
        .sentence("Donald Trump received Vladimir Putin in Anchorage, Alaska, on Friday.")
        .report(
            Kind.MEETING,
            Status.HELD,
            "Donald Trump/HOST, Vladimir Putin/GUEST",
            "",
            "Anchorage, Alaska",
            "2025-08-15",
            "2025-08-15",
            Optional.of(new ReportedDuration(Duration.ofHours(3), "nearly three hours")))
        .sentence("Trump and Putin had met in Helsinki in 2018.")
        .report(
            Kind.MEETING,
            Status.HELD,
            "Donald Trump, Vladimir Putin",
            "Helsinki",
            "2018-01-01",
            "2018-12-31")
        .sentence("Joe Biden saw Putin in Geneva in 2021.")
        .report(
            Kind.MEETING,
            Status.HELD,
            "Joe Biden, Vladimir Putin",
            "Geneva",
            "2021-01-01",
            "2021-12-31")
        .end();
  }

  /** Six participants, the city alone, and who was not there. */
  static DocumentReports second() {
    return delegations(leaders("second", "2025-08-16"))
        .sentence("Putin, Lavrov and Ushakov sat down with Trump, Rubio and Witkoff in Anchorage.")
        .report(
            Kind.SUMMIT,
            Status.HELD,
            "Vladimir Putin, Donald Trump, Sergey Lavrov, Yury Ushakov, Marco Rubio, Steve Witkoff",
            "Volodymyr Zelenskyy",
            "Anchorage",
            "2025-08-15",
            "2025-08-15",
            Optional.empty())
        .sentence("Trump is to phone Volodymyr Zelenskyy.")
        .report(Kind.CALL, Status.PLANNED, "Donald Trump, Volodymyr Zelenskyy", "", "", "")
        .end();
  }

  /** Six participants and neither a date nor a day of publication. */
  static DocumentReports third() {
    return delegations(leaders("third", ""))
        .entity(EntityType.PLACE, "Moscow", "Q649", "")
        .sentence("In Alaska Trump, Rubio and Witkoff faced Putin, Lavrov and Ushakov.")
        .report(
            Kind.MEETING,
            Status.HELD,
            "Donald Trump, Vladimir Putin, Marco Rubio, Steve Witkoff, Sergey Lavrov, Yury Ushakov",
            "Volodymyr Zelenskyy",
            "Alaska",
            "",
            "",
            Optional.of(new ReportedDuration(Duration.ofMinutes(165), "two hours and 45 minutes")))
        .sentence("Putin invited Trump to Moscow.")
        .report(Kind.MEETING, Status.PROPOSED, "Vladimir Putin, Donald Trump", "Moscow", "", "")
        .end();
  }

  /** No date, the state alone. */
  static DocumentReports fourth() {
    return leaders("fourth", "2025-08-16")
        .sentence("The talks of Putin and Trump in Alaska ended early.")
        .report(Kind.TALKS, Status.HELD, "Vladimir Putin, Donald Trump", "Alaska", "", "")
        .end();
  }

  /** A plan, a week ahead. */
  static DocumentReports fifth() {
    return leaders("fifth", "2025-08-09")
        .sentence("Trump will meet Putin in Alaska on August 15.")
        .report(
            Kind.MEETING,
            Status.PLANNED,
            "Donald Trump, Vladimir Putin",
            "Alaska",
            "2025-08-15",
            "2025-08-15")
        .end();
  }

  private static Story delegations(Story story) {
    return story
        .entity(EntityType.PERSON, "Sergey Lavrov", "Q58217", "Russia", "Lavrov")
        .entity(EntityType.PERSON, "Yury Ushakov", "Q4479563", "Russia", "Ushakov")
        .entity(EntityType.PERSON, "Marco Rubio", "Q324546", "United States", "Rubio")
        .entity(EntityType.PERSON, "Steve Witkoff", "", "United States", "Witkoff")
        .entity(EntityType.PERSON, "Volodymyr Zelenskyy", "Q3874799", "Ukraine");
  }
}
