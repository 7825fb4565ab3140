package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the graph calls things is shown on the pages and never run, whatever markup is in it. */
class MarkupInNamesTest {
  private static final String MARKUP = "<img src=x onerror='window.ran=1'><script>ran=2</script>";
  private static final String GRAPH =
      """
      PREFIX dip: <https://w3id.org/entente/diplomacy#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX void: <http://rdfs.org/ns/void#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://w3id.org/entente/id/>
      <graph/events> {
        <dataset> a void:Dataset ; void:uriSpace "https://w3id.org/entente/id/" ; dcterms:title "M" ;
          dcterms:description "M" .
        <person/one> a dip:Person ; rdfs:label "Zara M" ; skos:altLabel "M" ; dcterms:description "M" ;
          dip:met <person/two> .
        <person/two> a dip:Person ; rdfs:label "Zed M" ; dip:met <person/one> .
        <place/there> a dip:Place ; rdfs:label "Zone M" ; geo:hasGeometry <place/there/geometry> .
        <place/there/geometry> geo:asWKT "POINT(7 46)"^^geo:wktLiteral .
        <event/first> a dip:Event , dip:Meeting ; rdfs:label "Zeal M" ; dip:status dip:Held ;
          dip:participant <person/one> , <person/two> ; dip:place <place/there> ; dip:topic "M" ;
          dip:earliestDate "2020-01-02"^^xsd:date ; dip:latestDate "2020-01-02"^^xsd:date ;
          dip:sourceCount 1 ; dip:reportCount 1 ; dip:report <document/d/report/1> ;
          dip:participation <event/first/participation/1> .
        <event/first/participation/1> dip:agent <person/one> ; dip:role dip:HostRole ; dip:office "M" .
        <document/d> a dip:Document ; dcterms:identifier "M" ; dcterms:title "M" ;
          dcterms:publisher "M" ; dcterms:source "javascript:window.ran=3" ; nif:isString "M Z. M" .
        <document/d/report/1> dip:document <document/d> ; dip:reportsEvent <event/first> ;
          dip:reportsKind dip:Meeting ; dip:reportsStatus dip:Held ; dip:derivation "M" ;
          dip:reportsPlace <place/there> ; dip:evidence <document/d/mention/0-1> .
        <document/d/mention/0-1> nif:beginIndex 0 ; nif:endIndex 1 ; nif:anchorOf "M" .
      }
      """
          .replaceAll("\\bM(?=[ \"])", java.util.regex.Matcher.quoteReplacement(MARKUP));

  @TempDir static Path directory;
  private static EntenteServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Browser.isThere(), "skipped: no /usr/bin/chromium (apt-get install chromium-driver)");
    SmallStore.write(directory.resolve("store"), GRAPH);
    server = EntenteServer.start(directory.resolve("store"), 0);
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
  @ValueSource(
      strings = {
        "",
        "#/person/one",
        "#/place/there",
        "#/event/first",
        "#/document/d",
        "#/network",
        "sparql.html#query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D",
        "#/iri/javascript%3Awindow.ran%3D4",
        "#/<img src=x onerror='window.ran=5'>"
      })
  void markupIsShownAndNotRun(String address) {
    browser.open(address);
    assertUntouched();
    if (!address.contains("ran=5") && !address.contains("javascript")) {
      assertThat(browser.<String>run("return document.body.innerText"))
          .contains("<script>ran=2</script>");
    }
  }

  @Test
  void markupIsShownInTheSearchAndNotRun() {
    browser.open("");
    browser.find("#search").sendKeys("zara");
    assertThat(browser.find("#search-list .name").getText()).isEqualTo("Zara " + MARKUP);
    assertUntouched();
  }

  private static void assertUntouched() {
    assertThat(browser.<Object>run("return window.ran")).isNull();
    assertThat(browser.all("main img, main script, header img, a[href^=javascript]")).isEmpty();
  }
}
