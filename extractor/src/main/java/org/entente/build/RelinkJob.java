package org.entente.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.analysis.entity.DocumentNames;
import org.entente.analysis.entity.EntityLinker;
import org.entente.analysis.entity.LinkContext;
import org.entente.analysis.entity.Teams;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.linking.LiveLinker;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Run;
import org.entente.store.GraphStore;
import org.entente.store.StoredDocument;
import org.entente.store.Violation;

/**
 * Links the documents of a store anew without reading them again: with a gazetteer that knows more
 * than the one they were read with, and with a service of the web for what that one does not know.
 *
 * <p>What has no link gets the one that is clearly the best. What has one keeps it, unless an entry
 * that the user added is the better one: the context that the store holds is less than the
 * document's, and a link that was right must not get lost by it. All changes are one transaction.
 */
public final class RelinkJob {
  private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'\u2019.-]*");

  /** The longest run of words that is looked up as the name of a region or state. */
  private static final int LONGEST = 4;

  private final GraphStore store;
  private final Pipeline pipeline;
  private final Gazetteer gazetteer;
  private final Set<String> added;
  private final Optional<LiveLinker> live;
  private final EntityLinker linker;

  /**
   * Makes a job.
   *
   * @param store the store; stays open
   * @param pipeline the facts and shapes
   * @param gazetteer what is known now
   * @param added identifiers of entries that the user added to it
   * @param live what is asked for the rest, if anything
   */
  public RelinkJob(
      GraphStore store,
      Pipeline pipeline,
      Gazetteer gazetteer,
      Set<String> added,
      Optional<LiveLinker> live) {
    this.store = store;
    this.pipeline = pipeline;
    this.gazetteer = gazetteer;
    this.added = Set.copyOf(added);
    this.live = live;
    this.linker = new EntityLinker(gazetteer);
  }

  /**
   * What a job did.
   *
   * @param documents documents looked at
   * @param changed documents with another link
   * @param links new links, once for each document
   * @param events events of the store after it
   * @param violations what breaks the shapes after it
   */
  public record Summary(
      long documents, long changed, long links, int events, List<Violation> violations) {}

  /**
   * Runs the job.
   *
   * @param run the run of which it is the work; it is recorded with the changes
   * @param progress is told how many documents were looked at
   * @throws org.entente.store.StoreException when the store cannot be written; it is as before then
   */
  public Summary run(Run run, LongConsumer progress) {
    Map<String, Map<String, Link>> changes = new LinkedHashMap<>();
    List<String> documents = store.documents();
    long links = 0;
    for (int i = 0; i < documents.size(); i++) {
      Map<String, Link> changed =
          store.document(documents.get(i)).map(this::changes).orElse(Map.of());
      if (!changed.isEmpty()) {
        changes.put(documents.get(i), changed);
        links += changed.size();
      }
      progress.accept(i + 1);
    }
    int events =
        store.inRun(run, () -> store.relink(changes, pipeline.fixedGraphs(store.iris()))).size();
    return new Summary(
        documents.size(), changes.size(), links, events, store.validate(pipeline.shapes()));
  }

  /** Returns the new links of a document, by the IRIs of the entities. */
  private Map<String, Link> changes(StoredDocument document) {
    Map<Integer, Link> links = new LinkedHashMap<>();
    LinkContext names = context(document, Set.of());
    LinkContext words = context(document, runs(document.text()));
    for (Entity entity : document.entities()) {
      linker
          .link(entity, entity.type() == EntityType.PERSON ? names : words)
          .filter(link -> better(entity, link))
          .ifPresent(link -> links.put(entity.id(), link));
    }
    List<Entity> open =
        document.entities().stream().filter(e -> !links.containsKey(e.id())).toList();
    live.ifPresent(service -> links.putAll(service.link(open, words)));
    Set<String> taken = new HashSet<>();
    document.entities().forEach(e -> e.link().ifPresent(link -> taken.add(link.qid())));
    Map<String, Link> changes = new LinkedHashMap<>();
    links.forEach(
        (number, link) -> {
          Entity entity = document.entities().get(number);
          boolean own = entity.link().filter(l -> l.qid().equals(link.qid())).isPresent();
          if ((own || taken.add(link.qid())) && typed(entity, link)) {
            changes.put(document.iris().get(number), link);
          }
        });
    return changes;
  }

  private boolean better(Entity entity, Link link) {
    if (entity.link().isEmpty()) {
      return true;
    }
    Link old = entity.link().get();
    return !old.qid().equals(link.qid()) && added.contains(link.qid());
  }

  /** An entity whose type the facts contradict stays as it is. */
  private boolean typed(Entity entity, Link link) {
    return pipeline
        .facts()
        .of(link.qid(), List.of(link.label(), entity.name()))
        .map(EntityFacts.Facts::type)
        .filter(type -> type != entity.type())
        .isEmpty();
  }

  private LinkContext context(StoredDocument document, Set<String> runs) {
    Set<String> polities = new HashSet<>();
    for (String run : runs(document.text())) {
      gazetteer
          .polity(run)
          .or(() -> gazetteer.polityOfAdjective(run))
          .map(Polity::code)
          .ifPresent(polities::add);
    }
    DocumentNames names = new DocumentNames();
    runs.forEach(names::add);
    for (Entity entity : document.entities()) {
      names.add(entity.name());
      entity.otherNames().forEach(names::add);
    }
    return new LinkContext(document.published(), polities, names, Teams.of(document.text()));
  }

  /** Returns the runs of capitalised words of a text, up to {@link #LONGEST} words long. */
  private static Set<String> runs(String text) {
    Set<String> runs = new HashSet<>();
    List<String> run = new ArrayList<>();
    Matcher words = CAPITALISED.matcher(text);
    int end = -1;
    while (words.find()) {
      if (words.start() != end + 1 || end < 0 || text.charAt(end) != ' ') {
        run.clear();
      }
      run.add(words.group().replaceFirst("['\u2019]s$", ""));
      for (int length = 1; length <= Math.min(LONGEST, run.size()); length++) {
        runs.add(String.join(" ", run.subList(run.size() - length, run.size())));
      }
      end = words.end();
    }
    return runs;
  }
}
