package org.entente.analysis;

import java.util.List;
import java.util.Set;
import org.entente.analysis.entity.EntityResolver;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.name.NameTagger;
import org.entente.analysis.text.Background;
import org.entente.analysis.text.TextAnalyzer;
import org.entente.analysis.time.TimeTagger;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Sentence;
import org.entente.annotation.TimeExpression;
import org.entente.document.Document;

/**
 * Shallow analysis of a document: sentences, names, times, mentions and entities. Immutable, safe
 * for use by many threads, and its result depends on the document alone.
 */
public final class Annotator {
  /**
   * The rules of {@code time-rules.txt} whose days are counted from that on which they are said.
   */
  private static final Set<String> DAYS_OF_SPEECH =
      Set.of("today", "yesterday", "day-before-yesterday", "tomorrow", "day-after-tomorrow");

  private final TextAnalyzer text;
  private final NameTagger names;
  private final TimeTagger times;
  private final EntityResolver entities;

  private Annotator(
      TextAnalyzer text, NameTagger names, TimeTagger times, EntityResolver entities) {
    this.text = text;
    this.names = names;
    this.times = times;
    this.entities = entities;
  }

  /**
   * Loads the models and word lists from the class path; do so once and share the annotator.
   *
   * @throws java.io.UncheckedIOException when a model or list is missing or unreadable
   */
  public static Annotator load() {
    return load(Gazetteer.load());
  }

  /**
   * Loads the models and word lists, as {@link #load()}, and shares a gazetteer. The two largest
   * are read at the same time.
   */
  public static Annotator load(Gazetteer gazetteer) {
    Background<NameTagger> names = Background.of(NameTagger::load);
    TextAnalyzer text = TextAnalyzer.load();
    TimeTagger times = TimeTagger.load();
    EntityResolver entities = EntityResolver.load(gazetteer);
    return new Annotator(text, names.get(), times, entities);
  }

  /** Annotates one document. */
  public AnnotatedDocument annotate(Document document) {
    List<Sentence> sentences = text.analyze(document);
    List<TimeExpression> found = times.tag(sentences, document.published());
    EntityResolver.Resolution resolution =
        entities.resolve(sentences, names.tag(sentences), document.published());
    return new AnnotatedDocument(
        document,
        sentences,
        resolution.mentions(),
        resolution.entities(),
        found.stream().map(t -> ofSpeech(t, resolution)).toList());
  }

  /**
   * "today" in direct speech is the day on which somebody spoke, which need not be that of the
   * report.
   */
  private static TimeExpression ofSpeech(TimeExpression t, EntityResolver.Resolution resolution) {
    return DAYS_OF_SPEECH.contains(t.rule()) && resolution.isSpoken(t.range()) ? t.without() : t;
  }
}
