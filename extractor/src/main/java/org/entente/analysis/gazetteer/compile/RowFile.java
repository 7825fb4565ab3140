package org.entente.analysis.gazetteer.compile;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of rows that begins where the last noted state ended. */
final class RowFile implements Closeable {
  private final FileChannel channel;
  private final Writer writer;

  RowFile(Path file, long length) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(length);
    channel.position(length);
    writer =
        new BufferedWriter(
            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
  }

  void row(String... fields) throws IOException {
    for (int i = 0; i < fields.length; i++) {
      writer.write(i == 0 ? "" : "\t");
      writer.write(fields[i].replaceAll("[\t\r\n\u0085\u2028\u2029]+", " "));
    }
    writer.write('\n');
  }

  /** Writes everything to the disk and returns the length. */
  long flushed() throws IOException {
    writer.flush();
    channel.force(false);
    return channel.position();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
