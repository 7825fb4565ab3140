package org.entente.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.annotation.Link;
import org.entente.consolidate.Account;
import org.entente.consolidate.ConsolidatedEvent;
import org.entente.consolidate.Consolidator;
import org.entente.correction.Corrections;
import org.entente.rdf.DatasetDetails;
import org.entente.rdf.DatasetMapper;
import org.entente.rdf.Dip;
import org.entente.rdf.DocumentGraph;
import org.entente.rdf.EntityMapper;
import org.entente.rdf.EventMapper;
import org.entente.rdf.Iris;
import org.entente.rdf.NamedEntity;
import org.entente.rdf.Run;
import org.entente.rdf.Terms;

/**
 * The graph of a store: the generation that readers have, or the one that is being built. Its
 * folder has
 *
 * <ul>
 *   <li>{@code tdb2/}: the Jena TDB2 database;
 *   <li>{@code text/}: the Lucene index of labels, titles and evidence;
 *   <li>{@code seal.tsv} and {@code graph.nq.gz}: what protects it against damage, see {@link
 *       GenerationSeal};
 *   <li>{@code entente.lock}: locked while a process has it open;
 *   <li>{@code entente.pending}: there while a batch is written; if a process dies with it, the
 *       text index is built anew when the graph is opened next.
 * </ul>
 *
 * <p>Every change is one transaction: it is there as a whole or not at all, whatever happens to the
 * process, and readers see the state before or after it. One process at a time; inside of it the
 * store can be used from several threads. Changes that need several transactions are made to a
 * {@link StagedStore}.
 */
public final class GraphStore implements AutoCloseable {
  private final Path directory;
  private final Path generation;
  private final Iris iris;
  private final StoreSettings settings;
  private final Database database;
  private final CorrectionKeeper keeper;
  private final RunKeeper runs;

  private GraphStore(
      Path directory, Path generation, Iris iris, StoreSettings settings, Database database) {
    this.directory = directory;
    this.generation = generation;
    this.iris = iris;
    this.settings = settings;
    this.database = database;
    this.keeper = new CorrectionKeeper(database, iris, settings.facts());
    this.runs = new RunKeeper(database, iris);
  }

  /**
   * Opens the store in a directory to change it in place; an empty or missing directory becomes a
   * new store.
   *
   * @throws StoreException when the directory holds something else, is in use, was written with
   *     another base or format, or cannot be read or written
   */
  public static GraphStore open(Path directory, StoreSettings settings) {
    StoreLayout layout = new StoreLayout(directory);
    if (!layout.isStore()) {
      try {
        layout.create(settings);
        layout.base(settings);
        layout.publish(Optional.empty());
      } catch (IOException e) {
        throw StoreException.of(directory, e);
      }
    }
    return openExisting(directory, settings);
  }

  /**
   * Opens a store that exists.
   *
   * @throws StoreException as {@link #open}, and when there is no store
   */
  public static GraphStore openExisting(Path directory, StoreSettings settings) {
    StoreLayout layout = new StoreLayout(directory);
    layout.requireStore(settings);
    try {
      while (true) {
        Path generation = generation(directory);
        try {
          return openGeneration(layout, generation, settings);
        } catch (StoreException e) {
          if (e.reason() != StoreException.Reason.BROKEN
              || generation.equals(generation(directory))) {
            throw e;
          }
          // Another one took its place at this very moment.
        }
      }
    } catch (IOException e) {
      throw StoreException.of(directory, e);
    }
  }

  /**
   * Returns the folder of the generation of a store that readers have at this moment.
   *
   * @throws IOException when there is none
   */
  public static Path generation(Path directory) throws IOException {
    return new StoreLayout(directory).generation();
  }

