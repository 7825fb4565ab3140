package org.entente.consolidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.annotation.DateBounds;
import org.entente.annotation.EntityType;
import org.entente.document.Fingerprint;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsolidatorTest {
  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("pairs")
  void twoAccountsTellOfOneEventOrOfTwo(
      String expected, String first, String second, String reason) {
    List<ConsolidatedEvent> events =
        new Consolidator()
            .consolidate(List.of(account("a", "a", first), account("b", "b", second)));
    assertThat(events).as(reason).hasSize(expected.equals("one") ? 1 : 2);
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("pairs")
  void twoReportsOfOneDocumentAreTwoEvents(
      String expected, String first, String second, String reason) {
    assertThat(
            new Consolidator()
                .consolidate(List.of(account("a", "d", first), account("b", "d", second))))
        .as(reason)
        .hasSize(2);
  }

  static Stream<String[]> pairs() throws IOException {
    try (var in = ConsolidatorTest.class.getResourceAsStream("pairs.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(
                  line ->
                      Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
              .toList()
              .stream();
    }
  }

  @Test
  void theResultDoesNotDependOnTheOrder() {
    List<Account> accounts = synthetic(400, new Random(11));
    List<ConsolidatedEvent> expected = new Consolidator().consolidate(accounts);
    assertThat(expected).hasSizeBetween(40, 399).anyMatch(e -> e.accounts().size() > 2);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(accounts, new Random(seed));
      assertThat(new Consolidator().consolidate(accounts)).isEqualTo(expected);
    }
  }

  @Test
  void everyAccountIsInOneEventAndNoEventHasTwoOfOneDocument() {
    List<Account> accounts = synthetic(2000, new Random(5));
    List<ConsolidatedEvent> events = new Consolidator().consolidate(accounts);
    assertThat(events.stream().flatMap(e -> e.accounts().stream()))
        .containsExactlyInAnyOrderElementsOf(accounts);
    for (ConsolidatedEvent event : events) {
      assertThat(event.accounts()).extracting(Account::document).doesNotHaveDuplicates();
      assertThat(event.joins()).hasSize(event.accounts().size() - 1);
    }
  }

  @Test
  void decisionsGoBeforeTheRulesWhateverTheOrder() {
    Random random = new Random(3);
    List<Account> accounts = synthetic(400, random);
    List<Constraints.Pair> same = new ArrayList<>();
    List<Constraints.Pair> different = new ArrayList<>();
    while (same.size() < 25 || different.size() < 60) {
      Constraints.Pair pair =
          new Constraints.Pair(
              "r" + random.nextInt(400),
              "r" + random.nextInt(400),
              "d" + (same.size() + different.size()),
              "decided");
      (same.size() < 25 ? same : different).add(pair);
      if (new Constraints(same, different).contradiction().isPresent()) {
        different.remove(pair);
      }
    }
    // Those that the rules would join are the ones that a decision has to keep apart.
    for (ConsolidatedEvent event : new Consolidator().consolidate(accounts)) {
      List<Account> joined = event.accounts();
      if (joined.size() > 2 && different.size() < 120) {
        Constraints.Pair pair =
            new Constraints.Pair(joined.get(0).id(), joined.get(2).id(), "x", "decided");
        different.add(pair);
        if (new Constraints(same, different).contradiction().isPresent()) {
          different.remove(pair);
        }
      }
    }
    Constraints constraints = new Constraints(same, different);
    List<ConsolidatedEvent> expected = new Consolidator().consolidate(accounts, constraints);
    Map<String, ConsolidatedEvent> byAccount = new HashMap<>();
    expected.forEach(e -> e.accounts().forEach(a -> byAccount.put(a.id(), e)));
    assertThat(byAccount).hasSize(400);
    for (Constraints.Pair pair : same) {
      assertThat(byAccount.get(pair.one())).isEqualTo(byAccount.get(pair.other()));
      assertThat(byAccount.get(pair.one()).decisions()).contains(pair.decision());
    }
    for (Constraints.Pair pair : different) {
      assertThat(byAccount.get(pair.one())).isNotEqualTo(byAccount.get(pair.other()));
    }
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(accounts, new Random(seed));
      assertThat(new Consolidator().consolidate(accounts, constraints)).isEqualTo(expected);
    }
  }

  @Test
  void aThirdAccountDoesNotJoinTwoThatAreSaidToDiffer() {
    String held = "meeting held ann+bob oslo 2024-05-02 2024-05-03";
    List<Account> accounts =
        List.of(account("a", "a", held), account("b", "b", held), account("c", "c", held));
    assertThat(
            new Consolidator()
                .consolidate(
                    accounts,
                    new Constraints(
                        List.of(), List.of(new Constraints.Pair("a", "c", "d", "decided")))))
        .extracting(e -> e.accounts().stream().map(Account::id).toList())
        .containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Test
  void theReasonNamesTheTopics() {
    String day = "meeting held ann+bob oslo 2024-05-02 2024-05-03 #the future of Kashmir";
    assertThat(only(day, day + "; Fish quotas").joins())
        .extracting(ConsolidatedEvent.Join::reason)
        .containsExactly(
            "same participants, same dates, same place, same topic (the future of Kashmir)");
    assertThat(only(day, "meeting held ann+bob oslo 2024-05-02 2024-05-03 #fish").joins())
        .extracting(ConsolidatedEvent.Join::reason)
        .containsExactly(
            "same participants, same dates, same place, another topic told (fish beside the future"
                + " of Kashmir)");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.entente.consolidate.TopicWords#rows")
  void commonWordsTellNoEventFromAnother(String word, String example, String counterexample) {
    TopicWords words = new TopicWords();
    assertThat(words.of(List.of(word))).isEmpty();
    assertThat(words.of(List.of(example))).isEmpty();
    assertThat(words.of(List.of(counterexample))).isNotEmpty();
  }

  @Test
  void newerReportsDecideTheStatus() {
    String plan = "meeting planned ann+bob oslo 2024-05-02 2024-04-20";
    String held = "meeting held ann+bob oslo 2024-05-02 2024-05-03";
    String off = "meeting cancelled ann+bob oslo 2024-05-02 2024-04-28";
    String again = "meeting planned ann+bob oslo 2024-05-02 2024-04-30";
    assertThat(only(plan, held).status()).isEqualTo(Status.HELD);
    assertThat(only(plan, off).status()).isEqualTo(Status.CANCELLED);
    assertThat(only(plan, off, again).status()).isEqualTo(Status.PLANNED);
    assertThat(only(plan, off, held).status()).isEqualTo(Status.HELD);
    assertThat(only(plan, "meeting proposed ann+bob oslo 2024-05-02 2024-04-29").status())
        .isEqualTo(Status.PLANNED);
  }

  @Test
  void whoWasOnlyExpectedIsNoParticipantOfWhatTookPlace() {
    ConsolidatedEvent event =
        only(
            "meeting planned ann+bob+cy oslo 2024-05-02 2024-04-20",
            "meeting held ann+bob oslo 2024-05-02 2024-05-03");
    assertThat(event.parties()).extracting(Account.Party::agent).containsExactly("ann", "bob");
  }

  @Test
  void differingAccountsAreResolvedByRule() {
    ConsolidatedEvent event =
        only(
            "meeting held ann+bob oslo<norway 2024-05-02 2024-05-03",
            "summit held ann+bob norway 2024-04-29..2024-05-05 2024-05-03",
            "summit held ann+bob - - 2024-05-04");
    assertThat(event.kind()).isEqualTo(Kind.SUMMIT);
    assertThat(event.place()).contains("oslo");
    assertThat(event.places()).containsExactly("oslo", "norway");
    assertThat(event.date()).contains(DateBounds.day(LocalDate.parse("2024-05-02")));
    assertThat(event.confidence()).isBetween(0.99, 0.9999);
  }

  @Test
  void theNameStaysWhenLaterNewsComes() {
    String early = "meeting held ann+bob oslo 2024-05-02 2024-05-03";
    String late = "meeting held ann+bob oslo 2024-05-02 2024-05-09";
    assertThat(only(early).anchor()).isEqualTo(only(early, late).anchor());
  }

  @Test
  void meetingsOnTheSidelinesArePartsOfTheGathering() {
    List<ConsolidatedEvent> events =
        new Consolidator()
            .consolidate(
                List.of(
                    account(
                        "a",
                        "a",
                        "summit held ann/n+bob/s+cy/w+dee/e+eve/x oslo 2024-05-01..2024-05-03 2024-05-04"),
                    account("b", "b", "meeting held ann/n+bob/s oslo 2024-05-02 2024-05-03"),
                    account("c", "c", "meeting held ann/n+bob/s oslo 2024-05-06 2024-05-07")));
    assertThat(events).hasSize(3);
    assertThat(events.get(0).partOf()).isEmpty();
    assertThat(events.get(1).partOf()).contains("a");
    assertThat(events.get(2).partOf()).isEmpty();
  }

  private static ConsolidatedEvent only(String... accounts) {
    List<Account> parsed = new ArrayList<>();
    for (String text : accounts) {
      String id = "r" + parsed.size();
      parsed.add(account(id, id, text));
    }
    List<ConsolidatedEvent> events = new Consolidator().consolidate(parsed);
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  /** Accounts of few people and places, so that many of them compete for one event. */
  @Test
  void documentsOfOneOutletAndCopiesAreOneSource() {
    String held = "meeting held ann+bob oslo 2024-05-02 2024-05-03 ";
    ConsolidatedEvent apart = only(held + "Post", held + "Times", held);
    assertThat(apart.sources()).isEqualTo(3);
    assertThat(apart.confidence()).isCloseTo(1 - 0.2 * 0.2 * 0.2, within(1e-9));
    ConsolidatedEvent same = only(held + "Post", held + "post", held);
    assertThat(same.sources()).isEqualTo(2);
    assertThat(same.confidence()).isCloseTo(1 - 0.2 * 0.2, within(1e-9));
    String wire =
        "The ministers of both states sat together for an hour in the old town hall of Oslo and"
            + " spoke about fish, quotas and the border.";
    ConsolidatedEvent copied =
        only(
            held + "Post @" + wire, held + "Times @" + wire, held + "Herald @" + wire.substring(9));
    assertThat(copied.sources()).isEqualTo(1);
    assertThat(copied.confidence()).isCloseTo(0.8, within(1e-9));
  }

  private static List<Account> synthetic(int count, Random random) {
    List<String> people = List.of("ann", "bob", "cy", "dee", "eve");
    List<String> places = List.of("-", "-", "oslo<norway", "norway", "rome<italy", "italy");
    List<String> topics =
        List.of("", "", "#Kashmir", "#water rights; Kashmir", "#rights of fishermen", "#lunch");
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> who = new ArrayList<>(people);
      Collections.shuffle(who, random);
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(90));
      String date =
          switch (random.nextInt(4)) {
            case 0 -> "-";
            case 1 -> day.minusDays(3) + ".." + day.plusDays(3);
            default -> day.toString();
          };
      String text =
          String.join(
              " ",
              Kind.values()[random.nextInt(3) == 0 ? random.nextInt(Kind.values().length) : 0]
                  .name(),
              Status.values()[random.nextInt(3) == 0 ? random.nextInt(5) : 0].name(),
              String.join("+", who.subList(0, 1 + random.nextInt(3))),
              places.get(random.nextInt(places.size())),
              date,
              random.nextInt(8) == 0 ? "-" : day.plusDays(random.nextInt(4)).toString(),
              topics.get(random.nextInt(topics.size())));
      accounts.add(account("r" + i, "d" + i / 2, text));
    }
    return accounts;
  }

  private static Account account(String id, String document, String text) {
    String[] told = text.split(" #");
    String[] parts = told[0].split(" @");
    String[] fields = parts[0].split("\\s+");
    List<Account.Party> parties = new ArrayList<>();
    for (String party : fields[2].split("\\+")) {
      String[] sides = party.split("/");
      parties.add(
          new Account.Party(
              sides[0], EntityType.PERSON, Role.PARTICIPANT, "", sides.length > 1 ? sides[1] : ""));
    }
    List<Account.Venue> venues = new ArrayList<>();
    if (!fields[3].equals("-")) {
      String[] chain = fields[3].split("<");
      for (int i = 0; i < chain.length; i++) {
        venues.add(
            new Account.Venue(chain[i], i + 1 < chain.length ? List.of(chain[i + 1]) : List.of()));
      }
    }
    Optional<DateBounds> date = Optional.empty();
    if (!fields[4].equals("-")) {
      String[] bounds = fields[4].split("\\.\\.");
      date =
          Optional.of(
              new DateBounds(
                  LocalDate.parse(bounds[0]), LocalDate.parse(bounds[bounds.length - 1])));
    }
    return new Account(
        id,
        document,
        Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)),
        Status.valueOf(fields[1].toUpperCase(Locale.ROOT)),
        parties,
        List.of(),
        venues,
        date,
        fields[5].equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(fields[5])),
        Optional.of(Duration.ofHours(1)),
        told.length > 1 ? List.of(told[1].strip().split("\\s*;\\s*")) : List.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        0.8,
        fields.length > 6 ? fields[6] : "",
        parts.length > 1 ? Optional.of(Fingerprint.of(parts[1])) : Optional.empty(),
        Optional.empty());
  }
}
