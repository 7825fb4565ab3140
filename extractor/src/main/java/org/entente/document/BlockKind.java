package org.entente.document;

/** What a block of a document is for. */
public enum BlockKind {
  /** The title or a heading inside the text. */
  HEADLINE,
  /** Running text. */
  PARAGRAPH,
  /** Text around the story (navigation, captions, bylines, related links); never read for facts. */
  FURNITURE
}
