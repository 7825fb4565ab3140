package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.build.BuildJob;
import org.entente.build.BuildSettings;
import org.entente.build.Pipeline;
import org.entente.build.Silent;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * Walks through the explorer and the editor as a researcher does, in Chromium, over the sample
 * corpus or, with {@code -Dentente.explorer.store=DIR}, over a store of any size. Without Chromium
 * on the machine these tests are skipped; {@code .ci/run} installs it.
 */
class ExplorerTest {
  private static final Optional<Path> STORE =
      Optional.ofNullable(System.getProperty("entente.explorer.store")).map(Path::of);
  private static final int PAGE_WEIGHT = 1_500_000;

  @TempDir static Path directory;
  private static EntenteServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Browser.isThere(), "skipped: no /usr/bin/chromium (apt-get install chromium-driver)");
    Path store = STORE.orElse(directory.resolve("store"));
    if (STORE.isEmpty()) {
      Pipeline pipeline = Pipeline.load();
      try (GraphStore graph = GraphStore.open(store, pipeline.storeSettings(Optional.empty()))) {
        new BuildJob(graph, pipeline, BuildSettings.defaults(), Silent.LISTENER)
            .run(
                List.of(Path.of("src/main/resources/org/entente/sample/corpus")), Optional.empty());
      }
    }
    server = EntenteServer.start(store, 0);
    Path downloads = Files.createDirectories(directory.resolve("downloads"));
    browser = Browser.start(server.uri(), downloads);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void nothingIsWrongAndNothingLeavesTheMachine() {
    // A server that takes no documents has nothing at that address, which the page asks for.
    assertThat(browser.complaints()).allMatch(message -> message.contains("/documents - "));
    assertThat(browser.strangers()).isEmpty();
    browser.prefer("light");
    browser.resize(1280, 900);
  }

  @Test
  void leadsFromSearchToEvidenceToQueryToDownload() throws IOException {
    browser.open("");
    String person = browser.find("[data-query=top-people] .ranking a").getText();

    // Search: by keys alone, the family name is enough.
    browser.press("/");
    browser.press(person.substring(person.lastIndexOf(' ') + 1));
    browser.find("#search-list [role=option] .name");
    assertThat(browser.find("#search").getAttribute("aria-expanded")).isEqualTo("true");
    int at = names().indexOf(person);
    assertThat(at).as(names().toString()).isNotNegative();
    for (int i = 0; i <= at; i++) {
      browser.press(Keys.ARROW_DOWN);
    }
    String active = browser.find("#search").getAttribute("aria-activedescendant");
    assertThat(browser.find("#" + active + " .name").getText()).isEqualTo(person);
    browser.press(Keys.ENTER);

    // A person: whom they met, on a timeline, a map and in a network.
    browser.await(d -> d.getTitle().startsWith(person));
    browser.settle();
    assertThat(browser.find("h1").getText()).isEqualTo(person);
    assertThat(browser.all("[data-query=counterparts] tbody tr")).isNotEmpty();
    assertThat(browser.all(".chart canvas")).hasSizeGreaterThanOrEqualTo(2);

    // An event, and the sentence of a source that says so, as it stands in the document.
    browser.find("[data-query=agent-events] td.main a").click();
    browser.find("[data-query=event-parties] .side");
    browser.settle();
    assertThat(browser.all("[data-query=event-parties] .name"))
        .extracting(WebElement::getText)
        .contains(person);
    String sentence = browser.find("[data-query=event-reports] article mark").getText();
    String passage = browser.find("[data-query=event-reports] article blockquote").getText();
    assertThat(passage).contains(sentence);
    String event = browser.address();
    browser.find("[data-query=event-reports] article h3 a").click();
    browser.find("[data-query=document-reports] mark");
    browser.settle();
    assertThat(browser.all("mark"))
        .extracting(mark -> mark.getText().replaceAll("\\s+", " "))
        .anyMatch(marked -> marked.contains(sentence));
    browser.back();
    assertThat(browser.address()).isEqualTo(event);

    // The query that this was, in the editor, and its rows as a file.
    browser.find("[data-query=event-reports] article");
    WebElement panel =
        browser.all("[data-query=event-reports]").stream()
            .filter(p -> p.getText().startsWith("What each source says"))
            .findFirst()
            .orElseThrow();
    panel.findElements(org.openqa.selenium.By.cssSelector(".tool")).get(0).click();
    browser.find(".result-table tbody tr");
    assertThat(browser.find(".CodeMirror").getText()).contains("dip:evidence");
    browser.find("[aria-label='Download CSV']").click();
    assertThat(browser.downloaded("result.csv").lines().findFirst().orElseThrow())
        .contains("sentence");
    browser.run("document.querySelector('.CodeMirror').CodeMirror.focus()");
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    browser.settle();
    browser.find(".result-table tbody tr");
  }

  private static List<String> names() {
    return browser.all("#search-list .name").stream().map(WebElement::getText).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'', light",
    "'', dark",
    "#/person/vladimir-putin-Q7747, light",
    "#/person/vladimir-putin-Q7747, dark",
    "#/polity/russia-Q159, light",
    "#/place/geneva-Q71, light",
    "#/place/geneva-Q71, dark",
    "#/event/7697d4eb59b42285, light",
    "#/event/7697d4eb59b42285, dark",
    "#/document/alaska-wire, light",
    "#/document/alaska-wire, dark",
    "'#/network?from=2018&kind=Meeting&kind=Call&status=Held&sources=1&parties=all', light",
    "#/network, dark",
    "#/add, light",
    "#/add, dark",
    "sparql.html, light",
    "sparql.html, dark"
  })
  void hasNoBarriersAndFitsAPhone(String address, String theme) {
    assumeTrue(STORE.isEmpty(), "these addresses are the sample's");
    browser.prefer(theme);
    browser.open(address);
    assertThat(browser.find("html").getAttribute("data-theme")).isEqualTo(theme);
    assertThat(browser.all(".failure")).isEmpty();
    assertThat(browser.barriers()).isEmpty();
    browser.resize(390, 844);
    // Charts take the new width when the browser has laid the page out anew.
    boolean fits =
        browser.await(d -> browser.<Long>run("return document.documentElement.scrollWidth") <= 390);
    assertThat(fits).isTrue();
  }

  @Test
  void hasNoBarriersWhereMostIsToBeShown() {
    browser.open("");
    String person = browser.find("[data-query=top-people] .ranking a").getAttribute("href");
    List<String> pages = new ArrayList<>(List.of(person, server.uri() + "#/network"));
    browser.open(person.substring(server.uri().toString().length()));
    for (String kind : List.of("place", "event", "polity")) {
      browser.all("main a[href*='#/" + kind + "/']").stream()
          .findFirst()
          .ifPresent(link -> pages.add(link.getAttribute("href")));
    }
    assertThat(pages).hasSizeGreaterThan(3);
    for (String page : pages) {
      browser.open(page.substring(server.uri().toString().length()));
      browser.find("h1");
      assertThat(browser.all(".failure")).as(page).isEmpty();
      assertThat(browser.barriers()).as(page).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"venues", "network-edges", "meetings-of-person"})
  void drawsAnswersAndFillsInWhatAQuestionLeavesOpen(String example) {
    browser.open("sparql.html");
    browser.find("#example option[value=" + example + "]").click();
    if (example.equals("meetings-of-person")) {
      browser.open("");
      String person = browser.find("[data-query=top-people] .ranking a").getText();
      browser.open("sparql.html");
      browser.find("#example option[value=" + example + "]").click();
      browser.find("#parameter-person").clear();
      browser.find("#parameter-person").sendKeys(person, Keys.ENTER);
    } else {
      browser.find(".run-row .button").click();
    }
    browser.find(".result-table tbody tr");
    List<String> views =
        browser.all("[role=tab]").stream().map(WebElement::getText).collect(Collectors.toList());
    assertThat(views).startsWith("Table").hasSizeGreaterThan(1);
    for (WebElement tab : browser.all("[role=tab]").subList(1, views.size())) {
      tab.click();
      browser.find("#result-view .chart canvas");
    }
  }

  @Test
  void completesTermsOfTheOntologyAndDeclaresTheirPrefix() {
    browser.open("sparql.html");
    browser.find("#example option[value=venues]");
    browser.run(
        "const e = document.querySelector('.CodeMirror').CodeMirror;"
            + " e.setValue('SELECT * { ?e a '); e.focus(); e.setCursor(0, 99)");
    browser.press("Summ");
    browser.await(
        d -> {
          browser.press(Keys.chord(Keys.CONTROL, Keys.SPACE));
          return !browser.all(".CodeMirror-hint").isEmpty();
        });
    assertThat(browser.find(".CodeMirror-hint").getText()).contains("dip:Summit");
    browser.press(Keys.ENTER);
    String query =
        browser.run("return document.querySelector('.CodeMirror').CodeMirror.getValue()");
    assertThat(query)
        .startsWith("PREFIX dip: <https://w3id.org/entente/diplomacy#>")
        .contains("?e a dip:Summit");
  }

  @Test
  void saysWhereAQueryIsWrong() {
    browser.open("sparql.html#query=SELECT%20*%20%7B%0A%3Fs%20%3Fp%20%7D");
    assertThat(browser.find("[role=alert]").getText()).contains("line 2");
    assertThat(browser.all(".wrong-line")).hasSize(1);
    assertThat(browser.complaints()).allMatch(message -> message.contains("400"));
  }

  @Test
  void isLight() {
    browser.open("");
    long bytes =
        browser.run(
            "return performance.getEntriesByType('resource')"
                + ".concat(performance.getEntriesByType('navigation'))"
                + ".reduce((sum, e) => sum + e.encodedBodySize, 0)");
    assertThat(bytes).isBetween(100_000L, (long) PAGE_WEIGHT);
  }
}
