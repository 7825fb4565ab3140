package org.entente.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.analysis.text.TextAnalyzer;
import org.entente.annotation.EntityType;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;

/**
 * Reads sentences in natural spelling with names in brackets: {@code [p Wang Yi] left [l Astana].}
 * The tokens are those that the program cuts in any text. A name of which a token holds only a part
 * ("[l Kochi]-[l Bengaluru] route") is no name, since hyphen compounds are none.
 */
final class NaturalText {
  private static final Pattern NAME = Pattern.compile("\\[([pol]) ([^\\[\\]]+)\\]");
  private static final Pattern MARK = Pattern.compile("\\[[a-zA-Z]* ");
  private static final Map<String, EntityType> TYPES =
      Map.of("p", EntityType.PERSON, "o", EntityType.ORGANIZATION, "l", EntityType.PLACE);

  private final TextAnalyzer analyzer = TextAnalyzer.load();

  private record Mark(int begin, int end, EntityType type) {}

  /**
   * Reads a sentence.
   *
   * @param line the text with its marks
   * @param origin what to call the line in messages
   * @throws IOException when a bracket is not closed or its type is unknown
   */
  TaggedSentence sentence(String line, String origin) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    Matcher matcher = NAME.matcher(line);
    int at = 0;
    while (matcher.find()) {
      text.append(plain(line.substring(at, matcher.start()), origin));
      int begin = text.length();
      text.append(matcher.group(2));
      marks.add(new Mark(begin, text.length(), TYPES.get(matcher.group(1))));
      at = matcher.end();
    }
    text.append(plain(line.substring(at), origin));
    Block block = new Block(new Span(0, text.length()), BlockKind.HEADLINE);
    Document document =
        new Document(origin, text.toString(), List.of(block), Optional.empty(), "", "", "", origin);
    List<String> forms = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (Sentence sentence : analyzer.analyze(document)) {
      for (Token token : sentence.tokens()) {
        forms.add(token.form());
        spans.add(token.span());
      }
    }
    List<TaggedName> names = new ArrayList<>();
    for (Mark mark : marks) {
      int begin = 0;
      while (begin < spans.size() && spans.get(begin).begin() != mark.begin()) {
        begin++;
      }
      int end = begin;
      while (end < spans.size() && spans.get(end).end() < mark.end()) {
        end++;
      }
      if (end < spans.size() && spans.get(end).end() == mark.end()) {
        names.add(new TaggedName(begin, end + 1, mark.type()));
      }
    }
    return new TaggedSentence(forms, names);
  }

  private static String plain(String text, String origin) throws IOException {
    Matcher mark = MARK.matcher(text);
    if (mark.find()) {
      throw new IOException(
          origin
              + ": cannot read the name at \""
              + text.substring(mark.start())
              + "\"; write [p NAME], [o NAME] or [l NAME], without brackets inside");
    }
    return text;
  }
}
