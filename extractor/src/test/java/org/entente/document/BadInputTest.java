package org.entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with one input is told with its name, and the rest is read. */
class BadInputTest {
  private static final String STORY =
      "The ministers of Norway and Iceland met in Oslo on Monday.\n";

  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\r\n "})
  void emptyFile(String content) throws IOException {
    write("a.txt", content);
    write("b.txt", STORY);
    Collected collected = Collected.of(folder);
    assertThat(collected.document().id()).isEqualTo("b");
    assertThat(collected.problem().severity()).isEqualTo(Severity.REFUSED);
    assertThat(collected.problem().origin()).endsWith("a.txt");
    assertThat(collected.problem().message()).containsAnyOf("empty", "white space");
    assertThat(collected.problem().advice()).isNotBlank();
  }

  @Test
  void binaryFile() throws IOException {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    write("noise.txt", noise);
    write("paper.txt", "%PDF-1.7\n%\u00e2\u00e3".getBytes(StandardCharsets.ISO_8859_1));
    write("story.txt", STORY);
    Collected collected = Collected.of(folder);
    assertThat(collected.document().id()).isEqualTo("story");
    assertThat(collected.problems)
        .extracting(Problem::message)
        .containsExactly("is a binary file, not text", "is a PDF document, not text");
  }

  @Test
  void filesThatAreNoTextByNameAreSkippedInAFolderAndRefusedWhenNamed() throws IOException {
    Path picture = write("photo.jpg", STORY);
    Path hidden = write(".notes.txt", STORY);
    Collected collected = Collected.of(folder);
    assertThat(collected.documents).isEmpty();
    assertThat(collected.problems).extracting(Problem::severity).containsOnly(Severity.SKIPPED);
    assertThat(collected.problems)
        .extracting(Problem::message)
        .contains("is hidden", "is a picture");
    assertThat(Collected.of(picture).problem().severity()).isEqualTo(Severity.REFUSED);
    assertThat(Collected.of(hidden).document().text()).isEqualTo(STORY);
  }

