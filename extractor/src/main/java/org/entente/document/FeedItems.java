package org.entente.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.entente.source.UnreadableException;

/**
 * Reads the items of a news feed that was saved: RSS 0.9x, 1.0 and 2.0, and Atom 1.0, one item
 * after another. Document types are not read and entities of one's own not known, so that a feed
 * can neither fetch anything nor grow. Sources: the RSS 2.0 specification, RFC 4287.
 */
final class FeedItems {
  private static final Set<String> ITEMS = Set.of("item", "entry");

  /** Elements of an item that are read, the better of one kind first. */
  private static final List<String> TEXTS = List.of("encoded", "content", "description", "summary");

  private static final List<String> DATES =
      List.of("pubDate", "published", "date", "issued", "updated", "modified");
  private static final Set<String> OTHERS = Set.of("title", "link", "guid", "id");

  /** Takes the items. */
  interface Items {
    /**
     * Takes an item.
     *
     * @param number from 1
     * @param item id, address, dates, title and publisher; its text is HTML
     */
    void item(int number, Content item);

    /** Is told of an item that is too large. */
    void tooLarge(int number);
  }

  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private final int limit;

  /**
   * Makes a reader.
   *
   * @param limit largest item, in characters
   */
  FeedItems(int limit) {
    this.limit = limit;
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  /**
   * Reads a feed.
   *
   * @throws UnreadableException when it is XML of another kind, or no well-formed XML; the items
   *     before were read
   */
  void read(InputStream in, Items items) throws UnreadableException, IOException {
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      String publisher = "";
      int number = 0;
      boolean feed = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        String name = xml.getLocalName();
        if (!feed && !Set.of("rss", "feed", "RDF").contains(name)) {
          throw new UnreadableException(
              "is XML and no news feed",
              "Turn each article into a line of JSON Lines with id, published, title, url, source"
                  + " and text.");
        }
        feed = true;
        if (ITEMS.contains(name)) {
          item(xml, ++number, publisher, items);
        } else if (name.equals("title") && publisher.isEmpty()) {
          publisher = text(xml, new StringBuilder()).toString().strip();
        }
      }
      if (number == 0) {
        throw new UnreadableException("is a news feed without items", "");
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException failed) {
        throw failed;
      }
      throw new UnreadableException(
          "is no well-formed XML at line "
              + e.getLocation().getLineNumber()
              + ", column "
              + e.getLocation().getColumnNumber(),
          "What came before that was read; get it again.");
    }
  }

  private void item(XMLStreamReader xml, int number, String publisher, Items items)
      throws XMLStreamException {
    Map<String, String> fields = new HashMap<>();
    int size = 0;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = xml.getLocalName();
      String address = xml.getAttributeValue(null, "href");
      String relation = xml.getAttributeValue(null, "rel");
      StringBuilder content = text(xml, new StringBuilder());
      if (name.equals("link") && address != null) {
        if (relation == null || relation.equals("alternate")) {
          fields.putIfAbsent("link", address);
        }
      } else if (TEXTS.contains(name) || DATES.contains(name) || OTHERS.contains(name)) {
        size += content.length();
        fields.putIfAbsent(name, content.toString());
      }
    }
    if (size > limit) {
      items.tooLarge(number);
      return;
    }
    String url = first(fields, List.of("link", "guid", "id")).strip();
    String address = url.matches("https?://\\S+") ? url : "";
    String date = first(fields, DATES).strip();
    items.item(
        number,
        new Content(
            first(fields, List.of("guid", "id", "link")).strip(),
            first(fields, TEXTS),
            Optional.empty(),
            date.isEmpty() ? List.of() : List.of(day(date)),
            fields.getOrDefault("title", "").strip(),
            address,
            publisher,
            "",
            Optional.empty()));
  }

  /** Reads all text within the element at which the reader is, and leaves it at the end of it. */
  private StringBuilder text(XMLStreamReader xml, StringBuilder text) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          // The paragraphs of Atom's XHTML.
          text.append('<').append(xml.getLocalName()).append('>');
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (depth > 0) {
            text.append("</").append(xml.getLocalName()).append('>');
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (text.length() <= limit) {
            text.append(xml.getText());
          }
        }
        default -> {
          // comments and instructions
        }
      }
    }
    return text;
  }

  private static String first(Map<String, String> fields, List<String> names) {
    return names.stream()
        .map(name -> fields.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  /** Turns the date of a mail or of XML into a day; leaves others as they are. */
  private static String day(String date) {
    try {
      return ZonedDateTime.parse(
              date, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH))
          .toLocalDate()
          .toString();
    } catch (DateTimeException e) {
      try {
        return LocalDate.parse(date.substring(0, Math.min(10, date.length()))).toString();
      } catch (DateTimeException other) {
        return date;
      }
    }
  }
}
