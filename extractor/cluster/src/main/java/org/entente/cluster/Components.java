package org.entente.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.lib.ConnectedComponents;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Takes accounts apart into groups of which none has to do with another: the connected components
 * of the accounts that find each other by a pair of participants and days, see {@link
 * org.entente.consolidate.Blocking#windows}. A pair of which very many accounts tell is read as a
 * stream in order of time, and never held in memory.
 *
 * <p>Accounts are known by a hash of their ids. Where two ids had one hash, two groups would be
 * joined as one, which changes no event.
 */
final class Components {
  private static final StructType COMPONENTS =
      new StructType().add("vertex", DataTypes.LongType).add("component", DataTypes.LongType);

  private Components() {}

  /**
   * Returns the group of each account that is not alone.
   *
   * @param windows {@link Rows#WINDOWS}
   * @return rows of the account's hash and the number of its group
   */
  static Dataset<Row> of(SparkSession spark, Dataset<Row> windows) {
    WindowSpec inTime = Window.partitionBy("pair").orderBy("from", "to", "vertex");
    WindowSpec before = inTime.rowsBetween(Window.unboundedPreceding(), -1);
    WindowSpec soFar = inTime.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    // A run of accounts whose windows overlap: each is tied to the first of its run.
    Dataset<Row> edges =
        windows
            .withColumn("vertex", xxhash64(col("account")))
            .withColumn("reached", max("to").over(before))
            .withColumn(
                "begins",
                when(col("reached").isNull().or(col("from").gt(col("reached"))), col("vertex")))
            .withColumn("first", last("begins", true).over(soFar))
            .where(col("first").notEqual(col("vertex")))
            .select("first", "vertex")
            .distinct();
    ClassTag<Object> any = ClassTag$.MODULE$.apply(Object.class);
    StorageLevel level = StorageLevel.MEMORY_AND_DISK();
    Graph<Object, Object> graph =
        Graph.fromEdges(
            edges
                .toJavaRDD()
                .map(edge -> new Edge<Object>(edge.getLong(0), edge.getLong(1), 0))
                .rdd(),
            0,
            level,
            level,
            any,
            any);
    return spark.createDataFrame(
        ConnectedComponents.run(graph, any, any)
            .vertices()
            .toJavaRDD()
            .map(vertex -> RowFactory.create(vertex._1(), vertex._2())),
        COMPONENTS);
  }
}
