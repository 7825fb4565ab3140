package org.entente.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Serves one file of the class path. */
final class ResourceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final String resource;
  private final String contentType;

  /**
   * Makes a servlet.
   *
   * @param resource absolute name on the class path
   * @param contentType its media type
   */
  ResourceServlet(String resource, String contentType) {
    this.resource = resource;
    this.contentType = contentType;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream in = ResourceServlet.class.getResourceAsStream(resource)) {
      if (in == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      response.setContentType(contentType);
      in.transferTo(response.getOutputStream());
    }
  }
}
