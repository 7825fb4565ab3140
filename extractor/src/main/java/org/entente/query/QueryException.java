package org.entente.query;

/**
 * A query cannot be run as asked. The message says what was expected and what to do, and is meant
 * for the person who asked.
 */
public final class QueryException extends RuntimeException {
  /** Creates an exception with a message for the user. */
  public QueryException(String message) {
    super(message);
  }

  /** Creates an exception with a message for the user and what lies behind it. */
  public QueryException(String message, Throwable cause) {
    super(message, cause);
  }
}
