package org.entente.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.entente.document.Columns;
import org.entente.document.ReaderSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how documents are read. */
final class InputOptions {
  private Columns columns = Columns.usual();
  private int maxSize = ReaderSettings.DEFAULT_MAX_DOCUMENT_BYTES;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--published",
      paramLabel = "YYYY-MM-DD",
      description = "Day of publication of documents that do not tell their own.")
  private LocalDate published;

  @Option(
      names = "--columns",
      paramLabel = "FIELD=COLUMN,...",
      description = {
        "What the columns of tables and the fields of JSON are called, where their names do not show"
            + " it, such as text=Body,title=Headline,published=Day. Fields: id, published, title, url,"
            + " source, text; and for records whose text leaves out what other columns tell (\"Met with"
            + " the President\" beside a traveller, a country and days): subject, place, start, end.",
        "Several columns are joined by a plus sign: place=City+Country."
      })
  void setColumns(String written) {
    try {
      columns = Columns.parse(written);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--columns: " + e.getMessage() + ".", e);
    }
  }

  @Option(
      names = "--max-size",
      paramLabel = "BYTES",
      description = "The largest single document that is read (default: 5242880).")
  void setMaxSize(int bytes) {
    if (bytes < 1) {
      throw new ParameterException(spec.commandLine(), "--max-size takes a number of 1 or more.");
    }
    maxSize = bytes;
  }

  /** Returns how documents are read. */
  ReaderSettings settings() {
    return new ReaderSettings(Optional.ofNullable(published), maxSize, columns);
  }
}
