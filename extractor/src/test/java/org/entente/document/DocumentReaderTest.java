package org.entente.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.document.BlockKind.FURNITURE;
import static org.entente.document.BlockKind.HEADLINE;
import static org.entente.document.BlockKind.PARAGRAPH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each format becomes documents with their text, blocks, date and origin. */
class DocumentReaderTest {
  private static final String LONG =
      "The foreign ministers of Norway and Iceland met in Oslo on Monday and spoke for three hours"
          + " about the herring that both countries catch. Afterwards they told reporters that the"
          + " talks had been useful, that experts would meet again in April, and that nothing was"
          + " agreed until everything was agreed.";

  @TempDir Path folder;

  @Test
  void plainText() throws IOException {
    String text =
        """
        Home > World > Ministers Talk Fish

        Ministers Talk Fish

        By Ana Prim
        Published: March 5, 2024 05:26 IST

        The ministers met in Oslo on Monday.
        They agreed on little. Fish Wars Explained: What Both Sides Want (Watch Video). They will meet again.

        Ana Prim (left) and Jon Sol on the quay. (File photo)

        Also Read: How Herring Swim

        Jon Sol: We had good talks.

        Ministers Talk Fish
        Related Articles
        Herring Prices Rise Again
        What Next for the Fleet?
        """;
    Document document = Collected.ofText(folder, "fish.txt", text).document();
    assertThat(document.id()).isEqualTo("fish");
    assertThat(document.text()).isEqualTo(text);
    assertThat(document.title()).isEqualTo("Ministers Talk Fish");
    assertThat(document.published()).contains(LocalDate.of(2024, 3, 5));
    assertThat(document.origin()).endsWith("fish.txt");
    assertThat(Collected.texts(document, HEADLINE)).containsExactly("Ministers Talk Fish");
    assertThat(Collected.texts(document, PARAGRAPH))
        .containsExactly(
            "The ministers met in Oslo on Monday.",
            "They agreed on little.",
            "They will meet again.",
            "Jon Sol: We had good talks.");
    assertThat(Collected.texts(document, FURNITURE)).hasSize(10);
  }

  @Test
  void wrappedTextIsJoinedAndLinesOfTheirOwnAreNot() throws IOException {
    String wrapped =
        """
        The foreign ministers of Norway and Iceland met in Oslo on Monday
        and spoke for three hours about the herring that both of their
        countries catch. They will meet again in April.

        The talks were useful, both said, and nothing was agreed until all
        was agreed.
        """;
    Document document = Collected.ofText(folder, "wrapped.txt", wrapped).document();
    assertThat(Collected.texts(document, PARAGRAPH)).hasSize(2);
    String lines = LONG + "\n" + LONG.replace("Monday", "Tuesday") + "\nThey parted.\n";
    assertThat(Collected.texts(Collected.ofText(folder, "lines.txt", lines).document(), PARAGRAPH))
        .hasSize(3);
  }

