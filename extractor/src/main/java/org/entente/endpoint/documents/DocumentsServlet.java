package org.entente.endpoint.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.build.Pipeline;
import org.entente.document.ReaderSettings;
import org.entente.endpoint.guard.Refusal;
import org.entente.endpoint.guard.RequestBody;
import org.entente.web.PublicPages;

/** Takes documents at {@code /documents} and tells of their jobs, as the package describes it. */
public final class DocumentsServlet extends HttpServlet implements AutoCloseable {
  private static final long serialVersionUID = 1L;

  /** Where documents are posted. */
  public static final String PATH = "/documents";

  static final String JOBS = PATH + "/jobs";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final transient Entrance entrance;
  private final transient Jobs jobs;
  private final boolean fetching;

  /**
   * How documents may be added.
   *
   * @param password what lets somebody in
   * @param fetching whether addresses of the public web are fetched
   * @param pipeline loads what reads documents
   */
  public record Adding(Password password, boolean fetching, Supplier<Pipeline> pipeline) {}

  /**
   * Makes a servlet.
   *
   * @param store directory of the store
   * @param adding how documents may be added
   * @param renewal lets the server take up the next generation
   */
  public DocumentsServlet(Path store, Adding adding, Runnable renewal) {
    this.entrance = new Entrance(adding.password());
    this.fetching = adding.fetching();
    Optional<PublicPages> pages =
        fetching
            ? Optional.of(new PublicPages(ReaderSettings.DEFAULT_MAX_DOCUMENT_BYTES))
            : Optional.empty();
    this.jobs = new Jobs(new DocumentAdder(store, adding.pipeline(), pages, renewal)::add);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    if (path.equals(PATH)) {
      ObjectNode told = JSON.createObjectNode().put("adding", true).put("fetching", fetching);
      ArrayNode types = told.putArray("types");
      Submission.TYPES.keySet().forEach(types::add);
      send(response, 200, told);
      return;
    }
    Optional<Refusal> refusal = entrance.refusal(request);
    if (refusal.isPresent()) {
      refuse(request, response, refusal.get());
      return;
    }
    if (path.equals(JOBS)) {
      ObjectNode told = JSON.createObjectNode();
      ArrayNode list = told.putArray("jobs");
      List<Job> all = new java.util.ArrayList<>(jobs.all());
      Collections.reverse(all);
      all.forEach(job -> list.add(job.json()));
      send(response, 200, told);
      return;
    }
    Optional<Job> job =
        path.startsWith(JOBS + "/")
            ? jobs.get(path.substring(JOBS.length() + 1))
            : Optional.empty();
    if (job.isPresent()) {
      send(response, 200, job.get().json());
    } else {
      refuse(request, response, new Refusal(404, "There is no such job."));
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Refusal> refusal = entrance.refusal(request);
    if (refusal.isPresent()) {
      refuse(request, response, refusal.get());
      return;
    }
    try {
      Submission submission = Submission.read(request);
      if (!submission.urls().isEmpty() && !fetching) {
        throw new NotTakenException(
            403, "This server fetches no pages ('entente serve --allow-fetch' does).");
      }
      Job job = jobs.add(submission);
      response.setHeader("Location", JOBS + "/" + job.id());
      send(response, HttpServletResponse.SC_ACCEPTED, job.json());
    } catch (NotTakenException e) {
      refuse(request, response, e.refusal());
    }
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    RequestBody.discard(request);
    if (refusal.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      // Not Basic: a browser would ask for the password itself and send it along ever after.
      response.setHeader("WWW-Authenticate", "Bearer realm=\"Entente\"");
    }
    if (refusal.status() == 429) {
      response.setHeader("Retry-After", String.valueOf(Tries.WHILE.toSeconds()));
    }
    response.setHeader("Connection", "close"); // the request may not have been read to its end
    send(response, refusal.status(), JSON.createObjectNode().put("error", refusal.message()));
  }

  private static void send(HttpServletResponse response, int status, ObjectNode json)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(json);
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=utf-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Takes no more documents. */
  @Override
  public void close() {
    jobs.close();
  }
}
