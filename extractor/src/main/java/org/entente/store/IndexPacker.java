package org.entente.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.block.BlockMgr;
import org.apache.jena.dboe.base.block.BlockMgrFactory;
import org.apache.jena.dboe.base.file.FileFactory;
import org.apache.jena.dboe.base.file.FileSet;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.BPlusTreeFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTreeParams;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.SystemTDB;

/**
 * Writes the indexes of a TDB2 database that nobody has open: its quads are written into full
 * blocks, in their order, as TDB2's external loader does it. What a loader leaves is half empty,
 * and every transaction leaves the former state of each block that it changed. The table of nodes
 * stays as it is; it only grows by new nodes.
 */
final class IndexPacker {
  private static final String PACKED = "packed";

  /** In the folder of packed indexes when only their renaming is left. */
  private static final String WHOLE = "whole";

  /** Files of an index that is not worth packing: they grow by so many bytes at a time. */
  private static final long STEP = 8 << 20;

  private IndexPacker() {}

  /**
   * Packs the indexes of quads. A process that ends while it does this leaves a database that
   * {@link #finish} makes usable.
   *
   * @param tdb folder of the database
   */
  static void pack(Path tdb) throws IOException {
    Path data = newest(tdb);
    List<String> large = new ArrayList<>();
    for (String index : StoreParams.getDftStoreParams().getQuadIndexes()) {
      if (Files.size(data.resolve(index + "." + Names.extBptRecords)) > STEP) {
        large.add(index);
      }
    }
    if (!large.isEmpty()) {
      write(data, large, UnaryOperator.identity());
      finish(tdb);
    }
  }

  /**
   * Writes all indexes of quads from the first of them, which alone was filled: sorted, and packed
   * as they are written.
   *
   * @param tdb folder of the database
   */
  static void derive(Path tdb) throws IOException {
    String first = StoreParams.getDftStoreParams().getPrimaryIndexQuads();
    write(newest(tdb), List.of(StoreParams.getDftStoreParams().getQuadIndexes()), index -> first);
    finish(tdb);
  }

  /**
   * Writes indexes beside those that there are.
   *
   * @param from of which index the quads of one are read
   */
  private static void write(Path data, List<String> indexes, UnaryOperator<String> from)
      throws IOException {
    Path packed = data.resolve(PACKED);
    StoreFiles.delete(packed);
    Files.createDirectories(packed);
    indexes.parallelStream().forEach(index -> pack(data, packed, index, from.apply(index)));
    try (Stream<Path> files = Files.list(packed)) {
      for (Path file : files.toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
    Files.write(
        packed.resolve(WHOLE),
        new byte[0],
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
  }

  /** Puts packed indexes in their place where all of them are there; throws others away. */
  static void finish(Path tdb) throws IOException {
    if (!Files.isDirectory(tdb)) {
      return;
    }
    Path data = newest(tdb);
    Path packed = data.resolve(PACKED);
    if (Files.exists(packed.resolve(WHOLE))) {
      try (Stream<Path> files = Files.list(packed)) {
        for (Path file : files.filter(f -> !f.endsWith(WHOLE)).toList()) {
          Files.move(
              file,
              data.resolve(file.getFileName()),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    StoreFiles.delete(packed);
  }

  private static void pack(Path data, Path packed, String index, String from) {
    StoreParams parameters = StoreParams.getDftStoreParams();
    RecordFactory records = new RecordFactory(index.length() * SystemTDB.SizeOfNodeId, 0);
    FileSet target = new FileSet(Location.create(packed), index);
    BPlusTree tree =
        BPlusTreeFactory.createBPTree(
            ComponentId.allocLocal(), new FileSet(Location.create(data), from), records);
    try (RecordSorter sorter = new RecordSorter(records, packed)) {
      tree.nonTransactional();
      BPlusTree full =
          BPlusTreeRewriter.packIntoBPlusTree(
              index.equals(from) ? tree.iterator() : sorter.sort(tree.iterator(), from, index),
              new BPlusTreeParams(
                  BPlusTreeParams.calcOrder(parameters.getBlockSize(), records), records),
              records,
              FileFactory.createBufferChannel(target, Names.extBptState),
              blocks(target, Names.extBptTree, parameters),
              blocks(target, Names.extBptRecords, parameters));
      full.sync();
      full.close();
    } finally {
      tree.close();
    }
  }

  private static BlockMgr blocks(FileSet files, String extension, StoreParams parameters) {
    return BlockMgrFactory.create(
        files,
        extension,
        parameters.getFileMode(),
        parameters.getBlockSize(),
        parameters.getBlockReadCacheSize(),
        parameters.getBlockWriteCacheSize());
  }

  private static Path newest(Path tdb) throws IOException {
    try (Stream<Path> folders = Files.list(tdb)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("Data-"))
          .max(Comparator.comparing(Path::getFileName))
          .orElse(tdb.resolve("Data-0001"));
    }
  }
}