  /** Opens a generation of a store; the properties of the store are there. */
  static GraphStore openGeneration(StoreLayout layout, Path generation, StoreSettings settings)
      throws IOException {
    Path directory = layout.root();
    Iris iris = new Iris(layout.base(settings));
    GenerationSeal.requireSound(directory, generation, false);
    return new GraphStore(
        directory,
        generation,
        iris,
        settings,
        Database.open(directory, generation, settings, iris));
  }

  /**
   * Looks at every byte of the graph that readers of a store have.
   *
   * @return what is damaged of its copy, by a line; empty when all is well
   * @throws StoreException when the graph itself is damaged, or there is no store
   */
  public static List<String> verify(Path directory, StoreSettings settings) {
    new StoreLayout(directory).requireStore(settings);
    try {
      Path generation = generation(directory);
      GenerationSeal.requireSound(directory, generation, true);
      return GenerationSeal.damage(generation, true);
    } catch (IOException e) {
      throw StoreException.of(directory, e);
    }
  }

  /** Tells whether the directory is a store. */
  public static boolean isStore(Path directory) {
    return new StoreLayout(directory).isStore();
  }

  /**
   * Keeps a generation of a store from being opened, for one who reads its files by other means.
   *
   * @param generation its folder, as {@link #generation} tells it
   * @return ends the reservation when it is closed
   * @throws StoreException when it is open
   */
  public static Closeable reserve(Path directory, Path generation) {
    FileChannel reserved = StoreLock.take(directory, generation);
    try {
      GenerationSeal.requireSound(directory, generation, false);
      return reserved;
    } catch (IOException | RuntimeException e) {
      StoreLock.release(reserved);
      throw StoreException.of(directory, e);
    }
  }

  /** Returns what mints the store's IRIs. */
  public Iris iris() {
    return iris;
  }

  /**
   * Returns the dataset with its full-text index for queries; its default graph is the union of the
   * named graphs. Read it in a transaction; change it by the methods of this class only.
   */
  public DatasetGraph dataset() {
    return database.indexed();
  }

  /**
   * Tells whether the store holds a document as it is.
   *
   * @param document identifier of the document
   * @param digest checksum of its content, see {@link org.entente.rdf.DocumentMapper#digest}
   */
  public boolean isCurrent(String document, String digest) {
    Node graph = Terms.uri(iris.documentGraph(document));
    Node node = Terms.uri(iris.document(document));
    return read(
        () ->
            database.quads().contains(graph, node, Dip.DIGEST, Terms.string(digest))
                && database
                    .quads()
                    .contains(graph, node, Dip.EXTRACTED_WITH, Terms.string(settings.version())));
  }

  /** Tells whether the store holds a document, as it is or not. */
  public boolean contains(String document) {
    return read(
        () ->
            database
                .quads()
                .contains(
                    Terms.uri(iris.documentGraph(document)), Node.ANY, Terms.TYPE, Dip.DOCUMENT));
  }

  /** Returns the identifiers of all documents, in order. */
  public List<String> documents() {
    return read(
        () -> {
          Set<String> documents = new TreeSet<>();
          Iterator<Quad> quads =
              database.quads().find(Node.ANY, Node.ANY, Terms.IDENTIFIER, Node.ANY);
          while (quads.hasNext()) {
            Quad quad = quads.next();
            if (iris.isDocumentGraph(quad.getGraph().getURI())) {
              documents.add(quad.getObject().getLiteralLexicalForm());
            }
          }
          return List.copyOf(documents);
        });
  }

  /**
   * Records that a run of the program begins, before it changes anything, so that one that is
   * killed leaves its record. Documents that are put into the store from now on are recorded as
   * read by it, until {@link #rebuildDerived} or {@link #endRun}. Runs before it that have no end
   * are marked as cut off.
   */
  public void beginRun(Run run) {
    write(
        () -> {
          runs.begin(run);
          return null;
        });
  }

