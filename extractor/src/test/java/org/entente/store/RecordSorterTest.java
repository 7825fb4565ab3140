package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorts records in memory and, where they are many, over files. */
class RecordSorterTest {
  private static final RecordFactory RECORDS = new RecordFactory(32, 0);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {100, 3_000, 10_000})
  void sortsByTheOtherOrderAndLeavesNothingBehind(long inMemory) throws IOException {
    List<Record> records = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 5_000; i++) {
      ByteBuffer key = ByteBuffer.allocate(32);
      for (int column = 0; column < 4; column++) {
        key.putLong(random.nextLong(-20, 20));
      }
      records.add(new Record(key.array(), null));
    }
    List<Record> sorted = new ArrayList<>();
    try (RecordSorter sorter = new RecordSorter(RECORDS, folder, inMemory)) {
      sorter.sort(records.iterator(), "GSPO", "POSG").forEachRemaining(sorted::add);
      assertThat(files()).isEqualTo(inMemory < records.size());
    }
    assertThat(files()).isFalse();
    assertThat(sorted)
        .isSortedAccordingTo(Record::compareByKey)
        .containsExactlyInAnyOrderElementsOf(records.stream().map(RecordSorterTest::posg).toList());
  }

  private boolean files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  private static Record posg(Record gspo) {
    ByteBuffer key = ByteBuffer.wrap(gspo.getKey());
    return new Record(
        ByteBuffer.allocate(32)
            .putLong(key.getLong(16))
            .putLong(key.getLong(24))
            .putLong(key.getLong(8))
            .putLong(key.getLong(0))
            .array(),
        null);
  }
}
