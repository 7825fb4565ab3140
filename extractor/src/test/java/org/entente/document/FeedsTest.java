package org.entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads saved feeds, sound and not. */
class FeedsTest {
  private static final String RSS =
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>Example Wire</title><link>https://example.org/</link>
        <item><title>Talks in Oslo</title><link>https://example.org/1</link><guid isPermaLink="false">w-1</guid>
          <pubDate>Wed, 6 May 2020 07:08:09 GMT</pubDate><description>Short.</description>
          <content:encoded><![CDATA[<p>Oro Vale met Ina Brook in Oslo.</p><p>They had lunch.</p>]]></content:encoded></item>
        <item><title>A call</title><link>https://example.org/2</link>
          <description>Ina Brook telephoned Oro Vale &amp; thanked her.</description></item>
        <item><title>Nothing</title><link>https://example.org/3</link></item>
      </channel></rss>
      """;

  private static final String ATOM =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Example Herald</title>
        <entry><id>tag:example.org,2021:9</id><title>Visit</title><updated>2021-03-04T05:06:07Z</updated>
          <published>2021-03-03T23:00:00+02:00</published>
          <link rel="self" href="https://example.org/feed"/><link href="https://example.org/9"/>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Oro Vale visited Ina Brook.</p></div></content>
        </entry>
      </feed>
      """;

  @TempDir Path directory;

  private final Collected collected = new Collected();
  private final List<Document> documents = collected.documents;
  private final List<Problem> problems = collected.problems;

  @ParameterizedTest
  @ValueSource(strings = {"feed.rss", "feed.xml", "feed"})
  void readsItems(String name) throws IOException {
    read(name, RSS);
    assertThat(documents).extracting(Document::id).containsExactly("w-1", "https://example.org/2");
    Document first = documents.get(0);
    assertThat(first.text()).contains("Oro Vale met Ina Brook in Oslo.", "They had lunch.");
    assertThat(first.text()).doesNotContain("<p>", "Short.");
    assertThat(first.published()).contains(LocalDate.of(2020, 5, 6));
    assertThat(first.title()).isEqualTo("Talks in Oslo");
    assertThat(first.url()).isEqualTo("https://example.org/1");
    assertThat(first.publisher()).isEqualTo("Example Wire");
    assertThat(documents.get(1).text()).contains("telephoned Oro Vale & thanked");
    assertThat(problems).extracting(Problem::origin).anyMatch(o -> o.endsWith(", item 3"));
  }

  @Test
  void readsAtom() throws IOException {
    read("feed.atom", ATOM);
    Document only = documents.get(0);
    assertThat(documents).hasSize(1);
    assertThat(only.id()).isEqualTo("tag:example.org,2021:9");
    assertThat(only.url()).isEqualTo("https://example.org/9");
    assertThat(only.published()).contains(LocalDate.of(2021, 3, 3));
    assertThat(only.text()).isEqualTo("Oro Vale visited Ina Brook.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<sitemap><url/></sitemap>|no news feed",
        "<rss><channel><title>x</title></channel></rss>|without items",
        "<rss><channel><item><title>cut|well-formed",
        "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><rss><channel><item><description>&a;"
            + "</description></item></channel></rss>|"
      })
  void tellsWhatIsWrong(String content, String message) throws IOException {
    read("feed.xml", content);
    assertThat(documents).isEmpty();
    assertThat(problems).isNotEmpty();
    assertThat(problems).allMatch(p -> p.message().contains(message == null ? "" : message));
  }

  @Test
  void damagedBytesNeverEndTheReading() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = (round % 2 == 0 ? RSS : ATOM).getBytes(StandardCharsets.UTF_8);
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      read("feed.xml", bytes);
      assertThat(documents.size() + problems.size()).as("round %d", round).isPositive();
    }
  }

  private void read(String name, String content) throws IOException {
    read(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private void read(String name, byte[] content) throws IOException {
    documents.clear();
    problems.clear();
    new DocumentReader(ReaderSettings.defaults())
        .read(List.of(Files.write(directory.resolve(name), content)), Optional.empty(), collected);
  }
}