  /**
   * Makes changes in one transaction, with the record of the run that makes them: whatever happens
   * to the process, the store has the changes and the record or none of both. A run that changes
   * nothing leaves no record. What is read in it is read as it is by then.
   *
   * @param changes calls methods of this store, and waits for nothing else
   * @return what they return
   */
  public <T> T inRun(Run run, Supplier<T> changes) {
    return write(
        () -> {
          try {
            runs.begin(run);
            T result = changes.get();
            runs.end();
            return result;
          } catch (RuntimeException | Error e) {
            runs.forget();
            throw e;
          }
        });
  }

  /** Records the end of the run under way where nothing was derived, such as of one stopped. */
  public void endRun() {
    write(
        () -> {
          runs.end();
          return null;
        });
  }

  /**
   * Puts the graphs of documents into the store, each in the place of the one it may have had and
   * with the corrections that the store keeps, in one transaction.
   *
   * @param documents the documents as they were read
   * @throws StoreException when they cannot be written; the store is as before then
   */
  public void replaceDocuments(Collection<DocumentGraph> documents) {
    write(
        () -> {
          Corrections corrections = keeper.corrections();
          for (DocumentGraph document : documents) {
            replace(
                document.name(),
                keeper.corrected(document.document(), document.triples(), corrections));
          }
          runs.used(documents.stream().map(DocumentGraph::document).toList());
          return null;
        });
  }

  /**
   * Removes documents in one transaction; those that the store does not hold are passed over.
   *
   * @param documents their identifiers
   * @return how many were removed
   */
  public int removeDocuments(Collection<String> documents) {
    return write(
        () -> {
          List<String> removed =
              documents.stream()
                  .filter(id -> replace(Terms.uri(iris.documentGraph(id)), List.of()))
                  .toList();
          runs.removed(removed);
          return removed.size();
        });
  }

  /**
   * Derives the graphs of events, entities and the dataset description from the documents' graphs,
   * and puts the given graphs beside them, in one transaction. What has not changed is not written.
   * The run under way, if there is one, ends with it.
   *
   * @param fixed graphs that do not depend on the documents, such as the ontology, by their IRI
   * @return the events
   * @throws org.entente.correction.CorrectionsException when corrections contradict each other; the
   *     store is as before then
   */
  public List<ConsolidatedEvent> rebuildDerived(Map<String, ? extends Collection<Triple>> fixed) {
    return write(() -> derive(fixed));
  }

  private List<ConsolidatedEvent> derive(Map<String, ? extends Collection<Triple>> fixed) {
    Derived derived = derive(reports(), this::stored);
    derived.graphs().forEach((name, triples) -> replace(Terms.uri(name), triples));
    fixed.forEach((name, triples) -> replaceFixed(Terms.uri(name), triples));
    runs.end();
    describe();
    return derived.events();
  }

  /** What follows from documents: events, and by their IRI the graphs that say so. */
  private record Derived(List<ConsolidatedEvent> events, Map<String, Collection<Triple>> graphs) {}

  private Derived derive(ReportReader read, Function<Node, Optional<Graph>> documents) {
    Collection<NamedEntity> entities = read.entities();
    EntityMapper entityMapper = new EntityMapper(iris, settings.facts());
    Map<String, String> labels = new HashMap<>();
    entities.forEach(e -> labels.put(e.iri(), entityMapper.label(e)));
    List<ConsolidatedEvent> events = consolidate(read.accounts(), documents);
    return new Derived(
        events,
        Map.of(
            iris.entitiesGraph(),
            entityMapper.map(entities),
            iris.eventsGraph(),
            new EventMapper(iris).map(events, iri -> labels.getOrDefault(iri, iri))));
  }

  private List<ConsolidatedEvent> consolidate(
      List<Account> accounts, Function<Node, Optional<Graph>> documents) {
    return new Consolidator()
        .consolidate(
            accounts,
            keeper.constraints(() -> accounts.stream().map(Account::id).toList(), documents));
  }

