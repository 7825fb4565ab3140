package org.entente.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all tables into one zip file, with their columns explained in {@code datapackage.json}
 * (Frictionless Data Package) and the citation in {@code CITATION.cff}.
 */
final class TableArchive {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TableArchive() {}

  /**
   * Writes the archive. The stream is flushed and left open.
   *
   * @throws IllegalArgumentException if the graph has no country of the filter's
   * @throws IOException if the stream fails
   */
  static void write(GraphView view, EventFilter filter, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    Citation citation = view.citation();
    text(zip, "CITATION.cff", citation.file());
    text(zip, "datapackage.json", description(citation, filter));
    for (Table<?> table : Tables.ALL) {
      zip.putNextEntry(entry(table.name() + ".csv"));
      table.write(view, filter, zip);
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }

  /** The time of the entries is a fixed one, so that equal stores give equal archives. */
  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.fromMillis(315_532_800_000L)); // 1980, where zip begins
    return entry;
  }

  private static void text(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(entry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** Returns what the tables and their columns are, as a Frictionless Data Package. */
  static String description(Citation citation, EventFilter filter) {
    ObjectNode root = JSON.createObjectNode();
    root.put("profile", "tabular-data-package").put("name", "entente");
    root.put("title", citation.title());
    root.put("description", "Tables of " + filter.describe() + ". Cite as: " + citation.line());
    if (!citation.doi().isEmpty()) {
      root.put("id", "https://doi.org/" + citation.doi());
    }
    ArrayNode contributors = root.putArray("contributors");
    citation
        .creators()
        .forEach(name -> contributors.addObject().put("title", name).put("role", "author"));
    if (!citation.licence().isEmpty()) {
      root.putArray("licenses").addObject().put("path", citation.licence());
    }
    ArrayNode resources = root.putArray("resources");
    for (Table<?> table : Tables.ALL) {
      ObjectNode resource = resources.addObject();
      resource.put("name", table.name()).put("path", table.name() + ".csv");
      resource.put("profile", "tabular-data-resource").put("encoding", "utf-8");
      resource.put("description", table.description());
      ArrayNode fields = resource.putObject("schema").putArray("fields");
      for (Column<?> column : table.columns()) {
        ObjectNode field = fields.addObject().put("name", column.name());
        field.put("type", column.type()).put("description", column.description());
      }
    }
    return root.toPrettyString() + "\n";
  }
}