  @Test
  void latin1() throws IOException {
    String text = "The Côte d'Ivoire envoy met José Peña in Málaga. Señor Peña was “pleased”.\n";
    Collected collected =
        Collected.of(
            write("a.txt", text.getBytes(java.nio.charset.Charset.forName("windows-1252"))));
    assertThat(collected.document().text()).isEqualTo(text);
    assertThat(collected.problem().severity()).isEqualTo(Severity.WARNING);
    assertThat(collected.problem().message()).contains("windows-1252");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE-BOM", "UTF-8-BOM"})
  void unicodeWithAndWithoutMark(String name) throws IOException {
    String marked = name.endsWith("-BOM") ? "\uFEFF" + STORY : STORY;
    Path file = write("a.txt", marked.getBytes(name.replace("-BOM", "")));
    Collected collected = Collected.of(file);
    assertThat(collected.problems).isEmpty();
    assertThat(collected.document().text()).isEqualTo(STORY);
  }

  @Test
  void jsonLinesInUtf16() throws IOException {
    String lines = "{\"id\":\"a\",\"text\":\"One \u010d.\"}\r\n{\"id\":\"b\",\"text\":\"Two.\"}";
    Collected collected = Collected.of(write("a.jsonl", lines.getBytes(StandardCharsets.UTF_16)));
    assertThat(collected.problems).isEmpty();
    assertThat(collected.documents)
        .extracting(Document::text)
        .containsExactly("One \u010d.", "Two.");
  }

  @Test
  void oneBrokenByte() throws IOException {
    byte[] bytes = "José Peña and Zoë met.\n".getBytes(StandardCharsets.UTF_8);
    int at = 12;
    bytes[at] = (byte) 0xFF;
    Collected collected = Collected.of(write("a.txt", bytes));
    assertThat(collected.document().text()).contains("\uFFFD").contains("José").contains("Zoë");
    assertThat(collected.problem().severity()).isEqualTo(Severity.WARNING);
    assertThat(collected.problem().message()).contains("UTF-8").contains("byte " + at);
  }

  @Test
  void brokenByteInALineNamesItsOffsetInTheFile() throws IOException {
    byte[] bytes = "{\"text\":\"One.\"}\n{\"text\":\"Peña x\"}\n".getBytes(StandardCharsets.UTF_8);
    int at = bytes.length - 4;
    bytes[at] = (byte) 0xFF;
    Collected collected = Collected.of(write("a.jsonl", bytes));
    assertThat(collected.documents).hasSize(2);
    assertThat(collected.problem().origin()).endsWith("a.jsonl:2");
    assertThat(collected.problem().message()).contains("byte " + at);
  }

  @Test
  void fiftyMegabytesAsOneText() throws IOException {
    Path file = folder.resolve("large.txt");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] chunk = STORY.repeat(1000).getBytes(StandardCharsets.UTF_8);
      for (long size = 0; size < 50_000_000; size += chunk.length) {
        out.write(chunk);
      }
    }
    Collected collected = Collected.of(file, write("b.txt", STORY));
    assertThat(collected.document().id()).isEqualTo("b");
    assertThat(collected.problem().message())
        .contains(String.valueOf(ReaderSettings.DEFAULT_MAX_DOCUMENT_BYTES));
    assertThat(collected.problem().advice()).contains("JSON Lines");
  }

  @Test
  void longLineOfJsonLinesIsRefusedAlone() throws IOException {
    String lines =
        "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\""
            + "x".repeat(5000)
            + "\"}\n{\"id\":\"c\",\"text\":\"Three.\"}\n";
    ReaderSettings settings = new ReaderSettings(java.util.Optional.empty(), 4000, Columns.usual());
    Collected collected = Collected.of(settings, write("a.jsonl", lines));
    assertThat(collected.documents).extracting(Document::id).containsExactly("a", "c");
    assertThat(collected.problem().origin()).endsWith("a.jsonl:2");
  }

  @Test
  void lineOfTwoMegabytesWithoutFullStop() throws IOException {
    Document document =
        Collected.ofText(folder, "a.txt", "ministers met envoys and ".repeat(84_000)).document();
    assertThat(document.text()).hasSizeGreaterThan(2_000_000);
    assertThat(document.blocks()).hasSize(1);
  }

  @Test
  void pageOfScripts() throws IOException {
    Collected collected =
        Collected.ofText(
            folder,
            "a.html",
            "<html><head><title>News</title></head><body><div id=app></div><noscript>Please enable"
                + " JavaScript</noscript><script>render()</script></body></html>");
    assertThat(collected.documents).isEmpty();
    assertThat(collected.problem().message()).contains("scripts");
    assertThat(collected.problem().advice()).contains("browser");
  }

  @Test
  void recordCutOff() throws IOException {
    String lines =
        "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Tw\n{\"id\":\"c\",\"text\":\"3.\"}\n";
    Collected collected = Collected.of(write("a.jsonl", lines));
    assertThat(collected.documents).extracting(Document::id).containsExactly("a", "c");
    assertThat(collected.problem().origin()).endsWith("a.jsonl:2");
    assertThat(collected.problem().message()).contains("JSON").contains("column 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"b\"}",
        "{\"id\":\"b\",\"text\":\" \"}",
        "{\"id\":\"b\",\"text\":[\"One.\"]}",
        "[1]",
        "{\"text\":\"One.\"} trailing",
        "\"text\""
      })
  void recordWithoutText(String line) throws IOException {
    Collected collected = Collected.of(write("a.jsonl", line + "\n{\"text\":\"Two.\"}\n"));
    assertThat(collected.document().id()).isEqualTo("a-2");
    assertThat(collected.problem().severity()).isEqualTo(Severity.REFUSED);
    assertThat(collected.problem().origin()).endsWith("a.jsonl:1");
  }

  @Test
  void twoRecordsWithOneId() throws IOException {
    String lines =
        "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"a\",\"text\":\"Two.\"}\n"
            + "{\"id\":\"a\",\"text\":\"One.\"}\n";
    Collected collected = Collected.of(write("x.jsonl", lines), write("a.txt", STORY));
    assertThat(collected.document().text()).isEqualTo("One.");
    assertThat(collected.problems).extracting(Problem::severity).containsOnly(Severity.REFUSED);
    assertThat(collected.problems)
        .extracting(Problem::message)
        .allMatch(m -> m.contains("x.jsonl:1"));
    assertThat(collected.problems.get(0).origin()).endsWith("x.jsonl:2");
    assertThat(collected.problems.get(0).message()).contains("another text");
    assertThat(collected.problems.get(1).message()).contains("same text");
    assertThat(collected.problems.get(2).origin()).endsWith("a.txt");
  }

  @Test
  void missingFileAndLinkToNothing() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.txt"), folder.resolve("nowhere.txt"));
    write("b.txt", STORY);
    Collected collected = Collected.of(folder.resolve("nowhere.txt"), folder);
    assertThat(collected.document().id()).isEqualTo("b");
    assertThat(collected.problems)
        .extracting(Problem::message)
        .containsExactly("does not exist", "is a symbolic link to nothing");
  }

  @Test
  void unreadableFile() throws IOException {
    // Memory of the process itself: it exists and opens, and its first byte cannot be read by
    // anyone.
    Path memory = Path.of("/proc/self/mem");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(memory));
    Collected collected = Collected.of(memory, write("b.txt", STORY));
    assertThat(collected.document().id()).isEqualTo("b");
    assertThat(collected.problem().message()).startsWith("cannot be read");
    assertThat(collected.problem().origin()).isEqualTo(memory.toString());
  }

  @Test
  void forbiddenFile() throws IOException {
    Path file = write("a.txt", STORY);
    Files.setPosixFilePermissions(file, java.util.Set.of());
    org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(file), "root reads everything");
    assertThat(Collected.of(file).problem().message()).contains("permission denied");
  }

  @Test
  void folderLoop() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("up"), folder);
    Files.createSymbolicLink(folder.resolve("twin"), inner);
    Files.writeString(inner.resolve("a.txt"), STORY);
    Collected collected = Collected.of(folder);
    assertThat(collected.document().id()).isEqualTo("a");
    assertThat(collected.problems)
        .extracting(Problem::severity)
        .containsExactly(Severity.REFUSED, Severity.SKIPPED);
    assertThat(collected.problems.get(0).origin()).endsWith("up");
    assertThat(collected.problems.get(0).message()).contains("holds it");
  }

  @Test
  void linkToItself() throws IOException {
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    write("b.txt", STORY);
    Collected collected = Collected.of(folder);
    assertThat(collected.document().id()).isEqualTo("b");
    assertThat(collected.problem().severity()).isEqualTo(Severity.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"99999-01-01", "+99999-01-01", "2025-02-30", "0001-01-01", "soon", "2025"})
  void impossibleDate(String date) throws IOException {
    String line = "{\"id\":\"a\",\"published\":\"" + date + "\",\"text\":\"They met.\"}";
    Collected collected = Collected.of(write("a.jsonl", line));
    assertThat(collected.document().published()).isEmpty();
    assertThat(collected.problem().severity()).isEqualTo(Severity.WARNING);
    assertThat(collected.problem().message()).contains(date);
  }

  @Test
  void impossibleDateInTextLeavesTheDefault() throws IOException {
    Path file = write("a.txt", "date 99999-01-01 Oslo: The ministers met.\n");
    LocalDate day = LocalDate.of(2024, 3, 5);
    Collected collected = Collected.of(ReaderSettings.defaults().withPublished(day), file);
    assertThat(collected.document().published()).contains(day);
    assertThat(collected.problems).extracting(Problem::severity).containsOnly(Severity.WARNING);
  }

  @Test
  void deeplyNestedPage() throws IOException {
    String page = "<html><body>" + "<div>".repeat(20_000) + "<p>The ministers met in Oslo.</p>";
    Collected collected = Collected.ofText(folder, "a.html", page);
    assertThat(collected.document().text()).isEqualTo("The ministers met in Oslo.");
  }
}
