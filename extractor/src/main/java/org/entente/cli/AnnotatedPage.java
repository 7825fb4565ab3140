package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.annotation.Entity;
import org.entente.annotation.Mention;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.report.DocumentReports;
import org.entente.report.Report;

/** Marks documents on a web page that needs nothing beside it: no script, no request. */
final class AnnotatedPage {
  private static final List<String> TYPES =
      List.of("person", "organization", "polity", "place", "time");

  private AnnotatedPage() {}

  /** Returns the page. */
  static String html(List<DocumentReports> documents) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>").append(escape(title(documents))).append("</title>\n");
    page.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
    page.append("<p class=\"legend\">");
    TYPES.forEach(t -> page.append("<mark class=\"%s\">%s</mark> ".formatted(t, t)));
    page.append("<span class=\"evidence\">sentence that tells of an event</span></p>\n");
    for (int i = 0; i < documents.size(); i++) {
      document(documents.get(i), "d" + (i + 1), page);
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static String title(List<DocumentReports> documents) {
    return documents.size() == 1
        ? documents.get(0).annotated().document().id() + ", annotated"
        : documents.size() + " documents, annotated";
  }

  private static void document(DocumentReports found, String anchor, StringBuilder page) {
    Document document = found.annotated().document();
    page.append("<section class=\"document\">\n<header><h1>")
        .append(escape(document.title().isBlank() ? document.id() : document.title()))
        .append("</h1>\n<p>")
        .append(escape(document.id()))
        .append(document.published().map(day -> ", " + day).orElse(", no date"))
        .append(document.publisher().isBlank() ? "" : ", " + escape(document.publisher()))
        .append("</p></header>\n<article>\n");
    MarkedText text = new MarkedText(found);
    for (Block block : document.blocks()) {
      if (block.kind() == BlockKind.FURNITURE) {
        page.append("<p class=\"furniture\" title=\"not read\">")
            .append(escape(block.span().of(document.text())))
            .append("</p>\n");
        continue;
      }
      String element = block.kind() == BlockKind.HEADLINE ? "h2" : "p";
      page.append('<').append(element).append('>');
      text.of(block).forEach(stretch -> mark(found, stretch, anchor, page));
      page.append("</").append(element).append(">\n");
    }
    page.append("</article>\n<aside>\n");
    if (found.reports().isEmpty()) {
      page.append("<p>No event is reported.</p>\n");
    }
    for (int i = 0; i < found.reports().size(); i++) {
      card(found.reports().get(i), i + 1, anchor, page);
    }
    page.append("<ul class=\"entities\">\n");
    for (String line : EntityText.lines(found.annotated())) {
      page.append("<li>").append(escape(line)).append("</li>\n");
    }
    page.append("</ul>\n</aside>\n</section>\n");
  }

  private static void card(Report report, int number, String anchor, StringBuilder page) {
    page.append(
        "<div class=\"report %s\" id=\"%s-r%d\">\n<h3><span class=\"number\">%d</span> %s</h3>\n<dl>\n"
            .formatted(
                report.status().name().toLowerCase(Locale.ROOT),
                anchor,
                number,
                number,
                ReportText.title(report)));
    for (ReportText.Line line : ReportText.lines(report)) {
      page.append("<dt>%s</dt><dd>%s</dd>\n".formatted(line.name(), escape(line.value())));
    }
    page.append("</dl>\n</div>\n");
  }

  private static void mark(
      DocumentReports found, MarkedText.Stretch stretch, String anchor, StringBuilder page) {
    boolean evidence = !stretch.evidence().isEmpty();
    if (evidence) {
      page.append("<span class=\"evidence\">");
    }
    if (stretch.mention().isPresent()) {
      Mention mention = stretch.mention().get();
      page.append(
          "<mark class=\"%s %s\" title=\"%s\">"
              .formatted(
                  mention.type().name().toLowerCase(Locale.ROOT),
                  mention.form().name().toLowerCase(Locale.ROOT),
                  escape(about(found, mention))));
    } else if (stretch.time().isPresent()) {
      var time = stretch.time().get();
      page.append(
          "<mark class=\"time\" title=\"%s\">"
              .formatted(
                  escape(
                      time.bounds()
                              .map(ReportText::days)
                              .orElse(time.duration().map(Object::toString).orElse("not resolved"))
                          + " (rule "
                          + time.rule()
                          + ")")));
    }
    page.append(escape(stretch.text()));
    if (stretch.mention().isPresent() || stretch.time().isPresent()) {
      page.append("</mark>");
    }
    if (evidence) {
      page.append("</span>");
    }
    for (int number : stretch.ending()) {
      page.append("<a class=\"number\" href=\"#%s-r%d\">%d</a>".formatted(anchor, number, number));
    }
  }

  private static String about(DocumentReports found, Mention mention) {
    List<String> names = new ArrayList<>();
    for (int id : mention.entities()) {
      Entity entity = found.annotated().entities().get(id);
      names.add(
          entity.name()
              + entity.link().map(l -> " (" + l.qid() + ", " + l.label() + ")").orElse(""));
    }
    String about = names.stream().collect(Collectors.joining(" and "));
    String office = EntityText.office(mention.office(), mention.tenure());
    return about
        + (office.isBlank() ? "" : ", " + office)
        + (mention.represents().isEmpty()
            ? ""
            : ", for " + String.join(" and ", mention.represents()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String style() {
    try (InputStream in = AnnotatedPage.class.getResourceAsStream("annotate.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
