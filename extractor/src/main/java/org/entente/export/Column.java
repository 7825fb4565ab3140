package org.entente.export;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param name its name in the head
 * @param type its type in the terms of Frictionless Table Schema: string, date, integer or number
 * @param description what its cells are
 * @param value makes a cell of a row; empty where there is no value
 */
record Column<T>(String name, String type, String description, Function<T, Object> value) {
  /** Returns a column of text. */
  static <T> Column<T> text(String name, String description, Function<T, Object> value) {
    return new Column<>(name, "string", description, value);
  }

  /** Returns a column of days (YYYY-MM-DD). */
  static <T> Column<T> day(String name, String description, Function<T, Object> value) {
    return new Column<>(name, "date", description, value);
  }

  /** Returns a column of whole numbers. */
  static <T> Column<T> count(String name, String description, Function<T, Object> value) {
    return new Column<>(name, "integer", description, value);
  }

  /** Returns a column of numbers. */
  static <T> Column<T> number(String name, String description, Function<T, Object> value) {
    return new Column<>(name, "number", description, value);
  }
}
