package org.entente.train;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.annotation.EntityType;

/**
 * Reads text that a person annotated in the format of OpenNLP's name finder: one sentence a line,
 * tokens separated by spaces, names as {@code <START:person> Sergey Lavrov <END>}, an empty line
 * between documents, "#" before a comment. Types: person, organization, place.
 */
public final class AnnotatedText {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private AnnotatedText() {}

  /**
   * Reads all documents of a text.
   *
   * @param reader the text; left open
   * @param origin what to call it in messages
   * @throws IOException naming the line that breaks the format
   */
  public static List<TaggedDocument> read(BufferedReader reader, String origin) throws IOException {
    List<TaggedDocument> documents = new ArrayList<>();
    List<TaggedSentence> sentences = new ArrayList<>();
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.startsWith("#")) {
        continue;
      }
      if (line.isBlank()) {
        if (!sentences.isEmpty()) {
          documents.add(new TaggedDocument(origin + "#" + documents.size(), sentences));
          sentences.clear();
        }
        continue;
      }
      sentences.add(sentence(line, origin + ":" + number));
    }
    if (!sentences.isEmpty()) {
      documents.add(new TaggedDocument(origin + "#" + documents.size(), sentences));
    }
    return documents;
  }

  /** Reads the project's own training sentences from the class path. */
  static List<TaggedDocument> ownTraining() throws IOException {
    return resource("names-train.txt");
  }

  /** Reads the project's own test split from the class path; no model is trained on it. */
  static List<TaggedDocument> ownTesting() throws IOException {
    return resource("names-test.txt");
  }

  private static List<TaggedDocument> resource(String name) throws IOException {
    InputStream stream = AnnotatedText.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException("The list " + name + " is missing from the program.");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return read(reader, name);
    }
  }

  private static TaggedSentence sentence(String line, String origin) throws IOException {
    List<String> tokens = new ArrayList<>();
    List<TaggedName> names = new ArrayList<>();
    EntityType type = null;
    int begin = 0;
    for (String part : SPACES.split(line.strip())) {
      if (part.startsWith("<START:") && part.endsWith(">")) {
        if (type != null) {
          throw new IOException(origin + ": <START:…> inside of a name; close it with <END> first");
        }
        String label = part.substring(7, part.length() - 1);
        Optional<EntityType> found = Guideline.type(label);
        if (found.isEmpty()) {
          throw new IOException(
              origin
                  + ": unknown type \""
                  + label.toLowerCase(Locale.ROOT)
                  + "\"; use person, organization or place");
        }
        type = found.get();
        begin = tokens.size();
      } else if (part.equals("<END>")) {
        if (type == null || begin == tokens.size()) {
          throw new IOException(origin + ": <END> with no name before it");
        }
        names.add(new TaggedName(begin, tokens.size(), type));
        type = null;
      } else {
        tokens.add(part);
      }
    }
    if (type != null) {
      throw new IOException(origin + ": a name is not closed with <END>");
    }
    return new TaggedSentence(tokens, names);
  }
}