  @Test
  void datePrefixIsCutOff() throws IOException {
    Document document =
        Collected.ofText(folder, "a.txt", " date 2024-03-05 Oslo, March 5: The ministers met.\n")
            .document();
    assertThat(Collected.texts(document, PARAGRAPH))
        .containsExactly("Oslo, March 5: The ministers met.");
    assertThat(document.published()).contains(LocalDate.of(2024, 3, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OSLO, March 5, 2024 (Agency) - The ministers met. | 2024-03-05",
        "OSLO, March 5 (Agency) - The ministers met. |",
        "OSLO, March 5 (Agency) - They met.\\n\\n(C) 2024 Example News. | 2024-03-05",
        "The ministers met on March 5, 2024. |",
        "Updated: 6 March 2024\\nPublished: 5 March 2024\\nThey met. | 2024-03-05",
        "They met.\\n\\nPosted on 3 May 1999 | 1999-05-03",
        "They met.\\n\\n1999-05-03 | 1999-05-03",
        "gov.example -- Tuesday, March 5, 2024, 5:27:04 AM Eastern Time\\nThey met. | 2024-03-05",
        "They met.\\nThe Treaty of March 5, 2024 |",
        "13/03/2024\\nThey met. | 2024-03-13",
        "05/03/2024\\nThey met. |",
        "05.03.2024\\nThey met. | 2024-03-05",
      })
  void dateInText(String text, LocalDate expected) throws IOException {
    Document document = Collected.ofText(folder, "a.txt", text.replace("\\n", "\n")).document();
    assertThat(document.published().orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2024-03-05\" | 2024-03-05",
        "\"2024-03-05T23:30:00-05:00\" | 2024-03-05",
        "\"20240305\" | 2024-03-05",
        "\"Tue, 05 Mar 2024 10:00:00 GMT\" | 2024-03-05",
        "\"March 5th, 2024\" | 2024-03-05",
        "1709596800 | 2024-03-05",
        "1709596800000 | 2024-03-05",
        "null |",
        "\"\" |",
      })
  void dateOfARecord(String value, LocalDate expected) throws IOException {
    String line = "{\"id\":\"a\",\"published\":" + value + ",\"text\":\"They met.\"}";
    Collected collected = Collected.ofText(folder, "a.jsonl", line);
    assertThat(collected.document().published().orElse(null)).isEqualTo(expected);
    assertThat(collected.problems).isEmpty();
  }

  @Test
  void jsonLines() throws IOException {
    String lines =
        """
        {"id": "n-1", "published": "2024-03-05", "title": "Fish", "url": "https://news.example/1", "source": "Example News", "text": "They met.\\n\\nThey parted.", "other": {"x": 1}}

        {"id": 7, "url": "https://news.example/2024/03/06/fish", "text": "They met again."}
        {"text": "No id here."}
        """;
    Collected collected = Collected.ofText(folder, "news.jsonl", lines);
    assertThat(collected.problems).isEmpty();
    assertThat(collected.documents).extracting(Document::id).containsExactly("n-1", "7", "news-4");
    Document first = collected.documents.get(0);
    assertThat(first.title()).isEqualTo("Fish");
    assertThat(first.url()).isEqualTo("https://news.example/1");
    assertThat(first.publisher()).isEqualTo("Example News");
    assertThat(first.origin()).endsWith("news.jsonl:1");
    assertThat(Collected.texts(first, PARAGRAPH)).containsExactly("They met.", "They parted.");
    assertThat(collected.documents.get(1).published()).contains(LocalDate.of(2024, 3, 6));
  }

  @Test
  void jsonObjectAndArray() throws IOException {
    String object = "{\n  \"id\": \"a\",\n  \"text\": \"They met.\"\n}\n";
    assertThat(Collected.ofText(folder, "a.json", object).document().id()).isEqualTo("a");
    Collected array = Collected.ofText(folder, "b.json", "[" + object + ", {\"text\":\"2.\"}, {}]");
    assertThat(array.documents).extracting(Document::id).containsExactly("a", "b-2");
    assertThat(array.problem().origin()).endsWith("b.json, element 3");
    String lines = "{\"text\":\"1.\"}\n{\"text\":\"2.\"}\n";
    assertThat(Collected.ofText(folder, "c.json", lines).documents).hasSize(2);
  }

  @Test
  void markdown() throws IOException {
    String text =
        """
        ---
        title: "Fish and ships"
        date: 2024-03-05
        url: https://news.example/1
        ---
        # Ministers talk fish #

        The ministers **met** in Oslo
        on Monday.

        ![The quay](quay.jpg)

        - [Home](/)
        - [World](/world)

        *Photo: Ana Prim*

            code

        What next
        ---------

        > They will meet again.
        """;
    Document document = Collected.ofText(folder, "a.md", text).document();
    assertThat(document.text()).isEqualTo(text);
    assertThat(document.title()).isEqualTo("Fish and ships");
    assertThat(document.url()).isEqualTo("https://news.example/1");
    assertThat(document.published()).contains(LocalDate.of(2024, 3, 5));
    assertThat(Collected.texts(document, HEADLINE))
        .containsExactly("Ministers talk fish", "What next");
    assertThat(Collected.texts(document, PARAGRAPH))
        .containsExactly("The ministers **met** in Oslo\non Monday.", "They will meet again.");
  }

  @Test
  void webPage() throws IOException {
    String page =
        """
        <!DOCTYPE html><html><head><title>Ministers talk fish | Example News</title>
        <meta property="og:title" content="Ministers talk fish">
        <meta property="og:site_name" content="Example News">
        <link rel="canonical" href="https://news.example/1">
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle",
          "datePublished":"2024-03-05T10:00:00+01:00"}]}</script>
        <style>p { color: red }</style></head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
        <article><h1>Ministers talk fish</h1><p class="byline">By Ana Prim</p>
        <figure><img src="quay.jpg"><figcaption>Ana Prim greets Jon Sol in Bergen.</figcaption></figure>
        <p>%s</p><p>They&nbsp;will <b>meet</b> again &mdash; in April, once the experts have counted
        the herring, the cod and the boats of both of the countries.</p>
        <div class="related-links"><p>Ministers of Spain met in Madrid.</p></div>
        <p>%s</p></article>
        <footer>Subscribe</footer><script>track()</script></body></html>
        """
            .formatted(LONG, LONG.replace("Monday", "Tuesday").replace("Oslo", "Tromso"));
    Document document = Collected.ofText(folder, "a.html", page).document();
    assertThat(document.title()).isEqualTo("Ministers talk fish");
    assertThat(document.publisher()).isEqualTo("Example News");
    assertThat(document.url()).isEqualTo("https://news.example/1");
    assertThat(document.published()).contains(LocalDate.of(2024, 3, 5));
    assertThat(document.text())
        .contains(LONG + "\n\nThey will meet again — in April, once")
        .doesNotContain("Subscribe", "track", "Madrid", "color");
    assertThat(Collected.texts(document, PARAGRAPH))
        .hasSize(3)
        .noneMatch(p -> p.contains("Bergen"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><p>The ministers met in Oslo.</p><p>They parted.</p></body></html>",
        "<p>The ministers met in Oslo.<p>They parted.",
        "<html><body>The ministers met in Oslo.<br><br>They parted.</body></html>",
        "<table><tr><td>The ministers met in Oslo.</td></tr><tr><td>They parted.</td></tr></table>",
      })
  void shortPage(String page) throws IOException {
    Document document = Collected.ofText(folder, "a.htm", page).document();
    assertThat(Collected.texts(document, PARAGRAPH))
        .containsExactly("The ministers met in Oslo.", "They parted.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<time datetime='2024-03-05T10:00Z'>Tuesday</time> | 2024-03-05",
        "<p>Published: 5 March 2024, 10:00 GMT</p> | 2024-03-05",
        "<p>On 5 March 2024 the sun shone.</p> |",
      })
  void dateOfAPage(String markup, LocalDate expected) throws IOException {
    String page = "<html><body><article>" + markup + "<p>They met.</p></article></body></html>";
    Document document = Collected.ofText(folder, "a.html", page).document();
    assertThat(document.published().orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":\"They met.\"} | They met.",
        "<html><body><p>They met.</p></body></html> | They met.",
        "They met. | They met.",
      })
  void standardInputIsLookedInto(String input, String text) {
    Document document = Collected.ofStandardInput(input).document();
    assertThat(document.text()).isEqualTo(text);
    assertThat(document.origin()).startsWith("standard input");
    assertThat(Collected.ofStandardInput(input).document().id()).isEqualTo(document.id());
  }

  @Test
  void foldersAreReadInTheOrderOfTheirNames() throws IOException {
    Files.createDirectories(folder.resolve("b/c"));
    for (String name : new String[] {"c.txt", "b/z.txt", "b/c/y.txt", "a.txt"}) {
      Files.writeString(folder.resolve(name), "They met in " + name + " again.");
    }
    assertThat(Collected.of(folder).documents)
        .extracting(Document::id)
        .containsExactly("a", "y", "z", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date 2024-03-05 \n\n\u00a0\nA\r\nB\r\n\r\nC (watch video). D.\u2028E\fF",
        "---\ntitle: x\n---\n\n# \n\n* a\n  * b\n\n> c\n> d\n\n1. e\n\n```\nf\n",
        "<p>a<p>b<br>c<pre>d\n\ne</pre><ul><li>f<li>g</ul><h2></h2><h2>h</h2>",
        "Related\nRelated\nRelated\n\nRelated.\n\n(c) x\n\n|\n\ud83d\ude00\n",
      })
  void blocksAreInOrderInsideTheTextAndApart(String text) throws IOException {
    for (String name : new String[] {"a.txt", "a.md", "a.html"}) {
      for (Document document : Collected.ofText(folder, name, text).documents) {
        int end = 0;
        for (Block block : document.blocks()) {
          assertThat(block.span().begin()).isGreaterThanOrEqualTo(end);
          assertThat(block.span().length()).isPositive();
          end = block.span().end();
        }
        assertThat(end).isLessThanOrEqualTo(document.text().length());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "\\u0007, ' '",
    "\\u000b, ' '",
    "\\f, ' '",
    "\\u0000, ' '",
    "\\ufffe, ' '",
    "\\ud83d, ' '",
    "\\ude00, ' '",
    "\\ud83d\\ude00, \ud83d\ude00",
    "\\u0085, \u0085",
    "\\t, '\t'",
    "\\ufffd, \ufffd"
  })
  void whatNoXmlCanHoldIsASpace(String written, String read) throws IOException {
    Document document =
        Collected.ofText(
                folder,
                "a.jsonl",
                "{\"id\": \"x%1$sy\", \"title\": \"A%1$sb\", \"text\": \"They%1$s met.\"}\n"
                    .formatted(written))
            .document();
    assertThat(document.text()).isEqualTo("They" + read + " met.");
    assertThat(document.title()).isEqualTo("A" + read + "b");
    assertThat(document.id()).isEqualTo("x" + read + "y");
  }
}
