package org.entente.endpoint.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Why a request is not answered.
 *
 * @param status the status of HTTP
 * @param message what is wrong and what to do, a sentence or two
 */
public record Refusal(int status, String message) {
  /** How long one should wait before the next try, in seconds. */
  private static final String RETRY = "5";

  /**
   * Answers with the message as plain text.
   *
   * @param request what is refused; the client is heard to its end, see {@link RequestBody#discard}
   * @param answer what it is answered
   * @throws IOException when the client is gone
   */
  public void send(HttpServletRequest request, HttpServletResponse answer) throws IOException {
    RequestBody.discard(request);
    answer.setStatus(status);
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE || status == 429) {
      answer.setHeader("Retry-After", RETRY);
    }
    answer.setHeader("Cache-Control", "no-store");
    answer.setHeader("Connection", "close"); // the request may not have been read to its end
    answer.setContentType("text/plain;charset=utf-8");
    byte[] body = (message + "\n").getBytes(StandardCharsets.UTF_8);
    answer.setContentLength(body.length);
    answer.getOutputStream().write(body);
  }
}
