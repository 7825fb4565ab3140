package org.entente.query;

import java.util.Objects;
import java.util.Optional;

/**
 * A parameter of a named query, as its header declares it.
 *
 * @param name its name on the command line, and the name of its variable in the query
 * @param type what it takes
 * @param defaultText what it is when it is not given, or empty where it must be given
 * @param description one line for the help
 * @param example a value with which the query answers something on the sample corpus
 */
public record Parameter(
    String name,
    ParameterType type,
    Optional<String> defaultText,
    String description,
    String example) {
  /** Throws {@link NullPointerException} where a part is missing. */
  public Parameter {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(defaultText);
    Objects.requireNonNull(description);
    Objects.requireNonNull(example);
  }

  /** Returns whether the query cannot run without it. */
  public boolean required() {
    return defaultText.isEmpty();
  }
}
