package org.entente.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.resultset.RDFOutput;
import org.apache.jena.sparql.util.Context;

/** Writes answers as text. */
public final class ResultWriter {
  private static final Map<String, String> PREFIXES =
      Map.of(
          "https://w3id.org/entente/diplomacy#", "",
          "http://www.wikidata.org/entity/", "wd:",
          "http://www.w3.org/2000/01/rdf-schema#", "rdfs:",
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:",
          "http://xmlns.com/foaf/0.1/", "foaf:");

  private final int width;
  private final String base;

  /**
   * Creates a writer.
   *
   * @param width how many characters a line of a table may have
   * @param base the IRI that tables leave away from the resources below it
   */
  public ResultWriter(int width, String base) {
    this.width = width;
    this.base = base;
  }

  /**
   * Writes an answer as UTF-8. The stream is left open.
   *
   * @throws IOException if the stream fails
   */
  public void write(QueryAnswer answer, ResultFormat format, OutputStream out) throws IOException {
    switch (format) {
      case TABLE -> out.write(table(rows(answer)).getBytes(StandardCharsets.UTF_8));
      case CSV -> write(rows(answer), ResultSetLang.RS_CSV, out);
      case TSV -> write(rows(answer), ResultSetLang.RS_TSV, out);
      case JSON -> {
        if (answer instanceof QueryAnswer.Triples triples) {
          RDFDataMgr.write(out, triples.graph(), Lang.JSONLD);
        } else {
          write(rows(answer), ResultSetLang.RS_JSON, out);
        }
      }
      case TTL -> RDFDataMgr.write(out, graph(answer), RDFFormat.TURTLE_PRETTY);
    }
    out.flush();
  }

  private static void write(QueryAnswer.Rows rows, Lang lang, OutputStream out) {
    RowSetWriter writer = RowSetWriterRegistry.getFactory(lang).create(lang);
    writer.write(out, rows.rowSet(), new Context());
  }

  private static Graph graph(QueryAnswer answer) {
    if (answer instanceof QueryAnswer.Triples triples) {
      return triples.graph();
    }
    return RDFOutput.encodeAsModel(ResultSet.adapt(rows(answer).rowSet())).getGraph();
  }

  /** A graph is a table of three columns, sorted so that two runs write the same. */
  private static QueryAnswer.Rows rows(QueryAnswer answer) {
    if (answer instanceof QueryAnswer.Rows rows) {
      return rows;
    }
    Var subject = Var.alloc("subject");
    Var predicate = Var.alloc("predicate");
    Var object = Var.alloc("object");
    List<Binding> triples =
        ((QueryAnswer.Triples) answer)
            .graph().stream()
                .map(
                    t ->
                        BindingFactory.binding(
                            subject,
                            t.getSubject(),
                            predicate,
                            t.getPredicate(),
                            object,
                            t.getObject()))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    return new QueryAnswer.Rows(List.of(subject, predicate, object), triples);
  }

  private String table(QueryAnswer.Rows rows) {
    List<String> header = rows.columns().stream().map(Var::getName).toList();
    List<List<String>> cells = new ArrayList<>();
    for (Binding row : rows.rows()) {
      cells.add(rows.columns().stream().map(column -> cell(row.get(column))).toList());
    }
    return new TextTable(header, cells).render(width);
  }

  private String cell(Node term) {
    if (term == null) {
      return "";
    }
    String text =
        term.isURI()
            ? shortened(term.getURI())
            : term.isLiteral() ? term.getLiteralLexicalForm() : term.toString();
    // A terminal would obey control characters that a document's text may hold.
    return text.replaceAll("[\\s\\u00a0]+", " ").replaceAll("\\p{Cc}|\\p{Cf}", "").strip();
  }

  private String shortened(String iri) {
    if (!base.isEmpty() && iri.startsWith(base)) {
      return iri.substring(base.length());
    }
    for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
      if (iri.startsWith(prefix.getKey())) {
        return prefix.getValue() + iri.substring(prefix.getKey().length());
      }
    }
    return iri;
  }
}
