package org.entente.stages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.entente.analysis.entity.EntityLinker;
import org.entente.analysis.entity.EntityResolver;
import org.entente.analysis.entity.LinkContext;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.name.NameSpan;
import org.entente.analysis.name.NameTagger;
import org.entente.analysis.text.TextAnalyzer;
import org.entente.analysis.time.TimeTagger;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Sentence;
import org.entente.annotation.TimeExpression;
import org.entente.build.Pipeline;
import org.entente.document.Document;
import org.entente.document.DocumentReader;
import org.entente.document.DocumentSink;
import org.entente.document.Fingerprint;
import org.entente.document.Problem;
import org.entente.document.ReaderSettings;
import org.entente.extraction.ExtractionSettings;
import org.entente.extraction.MeetingExtractor;
import org.entente.rdf.DocumentGraph;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.Iris;
import org.entente.report.DocumentReports;
import org.entente.report.Report;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The time of each stage from text to triples, over all documents of a folder one after another:
 * each call reads the next document, with what the stages before it give made beforehand.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class StagesBenchmark {
  @Param("extractor/src/main/resources/org/entente/sample/corpus")
  String corpus;

  /** A document with what each stage gives. */
  private record Read(
      Document document,
      List<Sentence> sentences,
      List<NameSpan> names,
      AnnotatedDocument annotated,
      DocumentReports reports) {}

  private final List<Read> documents = new ArrayList<>();
  private int next;
  private TextAnalyzer text;
  private NameTagger names;
  private TimeTagger times;
  private EntityResolver entities;
  private Gazetteer gazetteer;
  private EntityLinker linker;
  private MeetingExtractor meetings;
  private DocumentMapper mapper;

  /** Reads the documents through all stages. */
  @Setup
  public void read() {
    gazetteer = Gazetteer.load();
    linker = new EntityLinker(gazetteer);
    text = TextAnalyzer.load();
    names = NameTagger.load();
    times = TimeTagger.load();
    entities = EntityResolver.load(gazetteer);
    meetings = MeetingExtractor.load(ExtractionSettings.DEFAULTS);
    mapper = Pipeline.knowledge(gazetteer).mapper(new Iris(Iris.DEFAULT_BASE));
    new DocumentReader(ReaderSettings.defaults())
        .read(
            List.of(Path.of(corpus)),
            Optional.empty(),
            new DocumentSink() {
              @Override
              public void document(Document document) {
                add(document);
              }

              @Override
              public void problem(Problem problem) {
                System.err.println(problem.origin() + ": " + problem.message());
              }
            });
    if (documents.isEmpty()) {
      throw new IllegalStateException("no document in " + corpus);
    }
  }

  private void add(Document document) {
    List<Sentence> sentences = text.analyze(document);
    List<NameSpan> found = names.tag(sentences);
    List<TimeExpression> dates = times.tag(sentences, document.published());
    EntityResolver.Resolution resolved = entities.resolve(sentences, found, document.published());
    AnnotatedDocument annotated =
        new AnnotatedDocument(document, sentences, resolved.mentions(), resolved.entities(), dates);
    DocumentReports reports = new DocumentReports(annotated, meetings.extract(annotated));
    documents.add(new Read(document, sentences, found, annotated, reports));
  }

  private Read next() {
    next = (next + 1) % documents.size();
    return documents.get(next);
  }

  /** Sentences, tokens, parts of speech and lemmas. */
  @Benchmark
  public List<Sentence> text() {
    return text.analyze(next().document());
  }

  /** Names. */
  @Benchmark
  public List<NameSpan> names() {
    return names.tag(next().sentences());
  }

  /** Time expressions. */
  @Benchmark
  public List<TimeExpression> times() {
    Read read = next();
    return times.tag(read.sentences(), read.document().published());
  }

  /** Mentions, coreference and links. */
  @Benchmark
  public EntityResolver.Resolution entities() {
    Read read = next();
    return entities.resolve(read.sentences(), read.names(), read.document().published());
  }

  /** Links alone, of entities that are linked already. */
  @Benchmark
  public void links(Blackhole hole) {
    Read read = next();
    LinkContext context = LinkContext.of(read.annotated(), gazetteer);
    read.annotated().entities().forEach(entity -> hole.consume(linker.link(entity, context)));
  }

  /** Meetings. */
  @Benchmark
  public List<Report> meetings() {
    return meetings.extract(next().annotated());
  }

  /** Triples. */
  @Benchmark
  public DocumentGraph triples() {
    return mapper.map(next().reports());
  }

  /** The sketch by which copies are recognised. */
  @Benchmark
  public Fingerprint fingerprint() {
    return Fingerprint.of(next().document().text());
  }

  /** All of them. */
  @Benchmark
  public void all(Blackhole hole) {
    Document document = next().document();
    List<Sentence> sentences = text.analyze(document);
    EntityResolver.Resolution resolved =
        entities.resolve(sentences, names.tag(sentences), document.published());
    AnnotatedDocument annotated =
        new AnnotatedDocument(
            document,
            sentences,
            resolved.mentions(),
            resolved.entities(),
            times.tag(sentences, document.published()));
    hole.consume(mapper.map(new DocumentReports(annotated, meetings.extract(annotated))));
    hole.consume(Fingerprint.of(document.text()));
  }
}
