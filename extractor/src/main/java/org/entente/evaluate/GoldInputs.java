package org.entente.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of gold documents, to be read like any other input and with nothing of the annotation.
 *
 * <p>A document with {@code text} gives a record of its {@code id}, {@code published} and {@code
 * text}. One with {@code file} gives that file, looked for in the folder of the gold file and in
 * those above it.
 */
public final class GoldInputs {
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Finds the texts.
   *
   * @param gold the gold file
   * @param documents what it holds
   * @param folder an existing folder, for the documents with text
   * @return files to build from, in the order of the gold file
   * @throws IOException when a document has no text, or names a file that is not there
   */
  public List<Path> of(Path gold, List<GoldDocument> documents, Path folder) throws IOException {
    List<Path> inputs = new ArrayList<>();
    Path records = folder.resolve("records.jsonl");
    boolean any = false;
    try (BufferedWriter out = Files.newBufferedWriter(records, StandardCharsets.UTF_8)) {
      for (GoldDocument document : documents) {
        if (document.text().isPresent()) {
          ObjectNode record = json.createObjectNode();
          record.put("id", document.id());
          document.published().ifPresent(day -> record.put("published", day));
          record.put("text", document.text().get());
          out.write(record.toString());
          out.newLine();
          any = true;
        } else if (document.file().isPresent()) {
          inputs.add(find(gold, document.file().get(), document.id()));
        } else {
          throw new IOException(
              gold
                  + ": expected a field \"text\" or \"file\" with the text of document '"
                  + document.id()
                  + "'");
        }
      }
    }
    if (any) {
      inputs.add(records);
    }
    return inputs;
  }

  private static Path find(Path gold, String file, String id) throws IOException {
    Path folder = gold.toAbsolutePath().normalize().getParent();
    for (Path parent = folder; parent != null; parent = parent.getParent()) {
      Path found = parent.resolve(file);
      if (Files.isRegularFile(found)) {
        return found;
      }
    }
    throw new IOException(
        gold
            + ": there is no file "
            + file
            + " in "
            + folder
            + " or above it, which document '"
            + id
            + "' names");
  }
}
