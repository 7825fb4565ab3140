package org.entente.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.Annotator;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.document.Document;
import org.entente.document.DocumentReader;
import org.entente.document.DocumentSink;
import org.entente.document.Problem;
import org.entente.document.ReaderSettings;
import org.entente.document.Severity;
import org.entente.evaluate.GoldDocument;
import org.entente.evaluate.GoldInputs;
import org.entente.evaluate.GoldReader;
import org.entente.evaluate.MeetingScorer;
import org.entente.evaluate.ScoredAgent;
import org.entente.evaluate.ScoredMeeting;
import org.entente.extraction.Truth;
import org.entente.report.Kind;
import org.entente.report.Status;

/** Documents whose meetings a person annotated, together with the program's own annotation. */
final class AnnotatedMeetings {
  /**
   * A document from both sides.
   *
   * @param gold what a person annotated
   * @param annotated what the program found before meetings are read
   * @param truths the person's meetings in terms of the program's entities
   */
  record Pair(GoldDocument gold, AnnotatedDocument annotated, List<Truth> truths) {}

  private AnnotatedMeetings() {}

  /**
   * Reads gold files and annotates their texts.
   *
   * @param files gold files, as {@link GoldReader} reads them
   * @throws IOException when a file cannot be read or a text is missing
   */
  static List<Pair> read(List<Path> files, Annotator annotator) throws IOException {
    List<GoldDocument> gold = new ArrayList<>();
    Map<String, Document> documents = new HashMap<>();
    for (Path file : files) {
      List<GoldDocument> of = new GoldReader().read(file);
      gold.addAll(of);
      Path folder = Files.createTempDirectory("entente-train");
      Path records = folder.resolve("records.jsonl");
      try {
        List<Path> inputs = new GoldInputs().of(file, of, folder);
        List<String> problems = new ArrayList<>();
        new DocumentReader(ReaderSettings.defaults())
            .read(
                inputs,
                Optional.empty(),
                new DocumentSink() {
                  @Override
                  public void document(Document document) {
                    documents.put(document.id(), document);
                  }

                  @Override
                  public void problem(Problem problem) {
                    if (problem.severity() == Severity.REFUSED) {
                      problems.add(problem.origin() + ": " + problem.message());
                    }
                  }
                });
        if (!problems.isEmpty()) {
          throw new IOException(String.join("; ", problems));
        }
      } finally {
        Files.deleteIfExists(records);
        Files.deleteIfExists(folder);
      }
    }
    return gold.parallelStream()
        .filter(g -> documents.containsKey(g.id()))
        .map(g -> pair(g, annotator.annotate(documents.get(g.id()))))
        .toList();
  }

  static Pair pair(GoldDocument gold, AnnotatedDocument annotated) {
    List<Truth> truths = new ArrayList<>();
    for (ScoredMeeting meeting : gold.meetings()) {
      Set<Integer> sentences = new HashSet<>();
      meeting.evidence().forEach(number -> sentences.add(number - 1));
      if (sentences.stream().anyMatch(s -> s >= annotated.sentences().size())) {
        sentences.clear(); // the person counted in another way
      }
      Set<Integer> places = new HashSet<>();
      for (Entity entity : annotated.entities()) {
        boolean place = entity.type() == EntityType.PLACE || entity.type() == EntityType.POLITY;
        if (place
            && meeting.places().stream()
                .anyMatch(
                    name ->
                        MeetingScorer.sameAgent(
                            new ScoredAgent(name, List.of(), ""), ScoredAgent.of(entity)))) {
          places.add(entity.id());
        }
      }
      truths.add(
          new Truth(
              Kind.valueOf(meeting.kind().toUpperCase(Locale.ROOT)),
              Status.valueOf(meeting.status().toUpperCase(Locale.ROOT)),
              entities(meeting.participants(), annotated),
              meeting.participants().size(),
              entities(meeting.absent(), annotated),
              places,
              meeting.earliest().isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new DateBounds(
                          LocalDate.parse(meeting.earliest()), LocalDate.parse(meeting.latest()))),
              sentences));
    }
    return new Pair(gold, annotated, truths);
  }

  private static Set<Integer> entities(List<ScoredAgent> names, AnnotatedDocument annotated) {
    Set<Integer> found = new HashSet<>();
    for (ScoredAgent name : names) {
      annotated.entities().stream()
          .filter(e -> e.type() != EntityType.PLACE)
          .filter(e -> MeetingScorer.sameAgent(name, ScoredAgent.of(e)))
          .map(Entity::id)
          .findFirst()
          .ifPresent(found::add);
    }
    return found;
  }
}
