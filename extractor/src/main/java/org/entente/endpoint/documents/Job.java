package org.entente.endpoint.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.build.BuildListener;
import org.entente.build.BuildSummary;
import org.entente.build.Outcome;
import org.entente.document.Problem;
import org.entente.document.Severity;

/** A submission on its way into the graph, as its sender sees it. Thread-safe. */
final class Job implements BuildListener {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many problems and documents are told; more are counted only. */
  private static final int TOLD = 100;

  /** Where it stands. */
  enum State {
    QUEUED,
    FETCHING,
    READING,
    JOINING,
    CHECKING,
    DONE,
    FAILED
  }

  private final String id;
  private final Submission submission;
  private final long[] outcomes = new long[Outcome.values().length];
  private final List<String> read = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private State state = State.QUEUED;
  private long done;
  private long known;
  private long refused;
  private long reports;
  private long events;
  private String message = "";

  /** Makes one that waits. */
  Job(String id, Submission submission) {
    this.id = id;
    this.submission = submission;
  }

  String id() {
    return id;
  }

  Submission submission() {
    return submission;
  }

  /** Returns the documents that were read and were not in the store as they are. */
  synchronized List<String> read() {
    return List.copyOf(read);
  }

  synchronized void enter(State next) {
    state = next;
  }

  /** The graph has it. */
  synchronized void done(BuildSummary summary) {
    events = summary.events();
    state = State.DONE;
  }

  /** The graph is as before. */
  synchronized void failed(String why) {
    message = why;
    state = State.FAILED;
  }

  @Override
  public void begin(Stage stage) {
    enter(
        switch (stage) {
          case DOCUMENTS -> State.READING;
          case EVENTS -> State.JOINING;
          case VALIDATION -> State.CHECKING;
        });
  }

  @Override
  public synchronized void document(String document, String origin, Outcome outcome, int found) {
    outcomes[outcome.ordinal()]++;
    reports += found;
    if (outcome != Outcome.UNCHANGED) {
      read.add(document);
    }
  }

  @Override
  public synchronized void problem(Problem problem) {
    if (problem.severity() == Severity.REFUSED) {
      refused++;
    }
    if (problems.size() < TOLD) {
      problems.add(problem);
    }
  }

  @Override
  public synchronized void progress(long finished, long all) {
    done = finished;
    known = all;
  }

  /** Returns it as JSON; see the package. */
  synchronized ObjectNode json() {
    ObjectNode json =
        JSON.createObjectNode()
            .put("id", id)
            .put("job", DocumentsServlet.JOBS + "/" + id)
            .put("state", state.name().toLowerCase(Locale.ROOT));
    json.putObject("documents")
        .put("done", done)
        .put("known", known)
        .put("added", outcomes[Outcome.ADDED.ordinal()])
        .put("replaced", outcomes[Outcome.REPLACED.ordinal()])
        .put("unchanged", outcomes[Outcome.UNCHANGED.ordinal()])
        .put("refused", refused);
    json.put("reports", reports).put("events", events);
    ArrayNode ids = json.putArray("ids");
    read.stream().limit(TOLD).forEach(ids::add);
    json.put("message", message);
    ArrayNode told = json.putArray("problems");
    problems.forEach(
        problem ->
            told.addObject()
                .put("origin", problem.origin())
                .put("message", problem.message())
                .put("advice", problem.advice()));
    return json;
  }
}
