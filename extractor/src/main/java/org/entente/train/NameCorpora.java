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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.annotation.EntityType;

/**
 * Reads the corpora of annotated names in their own formats and maps them to the one {@linkplain
 * Guideline guideline}. The folder holds them as they are published, each under its own name:
 * {@code ner/crossner-politics/{train,dev,test}.txt}, {@code ner/wikigold/wikigold.conll.txt},
 * {@code ner/wnut17/wnut17train.conll}, {@code ner/re3d/data-by-source/conll/}, {@code
 * ner/re-docred/{dev,test}_revised.json}, {@code ner/uner-ewt/en_ewt-ud-{dev,test}.iob2}, {@code
 * ner/gum.tar.gz} or the folder {@code ner/gum}, and, only measured on, {@code
 * ner/worldwide-newswire-dev.tar.gz}. What is missing is left out. Every method throws {@link
 * IOException} naming the file that it cannot read.
 */
final class NameCorpora {
  /** Under which licence each corpus is published. */
  static final Map<String, String> LICENCES =
      Map.of(
          "CrossNER politics (train, dev)", "MIT",
          "WikiGold", "CC BY 4.0",
          "WNUT 2017 (train)", "CC BY 4.0",
          "re3d", "per source, open (Crown copyright, public domain, CC BY)",
          "Re-DocRED (mentions)", "MIT",
          "UNER English EWT", "CC BY-SA 4.0",
          "GUM (news, interview, speech, bio)", "CC BY 4.0",
          "own sentences", "Apache-2.0",
          "own sentences on organizations and politics", "Apache-2.0");

  /** The documents of GUM's own test and development splits, and some more, kept for measuring. */
  private static final Set<String> GUM_TESTING =
      Set.of(
          "GUM_interview_cyclone",
          "GUM_interview_gaming",
          "GUM_interview_libertarian",
          "GUM_news_homeopathic",
          "GUM_news_iodine",
          "GUM_news_nasa",
          "GUM_news_sensitive",
          "GUM_speech_impeachment",
          "GUM_speech_austria",
          "GUM_speech_newzealand",
          "GUM_bio_byron",
          "GUM_bio_dvorak",
          "GUM_bio_jespersen",
          "GUM_bio_holt",
          "GUM_interview_mcguire",
          "GUM_news_imprisoned",
          "GUM_news_korea",
          "GUM_news_worship",
          "GUM_speech_albania",
          "GUM_news_asylum",
          "GUM_interview_hill",
          "GUM_news_defector");

  private static final Pattern BLANKS = Pattern.compile("[\\t ]+");

  private final Path ner;

  /** Creates a reader of the folder. */
  NameCorpora(Path data) {
    this.ner = Files.isDirectory(data.resolve("ner")) ? data.resolve("ner") : data;
  }

  /** Returns the corpora to train on, by name, those that the folder holds. */
  Map<String, List<TaggedDocument>> training() throws IOException {
    Map<String, List<TaggedDocument>> corpora = new LinkedHashMap<>();
    List<TaggedDocument> politics = new ArrayList<>();
    for (String part : List.of("train", "dev")) {
      politics.addAll(columns("crossner-politics/" + part + ".txt", 0, 1, ""));
    }
    corpora.put("CrossNER politics (train, dev)", politics);
    corpora.put("WikiGold", columns("wikigold/wikigold.conll.txt", 0, 1, "-DOCSTART-"));
    corpora.put("WNUT 2017 (train)", columns("wnut17/wnut17train.conll", 0, 1, ""));
    corpora.put("re3d", folder(ner.resolve("re3d/data-by-source/conll"), ".conll", -1));
    List<TaggedDocument> redocred = new ArrayList<>();
    List<TaggedDocument> web = new ArrayList<>();
    for (String part : List.of("dev", "test")) {
      redocred.addAll(redocred(ner.resolve("re-docred/" + part + "_revised.json")));
      web.addAll(columns("uner-ewt/en_ewt-ud-" + part + ".iob2", 1, 2, "# newdoc"));
    }
    corpora.put("Re-DocRED (mentions)", redocred);
    corpora.put("UNER English EWT", web);
    corpora.put("GUM (news, interview, speech, bio)", gum(false));
    corpora.values().removeIf(List::isEmpty);
    return corpora;
  }

