package org.entente.web;

import java.io.IOException;

/** A server answered that it will not, or not now. */
public final class StatusException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean refused;

  StatusException(String message, boolean refused) {
    super(message);
    this.refused = refused;
  }

  /** Tells whether the same request will never be answered, against one that may be later. */
  public boolean refused() {
    return refused;
  }
}
