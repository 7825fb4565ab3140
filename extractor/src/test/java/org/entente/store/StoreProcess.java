package org.entente.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.rdf.DocumentGraph;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Run;
import org.entente.report.Kind;
import org.entente.report.Status;

/** A process of its own that holds a store open, or writes batches to it until it is killed. */
final class StoreProcess {
  static final int BATCH = 3;

  /** By how many documents a published generation grows. */
  static final int GENERATION = 2 * BATCH;

  private StoreProcess() {}

  static Process start(String mode, Path store) throws java.io.IOException {
    return start(mode, store, List.of());
  }

  /** Starts one behind a prefix of the command line, such as one that limits it. */
  static Process start(String mode, Path store, List<String> prefix) throws java.io.IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            StoreProcess.class.getName(),
            mode,
            store.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /**
   * Runs as the forked process: {@code hold STORE}, {@code write STORE}, {@code relink STORE},
   * {@code stage STORE} or {@code restore STORE}.
   */
  public static void main(String[] args) throws Exception {
    StoreSettings settings = StoreSettings.of(EntityFacts.none(), "test");
    if (args[0].equals("stage")) {
      stage(Path.of(args[1]), settings);
      return;
    }
    if (args[0].equals("restore")) {
      System.out.println("restoring");
      StagedStore.restore(Path.of(args[1]), settings);
      return;
    }
    try (GraphStore store = GraphStore.open(Path.of(args[1]), settings)) {
      DocumentMapper mapper = new DocumentMapper(store.iris(), EntityFacts.none(), "test");
      System.out.println("open");
      for (int batch = 0; args[0].equals("write"); batch++) {
        List<DocumentGraph> documents = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
          documents.add(mapper.map(story(batch * BATCH + i)));
        }
        store.replaceDocuments(documents);
        System.out.println("committed " + batch);
      }
      if (args[0].equals("relink")) {
        store.relink(links(store), Map.of());
        System.out.println("relinked");
      }
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  /** Publishes generation after generation, each with two batches more, and tells each step. */
  private static void stage(Path path, StoreSettings settings) {
    while (true) {
      try (StagedStore staged = StagedStore.open(path, settings)) {
        GraphStore store = staged.store();
        Optional<DocumentSpool> spool = store.spool();
        System.out.println("begun " + kept(store).size());
        store.beginRun(new Run(Instant.now(), "test", "build", Map.of(), Map.of()));
        DocumentMapper mapper = new DocumentMapper(store.iris(), EntityFacts.none(), "test");
        do {
          int next = kept(store).size();
          List<DocumentGraph> documents = new ArrayList<>();
          for (int i = 0; i < BATCH; i++) {
            documents.add(mapper.map(story(next + i)));
          }
          if (spool.isPresent()) {
            spool.get().append(documents);
          } else {
            store.replaceDocuments(documents);
          }
          System.out.println("committed " + (next + BATCH));
        } while (kept(store).size() % GENERATION != 0);
        if (spool.isPresent()) {
          store.fill(spool.get(), Map.of());
          System.out.println("filled " + store.documents().size());
        }
        store.relink(links(store), Map.of());
        System.out.println("linked " + store.documents().size());
        store.rebuildDerived(Map.of());
        int whole = store.documents().size();
        System.out.println("derived " + whole);
        staged.publish();
        System.out.println("published " + whole);
      }
    }
  }

  /** Returns the documents that a draft has, also those of a first build that wait for others. */
  static List<String> kept(GraphStore store) {
    return store.spool().map(DocumentSpool::documents).orElseGet(store::documents);
  }

  /** Links the guest of every story of a store. */
  static Map<String, Map<String, Link>> links(GraphStore store) {
    Map<String, Map<String, Link>> links = new TreeMap<>();
    for (String document : store.documents()) {
      String number = document.substring(document.indexOf('-') + 1);
      links.put(
          document,
          Map.of(
              store.iris().base() + "person/ada-envoy" + number,
              new Link("Q90" + number, "Ada Envoy" + number, 0.9)));
    }
    return links;
  }

  static org.entente.report.DocumentReports story(int number) {
    return new Story("kill-" + number, "2024-05-02")
        .entity(EntityType.PERSON, "Ada Envoy" + number, "", "")
        .entity(EntityType.PERSON, "Ben Host", "", "")
        .sentence("Ben Host received Ada Envoy" + number + " on Wednesday.")
        .report(
            Kind.MEETING,
            Status.HELD,
            "Ben Host/HOST, Ada Envoy" + number + "/GUEST",
            "",
            "2024-05-01",
            "2024-05-01")
        .end();
  }
}
