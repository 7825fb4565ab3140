package org.entente.train;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.entente.annotation.EntityType;

/**
 * Makes more training documents out of annotated ones: copies in which people and places have other
 * names from the gazetteer, each the same throughout a document, and documents of bare names, as
 * tables, lists and captions have them. The same seed gives the same documents.
 */
final class Variants {
  private static final String GAZETTEER = "/org/entente/analysis/gazetteer/";
  private static final Pattern PERSON =
      Pattern.compile("\\p{Lu}[\\p{L}.'’-]+( \\p{L}[\\p{L}.'’-]*){1,3}");
  private static final Pattern PLACE =
      Pattern.compile("\\p{Lu}[\\p{L}'’-]{2,}( \\p{Lu}[\\p{L}'’-]+)?");

  private final Random random;
  private final List<String> people;
  private final List<String> places;

  Variants(long seed) throws IOException {
    random = new Random(seed);
    people = labels("people.tsv.gz", PERSON);
    places = labels("places.tsv.gz", PLACE);
  }

  private static List<String> labels(String file, Pattern pattern) throws IOException {
    List<String> labels = new ArrayList<>();
    InputStream stream = Variants.class.getResourceAsStream(GAZETTEER + file);
    if (stream == null) {
      throw new FileNotFoundException("The gazetteer's " + file + " is missing from the program.");
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8))) {
      int column = List.of(reader.readLine().split("\t", -1)).indexOf("label");
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String label = line.split("\t", -1)[column];
        if (pattern.matcher(label).matches()) {
          labels.add(label);
        }
      }
    }
    return labels;
  }

  /** Returns the document with other names of people and places. */
  TaggedDocument renamed(TaggedDocument document) {
    Map<String, List<String>> names = new HashMap<>();
    Map<String, String> parts = new HashMap<>();
    for (TaggedSentence sentence : document.sentences()) {
      for (TaggedName name : sentence.names()) {
        List<String> tokens = sentence.tokens().subList(name.begin(), name.end());
        if (name.type() == EntityType.PERSON && name.length() > 1) {
          List<String> other = blended(pick(people), people);
          names.putIfAbsent(String.join(" ", tokens), other);
          parts.putIfAbsent(tokens.get(0), other.get(0));
          parts.putIfAbsent(tokens.get(tokens.size() - 1), other.get(other.size() - 1));
        }
      }
    }
    List<TaggedSentence> sentences = new ArrayList<>();
    for (TaggedSentence sentence : document.sentences()) {
      sentences.add(renamed(sentence, names, parts));
    }
    return new TaggedDocument(document.id() + " renamed", sentences);
  }

  private TaggedSentence renamed(
      TaggedSentence sentence, Map<String, List<String>> names, Map<String, String> parts) {
    List<String> tokens = new ArrayList<>();
    List<TaggedName> moved = new ArrayList<>();
    int at = 0;
    for (TaggedName name : sentence.names()) {
      tokens.addAll(sentence.tokens().subList(at, name.begin()));
      List<String> old = sentence.tokens().subList(name.begin(), name.end());
      List<String> other = other(old, name.type(), names, parts);
      moved.add(new TaggedName(tokens.size(), tokens.size() + other.size(), name.type()));
      tokens.addAll(other);
      at = name.end();
    }
    tokens.addAll(sentence.tokens().subList(at, sentence.tokens().size()));
    return new TaggedSentence(tokens, moved);
  }

  private List<String> other(
      List<String> old,
      EntityType type,
      Map<String, List<String>> names,
      Map<String, String> parts) {
    String text = String.join(" ", old);
    boolean capitals = text.length() > 3 && text.equals(text.toUpperCase(Locale.ROOT));
    if (capitals || type == EntityType.ORGANIZATION) {
      return old;
    }
    if (type == EntityType.PLACE) {
      return old.size() > 1 || text.length() < 4 || text.indexOf('.') >= 0
          ? old
          : names.computeIfAbsent(text, key -> blended(pick(places), places));
    }
    if (old.size() > 1) {
      return names.get(text);
    }
    return List.of(
        parts.computeIfAbsent(
            text,
            key -> {
              List<String> tokens = blended(pick(people), people);
              return tokens.get(tokens.size() - 1);
            }));
  }

  /** Returns a document of some of the names, one a line, in chance order. */
  TaggedDocument listed(TaggedDocument document) {
    Set<TaggedSentence> lines = new LinkedHashSet<>();
    for (TaggedSentence sentence : document.sentences()) {
      for (TaggedName name : sentence.names()) {
        if (random.nextInt(3) == 0) {
          lines.add(
              new TaggedSentence(
                  sentence.tokens().subList(name.begin(), name.end()),
                  List.of(new TaggedName(0, name.length(), name.type()))));
        }
      }
    }
    return new TaggedDocument(document.id() + " listed", List.copyOf(lines));
  }

  /**
   * Returns the words of a name, of which every second one ends as a word of another name does: the
   * gazetteer's names are all on the lists that the model sees, and names in a text are not.
   */
  private List<String> blended(String name, List<String> labels) {
    List<String> tokens = new ArrayList<>();
    for (String token : name.split(" ")) {
      String[] others = pick(labels).split(" ");
      String other = others[random.nextInt(others.length)];
      boolean blend = random.nextBoolean() && token.length() > 3 && other.length() > 3;
      tokens.add(
          blend && Character.isUpperCase(token.charAt(0))
              ? token.substring(0, token.length() / 2)
                  + other.substring(other.length() / 2).toLowerCase(Locale.ROOT)
              : token);
    }
    return tokens;
  }

  private String pick(List<String> labels) {
    return labels.get(random.nextInt(labels.size()));
  }
}
