package org.entente.store;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.annotation.EntityType;
import org.entente.build.Pipeline;
import org.entente.rdf.DocumentGraph;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.GazetteerFacts;
import org.entente.report.DocumentReports;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * Makes a store of so many invented events, by the mapping and derivation of every store, to try
 * pages and queries on a large graph. The people and what they do are invented; states, places and
 * their coordinates are real.
 *
 * <pre>{@code
 * java -cp extractor/target/test-classes:extractor/target/entente.jar \
 *     org.entente.store.SyntheticStore DIR N
 * }</pre>
 */
public final class SyntheticStore {
  /** The seed of the stores that measurements speak of. */
  public static final long SEED = 2026;

  private static final String VERSION = "synthetic";

  private static final int BATCH = 1_000;

  /** How many accounts a document has at most. */
  private static final int LENGTH = 5;

  private static final List<String> OUTLETS =
      List.of(
          "Example Wire",
          "Example Herald",
          "The Daily Example",
          "Example Tribune",
          "Example Broadcasting",
          "Radio Example",
          "Example Observer",
          "Example Post",
          "Example Courier",
          "The Example Review",
          "Example Gazette",
          "Example Star");

  private static final String[] TOPICS =
      ("trade;border security;arms control;a prisoner exchange;energy supplies;a ceasefire;fishing"
              + " rights;debt relief;climate policy;migration;water rights;sanctions")
          .split(";");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private SyntheticStore() {}

  /** Runs as a program: {@code DIR N}. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("usage: SyntheticStore DIR NUMBER-OF-EVENTS");
    }
    int events = Integer.parseInt(arguments[1]);
    System.out.println(write(Path.of(arguments[0]), events, SEED) + " events");
  }

  /**
   * Writes a store.
   *
   * @param directory a new or empty directory
   * @param events how many events are invented; a few of them may look like one and be joined
   * @param seed of all that is left to chance
   * @return how many events the store has
   */
  public static int write(Path directory, int events, long seed) {
    Gazetteer gazetteer = Gazetteer.load();
    GazetteerFacts facts = new GazetteerFacts(gazetteer);
    SyntheticWorld world =
        new SyntheticWorld(gazetteer, Math.max(100, Math.min(20_000, events / 5)), seed);
    List<SyntheticEvents.Account> accounts =
        new SyntheticEvents(world, seed).accounts(events, OUTLETS.size());
    try (StagedStore staged = StagedStore.open(directory, StoreSettings.of(facts, VERSION))) {
      GraphStore store = staged.store();
      DocumentMapper mapper = new DocumentMapper(store.iris(), facts, VERSION);
      DocumentSpool spool = store.spool().orElseThrow();
      List<DocumentGraph> batch = new ArrayList<>();
      int number = 0;
      for (List<SyntheticEvents.Account> told : documents(accounts)) {
        batch.add(mapper.map(document(told, number++)));
        if (batch.size() == BATCH) {
          spool.append(batch);
          batch.clear();
        }
      }
      spool.append(batch);
      int joined =
          store.fill(spool, Pipeline.knowledge(gazetteer).fixedGraphs(store.iris())).size();
      staged.publish();
      return joined;
    }
  }

  /** Gathers what an outlet tells within a month into documents, in the order of the days. */
  private static List<List<SyntheticEvents.Account>> documents(
      List<SyntheticEvents.Account> accounts) {
    Map<String, List<SyntheticEvents.Account>> months =
        accounts.stream()
            .collect(
                Collectors.groupingBy(
                    a -> YearMonth.from(a.published()) + "-" + a.outlet(),
                    TreeMap::new,
                    Collectors.toList()));
    List<List<SyntheticEvents.Account>> documents = new ArrayList<>();
    for (List<SyntheticEvents.Account> month : months.values()) {
      month.sort(Comparator.comparing(SyntheticEvents.Account::published));
      for (int from = 0; from < month.size(); from += LENGTH) {
        documents.add(month.subList(from, Math.min(month.size(), from + LENGTH)));
      }
    }
    return documents;
  }

  private static DocumentReports document(List<SyntheticEvents.Account> told, int number) {
    SyntheticEvents.Account last = told.get(told.size() - 1);
    LocalDate published = last.published();
    Story story =
        new Story(String.format(Locale.ROOT, "synthetic-%06d", number), published.toString())
            .publisher(OUTLETS.get(last.outlet()));
    Set<String> named = new LinkedHashSet<>();
    for (SyntheticEvents.Account account : told) {
      Stream.concat(account.parties().stream(), account.absent().stream())
          .filter(person -> named.add(person.name()))
          .forEach(
              person ->
                  story
                      .entity(EntityType.PERSON, person.name(), "", person.country().label())
                      .office(person.name(), person.office()));
      account
          .place()
          .filter(place -> named.add(place.name()))
          .ifPresent(place -> story.entity(EntityType.PLACE, place.name(), place.qid(), ""));
      story
          .sentence(sentence(account, number))
          .report(
              account.kind(),
              account.status(),
              account.parties().stream()
                  .map(SyntheticWorld.Person::name)
                  .collect(Collectors.joining(", ")),
              account.absent().map(SyntheticWorld.Person::name).orElse(""),
              account.place().map(SyntheticWorld.Place::name).orElse(""),
              account.date().toString(),
              account.date().toString(),
              Optional.empty());
    }
    return story.end();
  }

  private static String sentence(SyntheticEvents.Account account, int number) {
    String others =
        account.parties().stream()
            .skip(1)
            .map(
                person ->
                    person.name() + ", " + person.country().adjective() + " " + person.office())
            .collect(Collectors.joining(", and "));
    SyntheticWorld.Person first = account.parties().get(0);
    return first.country().adjective()
        + " "
        + first.office()
        + " "
        + first.name()
        + verb(account.kind(), account.status())
        + others
        + account.place().map(place -> " in " + place.name()).orElse("")
        + " on "
        + DAY.format(account.date())
        + " about "
        + TOPICS[(account.date().getDayOfYear() + number) % TOPICS.length]
        + account.absent().map(person -> "; " + person.name() + " was not there").orElse("")
        + ".";
  }

  private static String verb(Kind kind, Status status) {
    boolean call = kind == Kind.CALL;
    return switch (status) {
      case HELD -> call ? " spoke by telephone with " : " met ";
      case PLANNED -> call ? " will speak by telephone with " : " will meet ";
      case PROPOSED -> call ? " offered a telephone call to " : " offered to meet ";
      case CANCELLED -> call ? " called off a telephone call with " : " called off a meeting with ";
      case DENIED -> call ? " denied having spoken with " : " denied having met ";
    };
  }
}
