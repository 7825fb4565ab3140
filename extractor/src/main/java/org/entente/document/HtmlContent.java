package org.entente.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dankito.readability4j.Readability4J;
import org.entente.source.UnreadableException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Reads web pages. The text is that of the article, as Readability finds it, or of the page's body
 * where the page is too short for Readability; its paragraphs are parted by blank lines, and
 * offsets point into it, not into the markup.
 */
final class HtmlContent {
  private static final String NO_ADDRESS = "https://page.invalid/";

  /** Below this many characters Readability is taken to have given up. */
  private static final int MIN_ARTICLE = 200;

  /** No element with more text than this is thrown out because of its class. */
  private static final int MAX_FURNITURE = 600;

  /**
   * Beyond this depth of nesting Readability, whose work grows with the square of it, is not asked;
   * pages made by hand or by any content system stay far below.
   */
  private static final int MAX_DEPTH = 400;

  private static final String INVISIBLE =
      "script, style, noscript, template, iframe, object, svg, canvas, audio, video, select,"
          + " textarea, input, button, [hidden], [aria-hidden=true], [style~=(?i)display:\\s*none]";
  private static final String AROUND =
      "nav, aside, footer, form, dialog, [role=navigation], [role=banner], [role=complementary],"
          + " [role=contentinfo], [role=dialog]";
  private static final Set<String> CAPTIONS = Set.of("figcaption", "caption");

  private final HtmlMetadata metadata = new HtmlMetadata();
  private final TextLayout layout = new TextLayout();
  private final List<PatternTable.Entry> furnitureClasses =
      FurnitureMarker.entries().stream().filter(entry -> entry.scope().equals("class")).toList();

  /**
   * Reads a page.
   *
   * @throws UnreadableException when it shows no text
   */
  Content read(String html) throws UnreadableException {
    org.jsoup.nodes.Document page = Jsoup.parse(html);
    Map<String, List<String>> fields = metadata.read(page);
    page.select(INVISIBLE).remove();
    // Readability would take the title of an otherwise empty page for its article.
    page.head().empty();
    Extract everything = extract(page.body());
    Extract main = main(page, everything);
    String text = main.text.toString();
    Optional<List<Block>> blocks = Optional.of(main.blocks);
    if (text.isBlank()) {
      text = first(fields, "text");
      blocks = Optional.empty();
    }
    if (text.isBlank()) {
      throw new UnreadableException(
          "is a web page that shows no text without its scripts",
          "Open it in a browser and save it from there, or save its text.");
    }
    return new Content(
        "",
        text,
        blocks,
        fields.getOrDefault("published", List.of()),
        first(fields, "title"),
        address(fields.getOrDefault("url", List.of())),
        first(fields, "publisher"),
        everything.text.toString(),
        Optional.empty());
  }

  private static String first(Map<String, List<String>> fields, String field) {
    return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("");
  }

  private static String address(List<String> urls) {
    return urls.stream().filter(url -> url.matches("https?://\\S+")).findFirst().orElse("");
  }

  private Extract main(org.jsoup.nodes.Document page, Extract everything) {
    removeByClass(page);
    org.jsoup.nodes.Document copy = page.clone();
    Extract article = everything.depth > MAX_DEPTH ? new Extract(layout) : readable(page);
    if (article.length() >= MIN_ARTICLE) {
      return article;
    }
    copy.select(AROUND).remove();
    Extract body = extract(copy.body());
    Element marked = largest(copy.select("[itemprop=articleBody], article, main, [role=main]"));
    Extract inner = marked == null ? body : extract(marked);
    Extract fallback =
        inner.length() >= MIN_ARTICLE || inner.length() * 2 >= body.length() ? inner : body;
    if (fallback.length() > article.length()) {
      return fallback;
    }
    return article.length() > 0 ? article : everything;
  }

