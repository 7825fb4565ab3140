package org.entente.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.analysis.name.NameSpan;
import org.entente.analysis.text.TextAnalyzer;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Tenure;
import org.entente.annotation.Token;
import org.entente.annotation.TokenRange;
import org.entente.document.Document;
import org.entente.document.DocumentReader;
import org.entente.document.DocumentSink;
import org.entente.document.Problem;
import org.entente.document.ReaderSettings;
import org.entente.document.Span;
import org.entente.evaluate.GoldDocument;
import org.entente.evaluate.GoldInputs;
import org.entente.evaluate.GoldReader;
import org.entente.evaluate.MentionFigures;
import org.entente.evaluate.MentionScorer;
import org.entente.evaluate.ScoredAgent;
import org.entente.evaluate.ScoredMeeting;

/**
 * How many of the parties of annotated meetings that bear a name are found as a name of the right
 * type. A party known by a description ("Iranian foreign minister", "rebels") is left out. A state
 * is found as a place, since the name of a country is one to a finder of names.
 */
final class NamedParties {
  private final List<GoldDocument> gold;
  private final List<Document> documents;
  private final Map<String, List<Sentence>> sentences = new LinkedHashMap<>();
  private final int described;

  private NamedParties(List<GoldDocument> all, List<Document> documents) {
    this.gold = all.stream().map(NamedParties::named).toList();
    this.documents = documents;
    this.described = parties(all) - parties(gold);
    TextAnalyzer analyzer = TextAnalyzer.load();
    documents.forEach(document -> sentences.put(document.id(), analyzer.analyze(document)));
  }

  /**
   * Reads annotated documents.
   *
   * @param file the annotated documents, as {@link GoldReader} describes them
   * @throws IOException naming what cannot be read
   */
  static NamedParties of(Path file) throws IOException {
    List<GoldDocument> gold = new GoldReader().read(file);
    List<Document> documents = new ArrayList<>();
    Path folder = Files.createTempDirectory("entente-measure");
    Path records = folder.resolve("records.jsonl");
    try {
      new DocumentReader(ReaderSettings.defaults())
          .read(
              new GoldInputs().of(file, gold, folder),
              Optional.empty(),
              new DocumentSink() {
                @Override
                public void document(Document document) {
                  documents.add(document);
                }

                @Override
                public void problem(Problem problem) {
                  throw new IllegalArgumentException(problem.origin() + ": " + problem.message());
                }
              });
    } finally {
      Files.deleteIfExists(records);
      Files.delete(folder);
    }
    return new NamedParties(gold, documents);
  }

  /** Returns how many parties are left out, since a description alone tells who they are. */
  int described() {
    return described;
  }

  /** Counts the parties that a finder finds in the sentences and tokens of the program. */
  MentionFigures found(NameFinder finder) {
    return read(document -> annotate(document, finder));
  }

  /** Counts the parties that are found by a reading with all that follows on the names. */
  MentionFigures read(Function<Document, AnnotatedDocument> annotator) {
    return MentionScorer.score(gold, documents, annotator);
  }

  /** Tells whether a party bears a name: one whose last word is in lower case is described. */
  static boolean bearsName(String party) {
    String last = party.substring(party.lastIndexOf(' ') + 1);
    return last.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  private static GoldDocument named(GoldDocument document) {
    return new GoldDocument(
        document.id(), document.meetings().stream().map(NamedParties::named).toList());
  }

  private static ScoredMeeting named(ScoredMeeting meeting) {
    List<ScoredAgent> parties =
        meeting.participants().stream().filter(party -> bearsName(party.name())).toList();
    return new ScoredMeeting(
        meeting.kind(),
        meeting.status(),
        parties,
        meeting.absent(),
        meeting.places(),
        meeting.earliest(),
        meeting.latest());
  }

  private static int parties(List<GoldDocument> gold) {
    return MentionScorer.score(gold, List.of(), document -> null).found().values().stream()
        .mapToInt(accuracy -> accuracy.total())
        .sum();
  }

  /** Makes every name a mention of an entity of its own; a place may be a state. */
  private AnnotatedDocument annotate(Document document, NameFinder finder) {
    List<Sentence> read = sentences.get(document.id());
    List<Entity> entities = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    for (NameSpan name : finder.names(read.stream().map(NamedParties::forms).toList())) {
      TokenRange range = name.range();
      List<Token> tokens = read.get(range.sentence()).tokens().subList(range.begin(), range.end());
      int id = entities.size();
      EntityType type = name.type() == EntityType.PLACE ? EntityType.POLITY : name.type();
      String text = String.join(" ", tokens.stream().map(Token::form).toList());
      entities.add(new Entity(id, type, text, List.of(), "", "", Optional.empty(), true));
      Span span =
          new Span(tokens.get(0).span().begin(), tokens.get(tokens.size() - 1).span().end());
      mentions.add(
          new Mention(
              span,
              range,
              range,
              MentionForm.NAME,
              type,
              List.of(id),
              "",
              Tenure.CURRENT,
              List.of()));
    }
    return new AnnotatedDocument(document, read, mentions, entities, List.of());
  }

  private static List<String> forms(Sentence sentence) {
    return sentence.tokens().stream().map(Token::form).toList();
  }
}
