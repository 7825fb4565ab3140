package org.entente.annotation;

/** The form in which a text mentions an entity. */
public enum MentionForm {
  /** By a name or a part of it: "Sergey Lavrov", "Mr. Lavrov". */
  NAME,
  /** By a description: "the Russian leader", "his counterpart", "the two presidents". */
  NOMINAL,
  /** By a pronoun: "he", "they". */
  PRONOUN,
  /**
   * By an adjective: a state or its people ("Iraqi officials", "the Israelis"), or those whom a
   * compound joins ("Israeli-Egyptian talks", "the Reagan-Gorbachev summit").
   */
  DEMONYM,
  /** A government by its seat: "Moscow said". */
  METONYM
}
