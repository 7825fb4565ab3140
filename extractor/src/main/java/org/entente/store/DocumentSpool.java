package org.entente.store;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongLongHashMap;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.Dip;
import org.entente.rdf.DocumentGraph;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/**
 * Documents that were read for the first build of a store and wait for all to be read: to load many
 * at once is much faster than to add them to an index a few at a time. They are kept in files of a
 * batch each, as RDF Thrift, with a list of the documents beside each, which is written last: a
 * batch is there as a whole or not at all, whatever happens to the process. Thread-safe.
 */
public final class DocumentSpool {
  static final String FOLDER = "spool";
  private static final String LIST = ".tsv";
  private static final String GRAPHS = ".rt.gz";
  private static final int BLOCK = 1 << 16;

  private final Path directory;
  private final Path folder;
  private final Iris iris;
  private final StoreSettings settings;

  /**
   * The batch that has a document, by a hash of the IRI of its graph; a later one takes its place.
   */
  private final LongIntHashMap holders = new LongIntHashMap();

  /** A hash of a document's checksum and of the version that read it, by the same. */
  private final LongLongHashMap states = new LongLongHashMap();

  private int batches;

  /** A line of a batch's list. */
  private record Entry(String graph, String document, String digest, String version) {
    static Entry parse(String line) {
      String[] cells = line.split("\t", -1);
      return new Entry(cells[0], id(cells[1]), cells[2], cells[3]);
    }

    String line() {
      return String.join("\t", graph, cell(document), digest, version) + "\n";
    }
  }

  /**
   * Opens what was kept, if anything.
   *
   * @param directory the store, as the user named it
   * @param generation the generation for which the documents are
   */
  DocumentSpool(Path directory, Path generation, Iris iris, StoreSettings settings)
      throws IOException {
    this.directory = directory;
    this.folder = generation.resolve(FOLDER);
    this.iris = iris;
    this.settings = settings;
    while (Files.exists(file(batches + 1, LIST))) {
      batches++;
      list(batches).forEach(this::know);
    }
  }

  private List<Entry> list(int batch) throws IOException {
    return Files.readAllLines(file(batch, LIST), StandardCharsets.UTF_8).stream()
        .map(Entry::parse)
        .toList();
  }

  /** Notes a document of the last batch. */
  private void know(Entry entry) {
    holders.put(hash(entry.graph()), batches);
    states.put(hash(entry.graph()), hash(entry.digest() + ' ' + entry.version()));
  }

