package org.entente.analysis.gazetteer.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.EntryRow;
import org.entente.wikidata.InventedItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads small dumps of invented items, packed and cut as dumps are. */
class DumpImportTest {
  private static final String RULES =
      """
      kind\tstatements\tpages\timportance\tnote
      ignore\tP31=Q101352\t0\t0\tfamily names
      person\tP31=Q5 & P39=*\t0\t0.5\twho held an office
      office\tP31=Q4164871\t0\t0\toffices
      organization\tP31=Q900000201\t0\t0.4\tbodies
      place\tP31=Q27686\t0\t0.2\thotels
      """;

  @TempDir Path folder;
  private final List<String> malformed = new ArrayList<>();
  private final List<Long> read = new ArrayList<>();

  private final DumpImport.Listener listener =
      new DumpImport.Listener() {
        @Override
        public void progress(long entities, long kept, long done, long size) {
          assertThat(done).isBetween(0L, size);
          read.add(entities);
        }

        @Override
        public void malformed(long number, String reason) {
          malformed.add(number + " " + reason);
        }
      };

  private static List<String> lines() {
    return new InventedItems().all().values().stream().map(Object::toString).toList();
  }

  private Path dump(String name, List<String> entities) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out =
            name.endsWith("gz")
                ? new GZIPOutputStream(raw)
                : name.endsWith("bz2") ? new BZip2CompressorOutputStream(raw) : raw) {
      out.write(("[\n" + String.join(",\n", entities) + "\n]\n").getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private DumpRules rules() throws IOException {
    Path file = folder.resolve("rules.tsv");
    Files.writeString(file, RULES);
    return DumpRules.load(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"d.json", "d.json.gz", "d.json.bz2"})
  void keepsWhatTheRulesSay(String name) throws IOException {
    List<Entry> entries =
        new DumpImport(rules(), folder.resolve("work")).read(dump(name, lines()), listener);
    assertThat(entries.stream().map(EntryRow::format))
        .containsExactlyInAnyOrder(
            "person\tQ900000001\tEdi Karu\tEduard Karu\tEE\t\t"
                + "minister of foreign affairs@EE@2019-\t0.50",
            "person\tQ900000003\tMira Solvang\t\tNO\t\tminister of defence@NO@2013-2017\t0.50",
            "organization\tQ900000005\tVellsund Forum\t\tEE\t\t\t0.40\t\t\tregional body on fisheries",
            "place\tQ900000006\tHotel Vellsund\t\tEE\t\t\t0.20\t59.4300\t24.7500\thotel in Tallinn");
    assertThat(malformed).isEmpty();
    assertThat(read).last().isEqualTo((long) lines().size());
  }

  @Test
  void goesOnWhereItWasStopped() throws IOException {
    List<String> all = lines();
    Path whole = dump("whole.json.gz", all);
    List<Entry> expected = new DumpImport(rules(), folder.resolve("one")).read(whole, listener);
    for (int stop = 1; stop < all.size(); stop += 4) {
      Path work = folder.resolve("work" + stop);
      DumpImport cut = new DumpImport(rules(), work, 3);
      int limit = stop;
      assertThatThrownBy(
              () ->
                  cut.read(
                      whole,
                      new DumpImport.Listener() {
                        @Override
                        public void progress(long entities, long kept, long done, long size) {
                          if (entities >= limit) {
                            throw new IllegalStateException("stopped");
                          }
                        }

                        @Override
                        public void malformed(long number, String reason) {}
                      }))
          .hasMessage("stopped");
      // what was written after the last note is written again, not twice
      Files.writeString(
          work.resolve("kept.tsv"), "PERSON\tcut o", java.nio.file.StandardOpenOption.APPEND);
      assertThat(new DumpImport(rules(), work, 3).read(whole, listener)).isEqualTo(expected);
    }
  }

  @Test
  void anotherDumpIsReadFromItsBeginning() throws IOException {
    Path work = folder.resolve("work");
    new DumpImport(rules(), work).read(dump("one.json", lines()), listener);
    List<Entry> entries =
        new DumpImport(rules(), work).read(dump("two.json", lines().subList(4, 6)), listener);
    assertThat(entries).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsToldAndPassedOver() throws IOException {
    List<String> lines = new ArrayList<>(lines());
    lines.add(1, "{\"type\":\"item\",\"id\":\"Q5\",\"P31\":\"Q5\",\"P39\"");
    lines.add(2, "nonsense \"P31\" \"Q5\" \"P39\"");
    List<Entry> entries =
        new DumpImport(rules(), folder.resolve("work")).read(dump("d.json", lines), listener);
    assertThat(entries).hasSize(4);
    assertThat(malformed).hasSize(2).first().asString().startsWith("2 ");
  }

  @Test
  void aFileThatEndsInTheMiddleFails() throws IOException {
    Path file = dump("d.json.gz", lines());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> new DumpImport(rules(), folder.resolve("work")).read(file, listener))
        .isInstanceOf(IOException.class);
  }

  @Test
  void memoryDoesNotGrowWithTheDump() throws IOException {
    List<String> many = new ArrayList<>();
    String footballer =
        InventedItems.item("Q900001000", "A Player", "", "x".repeat(20_000), "P31=Q5; P27=Q20")
            .toString();
    for (int i = 0; i < 20_000; i++) {
      many.add(footballer);
    }
    Path file = dump("d.json.gz", many);
    many.clear();
    System.gc();
    long before = used();
    long[] most = new long[1];
    new DumpImport(rules(), folder.resolve("work"), 1000)
        .read(
            file,
            new DumpImport.Listener() {
              @Override
              public void progress(long entities, long kept, long done, long size) {
                if (entities % 10_000 == 0) {
                  System.gc();
                  most[0] = Math.max(most[0], used() - before);
                }
              }

              @Override
              public void malformed(long number, String reason) {}
            });
    assertThat(most[0]).isLessThan(50L << 20); // the dump is 400 MB
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person\tP31\t0\t0\t",
        "person\tP31=human\t0\t0\t",
        "animal\tP31=Q5\t0\t0\t",
        "person\tP31=Q5\tmany\t0\t",
        "person\tP31=Q5"
      })
  void aRowThatIsNoRuleIsTold(String row) throws IOException {
    Path file = folder.resolve("rules.tsv");
    Files.writeString(file, "# rules\n" + row + "\n");
    assertThatThrownBy(() -> DumpRules.load(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2");
  }

  /** The program's own rules on items of the classes that they name. */
  @Test
  void ownRulesKeepPoliticiansAndNoFootballers() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(politician("Q900002001", "P31=Q5; P39=Q900002009@1999-2003; P27=Q20"));
    lines.add(politician("Q900002002", "P31=Q5; P106=Q193391; P27=Q20"));
    lines.add(politician("Q900002003", "P31=Q5; P106=Q937857; P27=Q20"));
    lines.add(politician("Q900002004", "P31=Q101352; P106=Q82955"));
    lines.add(politician("Q900002005", "P31=Q245065"));
    lines.add(politician("Q900002006", "P31=Q515; P17=Q20"));
    Map<String, Entry> entries =
        new DumpImport(DumpRules.load(), folder.resolve("work"))
            .read(dump("d.json", lines), listener).stream()
                .collect(Collectors.toMap(Entry::qid, Function.identity()));
    assertThat(entries.keySet())
        .containsExactlyInAnyOrder("Q900002001", "Q900002002", "Q900002005", "Q900002006");
    assertThat(entries.get("Q900002005").kind()).isEqualTo(EntryKind.ORGANIZATION);
  }

  private static String politician(String id, String claims) {
    var item = InventedItems.item(id, "Name " + id, "", "", claims);
    for (String wiki : List.of("enwiki", "nowiki", "frwiki")) {
      ((com.fasterxml.jackson.databind.node.ObjectNode) item.get("sitelinks"))
          .putObject(wiki)
          .put("site", wiki)
          .put("title", "T")
          .putArray("badges");
    }
    return item.toString();
  }
}
