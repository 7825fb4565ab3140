package org.entente.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Pipeline;
import org.entente.extraction.ExtractionSettings;
import org.entente.rdf.EntityFacts;

/** Models and facts, once for all tasks of an executor. */
final class Knowledge {
  private static final Map<ExtractionSettings, Pipeline> PIPELINES = new ConcurrentHashMap<>();

  private Knowledge() {}

  /** Returns what reads documents. */
  static Pipeline pipeline(ExtractionSettings settings) {
    return PIPELINES.computeIfAbsent(settings, Pipeline::load);
  }

  /** Returns what is known of entities beyond the documents. */
  static EntityFacts facts() {
    return Facts.LOADED;
  }

  private static final class Facts {
    private static final EntityFacts LOADED = Pipeline.knowledge(Gazetteer.load()).facts();
  }
}
