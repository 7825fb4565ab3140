package org.entente.endpoint.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A whole answer to a query, as it is kept: compressed where that is worth it. */
final class Answer {
  private static final Pattern GZIP =
      Pattern.compile("(^|[,\\s])gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

  /** Bytes under which compressing gains nothing. */
  private static final int SMALL = 1024;

  private final int status;
  private final String type;
  private final byte[] body;
  private final boolean zipped;

  private Answer(int status, String type, byte[] body, boolean zipped) {
    this.status = status;
    this.type = type;
    this.body = body;
    this.zipped = zipped;
  }

  /** Returns an answer that is sent once, as it is. */
  static Answer of(int status, String type, byte[] body) {
    return new Answer(status, type, body, false);
  }

  /** Returns the same answer in the form in which it is kept. */
  Answer kept() {
    if (zipped || body.length < SMALL) {
      return this;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 8 + 64);
    try (OutputStream zip = new GZIPOutputStream(out)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answer(status, type, out.toByteArray(), true);
  }

  /** Tells whether it answers what was asked, against telling what went wrong. */
  boolean isSuccess() {
    return status == HttpServletResponse.SC_OK;
  }

  /** Returns the bytes that it takes. */
  int size() {
    return body.length;
  }

  /** Sends it as the client takes it. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(status);
    if (type != null) {
      response.setContentType(type);
    }
    String accepted = request.getHeader("Accept-Encoding");
    if (zipped && (accepted == null || !GZIP.matcher(accepted).find())) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
        in.transferTo(response.getOutputStream());
      }
      return;
    }
    if (zipped) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
