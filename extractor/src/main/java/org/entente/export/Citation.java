package org.entente.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.entente.rdf.Terms;

/**
 * How a dataset is to be cited, as its own description tells.
 *
 * @param title its title
 * @param creators names of its creators
 * @param day when it was last changed (YYYY-MM-DD), or empty
 * @param licence address of its licence, or empty
 * @param doi its DOI without the address of a resolver, or empty
 * @param rights what the licence does not cover, or empty
 */
public record Citation(
    String title, List<String> creators, String day, String licence, String doi, String rights) {
  private static final Pattern DOI =
      Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/|doi:)?(10\\.\\d{4,9}/\\S+)");

  /** Copies the list. */
  public Citation {
    creators = List.copyOf(creators);
  }

  /** Reads the citation from the description of the dataset. */
  static Citation read(GraphView view) {
    String graph = view.iris().datasetGraph();
    Node dataset = Terms.uri(view.iris().dataset());
    List<String> creators = new ArrayList<>();
    for (Node creator : view.all(graph, dataset, Terms.CREATOR)) {
      creators.add(
          creator.isURI()
              ? view.one(graph, creator, Terms.LABEL).map(GraphView::text).orElse(creator.getURI())
              : GraphView.text(creator));
    }
    creators.sort(Comparator.naturalOrder());
    String doi = "";
    for (Node identifier : view.all(graph, dataset, Terms.IDENTIFIER)) {
      Matcher matcher = DOI.matcher(GraphView.text(identifier));
      if (matcher.matches()) {
        doi = matcher.group(1);
      }
    }
    return new Citation(
        text(view, graph, dataset, Terms.TITLE).orElse("A graph built with Entente"),
        creators.isEmpty() ? List.of("Entente") : creators,
        text(view, graph, dataset, Terms.MODIFIED).map(t -> t.substring(0, 10)).orElse(""),
        text(view, graph, dataset, Terms.uri(Terms.DCTERMS + "license")).orElse(""),
        doi,
        text(view, graph, dataset, Terms.uri(Terms.DCTERMS + "rights")).orElse(""));
  }

  private static Optional<String> text(GraphView view, String graph, Node dataset, Node property) {
    return view.one(graph, dataset, property).map(GraphView::text);
  }

  /** Returns the citation in one line, as a bibliography has it. */
  public String line() {
    StringBuilder line = new StringBuilder(String.join(", ", creators)).append(": ").append(title);
    if (!day.isEmpty()) {
      line.append(" (").append(day).append(')');
    }
    line.append('.');
    if (!doi.isEmpty()) {
      line.append(" https://doi.org/").append(doi);
    }
    if (!licence.isEmpty()) {
      line.append(" Licence: ").append(licence);
    }
    return line.toString();
  }

  /** Returns the citation as a file in the Citation File Format, version 1.2.0. */
  public String file() {
    StringBuilder file = new StringBuilder("cff-version: 1.2.0\ntype: dataset\n");
    file.append("message: \"If you use these data, please cite them as below.\"\n");
    file.append("title: ").append(quoted(title)).append("\nauthors:\n");
    creators.forEach(name -> file.append("  - name: ").append(quoted(name)).append('\n'));
    if (!doi.isEmpty()) {
      file.append("doi: ").append(quoted(doi)).append('\n');
    }
    if (!day.isEmpty()) {
      file.append("date-released: ").append(quoted(day)).append('\n');
    }
    if (!licence.isEmpty()) {
      file.append("license-url: ").append(quoted(licence)).append('\n');
    }
    if (!rights.isEmpty()) {
      file.append("abstract: ").append(quoted(rights)).append('\n');
    }
    return file.toString();
  }

  /** Double-quoted scalars of YAML take JSON's escapes. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
