package org.entente.store;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicyCount;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.atlas.iterator.IteratorSlotted;
import org.apache.jena.atlas.lib.Sink;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.tdb2.sys.SystemTDB;

/** Sorts the records of one index of quads for another, on the disk where they are many. */
final class RecordSorter implements AutoCloseable {
  /** Bytes that a record takes in memory. */
  private static final long BYTES = 80;

  /** The share of Java's memory for each index: the six of quads may be sorted at one time. */
  private static final long SHARE = 16;

  private static final long MOST = 1_000_000;

  private final SortedDataBag<Record> bag;

  /**
   * Makes one.
   *
   * @param records makes the records
   * @param folder where it may write; what it writes there is gone when it is closed
   */
  RecordSorter(RecordFactory records, Path folder) {
    this(records, folder, Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE / BYTES));
  }

  /**
   * Makes one.
   *
   * @param inMemory how many records are sorted in memory at a time
   */
  RecordSorter(RecordFactory records, Path folder, long inMemory) {
    this.bag =
        new SortedDataBag<>(
            new ThresholdPolicyCount<>(inMemory), new Keys(records), Record::compareByKey) {
          @Override
          protected File getNewTemporaryFile() {
            try {
              return Files.createTempFile(folder, "sorting", ".tmp").toFile();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
  }

  /**
   * Sorts records.
   *
   * @param from the order of their columns, such as GSPO
   * @param to the order of the columns of those returned, such as POSG
   */
  Iterator<Record> sort(Iterator<Record> records, String from, String to) {
    int[] columns = to.chars().map(from::indexOf).toArray();
    int width = SystemTDB.SizeOfNodeId;
    while (records.hasNext()) {
      byte[] key = records.next().getKey();
      byte[] moved = new byte[key.length];
      for (int i = 0; i < columns.length; i++) {
        System.arraycopy(key, columns[i] * width, moved, i * width, width);
      }
      bag.add(new Record(moved, null));
    }
    return bag.iterator();
  }

  @Override
  public void close() {
    bag.close();
  }

  /** Writes keys one after another, all of one length. */
  private record Keys(RecordFactory records) implements SerializationFactory<Record> {
    @Override
    public Sink<Record> createSerializer(OutputStream out) {
      return new Sink<>() {
        @Override
        public void send(Record item) {
          try {
            out.write(item.getKey());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        @Override
        public void flush() {
          IO.flush(out);
        }

        @Override
        public void close() {
          IO.close(out);
        }
      };
    }

    @Override
    public Iterator<Record> createDeserializer(InputStream in) {
      return new IteratorSlotted<>() {
        @Override
        protected Record moveToNext() {
          try {
            byte[] key = in.readNBytes(records.keyLength());
            return key.length < records.keyLength() ? null : new Record(key, null);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        @Override
        protected boolean hasMore() {
          return true; // until there is no whole key
        }
      };
    }
  }
}
