package org.entente.endpoint;

import jakarta.servlet.http.HttpServletRequest;

/** The addresses of the server's resources, as the client that asks sees them. */
final class Addresses {
  /** Path of the SPARQL service. */
  static final String SPARQL = "/entente/sparql";

  private Addresses() {}

  /** Returns the address of a path of the server at which the request arrived. */
  static String of(HttpServletRequest request, String path) {
    StringBuffer address = request.getRequestURL();
    address.setLength(address.length() - request.getRequestURI().length());
    return address.append(path).toString();
  }
}
