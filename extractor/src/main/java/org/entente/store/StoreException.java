package org.entente.store;

import java.nio.file.Path;
import org.apache.jena.dboe.base.file.AlreadyLocked;
import org.apache.lucene.store.LockObtainFailedException;

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

  /** Says that another one has a store open. */
  static StoreException inUse(Path directory, Throwable cause) {
    return new StoreException(
        StoreException.Reason.IN_USE,
        directory + " is in use by another process or another part of this one",
        "stop the server or build that has it open and try again",
        cause);
  }

  /** Says that the disk is full. */
  static StoreException full(Path directory, String detail, Throwable cause) {
    return new StoreException(
        StoreException.Reason.DISK_FULL,
        "no space left for " + directory + " (" + detail + "); the last batch was not written",
        "free some space and start the build again: it goes on after the last batch written",
        cause);
  }

  /** Turns what file system, TDB2 and Lucene throw into one exception that says what to do. */
  static StoreException of(Path directory, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof StoreException known) {
        return known;
      }
      if (t instanceof AlreadyLocked || t instanceof LockObtainFailedException) {
        return inUse(directory, thrown);
      }
      String message = String.valueOf(t.getMessage());
      if (message.contains("No space left")
          || message.contains("not enough space")
          || message.contains("Disk quota exceeded")
          // a page of a mapped file that the disk has no block for
          || t instanceof InternalError && message.contains("unsafe memory access")) {
        return full(directory, message, thrown);
      }
    }
    return new StoreException(
        StoreException.Reason.BROKEN,
        "cannot read or write " + directory + ": " + thrown,
        "check the permissions of its files and the disk; if it stays so, 'entente restore --store "
            + directory
            + "' makes the graph anew from its copy",
        thrown);
  }
}
