package org.entente.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.jena.dboe.base.file.AlreadyLocked;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.text.TextDatasetFactory;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.AsyncParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.lucene.store.LockObtainFailedException;
import org.entente.annotation.Link;
import org.entente.consolidate.Account;
import org.entente.consolidate.ConsolidatedEvent;
import org.entente.consolidate.Consolidator;
import org.entente.correction.Corrections;
import org.entente.correction.CorrectionsException;
import org.entente.ontology.GraphCheck;
import org.entente.ontology.Ontology;
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
  /** Quads that are loaded in one transaction. */
  private static final int LOADED = 200_000;

  private final Path directory;
  private final Path generation;
  private final Iris iris;
  private final StoreSettings settings;
  private final FileChannel lock;
  private final DatasetGraph database;
  private final DatasetGraph dataset;
  private final CorrectionKeeper keeper;
  private final RunKeeper runs;

  private GraphStore(
      Path directory,
      Path generation,
      Iris iris,
      StoreSettings settings,
      FileChannel lock,
      DatasetGraph database,
      TextIndexLucene index) {
    this.directory = directory;
    this.generation = generation;
    this.iris = iris;
    this.settings = settings;
    this.lock = lock;
    this.database = database;
    this.dataset = TextDatasetFactory.create(database, index, true);
    this.keeper = new CorrectionKeeper(database, iris, settings.facts());
    this.runs = new RunKeeper(dataset, iris);
    database.getContext().set(TDB2.symUnionDefaultGraph, true);
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
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
        throw trouble(directory, e);
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
    requireStore(layout, settings);
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
      throw trouble(directory, e);
    }
  }

  static void requireStore(StoreLayout layout, StoreSettings settings) {
    if (layout.isStore()) {
      return;
    }
    if (layout.isBegun()) {
      try {
        layout.base(settings);
      } catch (IOException e) {
        throw trouble(layout.root(), e);
      }
    }
    String build = "'entente build INPUT --store " + layout.root() + "'";
    throw layout.isBegun()
        ? new StoreException(
            StoreException.Reason.NO_STORE,
            layout.root() + " has no graph yet: its first build was not finished",
            "start " + build + " again; it goes on where it was")
        : new StoreException(
            StoreException.Reason.NO_STORE,
            layout.root() + " is not a store: it has no " + StoreLayout.PROPERTIES,
            "name the directory of a store, or make one with " + build);
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
    requireSound(directory, generation, false);
    FileChannel lock = lock(directory, generation);
    DatasetGraph database = null;
    try {
      Path tdb = generation.resolve("tdb2");
      Files.createDirectories(tdb);
      database = DatabaseMgr.connectDatasetGraph(Location.create(tdb));
      TextIndexLucene index = index(generation, database);
      return new GraphStore(directory, generation, iris, settings, lock, database, index);
    } catch (IOException | RuntimeException | InternalError e) {
      if (database != null) {
        TDBInternal.expel(database, true);
      }
      release(lock);
      throw trouble(directory, e);
    }
  }

  /**
   * Refuses a generation whose files are damaged.
   *
   * @param whole whether their content is looked at, and not their size alone
   */
  static void requireSound(Path directory, Path generation, boolean whole) throws IOException {
    List<String> damage =
        GenerationSeal.damage(generation, whole).stream()
            .filter(line -> !GenerationSeal.isOfCopy(line))
            .toList();
    if (!damage.isEmpty()) {
      throw new StoreException(
          StoreException.Reason.BROKEN,
          "the graph of " + directory + " is damaged: " + String.join("; ", damage),
          "'entente restore --store " + directory + "' makes it anew from its copy, whole");
    }
  }

  /**
   * Looks at every byte of the graph that readers of a store have.
   *
   * @return what is damaged of its copy, by a line; empty when all is well
   * @throws StoreException when the graph itself is damaged, or there is no store
   */
  public static List<String> verify(Path directory, StoreSettings settings) {
    requireStore(new StoreLayout(directory), settings);
    try {
      Path generation = generation(directory);
      requireSound(directory, generation, true);
      return GenerationSeal.damage(generation, true);
    } catch (IOException e) {
      throw trouble(directory, e);
    }
  }

  /** Puts what N-Quads say into an empty store, some at a time. */
  void load(InputStream quads) {
    Iterator<Quad> all =
        AsyncParser.of(
                RDFParser.source(quads)
                    .lang(Lang.NQUADS)
                    .labelToNode(LabelToNode.createUseLabelAsGiven()))
            .streamQuads()
            .iterator();
    while (all.hasNext()) {
      write(
          () -> {
            for (int i = 0; i < LOADED && all.hasNext(); i++) {
              dataset.add(all.next());
            }
            return null;
          });
    }
  }

  /** Tells whether the directory is a store. */
  public static boolean isStore(Path directory) {
    return new StoreLayout(directory).isStore();
  }

  /** Locks a folder of a store for this process; {@code directory} is what the user named. */
  static FileChannel lock(Path directory, Path folder) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve(StoreLayout.LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return channel;
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      release(channel);
    } catch (IOException e) {
      throw trouble(directory, e);
    }
    throw inUse(directory, null);
  }

  /**
   * Keeps a generation of a store from being opened, for one who reads its files by other means.
   *
   * @param generation its folder, as {@link #generation} tells it
   * @return ends the reservation when it is closed
   * @throws StoreException when it is open
   */
  public static Closeable reserve(Path directory, Path generation) {
    FileChannel reserved = lock(directory, generation);
    try {
      requireSound(directory, generation, false);
      return reserved;
    } catch (IOException | RuntimeException e) {
      release(reserved);
      throw trouble(directory, e);
    }
  }

  static void release(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the text index; builds it anew where a batch was cut off or the index is damaged. */
  private static TextIndexLucene index(Path generation, DatasetGraph database) throws IOException {
    Path text = generation.resolve("text");
    Path pending = generation.resolve("entente.pending");
    boolean stale = Files.exists(pending) || !Files.isDirectory(text);
    TextIndexLucene index;
    try {
      index = TextIndexes.open(text);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof LockObtainFailedException) {
        throw e;
      }
      // The index holds nothing that the database does not.
      StoreFiles.delete(text);
      index = TextIndexes.open(text);
      stale = true;
    }
    if (stale) {
      TextIndexLucene target = index;
      database.begin(ReadWrite.READ);
      try {
        TextIndexes.rebuild(target, database);
      } finally {
        database.end();
      }
      Files.deleteIfExists(pending);
    }
    return index;
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
    return dataset;
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
            database.contains(graph, node, Dip.DIGEST, Terms.string(digest))
                && database.contains(
                    graph, node, Dip.EXTRACTED_WITH, Terms.string(settings.version())));
  }

  /** Returns the identifiers of all documents, in order. */
  public List<String> documents() {
    return read(
        () -> {
          Set<String> documents = new TreeSet<>();
          Iterator<Quad> quads = database.find(Node.ANY, Node.ANY, Terms.IDENTIFIER, Node.ANY);
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
    ReportReader reader = new ReportReader(database, iris, settings.facts());
    Collection<NamedEntity> entities = reader.entities();
    EntityMapper entityMapper = new EntityMapper(iris, settings.facts());
    Map<String, String> labels = new HashMap<>();
    entities.forEach(e -> labels.put(e.iri(), entityMapper.label(e)));
    List<Account> accounts = reader.accounts();
    List<ConsolidatedEvent> events = consolidate(accounts);
    replace(Terms.uri(iris.entitiesGraph()), entityMapper.map(entities));
    replace(
        Terms.uri(iris.eventsGraph()),
        new EventMapper(iris).map(events, iri -> labels.getOrDefault(iri, iri)));
    fixed.forEach((name, triples) -> replaceFixed(Terms.uri(name), triples));
    runs.end();
    describe();
    return events;
  }

  private List<ConsolidatedEvent> consolidate(List<Account> accounts) {
    return new Consolidator()
        .consolidate(
            accounts, keeper.constraints(() -> accounts.stream().map(Account::id).toList()));
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
          keeper.constraints(this::reports);
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
    return read(() -> keeper.findings(corrections, this::reports));
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
                new Statements(database.getGraph(graph), iris).reference(Terms.uri(account.id())));
          }
          return references;
        });
  }

  private List<String> reports() {
    List<String> reports = new ArrayList<>();
    database
        .find(Node.ANY, Node.ANY, Terms.TYPE, Dip.REPORT)
        .forEachRemaining(quad -> reports.add(quad.getSubject().getURI()));
    return reports;
  }

  /** Returns a document as far as linking needs it; empty when the store does not hold it. */
  public Optional<StoredDocument> document(String id) {
    return read(() -> new EntityReader(database, iris, settings.facts()).read(id));
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
              database.find(Terms.uri(iris.entitiesGraph()), Node.ANY, Terms.EXACT_MATCH, Node.ANY);
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
    return read(() -> consolidate(new ReportReader(database, iris, settings.facts()).accounts()));
  }

  /** Returns the label of an event or entity, or its IRI where it has none. */
  public String label(String resource) {
    return read(
        () -> {
          for (String graph : List.of(iris.entitiesGraph(), iris.eventsGraph())) {
            Iterator<Quad> labels =
                database.find(Terms.uri(graph), Terms.uri(resource), Terms.LABEL, Node.ANY);
            if (labels.hasNext()) {
              return labels.next().getObject().getLiteralLexicalForm();
            }
          }
          return resource;
        });
  }

  /** Counts what the store holds. */
  public StoreFigures figures() {
    return read(() -> new FigureReader(database, iris).read());
  }

  /** Returns the events and documents as they are compared with those of another store. */
  public StoreDifference.Snapshot snapshot() {
    return read(() -> new SnapshotReader(database, iris).read());
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
        new DatasetDescriber(database, iris).describe(settings.version()));
  }

  /**
   * Makes the graph hold these triples; touches those alone that differ.
   *
   * @return whether any did
   */
  private boolean replace(Node graph, Collection<Triple> triples) {
    Set<Triple> added = new LinkedHashSet<>(triples);
    List<Quad> removed = new ArrayList<>();
    Iterator<Quad> quads = dataset.find(graph, Node.ANY, Node.ANY, Node.ANY);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      if (!added.remove(quad.asTriple())) {
        removed.add(quad);
      }
    }
    removed.forEach(dataset::delete);
    added.forEach(triple -> dataset.add(new Quad(graph, triple)));
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
    if (!database.getGraph(graph).isIsomorphicWith(fresh)) {
      replace(graph, triples);
    }
  }

  /**
   * Checks the union of all graphs against the shapes, and puts the checks of the ontology to it.
   *
   * @return what breaks them, by document and focus; empty when the graph keeps its contract
   */
  public List<Violation> validate(Shapes shapes) {
    return read(
        () -> {
          ValidationReport report = ShaclValidator.get().validate(shapes, database.getUnionGraph());
          List<Violation> violations = new ArrayList<>();
          for (ReportEntry entry : report.getEntries()) {
            violations.add(
                new Violation(
                    text(entry.focusNode()),
                    entry.source() != null && entry.source().isURI()
                        ? entry.source().getURI()
                        : text(entry.sourceConstraintComponent()),
                    entry.message()
                        + (entry.value() == null ? "" : " Found: " + text(entry.value())),
                    event(entry.focusNode()),
                    document(entry.focusNode())));
          }
          for (GraphCheck check : Ontology.graphChecks()) {
            try (QueryExec execution = QueryExec.dataset(database).query(check.query()).build()) {
              execution
                  .select()
                  .forEachRemaining(
                      row ->
                          violations.add(
                              new Violation(
                                  text(row.get("focus")),
                                  check.name(),
                                  check.message() + " Found: " + text(row.get("value")),
                                  event(row.get("focus")),
                                  document(row.get("focus")))));
            }
          }
          violations.sort(
              Comparator.comparing(Violation::document)
                  .thenComparing(Violation::focus)
                  .thenComparing(Violation::shape)
                  .thenComparing(Violation::message));
          return violations;
        });
  }

  private static String text(Node node) {
    return node == null ? "" : node.isURI() ? node.getURI() : NodeFmtLib.strTTL(node);
  }

  /** Returns the event that the resource is, or that it is a report of. */
  private String event(Node focus) {
    if (focus == null) {
      return "";
    }
    Node events = Terms.uri(iris.eventsGraph());
    if (database.contains(events, focus, Terms.TYPE, Dip.EVENT)) {
      return text(focus);
    }
    Iterator<Quad> told = database.find(events, focus, Dip.REPORTS_EVENT, Node.ANY);
    return told.hasNext() ? text(told.next().getObject()) : "";
  }

  /** Returns a document whose graph speaks of the resource, directly or by a report of it. */
  private String document(Node focus) {
    if (focus == null) {
      return "";
    }
    Set<Node> resources = new LinkedHashSet<>(List.of(focus));
    Iterator<Quad> reports = database.find(Node.ANY, focus, Dip.HAS_REPORT, Node.ANY);
    while (reports.hasNext()) {
      resources.add(reports.next().getObject());
    }
    Set<String> documents = new TreeSet<>();
    for (Node resource : resources) {
      Iterator<Quad> quads = database.find(Node.ANY, resource, Node.ANY, Node.ANY);
      while (quads.hasNext()) {
        Node graph = quads.next().getGraph();
        if (iris.isDocumentGraph(graph.getURI())) {
          Iterator<Quad> ids = database.find(graph, Node.ANY, Terms.IDENTIFIER, Node.ANY);
          if (ids.hasNext()) {
            documents.add(ids.next().getObject().getLiteralLexicalForm());
          }
        }
      }
    }
    return documents.stream().findFirst().orElse("");
  }

  /**
   * Explains an event.
   *
   * @param event its IRI
   * @return its reports with their sentences and rules, and its triples; empty when the store has
   *     no such event
   */
  public Optional<Explanation> explain(String event) {
    return read(() -> new Explainer(database, iris, settings.facts(), keeper).explain(event));
  }

  /** The formats of {@link #export}. */
  public enum Format {
    /** N-Quads, graph by graph, every graph's lines in order: equal stores give equal bytes. */
    NQ,
    /** Turtle of the union of the graphs. */
    TTL,
    /** JSON-LD with the named graphs. */
    JSONLD
  }

  /**
   * Writes the whole store.
   *
   * @param out where to; it is flushed and not closed
   */
  public void export(Format format, OutputStream out) {
    read(
        () -> {
          switch (format) {
            case NQ -> NQuads.write(database, out);
            case TTL -> RDFWriter.source(prefixed()).format(RDFFormat.TURTLE_BLOCKS).output(out);
            case JSONLD -> RDFWriter.source(database).lang(Lang.JSONLD).output(out);
          }
          return null;
        });
  }

  private Graph prefixed() {
    Graph union = GraphFactory.createDefaultGraph();
    Iterator<Quad> quads = database.find();
    while (quads.hasNext()) {
      union.add(quads.next().asTriple());
    }
    Terms.PREFIXES.forEach(union.getPrefixMapping()::setNsPrefix);
    return union;
  }

  private <T> T read(Supplier<T> work) {
    if (database.isInTransaction()) {
      return work.get();
    }
    database.begin(ReadWrite.READ);
    try {
      return work.get();
    } finally {
      database.end();
    }
  }

  private synchronized <T> T write(Supplier<T> work) {
    if (database.isInTransaction()) {
      return work.get(); // a part of the changes of a run
    }
    Path pending = generation.resolve("entente.pending");
    try {
      long free = Files.getFileStore(directory).getUsableSpace();
      if (free < settings.minimumFree()) {
        throw full(directory, free + " bytes are free", null);
      }
      GenerationSeal.open(generation);
      Files.write(
          pending,
          new byte[0],
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      T result;
      dataset.begin(ReadWrite.WRITE);
      try {
        result = work.get();
        dataset.commit();
      } catch (RuntimeException | Error e) {
        dataset.abort();
        throw e;
      } finally {
        dataset.end();
      }
      Files.delete(pending);
      return result;
    } catch (CorrectionsException e) {
      throw e;
    } catch (IOException | RuntimeException | InternalError e) {
      throw trouble(directory, e);
    }
  }

  /**
   * Closes the store.
   *
   * @throws StoreException when the text index cannot be closed
   */
  @Override
  public synchronized void close() {
    if (!lock.isOpen()) {
      return;
    }
    try {
      dataset.close();
    } finally {
      TDBInternal.expel(database, true);
      release(lock);
    }
  }

  private static StoreException inUse(Path directory, Throwable cause) {
    return new StoreException(
        StoreException.Reason.IN_USE,
        directory + " is in use by another process or another part of this one",
        "stop the server or build that has it open and try again",
        cause);
  }

  private static StoreException full(Path directory, String detail, Throwable cause) {
    return new StoreException(
        StoreException.Reason.DISK_FULL,
        "no space left for " + directory + " (" + detail + "); the last batch was not written",
        "free some space and start the build again: it goes on after the last batch written",
        cause);
  }

  /** Turns what file system, TDB2 and Lucene throw into one exception that says what to do. */
  static StoreException trouble(Path directory, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof StoreException known) {
        return known;
      }
      if (t instanceof AlreadyLocked || t instanceof LockObtainFailedException) {
        return inUse(directory, thrown);
      }
      String message = String.valueOf(t.getMessage());
      if (message.contains("No space left")
          || message.contains("not enough space")
          || message.contains("Disk quota exceeded")
          // a page of a mapped file that the disk has no block for
          || t instanceof InternalError && message.contains("unsafe memory access")) {
        return full(directory, message, thrown);
      }
    }
    return new StoreException(
        StoreException.Reason.BROKEN,
        "cannot read or write " + directory + ": " + thrown,
        "check the permissions of its files and the disk; if it stays so, 'entente restore --store "
            + directory
            + "' makes the graph anew from its copy",
        thrown);
  }
}
