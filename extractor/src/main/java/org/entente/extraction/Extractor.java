package org.entente.extraction;

import java.util.List;
import org.entente.analysis.Annotator;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.annotation.AnnotatedDocument;
import org.entente.document.Document;
import org.entente.report.DocumentReports;

/**
 * Extraction of one document, from text to reports: a pure function of the document. Immutable and
 * thread-safe; load it once and share it.
 */
public final class Extractor {
  private final Annotator annotator;
  private final MeetingExtractor meetings;
  private final List<RecordForm> forms = RecordForm.load();

  private Extractor(Annotator annotator, MeetingExtractor meetings) {
    this.annotator = annotator;
    this.meetings = meetings;
  }

  /** Loads the models and pattern files from the class path. */
  public static Extractor load() {
    return load(Gazetteer.load(), ExtractionSettings.DEFAULTS);
  }

  /**
   * Loads the models and pattern files, as {@link #load()}, and shares a gazetteer.
   *
   * @param settings how meetings are read
   */
  public static Extractor load(Gazetteer gazetteer, ExtractionSettings settings) {
    return new Extractor(Annotator.load(gazetteer), MeetingExtractor.load(settings));
  }

  /** Reads one document; a record whose text leaves out its subject in whole sentences. */
  public DocumentReports extract(Document document) {
    if (document.context().isEmpty()) {
      return read(document);
    }
    SpelledRecord record = SpelledRecord.of(document, forms);
    return record.back(read(record.document()));
  }

  private DocumentReports read(Document document) {
    AnnotatedDocument annotated = annotator.annotate(document);
    return new DocumentReports(annotated, meetings.extract(annotated));
  }
}
