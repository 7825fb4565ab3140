package org.entente.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.entente.annotation.EntityType;
import org.entente.cluster.FileTask.Source;
import org.entente.document.RecordField;
import org.entente.rdf.Iris;
import org.entente.rdf.NamedEntity;
import scala.Tuple2;

/**
 * Reads a folder of files on a cluster and makes the graph that the laptop program makes of them:
 * sorted N-Quads of documents, events and entities, and a table of events as Parquet. Its stages,
 * each a folder of the output that a restart goes on after:
 *
 * <ol>
 *   <li>{@code read}: the documents, by pieces of the input;
 *   <li>{@code documents}: their graphs as N-Quads, each id once, in the order of their IRIs;
 *   <li>{@code findings}: what they say of events and whom they name, each id once;
 *   <li>{@code accounts}, {@code components}, {@code joined}: reports, the groups of those that may
 *       be of one event, and the events;
 *   <li>{@code whole}: within which other event an event took place;
 *   <li>{@code named}: the entities of all documents;
 *   <li>{@code events}, {@code entities}: the graphs of both as N-Quads, each line once, in order;
 *   <li>{@code table}: the events as Parquet.
 * </ol>
 */
public final class ClusterJob {
  /** Into how many pieces the input is divided at most, each of which a restart can leave out. */
  private static final int PIECES = 100;

  /** How many files a core is given at least for each piece. */
  private static final int FILES_FOR_CORE = 4;

  private static final String PARQUET = ".parquet";

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final JobSettings settings;
  private final PublishingTask publishing;
  private final Consumer<String> progress;

