package org.entente.endpoint.guard;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.jena.fuseki.servlets.ServletOps;

/**
 * Holds an answer until it is whole, so that a query that fails in the middle ends in an error and
 * not in half of its rows, and so that a client that reads slowly keeps no query waiting.
 */
final class HeldAnswer extends HttpServletResponseWrapper {
  private static final int SC_UNPROCESSABLE_CONTENT = 422;

  private final int limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Held stream = new Held();
  private PrintWriter writer;
  private boolean tooLarge;
  private int status = SC_OK;
  private String contentType;
  private String charset;

  /**
   * Makes an empty one.
   *
   * @param response gets status and headers
   * @param limit the largest answer, in bytes
   */
  HeldAnswer(HttpServletResponse response, int limit) {
    super(response);
    this.limit = limit;
  }

  /** Tells whether it was cut off. */
  boolean isTooLarge() {
    return tooLarge;
  }

  /** Returns what was written, with its status and type. */
  Answer answer() {
    if (writer != null) {
      writer.flush();
    }
    String type =
        contentType == null || charset == null || contentType.contains("charset=")
            ? contentType
            : contentType + ";charset=" + charset;
    return Answer.of(status, type, bytes.toByteArray());
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setContentType(String type) {
    contentType = type;
  }

  @Override
  public String getContentType() {
    return contentType;
  }

  @Override
  public void setCharacterEncoding(String name) {
    charset = name;
  }

  @Override
  public void setHeader(String name, String value) {
    // The headers are those of the gate.
  }

  @Override
  public void addHeader(String name, String value) {
    // The headers are those of the gate.
  }

  @Override
  public void setContentLength(int length) {
    // Set when it is sent.
  }

  @Override
  public void setContentLengthLong(long length) {
    // Set when it is sent.
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
    return writer;
  }

  @Override
  public void sendError(int status) {
    resetBuffer();
    setStatus(status);
  }

  @Override
  public void sendError(int status, String message) {
    resetBuffer();
    setStatus(status);
    setContentType("text/plain;charset=utf-8");
    bytes.writeBytes((message + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void flushBuffer() {
    // Sent when it is whole.
  }

  @Override
  public void resetBuffer() {
    bytes.reset();
  }

  @Override
  public void reset() {
    bytes.reset();
    setStatus(SC_OK);
  }

  private final class Held extends ServletOutputStream {
    @Override
    public void write(int value) {
      room(1);
      bytes.write(value);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      room(length);
      bytes.write(from, offset, length);
    }

    private void room(int length) {
      if (bytes.size() + length > limit) {
        tooLarge = true;
        bytes.reset();
        ServletOps.error(SC_UNPROCESSABLE_CONTENT, "the answer is too large");
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("the answer is held until it is whole");
    }
  }
}
