package org.entente.cli;

/** Entry point of the command line program. */
public final class Main {
  private Main() {}

  /**
   * Runs the program.
   *
   * @param args the command line
   */
  public static void main(String[] args) {}
}
