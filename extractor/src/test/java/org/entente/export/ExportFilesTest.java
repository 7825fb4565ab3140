package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of the hand-made graph, byte by byte, and whether other programs can read it. */
class ExportFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/entente/export");

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLES")
  void writesWhatIsExpected(ExportFile file) throws IOException {
    Path expected = FOLDER.resolve("expected").resolve(file.fileName());
    if (Boolean.getBoolean("entente.accept")) {
      Files.writeString(expected, text(file, ""));
    }
    assertThat(text(file, "")).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @CsvSource({"GRAPHML, graphml.xsd", "GEXF, gexf.xsd"})
  void keepsToTheSchemaOfTheFormat(ExportFile file, String name) throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(FOLDER.resolve(name).toFile());
    schema.newValidator().validate(new StreamSource(new StringReader(text(file, ""))));
    // A schema that lets everything pass would show nothing.
    String broken = text(file, "").replaceFirst("<edge ", "<edge colour=\"red\" ");
    assertThatThrownBy(
            () -> schema.newValidator().validate(new StreamSource(new StringReader(broken))))
        .hasMessageContaining("colour");
  }

  /** The edges that a filter leaves, as "source-target weight". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                            | anna-boris 2; anna-carla 2; boris-carla 1",
        "limit=1                       | anna-boris 2",
        "kind=call                     | anna-carla 1",
        "kind=Call,Summit              | anna-boris 1; anna-carla 1",
        "kind=Conference               | union-sudland 1",
        "status=Planned                | norland-sudland 1",
        "status=planned,held           | anna-boris 2; anna-carla 2; boris-carla 1; norland-sudland 1",
        "status=Denied                 | ''",
        "from=2021                     | anna-boris 1",
        "to=2020-02-03                 | anna-boris 1; anna-carla 1; boris-carla 1",
        "from=2021-04-15&to=2021-04-15 | anna-boris 1",
        "to=2020-02-02                 | ''",
        "min-sources=2                 | anna-boris 1; anna-carla 1; boris-carla 1",
        "country=Sudland               | anna-boris 2; anna-carla 1; boris-carla 1",
        "country=q2001                 | anna-boris 2; anna-carla 2; boris-carla 1",
        "country=kingdom of norland    | anna-boris 2; anna-carla 2; boris-carla 1",
        "country=Sudland&status=Planned| norland-sudland 1"
      })
  void takesWhatTheFilterSays(String filter, String edges) throws IOException {
    List<String> found =
        ExportGraph.read(
            view ->
                Network.of(view, filter(filter)).edges().stream()
                    .map(e -> name(e.source()) + "-" + name(e.target()) + " " + e.weight())
                    .toList());
    assertThat(String.join("; ", found)).isEqualTo(edges);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from=Tuesday    | from: it takes a day, month or year",
        "kind=party      | kind: there is no party; there are Meeting, Talks",
        "status=Over     | status: there is no Over; there are Held",
        "limit=0         | limit: it takes a whole number",
        "min-sources=two | min-sources: it takes a whole number",
        "country=Nowhere | country: the graph has no state \"Nowhere\"",
        "colour=red      | there is no filter \"colour\"; there are country, from"
      })
  void saysWhatIsWrongWithAFilter(String filter, String message) {
    assertThatThrownBy(() -> text(ExportFile.EVENTS, filter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void sayThatANetworkWasCut() throws IOException {
    assertThat(text(ExportFile.GRAPHML, "limit=1")).contains("The 1 strongest of 3 edges.");
    assertThat(text(ExportFile.GRAPHML, "")).doesNotContain("strongest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "participations", "entities", "reports"})
  void readsBackAsItsDescriptionSays(String table) throws IOException {
    JsonNode described = new ObjectMapper().readTree(text(ExportFile.DESCRIPTION, ""));
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (JsonNode resource : described.get("resources")) {
      if (resource.get("name").asText().equals(table)) {
        assertThat(resource.get("path").asText()).isEqualTo(table + ".csv");
        for (JsonNode field : resource.get("schema").get("fields")) {
          names.add(field.get("name").asText());
          types.add(field.get("type").asText());
          assertThat(field.get("description").asText()).isNotBlank();
        }
      }
    }
    String csv = text(ExportFile.named(table + ".csv").orElseThrow(), "");
    List<CSVRecord> rows = CSVParser.parse(csv, CSVFormat.RFC4180).getRecords();
    assertThat(rows.get(0).toList()).isEqualTo(names);
    assertThat(rows).hasSizeGreaterThan(3);
    for (CSVRecord row : rows.subList(1, rows.size())) {
      for (int i = 0; i < types.size(); i++) {
        String pattern =
            switch (types.get(i)) {
              case "date" -> "(\\d{4}-\\d{2}-\\d{2})?";
              case "integer" -> "\\d*";
              case "number" -> "(-?\\d+(\\.\\d+)?)?";
              default -> "(?s).*";
            };
        assertThat(row.get(i)).as(names.get(i)).matches(pattern);
      }
    }
  }

  @Test
  void theArchiveHoldsTheFilesOfTheFolder() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    byte[] archive = bytes(ExportFile.TABLES, "status=Held");
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(entries)
        .containsOnlyKeys(
            "CITATION.cff",
            "datapackage.json",
            "events.csv",
            "participations.csv",
            "entities.csv",
            "reports.csv");
    for (var entry : entries.entrySet()) {
      assertThat(entry.getValue())
          .isEqualTo(text(ExportFile.named(entry.getKey()).orElseThrow(), "status=Held"));
    }
    assertThat(archive).isEqualTo(bytes(ExportFile.TABLES, "status=Held"));
  }

  @Test
  void everyExportSaysHowToCiteIt() throws IOException {
    for (ExportFile file :
        List.of(
            ExportFile.GRAPHML,
            ExportFile.GEXF,
            ExportFile.DESCRIPTION,
            ExportFile.QUICKSTATEMENTS,
            ExportFile.CITATION)) {
      assertThat(text(file, "")).contains("Ada Maker").contains("10.5555/entente.test");
    }
  }

  private static String name(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1).replaceFirst("-Q\\d+$", "");
  }

  private static EventFilter filter(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    Arrays.stream(text.split("&"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.split("=", 2))
        .forEach(part -> values.put(part[0], part[1]));
    return EventFilter.parse(values);
  }

  private static String text(ExportFile file, String filter) throws IOException {
    return new String(bytes(file, filter), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ExportFile file, String filter) throws IOException {
    return ExportGraph.read(
        view -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          file.write(view, filter(filter), out);
          return out.toByteArray();
        });
  }
}
