/**
 * The side of the server of the <a
 * href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">Reconciliation
 * Service API, version 0.2</a>, by which OpenRefine matches a researcher's own table to the people,
 * organizations, states and places of the graph, and takes columns from it. Identifiers are IRIs
 * below the base of the graph, such as {@code person/angela-merkel-Q567}; types are local names of
 * the ontology's classes.
 */
package org.entente.reconcile;
