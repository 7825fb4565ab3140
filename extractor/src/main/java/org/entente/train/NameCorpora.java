package org.entente.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.annotation.EntityType;

/**
 * Reads the corpora of annotated names in their own formats and maps them to the one {@linkplain
 * Guideline guideline}. Every method throws {@link IOException} naming the file that it cannot
 * read.
 */
final class NameCorpora {
  private static final Pattern BLANKS = Pattern.compile("[\\t ]+");

  private NameCorpora() {}

  /**
   * Reads a file with a token and its tag a line, an empty line between sentences.
   *
   * @param file the file, UTF-8
   * @param tokenColumn number of the token's column
   * @param tagColumn number of the tag's column; from the end where negative
   * @param documentMark how a line between documents begins, or empty where every sentence stands
   *     alone
   */
  static List<TaggedDocument> columns(
      Path file, int tokenColumn, int tagColumn, String documentMark) throws IOException {
    List<TaggedDocument> documents = new ArrayList<>();
    List<TaggedSentence> sentences = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    String name = file.getFileName().toString();
    List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
    lines.add("");
    for (String line : lines) {
      boolean mark = !documentMark.isEmpty() && line.startsWith(documentMark);
      if (mark || line.isBlank()) {
        if (!tokens.isEmpty()) {
          sentences.add(sentence(tokens, tags));
          tokens.clear();
          tags.clear();
        }
        if ((mark || documentMark.isEmpty()) && !sentences.isEmpty()) {
          documents.add(new TaggedDocument(name + "#" + documents.size(), sentences));
          sentences.clear();
        }
        continue;
      }
      String[] parts = (line.indexOf('\t') >= 0 ? line.split("\t") : BLANKS.split(line));
      if (line.startsWith("# ") && parts.length < 4
          || parts.length < 2
          || parts[tokenColumn].isBlank()) {
        continue;
      }
      tokens.add(parts[tokenColumn].strip());
      tags.add(parts[tagColumn < 0 ? parts.length + tagColumn : tagColumn]);
    }
    if (!sentences.isEmpty()) {
      documents.add(new TaggedDocument(name + "#" + documents.size(), sentences));
    }
    return documents;
  }

  private static TaggedSentence sentence(List<String> tokens, List<String> tags) {
    List<TaggedName> names = new ArrayList<>();
    int i = 0;
    while (i < tags.size()) {
      String tag = tags.get(i);
      int j = i + 1;
      if (tag.length() > 2 && tag.charAt(1) == '-') {
        String inside = "I" + tag.substring(1);
        while (j < tags.size() && tags.get(j).equals(inside)) {
          j++;
        }
        int begin = i;
        int end = j;
        Guideline.type(tag.substring(2)).ifPresent(t -> names.add(new TaggedName(begin, end, t)));
      }
      i = j;
    }
    return Tokens.sentence(tokens, names, null);
  }

  /** Reads every file with that ending under a folder, each as one document. */
  static List<TaggedDocument> folder(Path folder, String ending, int tagColumn) throws IOException {
    List<TaggedDocument> documents = new ArrayList<>();
    for (Path file : files(folder, ending)) {
      List<TaggedSentence> sentences = new ArrayList<>();
      for (TaggedDocument part : columns(file, 0, tagColumn, "")) {
        sentences.addAll(part.sentences());
      }
      documents.add(new TaggedDocument(file.getFileName().toString(), sentences));
    }
    return documents;
  }

  /** Returns the files with that ending under a folder, by path. */
  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** Reads Re-DocRED: an array of documents with sentences and clusters of mentions. */
  static List<TaggedDocument> redocred(Path file) throws IOException {
    List<TaggedDocument> documents = new ArrayList<>();
    for (JsonNode document : new ObjectMapper().readTree(file.toFile())) {
      List<TreeMap<Integer, TaggedName>> names = new ArrayList<>();
      document.get("sents").forEach(sentence -> names.add(new TreeMap<>()));
      for (JsonNode cluster : document.get("vertexSet")) {
        for (JsonNode mention : cluster) {
          Optional<EntityType> type = Guideline.type(mention.get("type").asText());
          int begin = mention.get("pos").get(0).asInt();
          int end = mention.get("pos").get(1).asInt();
          type.ifPresent(
              t ->
                  names
                      .get(mention.get("sent_id").asInt())
                      .merge(
                          begin,
                          new TaggedName(begin, end, t),
                          (a, b) -> a.end() >= b.end() ? a : b));
        }
      }
      List<TaggedSentence> sentences = new ArrayList<>();
      for (int s = 0; s < names.size(); s++) {
        List<String> tokens = new ArrayList<>();
        document
            .get("sents")
            .get(s)
            .forEach(t -> tokens.add(t.asText().isBlank() ? "-" : t.asText()));
        sentences.add(Tokens.sentence(tokens, flat(names.get(s).values()), null));
      }
      documents.add(new TaggedDocument(document.get("title").asText(), sentences));
    }
    return documents;
  }

