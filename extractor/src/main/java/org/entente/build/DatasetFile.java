package org.entente.build;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.rdf.DatasetDetails;

/**
 * Reads a file that describes a dataset: UTF-8, a line {@code key = value} for each of {@code
 * title}, {@code description}, {@code creator} (as often as there are creators), {@code licence}
 * and {@code doi}; all may be left out. Empty lines and lines that begin with # are passed over.
 */
public final class DatasetFile {
  private static final String CREATOR = "creator";
  private static final List<String> KEYS =
      List.of("title", "description", CREATOR, "licence", "doi");

  private static final Pattern LINE = Pattern.compile("\\s*([^=]*?)\\s*=\\s*(.*?)\\s*");
  private static final Pattern NAME_AND_IRI = Pattern.compile("([^<>]+?)\\s*<([^<>]+)>");
  private static final Pattern DOI =
      Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/|doi:)?(10\\.\\d{4,9}/\\S+)");

  private final Map<String, String> values = new HashMap<>();
  private final List<DatasetDetails.Creator> creators = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private DatasetFile() {}

  /** A file that describes a dataset is faulty. */
  public static final class FaultyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FaultyException(String source, List<String> faults) {
      super(source + ": " + String.join("\n  ", faults));
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read
   * @throws FaultyException when lines are faulty; its message names all of them
   */
  public static DatasetDetails read(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * Reads the text of a file.
   *
   * @param source what messages call it
   * @throws FaultyException when lines are faulty; its message names all of them
   */
  public static DatasetDetails parse(String source, String text) {
    DatasetFile file = new DatasetFile();
    List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        String fault = file.line(line);
        if (!fault.isEmpty()) {
          file.faults.add("line " + (i + 1) + ": " + fault);
        }
      }
    }
    if (!file.faults.isEmpty()) {
      throw new FaultyException(source, file.faults);
    }
    return new DatasetDetails(
        file.value("title"),
        file.value("description"),
        file.creators,
        file.value("licence"),
        file.value("doi"));
  }

  private Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Takes a line; returns what is wrong with it, or nothing. */
  private String line(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return "expected 'key = value', found: " + line.strip();
    }
    String key = parts.group(1);
    String value = parts.group(2);
    if (!KEYS.contains(key)) {
      return "no such key: '" + key + "'; the keys are " + String.join(", ", KEYS);
    }
    if (value.isEmpty()) {
      return key + " has no value; leave the line out";
    }
    if (key.equals(CREATOR)) {
      return creator(value);
    }
    if (key.equals("licence") && !web(value)) {
      return "a licence is the address of its text, such as"
          + " https://creativecommons.org/licenses/by/4.0/, found: "
          + value;
    }
    if (key.equals("doi")) {
      Matcher doi = DOI.matcher(value);
      if (!doi.matches()) {
        return "a DOI looks like 10.5281/zenodo.1234, found: " + value;
      }
      value = doi.group(1);
    }
    return values.putIfAbsent(key, value) == null ? "" : key + " stands there twice";
  }

  private String creator(String value) {
    Matcher both = NAME_AND_IRI.matcher(value);
    if (!both.matches()) {
      if (value.contains("<") || value.contains(">")) {
        return "expected a name, or a name and <address>, found: " + value;
      }
      creators.add(new DatasetDetails.Creator(value, Optional.empty()));
      return "";
    }
    if (!web(both.group(2))) {
      return "expected an address such as https://orcid.org/0000-0002-1825-0097, found: "
          + both.group(2);
    }
    creators.add(new DatasetDetails.Creator(both.group(1), Optional.of(both.group(2))));
    return "";
  }

  private static boolean web(String value) {
    try {
      URI uri = URI.create(value);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
