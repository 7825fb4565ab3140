package org.entente.consolidate;

import java.util.List;

/**
 * Something that the accounts of one event tell differently, so that not all can be right.
 *
 * @param aspect what it is about
 * @param versions what the accounts say of it, at least two, the one told by most accounts first
 */
public record Conflict(Aspect aspect, List<Version> versions) {
  /** What accounts can differ in. */
  public enum Aspect {
    /** Days that have no day in common. */
    DATE,
    /** Venues that do not lie in one another. */
    PLACE,
    /** Different lengths. */
    DURATION,
    /** Held by one account; cancelled or denied by another that is not older. */
    STATUS,
    /** An agent who took part by one account and was absent by another. */
    ATTENDANCE
  }

  /** Copies the list. */
  public Conflict {
    versions = List.copyOf(versions);
  }

  /**
   * One of the versions.
   *
   * @param value for people to read; a place or agent is its key
   * @param accounts the accounts that say so, by id
   */
  public record Version(String value, List<Account> accounts) {
    /** Copies the list. */
    public Version {
      accounts = List.copyOf(accounts);
    }
  }
}
