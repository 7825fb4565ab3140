package org.entente.build;

import org.entente.document.Problem;

/** Is told how a build goes. The calls come from several threads, one at a time. */
public interface BuildListener {
  /** The stages of a build, in order. */
  enum Stage {
    /** Documents are read, analysed and stored. */
    DOCUMENTS,
    /** Reports are joined into events, and the direct relations derived. */
    EVENTS,
    /** The graph is checked against its shapes. */
    VALIDATION
  }

  /** A stage begins. */
  void begin(Stage stage);

  /**
   * A document is done and, unless it was unchanged, committed to the store.
   *
   * @param id its identifier
   * @param origin the file or record that it came from
   * @param outcome what became of it
   * @param reports how many reports were found in it; 0 for an unchanged one
   */
  void document(String id, String origin, Outcome outcome, int reports);

  /** A file or record was refused, read with a warning, or passed over. */
  void problem(Problem problem);

  /**
   * So many documents are done.
   *
   * @param done documents done
   * @param known documents read so far; more may come
   */
  void progress(long done, long known);
}
