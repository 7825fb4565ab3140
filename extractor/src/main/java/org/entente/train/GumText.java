package org.entente.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.document.Span;

/** Reads documents of GUM as running text with annotated sentences, tokens and tags. */
final class GumText {
  private static final String SENTENCE = "# text = ";

  private static final int TAG = 3;

  private GumText() {}

  /**
   * Reads a document; hyphen compounds are in parts, as the corpus has them.
   *
   * @param name its name, for error messages
   * @param lines the lines of its CoNLL-U file
   * @throws IOException naming the first sentence whose tokens are not those of its text
   */
  static CutText read(String name, List<String> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Span> paragraphs = new ArrayList<>();
    List<Span> sentences = new ArrayList<>();
    List<Span> tokens = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    boolean newParagraph = true;
    int paragraph = 0;
    int at = 0;
    int joinedTo = 0;
    for (String line : lines) {
      if (line.equals("# newpar")) {
        newParagraph = true;
      } else if (line.startsWith(SENTENCE)) {
        if (!text.isEmpty()) {
          if (newParagraph) {
            paragraphs.add(new Span(paragraph, text.length()));
          }
          text.append(newParagraph ? '\n' : ' ');
        }
        paragraph = newParagraph ? text.length() : paragraph;
        newParagraph = false;
        at = text.length();
        text.append(line.substring(SENTENCE.length()).strip());
        sentences.add(new Span(at, text.length()));
        joinedTo = 0;
      } else if (!line.isBlank() && line.charAt(0) != '#') {
        String[] row = line.split("\t");
        if (row[0].indexOf('.') >= 0) {
          continue;
        }
        int dash = row[0].indexOf('-');
        int number = Integer.parseInt(dash < 0 ? row[0] : row[0].substring(0, dash));
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        if (dash > 0) {
          // The words of "gonna" follow; those of "I'll'" and the like may differ from the text.
          joinedTo =
              text.indexOf(row[1], at) == at ? 0 : Integer.parseInt(row[0].substring(dash + 1));
          continue;
        }
        if (number <= joinedTo) {
          continue;
        }
        if (!text.substring(at).startsWith(row[1])) {
          throw new IOException(
              name + ": expected the token \"" + row[1] + "\" in the text: " + text.substring(at));
        }
        tokens.add(new Span(at, at + row[1].length()));
        tags.add(row[TAG].equals("_") ? "" : row[TAG]);
        at += row[1].length();
      }
    }
    paragraphs.add(new Span(paragraph, text.length()));
    return new CutText(text.toString(), paragraphs, sentences, tokens, tags);
  }
}