  /** Reads the reports of all documents. */
  private ReportReader reports() {
    ReportReader reader = new ReportReader(iris, settings.facts());
    Set<Node> graphs = new LinkedHashSet<>();
    database
        .quads()
        .find(Node.ANY, Node.ANY, Terms.IDENTIFIER, Node.ANY)
        .forEachRemaining(quad -> graphs.add(quad.getGraph()));
    for (Node graph : graphs) {
      if (iris.isDocumentGraph(graph.getURI())) {
        stored(graph).ifPresent(reader::read);
      }
    }
    return reader;
  }

  /** Returns a copy of the graph of a document; empty when the store does not hold it. */
  private Optional<Graph> stored(Node document) {
    Graph graph = GraphFactory.createDefaultGraph();
    database
        .quads()
        .find(document, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> graph.add(quad.asTriple()));
    return graph.isEmpty() ? Optional.empty() : Optional.of(graph);
  }

  /**
   * Returns where documents are kept until all are read, to be put into the store at once by {@link
   * #fill}: those of a first build, of which a part may have been kept before.
   *
   * @return empty when the store has documents already; others are added to it then
   */
  public Optional<DocumentSpool> spool() {
    try {
      DocumentSpool spool = new DocumentSpool(directory, generation, iris, settings);
      if (hasDocuments()) {
        spool.delete();
        return Optional.empty();
      }
      return Optional.of(spool);
    } catch (IOException e) {
      throw StoreException.of(directory, e);
    }
  }

  private boolean hasDocuments() {
    return read(
        () -> database.quads().find(Node.ANY, Node.ANY, Terms.TYPE, Dip.DOCUMENT).hasNext());
  }

  /**
   * Puts the documents of a first build into the store, with the corrections that it keeps, and
   * what follows from them, as {@link #rebuildDerived} does; the spool is empty afterwards.
   * Whatever happens to the process, the store has all of it or nothing, and the spool is whole
   * then.
   *
   * @param spool from {@link #spool}
   * @param fixed as in {@link #rebuildDerived}
   * @return the events
   * @throws org.entente.correction.CorrectionsException when corrections contradict each other
   * @throws StoreException when it cannot be written
   */
  public List<ConsolidatedEvent> fill(
      DocumentSpool spool, Map<String, ? extends Collection<Triple>> fixed) {
    if (hasDocuments()) {
      throw new IllegalStateException("the store has documents");
    }
    Corrections corrections = corrections();
    Set<Node> named = new HashSet<>();
    corrections.documents().forEach(id -> named.add(Terms.uri(iris.documentGraph(id))));
    Map<Node, Graph> kept = new HashMap<>();
    ReportReader reader = new ReportReader(iris, settings.facts());
    spool.read(
        document -> {
          Graph graph = GraphFactory.createDefaultGraph();
          corrected(document, corrections).forEach(graph::add);
          reader.read(graph);
          if (named.contains(document.name())) {
            kept.put(document.name(), graph);
          }
        });
    Derived derived =
        read(() -> derive(reader, document -> Optional.ofNullable(kept.get(document))));
    Map<String, Collection<Triple>> graphs = new LinkedHashMap<>(derived.graphs());
    graphs.putAll(fixed);
    database.fill(
        sink -> {
          database
              .quads()
              .find()
              .forEachRemaining(
                  quad -> {
                    if (!graphs.containsKey(quad.getGraph().getURI())) {
                      sink.accept(quad);
                    }
                  });
          spool.read(
              document ->
                  corrected(document, corrections)
                      .forEach(triple -> sink.accept(new Quad(document.name(), triple))));
          spool.documents(document -> runs.usage(document).ifPresent(sink));
          handOn(graphs, sink);
        });
    finishRun();
    spool.delete();
    return derived.events();
  }

  private static void handOn(
      Map<String, ? extends Collection<Triple>> graphs, Consumer<Quad> sink) {
    graphs.forEach(
        (name, triples) ->
            triples.forEach(triple -> sink.accept(new Quad(Terms.uri(name), triple))));
  }

