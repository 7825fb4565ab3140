package org.entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads PDF and office documents, sound and not, which the tests write themselves but for one. */
class OfficeTest {
  private static final List<String> SAID =
      List.of("Oro Vale met Ina Brook in Oslo on Friday.", "They had lunch and left.");

  @TempDir Path directory;

  private final Collected collected = new Collected();
  private final List<Document> documents = collected.documents;
  private final List<Problem> problems = collected.problems;

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "doc", "docx", "odt", "rtf", "epub"})
  void readsTheText(String kind) throws IOException {
    read("story." + kind, write(kind));
    assertThat(problems).isEmpty();
    assertThat(documents).hasSize(1);
    assertThat(documents.get(0).id()).isEqualTo("story");
    assertThat(documents.get(0).text()).contains(SAID);
  }

  @Test
  void knowsAPdfWithoutAName() throws IOException {
    read("story", write("pdf"));
    assertThat(documents).hasSize(1);
  }

  @Test
  void tellsThatAFileIsEncrypted() throws IOException {
    read("secret.pdf", pdf("password"));
    assertThat(documents).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("encrypted"));
  }

  @Test
  void tellsThatThereIsNoText() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument empty = new PDDocument()) {
      empty.addPage(new PDPage());
      empty.save(out);
    }
    read("scan.pdf", out.toByteArray());
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("no text"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "doc", "docx", "odt", "rtf", "epub"})
  void tellsWhatIsCutOffOrIsSomethingElse(String kind) throws IOException {
    byte[] sound = write(kind);
    read("cut." + kind, Arrays.copyOf(sound, sound.length / 3));
    read("other." + kind, "just a line of text".getBytes(StandardCharsets.UTF_8));
    assertThat(documents.size() + problems.size()).isEqualTo(2);
    assertThat(documents).noneMatch(document -> document.text().contains(SAID.get(1)));
  }

  @ParameterizedTest
  @CsvSource({"story.txt, false", "story.pdf, true"})
  void loadsTikaOnlyWhereItIsNeeded(String name, boolean needed) throws Exception {
    Path file = directory.resolve(name);
    if (needed) {
      Files.write(file, write("pdf"));
    } else {
      Files.writeString(file, String.join(" ", SAID));
    }
    Path log = directory.resolve("classes.log");
    Process annotate =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "org.entente.cli.Main",
                "annotate",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(annotate.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(annotate.waitFor()).as(printed).isZero();
    assertThat(printed).contains("Oro Vale");
    assertThat(Files.readString(log).contains(" org.apache.tika.")).isEqualTo(needed);
  }

  @Test
  void aBombIsRefused() throws IOException {
    byte[] zeros = new byte[40 << 20];
    Arrays.fill(zeros, (byte) 'a');
    read(
        "bomb.odt",
        zip(
            Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8),
                "content.xml",
                ("<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text><text:p>"
                        + new String(zeros, StandardCharsets.US_ASCII)
                        + "</text:p></office:text></office:body></office:document-content>")
                    .getBytes(StandardCharsets.UTF_8))));
    assertThat(documents).isEmpty();
    assertThat(problems).hasSize(1);
  }

  @Test
  void livesThroughDamage() throws IOException {
    Random random = new Random(5);
    for (String kind : List.of("pdf", "doc", "docx", "odt", "rtf", "epub")) {
      byte[] sound = write(kind);
      for (int i = 0; i < 40; i++) {
        byte[] damaged = sound.clone();
        for (int k = 0; k < 1 + random.nextInt(12); k++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        int before = documents.size() + problems.size();
        read("damaged-" + i + "." + kind, damaged);
        assertThat(documents.size() + problems.size()).isGreaterThan(before);
      }
    }
  }

  private static byte[] write(String kind) throws IOException {
    return switch (kind) {
      case "pdf" -> pdf("");
      case "doc" -> doc();
      case "docx" -> docx();
      case "rtf" ->
          ("{\\rtf1\\ansi " + String.join("\\par\n", SAID) + "\\par}")
              .getBytes(StandardCharsets.US_ASCII);
      case "odt" ->
          zip(
              Map.of(
                  "mimetype",
                  "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8),
                  "content.xml",
                  ("<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                          + "<office:body><office:text><text:p>"
                          + String.join("</text:p><text:p>", SAID)
                          + "</text:p></office:text></office:body></office:document-content>")
                      .getBytes(StandardCharsets.UTF_8)));
      default ->
          zip(
              Map.of(
                  "mimetype",
                  "application/epub+zip".getBytes(StandardCharsets.UTF_8),
                  "META-INF/container.xml",
                  ("<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\">"
                          + "<rootfiles><rootfile full-path=\"book.opf\""
                          + " media-type=\"application/oebps-package+xml\"/></rootfiles></container>")
                      .getBytes(StandardCharsets.UTF_8),
                  "book.opf",
                  ("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><manifest>"
                          + "<item id=\"one\" href=\"one.xhtml\" media-type=\"application/xhtml+xml\"/>"
                          + "</manifest><spine><itemref idref=\"one\"/></spine></package>")
                      .getBytes(StandardCharsets.UTF_8),
                  "one.xhtml",
                  ("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>"
                          + String.join("</p><p>", SAID)
                          + "</p></body></html>")
                      .getBytes(StandardCharsets.UTF_8)));
    };
  }

  private static byte[] pdf(String password) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        for (String line : SAID) {
          content.showText(line);
          content.newLineAtOffset(0, -40);
        }
        content.endText();
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  /** A Word 97 document of the same two lines, written by LibreOffice 7.4. */
  private static byte[] doc() throws IOException {
    try (InputStream in = OfficeTest.class.getResourceAsStream("story.doc")) {
      return in.readAllBytes();
    }
  }

  private static byte[] docx() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      for (String line : SAID) {
        document.createParagraph().createRun().setText(line);
      }
      document.write(out);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name :
          List.of("mimetype", "META-INF/container.xml", "book.opf", "one.xhtml", "content.xml")) {
        if (entries.containsKey(name)) {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(entries.get(name));
          zip.closeEntry();
        }
      }
    }
    return out.toByteArray();
  }

  private void read(String name, byte[] bytes) throws IOException {
    new DocumentReader(ReaderSettings.defaults())
        .read(List.of(Files.write(directory.resolve(name), bytes)), Optional.empty(), collected);
  }
}
