package org.entente.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads CommonMark. The text stays as it was written, with its marks; paragraphs and headings point
 * into it, and front matter, code, pictures and paragraphs of nothing but links are furniture.
 */
final class MarkdownContent {
  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "\\A\\uFEFF?(?<fence>---|\\+\\+\\+)[ \\t]*\\R(?<lines>.*?)\\R\\k<fence>[ \\t]*(?:\\R|\\z)",
          Pattern.DOTALL);
  private static final Pattern PAIR = Pattern.compile("(?<key>[\\w.-]+)\\s*[:=]\\s*(?<value>.*)");
  private static final Pattern HEADING =
      Pattern.compile("#{1,6}[ \\t]+(?<title>.*?)(?:[ \\t]+#+)?[ \\t]*");

  private final Parser parser =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  /** Reads a document. */
  Content read(String text) {
    Map<String, String> front = new TreeMap<>();
    List<Block> blocks = new ArrayList<>();
    String body = text;
    Matcher matcher = FRONT_MATTER.matcher(text);
    if (matcher.find()) {
      for (String line : matcher.group("lines").lines().toList()) {
        Matcher pair = PAIR.matcher(line);
        if (pair.matches()) {
          front.putIfAbsent(
              pair.group("key").toLowerCase(Locale.ROOT), unquote(pair.group("value").strip()));
        }
      }
      blocks.add(new Block(TextLayout.trim(text, 0, matcher.end()), BlockKind.FURNITURE));
      // Blanked out rather than cut off, so that the offsets of the rest stay.
      body =
          text.substring(0, matcher.end()).replaceAll("[^\\r\\n]", " ")
              + text.substring(matcher.end());
    }
    parser.parse(body).accept(new BlockCollector(text, blocks));
    List<String> dates =
        List.of("date", "published", "pubdate", "publishdate", "created").stream()
            .map(front::get)
            .filter(value -> value != null && !value.isBlank())
            .toList();
    return new Content(
        front.getOrDefault("id", ""),
        text,
        Optional.of(blocks),
        dates,
        front.getOrDefault("title", ""),
        front.getOrDefault("url", front.getOrDefault("link", "")),
        front.getOrDefault("source", front.getOrDefault("publisher", "")),
        "",
        Optional.empty());
  }

  private static String unquote(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") && value.endsWith("\"")
                || value.startsWith("'") && value.endsWith("'"));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static final class BlockCollector extends AbstractVisitor {
    private final String text;
    private final List<Block> blocks;

    BlockCollector(String text, List<Block> blocks) {
      this.text = text;
      this.blocks = blocks;
    }

    @Override
    public void visit(Heading heading) {
      List<SourceSpan> spans = heading.getSourceSpans();
      Span whole = span(spans);
      Matcher matcher = HEADING.matcher(whole.of(text));
      if (matcher.matches()) {
        add(
            new Span(whole.begin() + matcher.start("title"), whole.begin() + matcher.end("title")),
            BlockKind.HEADLINE);
      } else if (spans.size() > 1) {
        // Underlined: the last line is the underline.
        add(span(spans.subList(0, spans.size() - 1)), BlockKind.HEADLINE);
      }
    }

    @Override
    public void visit(Paragraph paragraph) {
      add(
          span(paragraph.getSourceSpans()),
          onlyLinks(paragraph) ? BlockKind.FURNITURE : BlockKind.PARAGRAPH);
    }

    @Override
    public void visit(FencedCodeBlock code) {
      add(span(code.getSourceSpans()), BlockKind.FURNITURE);
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      add(span(code.getSourceSpans()), BlockKind.FURNITURE);
    }

    @Override
    public void visit(HtmlBlock block) {
      add(span(block.getSourceSpans()), BlockKind.FURNITURE);
    }

    private void add(Span span, BlockKind kind) {
      if (span.length() > 0) {
        blocks.add(new Block(span, kind));
      }
    }

    private Span span(List<SourceSpan> spans) {
      if (spans.isEmpty()) {
        return new Span(0, 0);
      }
      SourceSpan last = spans.get(spans.size() - 1);
      return TextLayout.trim(
          text, spans.get(0).getInputIndex(), last.getInputIndex() + last.getLength());
    }

    private static boolean onlyLinks(Node paragraph) {
      boolean any = false;
      for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof Link || child instanceof Image) {
          any = true;
        } else if (child instanceof Text plain) {
          if (plain.getLiteral().codePoints().anyMatch(Character::isLetterOrDigit)) {
            return false;
          }
        } else if (!(child instanceof SoftLineBreak) && !(child instanceof HardLineBreak)) {
          return false;
        }
      }
      return any;
    }
  }
}
