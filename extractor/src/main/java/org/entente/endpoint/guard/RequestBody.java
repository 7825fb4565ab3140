package org.entente.endpoint.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the body of a request up to a limit. */
public final class RequestBody {
  /**
   * Bytes that are read and thrown away of a body that is refused. A client that is cut off while
   * it still sends never reads why (RFC 9112, 9.6), so that a body somewhat too large is let in to
   * its end; one that is larger than this by far is cut off.
   */
  private static final long DISCARDED = 32L << 20;

  private RequestBody() {}

  /**
   * Returns the body, or nothing when it is larger than a limit.
   *
   * @param request the request, of which nothing has been read
   * @param limit the most bytes taken
   * @throws IOException when the client does not send it
   */
  public static Optional<byte[]> read(HttpServletRequest request, int limit) throws IOException {
    if (request.getContentLengthLong() > limit) {
      return Optional.empty();
    }
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    return body.length > limit ? Optional.empty() : Optional.of(body);
  }

  /**
   * Reads what the client still sends of a request that is refused, so that it reads the answer.
   *
   * @param request the request
   * @throws IOException when the client does not send it
   */
  public static void discard(HttpServletRequest request) throws IOException {
    if (request.getHeader("Expect") != null || request.getContentLengthLong() > DISCARDED) {
      return; // it waits for leave to send, or it would take too long
    }
    InputStream rest = request.getInputStream();
    byte[] buffer = new byte[8192];
    long left = DISCARDED;
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = rest.read(buffer);
    }
  }
}