  /** Returns the texts to measure on, by name, those that the folder holds. */
  Map<String, List<TaggedDocument>> testing() throws IOException {
    Map<String, List<TaggedDocument>> texts = new LinkedHashMap<>();
    List<TaggedDocument> newswire = new ArrayList<>();
    for (Map.Entry<String, List<String>> file :
        archive("worldwide-newswire-dev", ".tsv").entrySet()) {
      newswire.add(document(file.getKey(), columns(file.getKey(), file.getValue(), 0, 1, "")));
    }
    texts.put("worldwide newswire", newswire);
    texts.put("CrossNER politics test", columns("crossner-politics/test.txt", 0, 1, ""));
    texts.put("GUM held-out documents", gum(true));
    texts.values().removeIf(List::isEmpty);
    return texts;
  }

  private List<TaggedDocument> gum(boolean testing) throws IOException {
    List<TaggedDocument> documents = new ArrayList<>();
    gumFiles(testing).forEach((name, lines) -> documents.add(gum(name, lines)));
    return documents;
  }

  /** Returns the lines of GUM's documents kept for measuring, by name; none without the corpus. */
  SortedMap<String, List<String>> gumHeldOut() throws IOException {
    return gumFiles(true);
  }

  private SortedMap<String, List<String>> gumFiles(boolean testing) throws IOException {
    SortedMap<String, List<String>> files = new TreeMap<>();
    archive("gum", ".conllu")
        .forEach((file, lines) -> files.put(file.replace(".conllu", ""), lines));
    files.keySet().removeIf(name -> GUM_TESTING.contains(name) != testing);
    return files;
  }

  /**
   * The lines of the files of a folder, or of the compressed archive of that name, by file name.
   */
  private SortedMap<String, List<String>> archive(String name, String ending) throws IOException {
    SortedMap<String, List<String>> files = new TreeMap<>();
    Path folder = ner.resolve(name);
    Path archive = ner.resolve(name + ".tar.gz");
    if (Files.isDirectory(folder)) {
      for (Path file : files(folder, ending)) {
        files.put(file.getFileName().toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
      }
    } else if (Files.exists(archive)) {
      TarArchive.read(archive, ending, (file, text) -> files.put(file, text.lines().toList()));
    }
    return files;
  }

  private List<TaggedDocument> columns(String file, int token, int tag, String documentMark)
      throws IOException {
    Path path = ner.resolve(file);
    return Files.exists(path) ? columns(path, token, tag, documentMark) : List.of();
  }

  private static TaggedDocument document(String id, List<TaggedDocument> parts) {
    List<TaggedSentence> sentences = new ArrayList<>();
    for (TaggedDocument part : parts) {
      sentences.addAll(part.sentences());
    }
    return new TaggedDocument(id, sentences);
  }

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
    return columns(
        file.getFileName().toString(),
        Files.readAllLines(file, StandardCharsets.UTF_8),
        tokenColumn,
        tagColumn,
        documentMark);
  }

  private static List<TaggedDocument> columns(
      String name, List<String> content, int tokenColumn, int tagColumn, String documentMark) {
    List<TaggedDocument> documents = new ArrayList<>();
    List<TaggedSentence> sentences = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    List<String> lines = new ArrayList<>(content);
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
    if (!Files.isDirectory(folder)) {
      return documents;
    }
    for (Path file : files(folder, ending)) {
      documents.add(document(file.getFileName().toString(), columns(file, 0, tagColumn, "")));
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
    if (!Files.exists(file)) {
      return documents;
    }
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
  static TaggedDocument gum(String name, List<String> lines) {
    List<TaggedSentence> sentences = new ArrayList<>();
    List<String[]> rows = new ArrayList<>();
    for (String line : lines) {
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
    return new TaggedDocument(name, sentences);
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