  /**
   * Makes a job.
   *
   * @param spark where it runs; stays open
   * @param settings how documents are read
   * @param progress is told which stage begins
   */
  ClusterJob(SparkSession spark, JobSettings settings, Consumer<String> progress) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.settings = settings;
    this.publishing = new PublishingTask(settings.base());
    this.progress = progress;
  }

  /**
   * Runs what is not done yet.
   *
   * @param input folder, on any file system that Hadoop knows
   * @param output folder for the results, and for what a restart goes on from
   * @return what was counted, in words; what a run before has read is not counted again
   * @throws IOException when a file system fails, or the output is that of another job
   */
  String run(String input, String output) throws IOException {
    Stages stages = new Stages(output, spark.sparkContext().hadoopConfiguration());
    Counters counters = Counters.of(spark.sparkContext());
    List<Source> sources = sources(new Path(input));
    stages.same(
        Stream.concat(
                Stream.of(settings.toString()),
                sources.stream().map(source -> source.number() + "\t" + source.path()))
            .toList());
    read(stages, sources, new FileTask(settings, counters));
    documents(stages);
    join(stages);
    around(stages);
    named(stages);
    publish(stages);
    return counters + ", " + figures(stages);
  }

  private List<Source> sources(Path input) throws IOException {
    List<String> paths = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> found =
        input.getFileSystem(spark.sparkContext().hadoopConfiguration()).listFiles(input, true);
    while (found.hasNext()) {
      paths.add(found.next().getPath().toString());
    }
    if (paths.isEmpty()) {
      throw new IOException(input + " has no files");
    }
    paths.sort(null);
    List<Source> sources = new ArrayList<>();
    for (String path : paths) {
      sources.add(new Source(path, sources.size()));
    }
    return sources;
  }

  private void make(Stages stages, String stage, Stages.Work work) throws IOException {
    stages.make(
        stage,
        folder -> {
          progress.accept(stage);
          work.run(folder);
        });
  }

  private void read(Stages stages, List<Source> sources, FileTask task) throws IOException {
    List<Source> files =
        sources.stream().filter(source -> !source.path().endsWith(PARQUET)).toList();
    int size = Math.max(FILES_FOR_CORE * context.defaultParallelism(), files.size() / PIECES + 1);
    for (int from = 0; from < files.size(); from += size) {
      List<Source> piece = files.subList(from, Math.min(files.size(), from + size));
      make(
          stages,
          String.format("read/files-%09d", from),
          folder ->
              spark
                  .createDataFrame(
                      context
                          .parallelize(new ArrayList<>(piece), piece.size())
                          .flatMap(source -> task.read(source)),
                      Rows.READ)
                  .write()
                  .parquet(folder));
    }
    for (Source source : sources) {
      if (source.path().endsWith(PARQUET)) {
        make(
            stages,
            String.format("read/parquet-%09d", source.number()),
            folder ->
                records(source)
                    .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> task.records(source, rows),
                        Rows.of(Rows.READ))
                    .write()
                    .parquet(folder));
      }
    }
  }

  /** Returns the records of a file of Parquet with their numbers, each with an identifier. */
  private Dataset<Row> records(Source source) {
    Dataset<Row> table = spark.read().parquet(source.path());
    Column number = col("_metadata.row_index");
    List<Column> columns = new ArrayList<>(Arrays.stream(table.columns()).map(table::col).toList());
    if (!settings.reader().columns().has(RecordField.ID, List.of(table.columns()))) {
      String stem = source.name().substring(0, source.name().length() - PARQUET.length());
      columns.add(concat(lit(stem + "-"), number.plus(1)).as("id"));
    }
    return table.select(
        number.as("number"), to_json(struct(columns.toArray(Column[]::new))).as("record"));
  }

  private void documents(Stages stages) throws IOException {
    Dataset<Row> read = spark.read().parquet(stages.parts("read"));
    make(
        stages,
        "documents",
        folder ->
            First.of(
                    read.select("graph", "file", "number", "quads")
                        .repartitionByRange(col("graph")))
                .where(col("quads").notEqual(""))
                .select("quads")
                .write()
                .option("compression", "gzip")
                .text(folder));
    make(
        stages,
        "findings",
        folder ->
            First.of(
                    read.select("graph", "file", "number", "accounts", "entities")
                        .repartition(col("graph")))
                .select("accounts", "entities")
                .write()
                .parquet(folder));
  }

  private void join(Stages stages) throws IOException {
    make(
        stages,
        "accounts",
        folder ->
            spark
                .read()
                .parquet(stages.folder("findings"))
                .select(explode(col("accounts")).as("account"))
                .write()
                .parquet(folder));
    Dataset<Row> accounts = spark.read().parquet(stages.folder("accounts"));
    make(
        stages,
        "components",
        folder ->
            Components.of(
                    spark,
                    accounts.mapPartitions(
                        (MapPartitionsFunction<Row, Row>) JoiningTask::windows,
                        Rows.of(Rows.WINDOWS)))
                .write()
                .parquet(folder));
    make(
        stages,
        "joined",
        folder -> {
          JoiningTask task = new JoiningTask(containment(accounts));
          Column hash = xxhash64(get_json_object(col("account"), "$.id"));
          accounts
              .withColumn("vertex", hash)
              .join(
                  spark.read().parquet(stages.folder("components")),
                  new String[] {"vertex"},
                  "left")
              .select(coalesce(col("component"), col("vertex")).as("component"), col("account"))
              .repartition(col("component"))
              .sortWithinPartitions("component")
              .mapPartitions((MapPartitionsFunction<Row, Row>) task::join, Rows.of(Rows.EVENTS))
              .write()
              .parquet(folder);
        });
  }

  /** Gathers which place lies in which, of all accounts. */
  private Broadcast<Map<String, Set<String>>> containment(Dataset<Row> accounts) {
    Map<String, Set<String>> parents = new TreeMap<>();
    accounts
        .flatMap(
            (FlatMapFunction<Row, Row>) JoiningTask::places, Rows.of(Rows.text("inner", "outer")))
        .distinct()
        .toLocalIterator()
        .forEachRemaining(
            pair ->
                parents
                    .computeIfAbsent(pair.getString(0), k -> new TreeSet<>())
                    .add(pair.getString(1)));
    return context.broadcast(parents);
  }

  private void around(Stages stages) throws IOException {
    Dataset<Row> events = spark.read().parquet(stages.folder("joined"));
    make(
        stages,
        "whole",
        folder -> {
          JoiningTask task =
              new JoiningTask(containment(spark.read().parquet(stages.folder("accounts"))));
          Dataset<Row> ofAccount =
              events.select(col("anchor").as("whole"), explode(col("accounts")).as("account"));
          Dataset<Row> told =
              events
                  .select(col("anchor"), posexplode(col("told")).as(new String[] {"at", "account"}))
                  .join(ofAccount, "account")
                  .where(col("anchor").notEqual(col("whole")))
                  .groupBy("anchor")
                  .agg(min_by(col("whole"), col("at")).as("told"));
          Dataset<Row> offered =
              events.select(
                  explode(col("offers")).as("seeks"),
                  col("anchor").as("gathering"),
                  col("outline").as("gathered"));
          Dataset<Row> held =
              events
                  .select("seeks", "anchor", "outline")
                  .join(offered, "seeks")
                  .where(col("anchor").notEqual(col("gathering")))
                  .select("anchor", "outline", "gathering", "gathered")
                  .mapPartitions(
                      (MapPartitionsFunction<Row, Row>) task::hold,
                      Rows.of(Rows.text("anchor", "gathering")))
                  .groupBy("anchor")
                  .agg(min("gathering").as("held"));
          told.join(held, new String[] {"anchor"}, "full")
              .select(col("anchor"), coalesce(col("told"), col("held")).as("whole"))
              .write()
              .parquet(folder);
        });
  }

  private void named(Stages stages) throws IOException {
    PublishingTask task = publishing;
    make(
        stages,
        "named",
        folder ->
            spark
                .createDataFrame(
                    spark
                        .read()
                        .parquet(stages.folder("findings"))
                        .select(explode(col("entities")))
                        .toJavaRDD()
                        .map(row -> Json.read(row.getString(0), NamedEntity.class))
                        .mapToPair(entity -> new Tuple2<>(entity.iri(), entity))
                        .aggregateByKey(new NamedEntity(""), ClusterJob::merge, ClusterJob::merge)
                        .map(named -> task.entity(merge(new NamedEntity(named._1()), named._2()))),
                    Rows.ENTITIES)
                .write()
                .parquet(folder));
  }

  private static NamedEntity merge(NamedEntity entity, NamedEntity other) {
    entity.add(other);
    return entity;
  }

  private void publish(Stages stages) throws IOException {
    PublishingTask task = publishing;
    Dataset<Row> named = spark.read().parquet(stages.folder("named"));
    make(
        stages,
        "entities",
        folder -> {
          Broadcast<Set<String>> polities = context.broadcast(polities(named));
          lines(
              named
                  .select("entity")
                  .flatMap(
                      (FlatMapFunction<Row, String>)
                          row -> task.entityQuads(row.getString(0), polities),
                      Encoders.STRING()),
              folder);
        });
    Dataset<Row> joined = spark.read().parquet(stages.folder("joined"));
    Dataset<Row> labels =
        joined
            .select(col("anchor"), explode(col("named")).as("iri"))
            .join(named, "iri")
            .groupBy("anchor")
            .agg(collect_list(struct("iri", "label", "longitude", "latitude")).as("entities"));
    Dataset<Row> events =
        joined
            .join(spark.read().parquet(stages.folder("whole")), new String[] {"anchor"}, "left")
            .join(labels, new String[] {"anchor"}, "left")
            .select("event", "whole", "entities");
    make(
        stages,
        "events",
        folder ->
            lines(
                events.flatMap((FlatMapFunction<Row, String>) task::eventQuads, Encoders.STRING()),
                folder));
    make(
        stages,
        "table",
        folder ->
            events
                .map((MapFunction<Row, Row>) task::tableRow, Rows.of(Rows.TABLE))
                .repartitionByRange(col("earliest"), col("event"))
                .sortWithinPartitions("earliest", "event")
                .write()
                .parquet(folder));
  }

  private Set<String> polities(Dataset<Row> named) {
    Iris iris = new Iris(settings.base());
    Set<String> polities = new HashSet<>();
    named
        .select("iri")
        .as(Encoders.STRING())
        .filter((FilterFunction<String>) iri -> Iris.qid(iri).isPresent())
        .toLocalIterator()
        .forEachRemaining(
            iri -> {
              if (iris.type(iri).equals(Optional.of(EntityType.POLITY))) {
                polities.add(iri);
              }
            });
    return polities;
  }

  private static void lines(Dataset<String> lines, String folder) {
    lines.distinct().sort("value").write().option("compression", "gzip").text(folder);
  }

  private String figures(Stages stages) {
    Row largest =
        spark
            .read()
            .parquet(stages.folder("components"))
            .groupBy("component")
            .count()
            .agg(max("count"))
            .first();
    return String.format(
        "%d events of %d accounts, the largest group has %d accounts",
        spark.read().parquet(stages.folder("joined")).count(),
        spark.read().parquet(stages.folder("accounts")).count(),
        largest.isNullAt(0) ? 0 : largest.getLong(0));
  }
}
