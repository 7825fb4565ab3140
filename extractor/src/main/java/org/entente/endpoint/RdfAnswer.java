package org.entente.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterRegistry;

/** Writes a small graph in the syntax that the client asks for; Turtle where it does not mind. */
final class RdfAnswer {
  private static final AcceptList OFFERED =
      AcceptList.create(
          "text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples");

  private RdfAnswer() {}

  /** Writes the graph as the answer. */
  static void write(Graph graph, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MediaType type = ConNeg.chooseContentType(request, OFFERED, DEF.acceptTurtle);
    Lang lang = RDFLanguages.contentTypeToLang(type.getContentTypeStr());
    response.setContentType(lang.getContentType().getContentTypeStr());
    response.setCharacterEncoding("utf-8");
    response.setHeader("Vary", "Accept");
    RDFFormat format =
        lang.equals(Lang.TURTLE)
            ? RDFFormat.TURTLE_BLOCKS
            : RDFWriterRegistry.defaultSerialization(lang);
    RDFWriter.source(graph).format(format).output(response.getOutputStream());
  }
}
