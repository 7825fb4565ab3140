package org.entente.extraction;

/** How the verb of a clause tells what it tells. */
enum Telling {
  /** As one step of a story, in the past: "met". */
  STORY,
  /** As news, in the perfect or as under way: "has met", "are meeting". */
  NEWS,
  /** In any other way: "will meet", "had met". */
  OTHER
}