  private Extract readable(org.jsoup.nodes.Document page) {
    try {
      Element content = new Readability4J(NO_ADDRESS, page).parse().getArticleContent();
      return content == null ? new Extract(layout) : extract(content);
    } catch (StackOverflowError e) {
      // Readability descends recursively; a page nested that deep is read without it.
      return new Extract(layout);
    }
  }

  private static Element largest(Elements elements) {
    Element largest = null;
    int length = -1;
    for (Element element : elements) {
      int size = element.text().length();
      if (size > length) {
        largest = element;
        length = size;
      }
    }
    return largest;
  }

  /** Takes out small elements whose class or id names them as furniture. */
  private void removeByClass(Element page) {
    List<Element> doomed = new ArrayList<>();
    for (Element element : page.select("[class], [id]")) {
      String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT).strip();
      boolean furniture =
          furnitureClasses.stream().anyMatch(entry -> entry.pattern().matcher(names).find());
      if (furniture
          && !element.tagName().equals("body")
          && !element.tagName().equals("html")
          && isSmall(element)) {
        doomed.add(element);
      }
    }
    doomed.forEach(Element::remove);
  }

  private static boolean isSmall(Element element) {
    int[] length = {0};
    NodeTraversor.filter(
        (node, depth) -> {
          length[0] += node instanceof TextNode plain ? plain.getWholeText().strip().length() : 0;
          return length[0] > MAX_FURNITURE
              ? NodeFilter.FilterResult.STOP
              : NodeFilter.FilterResult.CONTINUE;
        },
        element);
    return length[0] <= MAX_FURNITURE;
  }

  private Extract extract(Element root) {
    Extract extract = new Extract(layout);
    NodeTraversor.traverse(extract, root);
    extract.flush();
    return extract;
  }

  /** Writes down what an element shows, paragraph by paragraph. */
  private static final class Extract implements NodeVisitor {
    private final TextLayout layout;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private int headings;
    private int captions;
    private int preformatted;
    private int depth;

    Extract(TextLayout layout) {
      this.layout = layout;
    }

    int length() {
      return text.length();
    }

    @Override
    public void head(Node node, int at) {
      depth = Math.max(depth, at);
      if (node instanceof TextNode plain) {
        append(plain.getWholeText());
      } else if (node instanceof Element element) {
        if (element.tagName().equals("br")) {
          paragraph.append('\n');
        } else if (element.isBlock()) {
          flush();
          enter(element, 1);
        }
      }
    }

    @Override
    public void tail(Node node, int at) {
      if (node instanceof Element element && element.isBlock() && !element.tagName().equals("br")) {
        flush();
        enter(element, -1);
      }
    }

    private void enter(Element element, int step) {
      String tag = element.tagName();
      headings += tag.matches("h[1-6]") ? step : 0;
      captions += CAPTIONS.contains(tag) ? step : 0;
      preformatted += tag.equals("pre") ? step : 0;
    }

    private void append(String characters) {
      for (int i = 0; i < characters.length(); i++) {
        char c = characters.charAt(i);
        boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
        if (blank && preformatted > 0 && c == '\n') {
          paragraph.append('\n');
        } else if (!blank) {
          paragraph.append(c);
        } else if (paragraph.length() > 0
            && !Character.isWhitespace(paragraph.charAt(paragraph.length() - 1))) {
          paragraph.append(' ');
        }
      }
    }

    void flush() {
      String part = paragraph.toString();
      paragraph.setLength(0);
      if (part.isBlank()) {
        return;
      }
      if (text.length() > 0) {
        text.append("\n\n");
      }
      int begin = text.length();
      text.append(part.strip());
      BlockKind kind =
          captions > 0
              ? BlockKind.FURNITURE
              : headings > 0 ? BlockKind.HEADLINE : BlockKind.PARAGRAPH;
      for (Block block : layout.blocks(part.strip())) {
        Span span = block.span();
        blocks.add(new Block(new Span(begin + span.begin(), begin + span.end()), kind));
      }
    }
  }
}
