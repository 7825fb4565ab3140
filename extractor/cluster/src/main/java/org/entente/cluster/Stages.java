package org.entente.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folders of a job's stages: each has a mark when it is whole. */
final class Stages {
  static final String DONE = "_SUCCESS";

  private final Path output;
  private final Configuration hadoop;

  Stages(String output, Configuration hadoop) {
    this.output = new Path(output);
    this.hadoop = hadoop;
  }

  /** Makes a stage. */
  interface Work {
    void run(String folder) throws IOException;
  }

  /** Makes a stage that is not there as a whole; takes away what one cut off has left. */
  void make(String stage, Work work) throws IOException {
    Path folder = new Path(output, stage);
    FileSystem files = folder.getFileSystem(hadoop);
    if (!files.exists(new Path(folder, DONE))) {
      files.delete(folder, true);
      work.run(folder.toString());
    }
  }

  /** Returns where a stage is. */
  String folder(String stage) {
    return new Path(output, stage).toString();
  }

  /** Returns where the parts of a stage are that is made part by part, in order. */
  String[] parts(String stage) throws IOException {
    Path folder = new Path(output, stage);
    TreeSet<String> parts = new TreeSet<>();
    for (FileStatus status : folder.getFileSystem(hadoop).listStatus(folder)) {
      if (status.isDirectory()) {
        parts.add(status.getPath().toString());
      }
    }
    return parts.toArray(String[]::new);
  }

  /**
   * Keeps what the job was asked to do, or makes sure that it is asked to do the same.
   *
   * @param task settings and files, by line
   * @throws IOException when what is there was made by another task
   */
  void same(List<String> task) throws IOException {
    Path file = new Path(output, "task.txt");
    FileSystem files = file.getFileSystem(hadoop);
    String asked = String.join("\n", task) + "\n";
    String known;
    try (FSDataInputStream in = files.open(file)) {
      known = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      Path draft = new Path(output, "task.new");
      try (FSDataOutputStream out = files.create(draft, true)) {
        out.write(asked.getBytes(StandardCharsets.UTF_8));
      }
      files.rename(draft, file);
      return;
    }
    if (!known.equals(asked)) {
      List<String> changed = new ArrayList<>(task);
      known.lines().forEach(changed::remove);
      throw new IOException(
          output
              + " was begun with other settings or files; name another folder, or remove it"
              + (changed.isEmpty() ? "" : ". New since then: " + changed.get(0)));
    }
  }
}
