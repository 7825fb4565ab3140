package org.entente.cluster;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of the tables between the stages. */
final class Rows {
  static final DataType STRINGS = DataTypes.createArrayType(DataTypes.StringType);

  private Rows() {}

  /** Begins a table with a column of strings. */
  static StructType text(String... names) {
    StructType type = new StructType();
    for (String name : names) {
      type = type.add(name, DataTypes.StringType);
    }
    return type;
  }

  static Encoder<Row> of(StructType type) {
    return Encoders.row(type);
  }

  /** A document as it was read: its quads, what it says of events, and whom it names. */
  static final StructType READ =
      text("graph")
          .add("file", DataTypes.IntegerType)
          .add("number", DataTypes.LongType)
          .add("quads", DataTypes.StringType)
          .add("accounts", STRINGS)
          .add("entities", STRINGS);

  /** Days within which an account may be one with others. */
  static final StructType WINDOWS =
      text("account", "pair").add("from", DataTypes.LongType).add("to", DataTypes.LongType);

  /** An event of a group of accounts, with what others find it by and what it finds. */
  static final StructType EVENTS =
      text("anchor", "event", "outline", "seeks")
          .add("offers", STRINGS)
          .add("accounts", STRINGS)
          .add("told", STRINGS)
          .add("named", STRINGS);

  /** An entity as all documents together name it, with what tables tell of it. */
  static final StructType ENTITIES =
      text("iri", "entity", "label")
          .add("longitude", DataTypes.DoubleType)
          .add("latitude", DataTypes.DoubleType);

  private static final StructType PARTY =
      text("agent", "label", "type", "role", "office", "represents");

  /** The table of events for other programs; see its documentation. */
  static final StructType TABLE =
      text("event", "label", "kind", "status")
          .add("earliest", DataTypes.DateType)
          .add("latest", DataTypes.DateType)
          .add("place", DataTypes.StringType)
          .add("place_label", DataTypes.StringType)
          .add("place_qid", DataTypes.StringType)
          .add("longitude", DataTypes.DoubleType)
          .add("latitude", DataTypes.DoubleType)
          .add("participants", DataTypes.createArrayType(PARTY))
          .add("absentees", STRINGS)
          .add("duration", DataTypes.StringType)
          .add("topics", STRINGS)
          .add("formats", STRINGS)
          .add("outcomes", STRINGS)
          .add("part_of", DataTypes.StringType)
          .add("documents", STRINGS)
          .add("reports", DataTypes.IntegerType)
          .add("sources", DataTypes.IntegerType)
          .add("confidence", DataTypes.DoubleType);
}
