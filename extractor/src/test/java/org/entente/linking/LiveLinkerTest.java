package org.entente.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.entity.DocumentNames;
import org.entente.analysis.entity.LinkContext;
import org.entente.analysis.entity.Teams;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.web.LocalServer;
import org.entente.web.LocalServer.Failure;
import org.entente.web.WebClient;
import org.entente.wikidata.WikidataClient;
import org.entente.wikidata.WikidataReplay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links against servers on this machine that answer, and fail, as the real ones do. */
class LiveLinkerTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
  private static final LinkContext IN_2021 = context(2021, "EE");

  private static Gazetteer gazetteer;

  @TempDir Path folder;
  private final List<String> messages = new ArrayList<>();
  private LocalServer server = new LocalServer(new WikidataReplay());

  @BeforeAll
  static void load() {
    gazetteer = Gazetteer.load();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static LinkContext context(int year, String... polities) {
    return new LinkContext(
        Optional.of(LocalDate.of(year, 3, 2)), Set.of(polities), new DocumentNames(), Teams.NONE);
  }

  private static Entity entity(int id, EntityType type, String name, String office, String side) {
    return new Entity(id, type, name, List.of(), office, side, Optional.empty(), true);
  }

  private static Entity minister() {
    return entity(0, EntityType.PERSON, "Edi Karu", "foreign minister", "Estonia");
  }

  private LiveLinker wikidata(LocalDate today) throws IOException {
    return linker(
        new WikidataService(
            server.address(), new WikidataClient(server.address(), LocalServer.QUICK)),
        today);
  }

  private LiveLinker impatient(Duration patience) throws IOException {
    return linker(
        new WikidataService(
            server.address(), new WikidataClient(server.address(), LocalServer.settings(patience))),
        TODAY);
  }

  private LiveLinker reconciliation() throws IOException {
    return linker(
        new ReconciliationService(server.address(), new WebClient(LocalServer.QUICK)), TODAY);
  }

  private LiveLinker linker(LinkingService service, LocalDate today) throws IOException {
    return new LiveLinker(
        service, AnswerCache.open(folder.resolve("links.jsonl"), today), gazetteer, messages::add);
  }

  private static Optional<String> first(LiveLinker linker, Entity entity, LinkContext context) {
    return Optional.ofNullable(linker.link(List.of(entity), context).get(entity.id()))
        .map(Link::qid);
  }

  @ParameterizedTest
  @CsvSource({
    // country and office together tell the minister from the footballer
    "PERSON, Edi Karu, foreign minister, Estonia, 2021, EE, Q900000001",
    "PERSON, Eduard Karu, foreign minister, Estonia, 2021, EE, Q900000001",
    // before the term there is no clear margin between the two
    "PERSON, Edi Karu, foreign minister, Estonia, 2012, EE, ''",
    "PERSON, Edi Karu, '', Estonia, 2021, EE, ''",
    // another country contradicts
    "PERSON, Edi Karu, foreign minister, Norway, 2021, 'EE,NO', ''",
    // one of that name is of the country
    "PERSON, Mira Solvang, '', Norway, 2021, NO, Q900000003",
    "PERSON, Mira Solvang, '', '', 2021, NO, ''",
    // who died in 1941 met nobody in 2021, and a deprecated statement counts for nothing
    "PERSON, Arvo Tamsalu, '', Estonia, 2021, EE, Q900000009",
    "PERSON, Arvo Tamsalu, '', Estonia, 1938, EE, Q900000008",
    // two of one name and country stay apart
    "PERSON, Liis Randmaa, '', Estonia, 2021, EE, ''",
    // a bare surname is never asked for
    "PERSON, Solvang, '', Norway, 2021, NO, ''",
    // a body and a hotel by their class and country
    "ORGANIZATION, Vellsund Forum, '', '', 2021, EE, Q900000005",
    "ORGANIZATION, Vellsund Forum, '', '', 1990, EE, ''",
    "ORGANIZATION, Vellsund Forum, '', '', 2021, NO, ''",
    "PLACE, Hotel Vellsund, '', '', 2021, EE, Q900000006",
    "ORGANIZATION, Hotel Vellsund, '', '', 2021, EE, ''",
    "PERSON, Nobody Atall, minister, Estonia, 2021, EE, ''",
  })
  void wikidataLinksWhereASecondFieldAgrees(
      EntityType type,
      String name,
      String office,
      String side,
      int year,
      String polities,
      String expected)
      throws IOException {
    assertThat(
            first(
                    wikidata(TODAY),
                    entity(0, type, name, office, side),
                    context(year, polities.split(",")))
                .orElse(""))
        .isEqualTo(expected);
    assertThat(messages).isEmpty();
  }

  @Test
  void reconciliationLinksWhereASecondFieldAgrees() throws IOException {
    server.close();
    server = new LocalServer(new ReconciliationReplay());
    LiveLinker linker = reconciliation();
    Map<Integer, Link> links =
        linker.link(
            List.of(
                entity(0, EntityType.PERSON, "Mira Solvang", "", "Norway"),
                entity(1, EntityType.PERSON, "Edi Karu", "diplomat", "Estonia"),
                entity(2, EntityType.PERSON, "Liis Randmaa", "", "Estonia"),
                entity(3, EntityType.PLACE, "Hotel Vellsund", "", "Estonia"),
                entity(4, EntityType.PERSON, "Nobody Atall", "", "Estonia")),
            IN_2021);
    assertThat(links.keySet()).containsExactlyInAnyOrder(0, 1);
    assertThat(links.get(0).qid()).isEqualTo("Q900000003");
    assertThat(links.get(1).qid()).isEqualTo("Q900000001");
    assertThat(links.get(1).confidence()).isGreaterThan(links.get(0).confidence());
    // a manifest, and five questions in batches of three
    assertThat(server.requests()).hasSize(3);
    assertThat(messages).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"versions\": [\"0.2\"], \"name\": \"Books\", \"identifierSpace\": \"http://b.example/\"}",
        "{\"hello\": \"world\"}"
      })
  void aServiceOfOtherIdentifiersIsNotUsed(String manifest) throws IOException {
    server.fail(Failure.body(manifest));
    LiveLinker linker = reconciliation();
    assertThat(linker.link(List.of(minister()), IN_2021)).isEmpty();
    assertThat(linker.link(List.of(minister()), IN_2021)).isEmpty();
    assertThat(server.requests()).hasSize(1);
    assertThat(messages).hasSize(2);
    assertThat(linker.summary()).isEqualTo(new LiveLinker.Summary(2, 0, 2));
  }

  @Test
  void namesTheProgramAndAsksInBatches() throws IOException {
    wikidata(TODAY)
        .link(
            List.of(minister(), entity(1, EntityType.PERSON, "Mira Solvang", "", "Norway")),
            IN_2021);
    assertThat(server.agents()).containsOnly(LocalServer.QUICK.userAgent());
    // a search each, one look at all that was found, one at the names of classes and offices
    assertThat(server.requests().stream().map(r -> r.get("action")))
        .containsExactly("wbsearchentities", "wbsearchentities", "wbgetentities", "wbgetentities");
  }

  @Test
  void answersAreKeptOverRunsAndByAge() throws IOException {
    Entity nobody = entity(1, EntityType.PERSON, "Nobody Atall", "", "Estonia");
    wikidata(TODAY).link(List.of(minister(), nobody), IN_2021);
    int asked = server.requests().size();
    assertThat(first(wikidata(TODAY.plusDays(1)), minister(), IN_2021)).contains("Q900000001");
    wikidata(TODAY.plusDays(AnswerCache.NOTHING_DAYS - 1)).link(List.of(nobody), IN_2021);
    assertThat(server.requests()).hasSize(asked);
    wikidata(TODAY.plusDays(AnswerCache.NOTHING_DAYS)).link(List.of(minister(), nobody), IN_2021);
    assertThat(server.requests().stream().skip(asked).map(r -> r.get("search")).findFirst())
        .contains("Nobody Atall");
    asked = server.requests().size();
    wikidata(TODAY.plusDays(AnswerCache.FOUND_DAYS)).link(List.of(minister()), IN_2021);
    assertThat(server.requests()).hasSizeGreaterThan(asked);
  }

  @Test
  void anOldAnswerIsBetterThanNone() throws IOException {
    wikidata(TODAY).link(List.of(minister()), IN_2021);
    LiveLinker later = wikidata(TODAY.plusYears(1));
    server.fail(Failure.status(500), Failure.status(500), Failure.status(500));
    assertThat(first(later, minister(), IN_2021)).contains("Q900000001");
  }

  @Test
  void aCacheThatWasCutOffIsReadAsFarAsItGoes() throws IOException {
    wikidata(TODAY).link(List.of(minister()), IN_2021);
    Path file = folder.resolve("links.jsonl");
    Files.writeString(
        file,
        "{\"service\":\"x\",\"name\":\"A\",\"asked\":\"2024-0\n\u0000\u0001\n{\"service\":\"x",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    int asked = server.requests().size();
    assertThat(first(wikidata(TODAY), minister(), IN_2021)).contains("Q900000001");
    assertThat(server.requests()).hasSize(asked);
  }

  @Test
  void aCacheThatCannotBeWrittenIsTold() throws IOException {
    Files.createDirectory(folder.resolve("file"));
    Files.writeString(folder.resolve("file/x"), "");
    LiveLinker linker =
        new LiveLinker(
            new WikidataService(
                server.address(), new WikidataClient(server.address(), LocalServer.QUICK)),
            AnswerCache.open(folder.resolve("file/x/links.jsonl"), TODAY),
            gazetteer,
            messages::add);
    assertThat(first(linker, minister(), IN_2021)).contains("Q900000001");
    assertThat(messages).hasSize(1).first().asString().contains("cannot keep the answers");
  }

  @Test
  void waitsAsLongAsTheServerAsks() throws IOException {
    server.fail(Failure.later(429, "1"), Failure.later(503, "0"));
    long start = System.nanoTime();
    assertThat(first(wikidata(TODAY), minister(), IN_2021)).contains("Q900000001");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
    assertThat(messages).isEmpty();
  }

  @Test
  void aServerThatWantsHoursIsLeftAlone() throws IOException {
    server.fail(Failure.later(429, "7200"), Failure.later(429, "Wed, 01 Jan 2200 00:00:00 GMT"));
    LiveLinker linker = wikidata(TODAY);
    assertThat(linker.link(List.of(minister()), IN_2021)).isEmpty();
    assertThat(linker.link(List.of(minister()), IN_2021)).isEmpty();
    assertThat(linker.link(List.of(minister()), IN_2021)).isEmpty();
    assertThat(server.requests()).hasSize(2);
    assertThat(messages.get(0)).contains("429").contains("7200 s");
    assertThat(messages.get(messages.size() - 1)).contains("not asked any more");
  }

  @Test
  void whatPassesIsTriedAgainAndWhatDoesNotIsNot() throws IOException {
    server.fail(Failure.status(500), Failure.slow());
    assertThat(first(impatient(Duration.ofSeconds(4)), minister(), IN_2021)).contains("Q900000001");
    assertThat(messages).isEmpty();
    server.fail(Failure.status(403));
    int asked = server.requests().size();
    Entity other = entity(0, EntityType.PERSON, "Mira Solvang", "", "Norway");
    LiveLinker linker = wikidata(TODAY);
    assertThat(linker.link(List.of(other), IN_2021)).isEmpty();
    assertThat(linker.link(List.of(other), IN_2021)).isEmpty();
    assertThat(server.requests()).hasSize(asked + 1);
    assertThat(messages.get(0)).contains("403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"search\": [{\"id\": \"Q9",
        "<html><body>Please log in to this network</body></html>",
        "",
        "[]",
        "{}",
        "{\"error\": {\"code\": \"internal_api_error\", \"info\": \"caught exception\"}}"
      })
  void malformedAnswersLeaveNamesWithoutALinkAndAreNotKept(String body) throws IOException {
    Failure failure = Failure.body(body);
    server.fail(failure);
    LiveLinker linker = wikidata(TODAY);
    assertThat(linker.link(List.of(minister()), IN_2021)).isEmpty();
    assertThat(messages).isNotEmpty();
    assertThat(linker.summary().unanswered()).isEqualTo(1);
    assertThat(first(linker, minister(), IN_2021)).contains("Q900000001");
  }

  @Test
  void aServerThatIsSilentCostsBoundedTime() throws IOException {
    server.fail(
        Failure.slow(),
        Failure.slow(),
        Failure.slow(),
        Failure.slow(),
        Failure.slow(),
        Failure.slow());
    LiveLinker linker = impatient(Duration.ofMillis(100));
    long start = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      assertThat(linker.link(List.of(minister()), IN_2021)).isEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    assertThat(messages).isNotEmpty();
  }

  @Test
  void withoutANetworkNothingIsLinkedAndTheUserIsTold() throws IOException {
    String address;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = "http://127.0.0.1:" + socket.getLocalPort() + "/api";
    }
    LiveLinker linker =
        linker(new WikidataService(address, new WikidataClient(address, LocalServer.QUICK)), TODAY);
    for (int i = 0; i < 20; i++) {
      assertThat(linker.link(List.of(minister()), IN_2021)).isEmpty();
    }
    assertThat(linker.summary()).isEqualTo(new LiveLinker.Summary(20, 0, 20));
    assertThat(messages).hasSize(2);
    assertThat(messages.get(0)).contains(address);
    assertThat(messages.get(1)).contains("entente link");
  }

  @Test
  void manyThreadsAskOnceForOneName() throws Exception {
    LiveLinker linker = wikidata(TODAY);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread = new Thread(() -> linker.link(List.of(minister()), IN_2021));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(server.requests().stream().filter(r -> "Edi Karu".equals(r.get("search"))))
        .hasSize(1);
    assertThat(linker.summary().linked()).isEqualTo(8);
  }
}
