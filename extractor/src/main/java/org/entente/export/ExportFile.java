package org.entente.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The files that can be taken out of a graph. */
public enum ExportFile {
  /** The network of who took part in events together. */
  GRAPHML("network.graphml", "application/xml") {
    @Override
    void content(GraphView view, EventFilter filter, OutputStream out) throws IOException {
      NetworkWriter.graphml(Network.of(view, filter), out);
    }
  },
  /** The same network, with the events of each edge on a timeline. */
  GEXF("network.gexf", "application/gexf+xml") {
    @Override
    void content(GraphView view, EventFilter filter, OutputStream out) throws IOException {
      NetworkWriter.gexf(Network.of(view, filter), out);
    }
  },
  /** All tables, with their description and citation. */
  TABLES("tables.zip", "application/zip") {
    @Override
    void content(GraphView view, EventFilter filter, OutputStream out) throws IOException {
      TableArchive.write(view, filter, out);
    }
  },
  /** What the columns of the tables are. */
  DESCRIPTION("datapackage.json", "application/json") {
    @Override
    void content(GraphView view, EventFilter filter, OutputStream out) throws IOException {
      out.write(TableArchive.description(view.citation(), filter).getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  },
  /** The table of events. */
  EVENTS("events.csv", "text/csv") {
    @Override
    void content(GraphView view, EventFilter filter, OutputStream out) throws IOException {
      Tables.EVENTS.write(view, filter, out);
    }
  },
  /** The table of parties. */
  PARTICIPATIONS("participations.csv", "text/csv") {
    @Override
    void content(GraphView view, EventFilter filter, OutputStream out) throws IOException {
      Tables.PARTICIPATIONS.write(view, filter, out);
    }
  },
  /** The table of entities. */
  ENTITIES("entities.csv", "text/csv") {
    @Override
    void content(GraphView view, EventFilter filter, OutputStream out) throws IOException {
      Tables.ENTITIES.write(view, filter, out);
    }
  },
  /** The table of reports with their sentences. */
  REPORTS("reports.csv", "text/csv") {
    @Override
    void content(GraphView view, EventFilter filter, OutputStream out) throws IOException {
      Tables.REPORTS.write(view, filter, out);
    }
  },
  /** Commands for editors of Wikidata. */
  QUICKSTATEMENTS("quickstatements.txt", "text/plain") {
    @Override
    void content(GraphView view, EventFilter filter, OutputStream out) throws IOException {
      QuickStatementsWriter.write(view, filter, out);
    }
  },
  /** How the dataset is to be cited; filters do not apply. */
  CITATION("CITATION.cff", "text/plain") {
    @Override
    void content(GraphView view, EventFilter filter, OutputStream out) throws IOException {
      out.write(view.citation().file().getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  };

  private final String fileName;
  private final String mediaType;

  ExportFile(String fileName, String mediaType) {
    this.fileName = fileName;
    this.mediaType = mediaType;
  }

  /** Returns the name of the file. */
  public String fileName() {
    return fileName;
  }

  /** Returns its media type, without the charset, which is UTF-8. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns the file of a name, or empty. */
  public static Optional<ExportFile> named(String name) {
    return Arrays.stream(values()).filter(f -> f.fileName.equals(name)).findFirst();
  }

  /**
   * Writes the file. The stream is flushed and left open.
   *
   * @throws IllegalArgumentException if the graph has no country of the filter's; nothing is
   *     written then
   * @throws IOException if the stream fails
   */
  public void write(GraphView view, EventFilter filter, OutputStream out) throws IOException {
    view.check(filter);
    content(view, filter, out);
  }

  abstract void content(GraphView view, EventFilter filter, OutputStream out) throws IOException;
}
