package org.entente.linking;

import java.io.IOException;

/** A service answers, and what it answers can be no link to Wikidata. */
public final class UnfitServiceException extends IOException {
  private static final long serialVersionUID = 1L;

  UnfitServiceException(String message) {
    super(message);
  }
}
