package org.entente.endpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Pipeline;
import org.entente.query.NamedQuery;
import org.entente.query.Parameter;
import org.entente.query.QueryCatalog;
import org.entente.store.GraphStore;

/**
 * Measures the example queries on a store, warm, one after another on one thread, without the cache
 * of the server: median and 95th percentile of many values for those that ask for somebody or
 * something, and of a few runs for those of the whole graph.
 *
 * <pre>{@code
 * java -cp extractor/target/test-classes:extractor/target/entente.jar \
 *     org.entente.endpoint.QueryBenchmark STORE
 * }</pre>
 */
public final class QueryBenchmark {
  private static final int RUNS = 60;
  private static final int WARM_UP = 20;
  private static final int WHOLE_RUNS = 3;
  private static final long LIMIT_SECONDS = Long.getLong("entente.limit", 60);

  private QueryBenchmark() {}

  /** Runs as a program: {@code STORE}. */
  public static void main(String[] arguments) {
    try (GraphStore store =
        GraphStore.openExisting(
            Path.of(arguments[0]),
            Pipeline.knowledge(Gazetteer.lists()).storeSettings(java.util.Optional.empty()))) {
      DatasetGraph dataset = store.dataset();
      QueryValues values = new QueryValues(query -> names(dataset, query));
      System.out.println("| query | runs | median, ms | 95th percentile, ms | rows, most |");
      System.out.println("| --- | --: | --: | --: | --: |");
      for (NamedQuery query : QueryCatalog.load().queries()) {
        boolean whole = query.parameters().stream().noneMatch(Parameter::required);
        SplittableRandom random = new SplittableRandom(1);
        List<Long> times = new ArrayList<>();
        long rows = 0;
        int warm = whole ? 1 : WARM_UP;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        int runs = whole ? WHOLE_RUNS + 1 : RUNS + WARM_UP;
        for (int i = 0; i < runs && (System.nanoTime() < end || times.isEmpty()); i++) {
          Map<String, String> chosen = whole ? Map.of() : values.parameters(query, random);
          long start = System.nanoTime();
          rows = Math.max(rows, rows(dataset, query.textWith(chosen)));
          if (i >= warm) {
            times.add(System.nanoTime() - start);
          }
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
            Locale.ROOT,
            "| %s%s | %d | %.1f | %.1f | %,d |%n",
            query.name(),
            whole ? " (whole graph)" : "",
            sorted.length,
            sorted[sorted.length / 2] / 1e6,
            sorted[(int) Math.min(sorted.length - 1, 0.95 * sorted.length)] / 1e6,
            rows);
      }
    }
  }

  private static long rows(DatasetGraph dataset, String query) {
    dataset.begin(ReadWrite.READ);
    try (QueryExec execution =
        QueryExec.dataset(dataset).query(query).timeout(LIMIT_SECONDS, TimeUnit.SECONDS).build()) {
      if (!execution.getQuery().isSelectType()) {
        return execution.construct().size();
      }
      long rows = 0;
      for (RowSet answer = execution.select(); answer.hasNext(); answer.next()) {
        rows++;
      }
      return rows;
    } catch (QueryCancelledException | NullPointerException e) {
      return -1; // joins that are cancelled before they have begun throw the latter when closed
    } finally {
      dataset.end();
    }
  }

  private static List<String> names(DatasetGraph dataset, String query) {
    dataset.begin(ReadWrite.READ);
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      List<String> names = new ArrayList<>();
      execution
          .select()
          .forEachRemaining(row -> names.add(row.get("name").getLiteralLexicalForm()));
      return names;
    } finally {
      dataset.end();
    }
  }
}
