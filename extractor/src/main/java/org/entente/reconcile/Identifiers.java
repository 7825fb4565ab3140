package org.entente.reconcile;

import org.entente.rdf.Iris;

/** Identifiers of the API: IRIs below the base of the graph. */
final class Identifiers {
  private Identifiers() {}

  /** Returns the identifier of an entity. */
  static String of(Iris iris, String iri) {
    return iri.startsWith(iris.base()) ? iri.substring(iris.base().length()) : iri;
  }

  /** Returns the IRI of an identifier, which may be the IRI itself. */
  static String iri(Iris iris, String id) {
    return id.startsWith(iris.base()) ? id : iris.base() + id;
  }
}
