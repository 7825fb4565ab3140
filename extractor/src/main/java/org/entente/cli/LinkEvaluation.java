package org.entente.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.analysis.Annotator;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryIndex;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.document.Document;
import org.entente.document.ReaderSettings;
import org.entente.evaluate.GoldDocument;
import org.entente.evaluate.GoldInputs;
import org.entente.evaluate.GoldReader;
import org.entente.evaluate.LinkFigures;
import org.entente.evaluate.LinkScorer;
import org.entente.evaluate.LinkedText;
import org.entente.evaluate.LinkedTextReader;

/** Measures links on files of benchmarks and of annotated meetings. */
final class LinkEvaluation {
  /** A half of a file, so that one may be looked at and the other only be measured. */
  enum Half {
    /** The first document, the third and so on, counted from 0. */
    EVEN,
    /** The others. */
    ODD
  }

  /** The importance of those entries in the facts that the gazetteer is compiled from. */
  private static final double BENCHMARKS = 0.25;

  private final Console console;
  private final Half half;
  private final LinkScorer scorer;

  /**
   * Loads the models.
   *
   * @param half the half to measure, or null for all
   * @param withhold whether to take half of the entries out of the gazetteer that nothing but
   *     benchmarks of links made known
   * @throws IOException when the gazetteer cannot be read
   */
  LinkEvaluation(Console console, Half half, boolean withhold) throws IOException {
    this.console = console;
    this.half = half;
    Gazetteer gazetteer = withhold ? withheld() : Gazetteer.load();
    this.scorer = new LinkScorer(gazetteer::holds, Annotator.load(gazetteer)::annotate);
  }

  private static Gazetteer withheld() throws IOException {
    List<Entry> kept = new ArrayList<>();
    Gazetteer.load()
        .forEach(
            entry -> {
              if (entry.importance() != BENCHMARKS || DigestUtils.md5(entry.qid())[0] < 0) {
                kept.add(entry);
              }
            });
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    EntryIndex.of(kept).write(index);
    return Gazetteer.load(List.of(), new ByteArrayInputStream(index.toByteArray()));
  }

  /**
   * Measures a file.
   *
   * @throws IOException when it cannot be read or is of neither form
   */
  LinkFigures of(Path file) throws IOException {
    LinkedTextReader reader = new LinkedTextReader();
    LinkFigures figures = LinkFigures.NONE;
    if (reader.reads(file)) {
      List<LinkedText> texts = half(reader.read(file));
      Map<String, Document> read = read(file, texts.stream().map(LinkedText::document).toList());
      for (LinkedText text : texts) {
        if (read.containsKey(text.id())) {
          figures = figures.plus(scorer.score(text, read.get(text.id())));
        }
      }
    } else {
      List<GoldDocument> gold = half(new GoldReader().read(file));
      Map<String, Document> read = read(file, gold);
      for (GoldDocument document : gold) {
        if (read.containsKey(document.id())) {
          figures = figures.plus(scorer.score(document, read.get(document.id())));
        }
      }
    }
    return figures;
  }

  private <T> List<T> half(List<T> all) {
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (half == null || (i % 2 == 0) == (half == Half.EVEN)) {
        kept.add(all.get(i));
      }
    }
    return kept;
  }

  private Map<String, Document> read(Path file, List<GoldDocument> gold) throws IOException {
    try (Scratch scratch = new Scratch("entente-evaluate")) {
      List<Path> inputs = new GoldInputs().of(file, gold, scratch.folder());
      Map<String, Document> documents = new HashMap<>();
      InputDocuments.read(console, inputs, ReaderSettings.defaults())
          .forEach(document -> documents.put(document.id(), document));
      return documents;
    }
  }
}
