package org.entente.source;

/** How the content of an input is written. */
public enum Format {
  /** Plain text. */
  TEXT,
  /** CommonMark text, perhaps with front matter. */
  MARKDOWN,
  /** A web page. */
  HTML,
  /** One JSON object, or an array of them. */
  JSON,
  /** One JSON object a line. */
  JSON_LINES,
  /** An archive or compressed file, see {@link Container}. */
  ARCHIVE,
  /** Records of a web crawl: WARC, or WET with the texts of its pages. */
  WARC,
  /** A news feed that was saved: RSS or Atom. */
  FEED,
  /** A table with named columns: CSV, TSV and the like. */
  TABLE,
  /** A PDF or office document. */
  OFFICE
}
