package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.build.Pipeline;
import org.entente.endpoint.documents.DocumentsServlet;
import org.entente.endpoint.documents.Password;
import org.entente.rdf.EntityFacts;
import org.entente.store.StagedStore;
import org.entente.store.StoreSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/** Adds a text on the page, in Chromium, and finds its event in the graph that is served. */
class AddTextsPageTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String SENTENCE =
      "Russian Foreign Minister Sergey Lavrov met his Chinese counterpart Wang Yi in Moscow on"
          + " Tuesday.";

  @TempDir static Path directory;
  private static EntenteServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Browser.isThere(), "skipped: no /usr/bin/chromium (apt-get install chromium-driver)");
    Path store = directory.resolve("store");
    try (StagedStore staged =
        StagedStore.open(store, StoreSettings.of(EntityFacts.none(), "test"))) {
      staged.store().rebuildDerived(Map.of());
      staged.publish();
    }
    server =
        EntenteServer.start(
            EntenteServer.Settings.of(store, 0)
                .withAdding(
                    new DocumentsServlet.Adding(
                        Password.of(PASSWORD), true, () -> Pipeline.load())));
    browser = Browser.start(server.uri(), directory);
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

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void hasNoBarriers(String theme) {
    browser.prefer(theme);
    browser.open("#/add");
    for (String way : List.of("text", "files", "addresses")) {
      browser.find("input[name=way][value=" + way + "]").click();
      browser.find("form textarea, form input[type=file]");
      assertThat(browser.barriers()).as(way).isEmpty();
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void addsATextAndLeadsToItsEvent() {
    browser.open("#/add");
    browser.find("#title").sendKeys("Lavrov receives Wang");
    browser.run("document.getElementById('published').value = '2024-05-02'");
    browser.find("#text").sendKeys(SENTENCE);
    browser.find("#password").sendKeys("another");
    browser.find("form [type=submit]").click();
    assertThat(browser.find("[role=alert]").getText()).contains("not the password");
    assertThat(browser.complaints()).allMatch(message -> message.contains("401"));

    browser.find("#password").clear();
    browser.find("#password").sendKeys(PASSWORD);
    browser.find("form [type=submit]").click();
    WebElement document = browser.find("article.report a.chip");
    assertThat(browser.find("article.report").getText()).contains("1 text added", "1 report read");
    document.click();
    browser.await(d -> d.getTitle().startsWith("Lavrov receives Wang"));
    assertThat(browser.find("mark").getText()).isEqualTo(SENTENCE);
    assertThat(browser.find("[data-query=document-reports] .events a").getText())
        .contains("Lavrov", "Wang Yi", "Moscow");
    assertThat(browser.strangers()).isEmpty();
  }
}