  private static long hash(String text) {
    return MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0];
  }

  private Path file(int batch, String extension) {
    return folder.resolve(String.format(Locale.ROOT, "%06d%s", batch, extension));
  }

  /**
   * Keeps a batch of documents, each in the place of the one of its name that may be kept.
   *
   * @throws StoreException when it cannot be written; what was kept before is as before then
   */
  public synchronized void append(Collection<DocumentGraph> documents) {
    Map<Node, DocumentGraph> batch = new LinkedHashMap<>();
    documents.forEach(document -> batch.put(document.name(), document));
    int number = batches + 1;
    List<Entry> list = new ArrayList<>();
    try {
      Database.requireRoom(directory, settings);
      Files.createDirectories(folder);
      try (FileChannel file = open(file(number, GRAPHS));
          OutputStream out =
              new BufferedOutputStream(new Fast(Channels.newOutputStream(file)), BLOCK)) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.RDFTHRIFT);
        writer.start();
        for (DocumentGraph document : batch.values()) {
          document.triples().forEach(t -> writer.quad(new Quad(document.name(), t)));
          list.add(entry(document));
        }
        writer.finish();
        out.close();
      }
      sync(file(number, GRAPHS));
      Path draft = folder.resolve("list.new");
      try (FileChannel file = open(draft)) {
        StringBuilder lines = new StringBuilder();
        list.forEach(entry -> lines.append(entry.line()));
        file.write(StandardCharsets.UTF_8.encode(lines.toString()));
        file.force(true);
      }
      Files.move(draft, file(number, LIST), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      throw StoreException.of(directory, e);
    }
    batches = number;
    list.forEach(this::know);
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Speed counts here, and the files live for a build alone. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, BLOCK);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private Entry entry(DocumentGraph document) {
    Node node = Terms.uri(iris.document(document.document()));
    String digest = "";
    String version = "";
    for (Triple triple : document.triples()) {
      if (triple.getSubject().equals(node)) {
        if (triple.getPredicate().equals(Dip.DIGEST)) {
          digest = triple.getObject().getLiteralLexicalForm();
        } else if (triple.getPredicate().equals(Dip.EXTRACTED_WITH)) {
          version = triple.getObject().getLiteralLexicalForm();
        }
      }
    }
    return new Entry(document.name().getURI(), document.document(), digest, version);
  }

  /** Writes an identifier on one line. */
  private static String cell(String id) {
    return id.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String id(String cell) {
    return cell.indexOf('\\') < 0 ? cell : cell.translateEscapes();
  }

  /** Tells whether a document is kept as it is; see {@link GraphStore#isCurrent}. */
  public synchronized boolean isCurrent(String document, String digest) {
    long graph = hash(iris.documentGraph(document));
    return states.containsKey(graph)
        && states.get(graph) == hash(digest + ' ' + settings.version());
  }

  /** Tells whether a document is kept, as it is or not. */
  public synchronized boolean contains(String document) {
    return holders.containsKey(hash(iris.documentGraph(document)));
  }

  /** Hands on the identifiers of the documents that are kept, one after another. */
  public synchronized void documents(Consumer<String> identifiers) {
    try {
      for (int batch = 1; batch <= batches; batch++) {
        for (Entry entry : list(batch)) {
          if (holders.get(hash(entry.graph())) == batch) {
            identifiers.accept(entry.document());
          }
        }
      }
    } catch (IOException e) {
      throw StoreException.of(directory, e);
    }
  }

  /** Returns the identifiers of the documents that are kept. */
  public List<String> documents() {
    List<String> documents = new ArrayList<>();
    documents(documents::add);
    return documents;
  }

  /** Hands the documents on, one after another, in the order in which they came. */
  synchronized void read(Consumer<DocumentGraph> documents) {
    for (int batch = 1; batch <= batches; batch++) {
      int number = batch;
      try (InputStream in =
          new BufferedInputStream(
              new GZIPInputStream(Files.newInputStream(file(batch, GRAPHS)), BLOCK), BLOCK)) {
        Map<String, String> identifiers = new HashMap<>();
        list(batch).forEach(entry -> identifiers.put(entry.graph(), entry.document()));
        Documents collected =
            new Documents(
                (name, triples) -> {
                  if (holders.get(hash(name.getURI())) == number) {
                    documents.accept(
                        new DocumentGraph(identifiers.get(name.getURI()), name, triples));
                  }
                });
        RDFParser.source(in).lang(Lang.RDFTHRIFT).parse(collected);
      } catch (IOException | RuntimeException e) {
        throw StoreException.of(directory, e);
      }
    }
  }

  /** Takes what was kept away. */
  synchronized void delete() {
    try {
      // Lists first: what has none is not there.
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(f -> f.toString().endsWith(LIST)).sorted().toList()) {
            Files.delete(file);
          }
        }
      }
      StoreFiles.delete(folder);
    } catch (IOException e) {
      throw StoreException.of(directory, e);
    }
    holders.clear();
    states.clear();
    batches = 0;
  }

  private interface Graphs {
    void accept(Node name, List<Triple> triples);
  }

  /** Gathers the triples of each graph, which come together. */
  private static final class Documents extends StreamRDFBase {
    private final Graphs graphs;
    private Node name;
    private List<Triple> triples = new ArrayList<>();

    Documents(Graphs graphs) {
      this.graphs = graphs;
    }

    @Override
    public void quad(Quad quad) {
      if (!quad.getGraph().equals(name)) {
        finish();
        name = quad.getGraph();
      }
      triples.add(quad.asTriple());
    }

    @Override
    public void finish() {
      if (name != null) {
        graphs.accept(name, triples);
      }
      name = null;
      triples = new ArrayList<>();
    }
  }
}
