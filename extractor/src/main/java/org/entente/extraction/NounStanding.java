package org.entente.extraction;

import org.entente.extraction.Lexicon.Involvement;
import org.entente.report.Status;

/**
 * How an event noun stands in its clause.
 *
 * @param status whether the event takes place
 * @param subject the part of the clause's subject in it, none where it has no part
 * @param doubt how much less sure such an event is than one that is plainly told, from 0 to 1
 * @param background whether the clause tells something else and the event stands behind it
 */
record NounStanding(Status status, Involvement subject, double doubt, boolean background) {
  /** An event that is told as such, and in which the subject has no part. */
  static NounStanding plain(Status status) {
    return new NounStanding(status, Involvement.NONE, 0, false);
  }

  NounStanding with(Status other) {
    return new NounStanding(other, subject, doubt, background);
  }
}