  /** Ends the run under way, where the database was filled as a whole, and describes the result. */
  private void finishRun() {
    write(
        () -> {
          runs.end();
          describe();
          return null;
        });
  }

  private Collection<Triple> corrected(DocumentGraph document, Corrections corrections) {
    return keeper.corrected(document.document(), document.triples(), corrections);
  }

  /**
   * Makes the store hold the graphs of N-Quads and nothing else.
   *
   * @param quads such as {@link #export} writes them; each stream is closed
   * @return how many there are
   * @throws StoreException when they cannot be read or written; the store is as before then
   */
  public long load(Iterator<InputStream> quads) {
    return database.fill(sink -> parse(quads, sink));
  }

  private static void parse(Iterator<InputStream> quads, Consumer<Quad> sink) {
    quads.forEachRemaining(
        stream -> {
          try (InputStream in = stream) {
            RDFParser.source(in)
                .lang(Lang.NQUADS)
                .labelToNode(LabelToNode.createUseLabelAsGiven())
                .parse(
                    new StreamRDFBase() {
                      @Override
                      public void quad(Quad quad) {
                        sink.accept(quad);
                      }
                    });
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * Makes the store hold the graphs of documents and what was derived from them elsewhere, with the
   * given graphs and the records of runs, and nothing else. Whatever happens to the process, the
   * store has all of it or what it had before.
   *
   * @param run the run that does so
   * @param quads N-Quads of the graphs of documents, events and entities; each stream is closed
   * @param fixed as in {@link #rebuildDerived}
   * @throws StoreException when they cannot be read or written
   */
  public void load(
      Run run, Iterator<InputStream> quads, Map<String, ? extends Collection<Triple>> fixed) {
    beginRun(run);
    Node recorded = Terms.uri(iris.runsGraph());
    database.fill(
        sink -> {
          database.quads().find(recorded, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(sink);
          parse(
              quads,
              quad -> {
                sink.accept(quad);
                if (quad.getPredicate().equals(Terms.IDENTIFIER)
                    && iris.isDocumentGraph(quad.getGraph().getURI())) {
                  runs.usage(quad.getObject().getLiteralLexicalForm()).ifPresent(sink);
                }
              });
          handOn(fixed, sink);
        });
    finishRun();
  }

  /**
   * Writes the database anew, with what it has and nothing else.
   *
   * @return how many quads it has
   * @throws StoreException when it cannot be written; the store is as before then
   */
  public long compact() {
    return database.fill(sink -> database.quads().find().forEachRemaining(sink));
  }

  /** Returns the corrections that the store keeps. */
  public Corrections corrections() {
    return read(keeper::corrections);
  }

  /**
   * Puts corrections in the place of those that the store keeps and corrects its documents anew, in
   * one transaction. The graphs of events and entities follow with {@link #rebuildDerived}.
   *
   * @return identifiers of the documents that have changed
   * @throws org.entente.correction.CorrectionsException when corrections contradict each other; the
   *     store is as before then
   */
  public Set<String> replaceCorrections(Corrections corrections) {
    return write(
        () -> {
          Set<String> changed = correct(corrections);
          keeper.constraints(this::reportIris, this::stored);
          return changed;
        });
  }

  /**
   * The same, with the derived graphs, in one transaction.
   *
   * @param fixed as in {@link #rebuildDerived}
   * @throws org.entente.correction.CorrectionsException when corrections contradict each other; the
   *     store is as before then
   */
  public Set<String> replaceCorrections(
      Corrections corrections, Map<String, ? extends Collection<Triple>> fixed) {
    return write(
        () -> {
          Set<String> changed = correct(corrections);
          derive(fixed);
          return changed;
        });
  }

  private Set<String> correct(Corrections corrections) {
    Set<String> changed = new TreeSet<>();
    for (String document : keeper.concerned(keeper.corrections(), corrections)) {
      Node graph = Terms.uri(iris.documentGraph(document));
      if (replace(graph, keeper.corrected(document, keeper.reading(graph), corrections))) {
        changed.add(document);
      }
    }
    replace(Terms.uri(iris.correctionsGraph()), keeper.graph(corrections));
    runs.used(changed);
    return changed;
  }

  /** Tells what becomes of corrections in this store, whether it keeps them or not. */
  public List<Finding> findings(Corrections corrections) {
    return read(() -> keeper.findings(corrections, this::reportIris, this::stored));
  }

  /** Returns how a file of corrections names reports, besides their documents. */
  public Map<Account, String> references(Collection<Account> accounts) {
    return read(
        () -> {
          Map<Account, String> references = new LinkedHashMap<>();
          for (Account account : accounts) {
            Node graph = Terms.uri(iris.documentGraph(account.document()));
            references.put(
                account,
                new Statements(database.quads().getGraph(graph), iris)
                    .reference(Terms.uri(account.id())));
          }
          return references;
        });
  }

  private List<String> reportIris() {
    List<String> reports = new ArrayList<>();
    database
        .quads()
        .find(Node.ANY, Node.ANY, Terms.TYPE, Dip.REPORT)
        .forEachRemaining(quad -> reports.add(quad.getSubject().getURI()));
    return reports;
  }

  /** Returns a document as far as linking needs it; empty when the store does not hold it. */
  public Optional<StoredDocument> document(String id) {
    return read(() -> new EntityReader(database.quads(), iris, settings.facts()).read(id));
  }

  /**
   * Gives entities of documents other links, and derives the other graphs anew, as {@link
   * #rebuildDerived}, all in one transaction: whatever happens to the process, the store has all of
   * the new links or none.
   *
   * @param links by the identifier of the document, and by the IRI of the entity in it
   * @param fixed as in {@link #rebuildDerived}
   * @return the events
   */
  public List<ConsolidatedEvent> relink(
      Map<String, Map<String, Link>> links, Map<String, ? extends Collection<Triple>> fixed) {
    LinkRewriter rewriter = new LinkRewriter();
    return write(
        () -> {
          Corrections corrections = keeper.corrections();
          List<String> relinked = new ArrayList<>();
          links.forEach(
              (document, changed) -> {
                Node graph = Terms.uri(iris.documentGraph(document));
                List<Triple> reading = keeper.reading(graph);
                Map<String, LinkRewriter.Identity> identities = new HashMap<>();
                // What a correction renamed is not in the reading, and stays as it is.
                reading.stream()
                    .map(triple -> triple.getSubject().getURI())
                    .filter(changed::containsKey)
                    .forEach(
                        iri ->
                            identities.put(
                                iri, LinkRewriter.Identity.of(iri, changed.get(iri), iris)));
                if (replace(
                    graph,
                    keeper.corrected(
                        document, rewriter.rewrite(reading, identities), corrections))) {
                  relinked.add(document);
                }
              });
          runs.used(relinked);
          return derive(fixed);
        });
  }

  /** Returns the identifiers of the items of Wikidata that entities of the store are. */
  public Set<String> linkedItems() {
    return read(
        () -> {
          Set<String> items = new TreeSet<>();
          Iterator<Quad> quads =
              database
                  .quads()
                  .find(Terms.uri(iris.entitiesGraph()), Node.ANY, Terms.EXACT_MATCH, Node.ANY);
          while (quads.hasNext()) {
            items.add(quads.next().getObject().getURI().substring(Terms.WD.length()));
          }
          return items;
        });
  }

  /**
   * Puts statements of Wikidata in the place of those that the store may have had, in one
   * transaction. The run under way, if there is one, ends with it.
   */
  public void replaceWikidata(Collection<Triple> statements) {
    write(
        () -> {
          replace(Terms.uri(iris.wikidataGraph()), statements);
          runs.end();
          describe();
          return null;
        });
  }

  /** Returns the events as the store's documents tell them, in the order of their anchors. */
  public List<ConsolidatedEvent> events() {
    return read(() -> consolidate(reports().accounts(), this::stored));
  }

  /** Returns the label of an event or entity, or its IRI where it has none. */
  public String label(String resource) {
    return read(
        () -> {
          for (String graph : List.of(iris.entitiesGraph(), iris.eventsGraph())) {
            Iterator<Quad> labels =
                database.quads().find(Terms.uri(graph), Terms.uri(resource), Terms.LABEL, Node.ANY);
            if (labels.hasNext()) {
              return labels.next().getObject().getLiteralLexicalForm();
            }
          }
          return resource;
        });
  }

  /** Counts what the store holds. */
  public StoreFigures figures() {
    return read(() -> new FigureReader(database.quads(), iris).read());
  }

  /** Returns the events and documents as they are compared with those of another store. */
  public StoreDifference.Snapshot snapshot() {
    return read(() -> new SnapshotReader(database.quads(), iris).read());
  }

  /**
   * Puts what a person says of the dataset in the place of what was said before, in one
   * transaction. It stays through later builds.
   */
  public void replaceDetails(DatasetDetails details) {
    write(
        () -> {
          replace(Terms.uri(iris.detailsGraph()), new DatasetMapper(iris).details(details));
          describe();
          return null;
        });
  }

  private void describe() {
    replace(
        Terms.uri(iris.datasetGraph()),
        new DatasetDescriber(database.quads(), iris).describe(settings.version()));
  }

  /**
   * Makes the graph hold these triples; touches those alone that differ.
   *
   * @return whether any did
   */
  private boolean replace(Node graph, Collection<Triple> triples) {
    Set<Triple> added = new LinkedHashSet<>(triples);
    List<Quad> removed = new ArrayList<>();
    Iterator<Quad> quads = database.indexed().find(graph, Node.ANY, Node.ANY, Node.ANY);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      if (!added.remove(quad.asTriple())) {
        removed.add(quad);
      }
    }
    removed.forEach(database.indexed()::delete);
    added.forEach(triple -> database.indexed().add(new Quad(graph, triple)));
    boolean changed = !removed.isEmpty() || !added.isEmpty();
    if (changed) {
      runs.changed();
    }
    return changed;
  }

  /** The same for triples that may have blank nodes, whose labels differ from run to run. */
  private void replaceFixed(Node graph, Collection<Triple> triples) {
    Graph fresh = GraphFactory.createDefaultGraph();
    triples.forEach(fresh::add);
    if (!database.quads().getGraph(graph).isIsomorphicWith(fresh)) {
      replace(graph, triples);
    }
  }

  /**
   * Checks the union of all graphs against the shapes, and puts the checks of the ontology to it.
   *
   * @return what breaks them, by document and focus; empty when the graph keeps its contract
   */
  public List<Violation> validate(Shapes shapes) {
    return read(() -> new GraphValidator(database, iris, shapes).validate());
  }

  /**
   * Explains an event.
   *
   * @param event its IRI
   * @return its reports with their sentences and rules, and its triples; empty when the store has
   *     no such event
   */
  public Optional<Explanation> explain(String event) {
    return read(
        () -> new Explainer(database.quads(), iris, settings.facts(), keeper).explain(event));
  }

  /**
   * Writes the whole store.
   *
   * @param out where to; it is flushed and not closed
   */
  public void export(GraphFormat format, OutputStream out) {
    read(
        () -> {
          format.write(database.quads(), out);
          return null;
        });
  }

  private <T> T read(Supplier<T> work) {
    return database.read(work);
  }

  private <T> T write(Supplier<T> work) {
    return database.write(work);
  }

  /**
   * Closes the store.
   *
   * @throws StoreException when the text index cannot be closed
   */
  @Override
  public void close() {
    database.close();
  }
}
