package org.entente.correction;

/**
 * What is wrong with a file of corrections.
 *
 * @param line number of the line, from 1
 * @param column name of the column, or empty where the fault is not in one
 * @param message what was found and what was expected
 */
public record Fault(int line, String column, String message) {
  @Override
  public String toString() {
    return "line " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + message;
  }
}
