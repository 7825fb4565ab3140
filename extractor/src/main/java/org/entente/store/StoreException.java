package org.entente.store;

/** A store cannot be opened, read or written. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble it is. */
  public enum Reason {
    /** The directory holds something else, or there is no store. */
    NO_STORE,
    /** Another process has the store open. */
    IN_USE,
    /** The store was written by another version or with another base. */
    MISMATCH,
    /** There is no space left on the disk. */
    DISK_FULL,
    /** The files cannot be read or written. */
    BROKEN
  }

  private final Reason reason;
  private final String advice;

  StoreException(Reason reason, String message, String advice, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.advice = advice;
  }

  StoreException(Reason reason, String message, String advice) {
    this(reason, message, advice, null);
  }

  /** Returns what kind of trouble it is. */
  public Reason reason() {
    return reason;
  }

  /** Returns what to do about it. */
  public String advice() {
    return advice;
  }
}
