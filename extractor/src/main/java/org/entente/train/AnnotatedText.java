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
 * Reads text that a person annotated, one sentence a line, an empty line between documents, "#"
 * before a comment, in either of two formats. Natural: text as it is printed, names as {@code [p
 * Sergey Lavrov]}, {@code [o United Nations]}, {@code [l Geneva]}; the program cuts the tokens.
 * That of OpenNLP's name finder: tokens separated by spaces, names as {@code <START:person> Sergey
 * Lavrov <END>}; types person, organization, place. A text with {@code <START:} is in the second.
 */
public final class AnnotatedText {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final String BEGIN = "<START:";

  private static final String END = "<END>";

  /** The project's own texts in the natural format, by region; every tenth document tests. */
  private static final List<String> REGIONS =
      List.of("names-africa-mideast.txt", "names-americas-europe.txt", "names-asia-pacific.txt");

  private static final int TESTED = 10;

  private AnnotatedText() {}

  /**
   * Reads all documents of a text.
   *
   * @param reader the text; left open
   * @param origin what to call it in messages
   * @throws IOException naming the line that breaks the format
   */
  public static List<TaggedDocument> read(BufferedReader reader, String origin) throws IOException {
    List<String> lines = reader.lines().toList();
    boolean tokens = lines.stream().anyMatch(line -> line.contains(BEGIN) || line.contains(END));
    NaturalText natural = tokens ? null : new NaturalText();
    List<TaggedDocument> documents = new ArrayList<>();
    List<TaggedSentence> sentences = new ArrayList<>();
    int number = 0;
    for (String line : lines) {
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
      String where = origin + ":" + number;
      sentences.add(tokens ? sentence(line, where) : natural.sentence(line, where));
    }
    if (!sentences.isEmpty()) {
      documents.add(new TaggedDocument(origin + "#" + documents.size(), sentences));
    }
    return documents;
  }

  /** Reads the project's own training sentences from the class path. */
  static List<TaggedDocument> ownTraining() throws IOException {
    List<TaggedDocument> documents = new ArrayList<>(resource("names-train.txt"));
    documents.addAll(regions(false));
    return documents;
  }

  /** Reads the project's own training sentences that are about organizations and politics. */
  static List<TaggedDocument> ownTopics() throws IOException {
    List<TaggedDocument> documents = new ArrayList<>(resource("names-politics.txt"));
    documents.addAll(resource("names-organizations.txt"));
    return documents;
  }

  /** Reads the project's own test split from the class path; no model is trained on it. */
  static List<TaggedDocument> ownTesting() throws IOException {
    List<TaggedDocument> documents = new ArrayList<>(resource("names-test.txt"));
    documents.addAll(regions(true));
    return documents;
  }

  private static List<TaggedDocument> regions(boolean testing) throws IOException {
    List<TaggedDocument> documents = new ArrayList<>();
    for (String region : REGIONS) {
      List<TaggedDocument> all = resource(region);
      for (int i = 0; i < all.size(); i++) {
        if ((i % TESTED == TESTED - 1) == testing) {
          documents.add(all.get(i));
        }
      }
    }
    return documents;
  }

  private static List<TaggedDocument> resource(String name) throws IOException {
    InputStream stream = AnnotatedText.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException("The text " + name + " is missing from the program.");
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
      if (part.startsWith(BEGIN) && part.endsWith(">")) {
        if (type != null) {
          throw new IOException(origin + ": <START:…> inside of a name; close it with <END> first");
        }
        String label = part.substring(BEGIN.length(), part.length() - 1);
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
      } else if (part.equals(END)) {
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
