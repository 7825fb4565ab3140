package org.entente.document;

/** Takes documents as they are read, one by one. */
public interface DocumentSink {
  /** Takes a document. */
  void document(Document document);

  /** Takes a problem; reading goes on after it. */
  void problem(Problem problem);
}
