package org.entente.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.entente.document.Span;

/**
 * Reads Voice of America news from the table of tokens that was cut from the Groningen Meaning Bank
 * (a zip archive of one CSV file in windows-1252, with a sentence's number, a word and its tag in
 * the Penn Treebank's set) and sets the sentences again as they were printed. Both sentences and
 * tags were made by a program and only in part looked over, so the figures rank systems but are no
 * measure of their errors.
 */
final class VoaText {
  /** Of so many sentences in a row, the first {@link #READ} are read, as one text. */
  private static final int STRETCH = 500;

  private static final int READ = 50;

  private static final int PARAGRAPH = 5;

  private static final Charset ENCODING = Charset.forName("windows-1252");

  private static final Set<String> NO_SPACE_BEFORE =
      Set.of(
          ",", ".", ";", ":", "!", "?", ")", "%", "'s", "'", "n't", "'re", "'ve", "'ll", "'d",
          "'m");

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("NN", "NOUN"),
          Map.entry("NNS", "NOUN"),
          Map.entry("NNP", "PROPN"),
          Map.entry("NNPS", "PROPN"),
          Map.entry("JJ", "ADJ"),
          Map.entry("JJR", "ADJ"),
          Map.entry("JJS", "ADJ"),
          Map.entry("RB", "ADV"),
          Map.entry("RBR", "ADV"),
          Map.entry("RBS", "ADV"),
          Map.entry("CD", "NUM"),
          Map.entry("PRP", "PRON"),
          Map.entry("CC", "CCONJ"),
          Map.entry("MD", "AUX"),
          Map.entry("VBG", "VERB"),
          Map.entry("VBN", "VERB"));

  private VoaText() {}

  /**
   * Reads every tenth stretch of sentences.
   *
   * @param file the archive
   * @return the texts; a token whose tag has no one counterpart is tagged with an empty string
   * @throws IOException naming the file when it cannot be read
   */
  static List<CutText> read(Path file) throws IOException {
    return read(file, STRETCH, READ);
  }

  /**
   * Reads the first sentences of each stretch of sentences, as one text.
   *
   * @param file the archive
   * @param stretch how many sentences there are from the beginning of one text to that of the next
   * @param read how many of them are read, all at most
   * @return the texts, as above
   * @throws IOException naming the file when it cannot be read
   */
  static List<CutText> read(Path file, int stretch, int read) throws IOException {
    List<CutText> texts = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      if (zip.getNextEntry() == null) {
        throw new IOException(file + ": expected a zip archive of one table");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(zip, ENCODING));
      reader.readLine();
      Builder builder = new Builder();
      int sentence = -1;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        List<String> cells = cells(line);
        if (cells.size() < 3) {
          throw new IOException(file + ": expected a sentence, a word and a tag in: " + line);
        }
        if (!cells.get(0).isEmpty()) {
          sentence++;
          if (sentence > 0 && sentence % stretch == read % stretch) {
            texts.add(builder.text());
            builder = new Builder();
          }
          if (sentence % stretch < read) {
            builder.begin(sentence % stretch % PARAGRAPH == 0);
          }
        }
        if (sentence % stretch < read) {
          builder.add(cells.get(1), cells.get(2));
        }
      }
      if (sentence >= 0 && sentence % stretch < read) {
        texts.add(builder.text());
      }
    }
    return texts;
  }

  /** Splits a line of CSV, in which a cell may stand in quotes with quotes doubled inside. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Sets tokens as they are printed. */
  private static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Span> paragraphs = new ArrayList<>();
    private final List<Span> sentences = new ArrayList<>();
    private final List<Span> tokens = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private int paragraph;
    private int sentence;
    private boolean inQuotes;
    private boolean glued = true;

    void begin(boolean newParagraph) {
      if (!text.isEmpty()) {
        sentences.add(new Span(sentence, text.length()));
        if (newParagraph) {
          paragraphs.add(new Span(paragraph, text.length()));
        }
        text.append(newParagraph ? '\n' : ' ');
      }
      sentence = text.length();
      paragraph = newParagraph ? sentence : paragraph;
      inQuotes = false;
      glued = true;
    }

    void add(String word, String tag) {
      boolean quote = word.equals("\"") || word.equals("`") || word.equals("``");
      String form = quote ? "\"" : word;
      boolean closes = quote && inQuotes;
      if (!glued && !closes && !NO_SPACE_BEFORE.contains(form.toLowerCase(Locale.ROOT))) {
        text.append(' ');
      }
      tokens.add(new Span(text.length(), text.length() + form.length()));
      tags.add(TAGS.getOrDefault(tag, ""));
      text.append(form);
      inQuotes ^= quote;
      glued = quote && inQuotes || form.equals("(") || form.equals("$");
    }

    CutText text() {
      sentences.add(new Span(sentence, text.length()));
      paragraphs.add(new Span(paragraph, text.length()));
      return new CutText(text.toString(), paragraphs, sentences, tokens, tags);
    }
  }
}
