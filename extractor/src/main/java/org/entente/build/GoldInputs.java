package org.entente.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a gold file, to be read like any other input and with nothing of the annotation.
 *
 * <p>A record with {@code text} gives a record of its {@code id}, {@code published} and {@code
 * text}. A record with {@code file} gives that file, looked for in the folder of the gold file and
 * in those above it.
 */
public final class GoldInputs {
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Finds the texts.
   *
   * @param gold the gold file
   * @param folder an existing folder, for the records with text
   * @return files to build from, in the order of the gold file
   * @throws IOException when the gold file cannot be read, or names a file that is not there
   */
  public List<Path> of(Path gold, Path folder) throws IOException {
    List<Path> inputs = new ArrayList<>();
    Path records = folder.resolve("records.jsonl");
    boolean any = false;
    try (BufferedReader lines = Files.newBufferedReader(gold, StandardCharsets.UTF_8);
        BufferedWriter out = Files.newBufferedWriter(records, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        JsonNode record = json.readTree(line);
        if (record.hasNonNull("text")) {
          ObjectNode reduced = json.createObjectNode();
          for (String field : List.of("id", "published", "text")) {
            if (record.hasNonNull(field)) {
              reduced.set(field, record.get(field));
            }
          }
          out.write(reduced.toString());
          out.newLine();
          any = true;
        } else if (record.hasNonNull("file")) {
          inputs.add(find(gold, record.get("file").asText(), number));
        } else {
          throw new IOException(
              gold + ":" + number + ": expected a field \"text\" or \"file\" with the document");
        }
      }
    }
    if (any) {
      inputs.add(records);
    }
    return inputs;
  }

  private static Path find(Path gold, String file, int number) throws IOException {
    Path folder = gold.toAbsolutePath().normalize().getParent();
    for (Path parent = folder; parent != null; parent = parent.getParent()) {
      Path found = parent.resolve(file);
      if (Files.isRegularFile(found)) {
        return found;
      }
    }
    throw new IOException(
        gold + ":" + number + ": there is no file " + file + " in " + folder + " or above it");
  }
}
