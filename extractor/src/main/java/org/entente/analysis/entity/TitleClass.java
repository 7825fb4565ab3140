package org.entente.analysis.entity;

/** Classes of words in {@code titles.tsv}. */
enum TitleClass {
  /** An office that holds a state, a government or a movement. */
  HEAD,
  /** Any other office that a person holds for a state or body. */
  OFFICE,
  /** Stands right before a name and is no part of it. */
  HONORIFIC,
  /** Stands before an office and belongs to it. */
  MODIFIER,
  /** Says that the office is a past one. */
  FORMER,
  /** Says that the office is held for the time being. */
  ACTING,
  /** Says that the office is still to be taken up; behind an office too ("president-elect"). */
  DESIGNATE,
  /** Unnamed people who act for the state or body beside them. */
  GROUP
}
