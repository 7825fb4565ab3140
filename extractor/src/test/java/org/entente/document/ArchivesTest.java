package org.entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads documents out of archives and compressed files, sound and not. */
class ArchivesTest {
  private static final String TEXT =
      "Minister Oro Vale met Minister Ina Brook in Oslo on Friday.\n";
  private static final String RECORDS =
      "{\"id\": \"one\", \"text\": \"Oro Vale met Ina Brook.\"}\n"
          + "{\"id\": \"two\", \"text\": \"Ina Brook met Oro Vale.\"}\n";

  @TempDir Path directory;

  private final List<String> documents = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] content, Packer packer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packer.over(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    return packed(content, GZIPOutputStream::new);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipArchiveEntry header = new ZipArchiveEntry(entry.getKey());
        if (entry.getValue().length < 100) { // both ways that a ZIP knows
          CRC32 sum = new CRC32();
          sum.update(entry.getValue());
          header.setMethod(ZipArchiveEntry.STORED);
          header.setSize(entry.getValue().length);
          header.setCrc(sum.getValue());
        }
        out.putArchiveEntry(header);
        out.write(entry.getValue());
        out.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey());
        header.setSize(entry.getValue().length);
        out.putArchiveEntry(header);
        out.write(entry.getValue());
        out.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("news/oslo.txt", bytes(TEXT));
    entries.put("news/more.jsonl.gz", gzip(bytes(RECORDS)));
    entries.put("news/.hidden.txt", bytes(TEXT));
    entries.put("news/picture.png", new byte[] {1, 2, 3});
    return entries;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] warc() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(record("warcinfo", "", "application/warc-fields", bytes("software: test\r\n")));
    out.write(
        response(
            "a",
            "200 OK",
            "text/html; charset=utf-8",
            "Content-Encoding: gzip\r\n",
            gzip(bytes("<html><p>" + TEXT + "</p>"))));
    out.write(response("none", "404 Not Found", "text/html", "", bytes("<html><p>Nothing.")));
    out.write(response("picture", "200 OK", "image/png", "", new byte[] {1, 2, 3}));
    // A page of the other record type, as in WET files.
    out.write(record("conversion", "http://example.org/b", "text/plain", bytes(TEXT + TEXT)));
    return out.toByteArray();
  }

  private static byte[] response(
      String path, String status, String type, String headers, byte[] body) throws IOException {
    ByteArrayOutputStream http = new ByteArrayOutputStream();
    http.write(
        bytes(
            "HTTP/1.1 %s\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(status, type, headers, body.length)));
    http.write(body);
    return record(
        "response",
        "http://example.org/" + path,
        "application/http;msgtype=response",
        http.toByteArray());
  }

  private static byte[] record(String type, String target, String contentType, byte[] block)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        bytes(
            ("WARC/1.0\r\nWARC-Type: %s\r\n%sWARC-Date: 2020-05-06T07:08:09Z\r\nWARC-Record-ID:"
                    + " <urn:uuid:%s>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n")
                .formatted(
                    type,
                    target.isEmpty() ? "" : "WARC-Target-URI: " + target + "\r\n",
                    java.util.UUID.nameUUIDFromBytes(block),
                    contentType,
                    block.length)));
    out.write(block);
    out.write(bytes("\r\n\r\n"));
    return out.toByteArray();
  }

  /** Well-made files by name. */
  private static byte[] sample(String name) throws IOException {
    return switch (name) {
      case "oslo.txt.gz" -> gzip(bytes(TEXT));
      case "records.jsonl.zst" -> packed(bytes(RECORDS), ZstdCompressorOutputStream::new);
      case "records.jsonl.bz2" -> packed(bytes(RECORDS), BZip2CompressorOutputStream::new);
      case "members.jsonl.gz" -> {
        int half = RECORDS.indexOf('\n') + 1;
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(gzip(bytes(RECORDS.substring(0, half))));
        members.write(gzip(bytes(RECORDS.substring(half))));
        yield members.toByteArray();
      }
      case "news.zip" -> zip(entries());
      case "news.tar" -> tar(entries());
      case "news.tgz" -> gzip(tar(entries()));
      case "news.tar.zst" -> packed(tar(entries()), ZstdCompressorOutputStream::new);
      case "crawl.warc" -> warc();
      case "crawl.warc.gz" -> gzip(warc());
      case "nested.zip" -> zip(Map.of("inner/news.zip", zip(entries())));
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oslo.txt.gz",
        "records.jsonl.zst",
        "records.jsonl.bz2",
        "members.jsonl.gz",
        "news.zip",
        "news.tar",
        "news.tgz",
        "news.tar.zst",
        "crawl.warc",
        "crawl.warc.gz",
        "nested.zip"
      })
  void readsWhatIsInside(String name) throws IOException {
    read(write(name, sample(name)));
    assertThat(problems).noneMatch(problem -> problem.severity() == Severity.REFUSED);
    if (name.startsWith("oslo")) {
      assertThat(documents).containsExactly("oslo");
    } else if (name.startsWith("crawl")) {
      assertThat(documents).containsExactly("http://example.org/a", "http://example.org/b");
      assertThat(texts).allMatch(text -> text.contains(TEXT.strip()));
      assertThat(problems)
          .extracting(Problem::message)
          .containsExactly(
              "1 answers of a status other than 200", "1 files that are no web pages or texts");
    } else if (name.contains("jsonl")) {
      assertThat(documents).containsExactly("one", "two");
    } else {
      assertThat(documents).containsExactly("news/oslo", "one", "two");
      assertThat(problems).extracting(Problem::severity).containsOnly(Severity.SKIPPED).hasSize(2);
      assertThat(problems.get(1).origin()).endsWith("!/news/picture.png");
    }
  }

  @Test
  void readsAFolderOfThemAndStandardInput() throws IOException {
    write("a.txt.gz", gzip(bytes(TEXT)));
    write("b.zip", zip(Map.of("c.txt", bytes(TEXT + TEXT))));
    read(directory);
    assertThat(documents).containsExactly("a", "c");
    read(List.of(), Optional.of(new ByteArrayInputStream(gzip(bytes(RECORDS)))));
    assertThat(documents).containsExactly("one", "two");
  }

  @Test
  void refusesWhatUnpacksToFarMore() throws IOException {
    byte[] letters = new byte[100 << 20];
    Arrays.fill(letters, (byte) 'a');
    read(write("bomb.gz", gzip(gzip(letters))));
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("larger than"));
    // Also where it is passed over in an archive, and what came before it is kept.
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("first.txt", bytes(TEXT));
    entries.put("zeros.png", new byte[100 << 20]);
    read(write("bomb.zip", zip(entries)));
    assertThat(documents).containsExactly("first");
    assertThat(problems).last().satisfies(p -> assertThat(p.message()).contains("200"));
  }

  @Test
  void refusesArchivesThatAreTooDeep() throws IOException {
    byte[] content = bytes(TEXT);
    for (int depth = 0; depth < 7; depth++) {
      content = gzip(content);
    }
    read(write("deep.gz", content));
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("inside of 5"));
  }

  @Test
  void tellsEncryptedEntriesAndReadsTheOthers() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("secret.txt", bytes(TEXT));
    entries.put("open.txt", bytes(TEXT));
    byte[] zip = zip(entries);
    zip[6] |= 1; // the flag of the first local header
    read(write("secret.zip", zip));
    assertThat(documents).containsExactly("open");
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("encrypted"));
  }

  @Test
  void officeDocumentsAreNoArchivesOfTexts() throws IOException {
    read(write("letter.docx", zip(Map.of("word/document.xml", bytes("<a/>")))));
    assertThat(documents).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.origin()).doesNotContain("word/document.xml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"oslo.txt.gz", "records.jsonl.zst", "records.jsonl.bz2", "news.zip", "news.tgz"})
  void cutOffFilesAreTold(String name) throws IOException {
    byte[] whole = sample(name);
    read(write(name, Arrays.copyOf(whole, whole.length / 2)));
    assertThat(problems).anyMatch(problem -> problem.severity() == Severity.REFUSED);
  }

  /** Whatever the bytes are: problems or documents, and an end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "oslo.txt.gz",
        "records.jsonl.zst",
        "records.jsonl.bz2",
        "news.zip",
        "news.tar",
        "news.tgz",
        "crawl.warc",
        "nested.zip"
      })
  void damagedBytesNeverEndTheReading(String name) throws IOException {
    byte[] whole = sample(name);
    Random random = new Random(name.hashCode());
    for (int round = 0; round < 150; round++) {
      byte[] damaged = whole.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (random.nextInt(4) == 0) {
        damaged = Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
      }
      read(write(name, damaged));
      assertThat(documents.size() + problems.size()).as("round %d", round).isPositive();
    }
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content);
  }

  private void read(Path input) {
    read(List.of(input), Optional.empty());
  }

  private void read(List<Path> inputs, Optional<InputStream> stdin) {
    documents.clear();
    texts.clear();
    problems.clear();
    new DocumentReader(ReaderSettings.defaults())
        .read(
            inputs,
            stdin,
            new DocumentSink() {
              @Override
              public void document(Document document) {
                documents.add(document.id());
                texts.add(document.text());
              }

              @Override
              public void problem(Problem problem) {
                if (!problem.message().contains("date")) {
                  problems.add(problem);
                }
              }
            });
  }
}