  private static List<TaggedName> flat(Iterable<TaggedName> names) {
    List<TaggedName> flat = new ArrayList<>();
    int last = 0;
    for (TaggedName name : names) {
      if (name.begin() >= last) {
        flat.add(name);
        last = name.end();
      }
    }
    return flat;
  }

  private static final Pattern GUM_BRACKET =
      Pattern.compile("\\((\\d+)-([a-z]+)-[^()]*|(\\d+)\\)|\\)");

  private record Open(String id, String type, int begin) {}

  /**
   * Reads a GUM document. GUM marks every noun phrase; a name is the run of proper nouns in a
   * phrase of a person, organization or place.
   */
  static TaggedDocument gum(Path file) throws IOException {
    List<TaggedSentence> sentences = new ArrayList<>();
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.isBlank()) {
        if (!rows.isEmpty()) {
          sentences.add(gumSentence(rows));
          rows.clear();
        }
      } else if (line.charAt(0) != '#') {
        String[] row = line.split("\t");
        if (row[0].indexOf('-') < 0 && row[0].indexOf('.') < 0) {
          rows.add(row);
        }
      }
    }
    if (!rows.isEmpty()) {
      sentences.add(gumSentence(rows));
    }
    return new TaggedDocument(file.getFileName().toString().replace(".conllu", ""), sentences);
  }

  private static TaggedSentence gumSentence(List<String[]> rows) {
    int n = rows.size();
    List<String> tokens = new ArrayList<>();
    boolean[] glued = new boolean[n];
    boolean[] proper = new boolean[n];
    List<Open> phrases = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    Deque<Open> open = new ArrayDeque<>();
    for (int i = 0; i < n; i++) {
      String[] row = rows.get(i);
      tokens.add(row[1]);
      proper[i] = row[4].startsWith("NNP");
      glued[i] = row[9].contains("SpaceAfter=No");
      for (String field : row[9].split("\\|")) {
        if (field.startsWith("Entity=")) {
          Matcher m = GUM_BRACKET.matcher(field.substring(7));
          while (m.find()) {
            if (m.group(1) != null) {
              open.push(new Open(m.group(1), m.group(2), i));
            } else if (!open.isEmpty()) {
              Open found = null;
              for (Open o : open) {
                if (m.group(3) == null || o.id().equals(m.group(3))) {
                  found = o;
                  break;
                }
              }
              if (found != null) {
                open.remove(found);
                phrases.add(found);
                ends.add(i + 1);
              }
            }
          }
        }
      }
    }
    TreeMap<Integer, TaggedName> names = new TreeMap<>();
    for (int p = 0; p < phrases.size(); p++) {
      Open phrase = phrases.get(p);
      Optional<EntityType> type = Guideline.type(phrase.type());
      if (type.isEmpty()) {
        continue;
      }
      gumName(rows, proper, phrase.begin(), ends.get(p), type.get(), tokens)
          .ifPresent(name -> names.merge(name.begin(), name, (a, b) -> a.end() >= b.end() ? a : b));
    }
    return Tokens.sentence(tokens, flat(names.values()), glued);
  }

  /** The run of proper nouns around the head of a noun phrase, joined by "of", "the" and so on. */
  private static Optional<TaggedName> gumName(
      List<String[]> rows,
      boolean[] proper,
      int begin,
      int end,
      EntityType type,
      List<String> tokens) {
    int head = -1;
    for (int i = begin; i < end; i++) {
      int of = Integer.parseInt(rows.get(i)[6]) - 1;
      if (of < begin || of >= end) {
        head = i;
        break;
      }
    }
    if (head < 0 || !proper[head]) {
      return Optional.empty();
    }
    int from = head;
    while (from > begin && linked(proper, tokens, from - 1, begin, end, type)) {
      from--;
    }
    int to = head + 1;
    while (to < end && linked(proper, tokens, to, begin, end, type)) {
      to++;
    }
    while (from < head && !proper[from]) {
      from++;
    }
    while (to > head + 1 && !proper[to - 1] && !tokens.get(to - 1).matches("[0-9)]+")) {
      to--;
    }
    return Optional.of(new TaggedName(from, to, type));
  }

  private static boolean linked(
      boolean[] proper, List<String> tokens, int i, int begin, int end, EntityType type) {
    if (proper[i]) {
      return true;
    }
    boolean inside = i > begin && i + 1 < end;
    if (tokens.get(i).equals("-")) {
      return inside;
    }
    return type != EntityType.PERSON
        && inside
        && List.of("of", "for", "and", "the", "&", "'s").contains(tokens.get(i))
        && (proper[i + 1] || tokens.get(i + 1).equals("the"));
  }
}
