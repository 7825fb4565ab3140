package org.entente.build;

import org.entente.document.Problem;

/** Listens to a build and says nothing. */
public final class Silent implements BuildListener {
  /** The one that is needed. */
  public static final BuildListener LISTENER = new Silent();

  private Silent() {}

  @Override
  public void begin(Stage stage) {}

  @Override
  public void document(String id, String origin, Outcome outcome, int reports) {}

  @Override
  public void problem(Problem problem) {}

  @Override
  public void progress(long done, long known) {}
}
