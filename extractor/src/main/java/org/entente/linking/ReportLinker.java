package org.entente.linking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.analysis.entity.LinkContext;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.Link;
import org.entente.report.DocumentReports;
import org.entente.report.Participant;
import org.entente.report.Report;

/** Links what a document's reports name and the gazetteer left without a link. Thread-safe. */
public final class ReportLinker {
  private final LiveLinker linker;
  private final Gazetteer gazetteer;

  /** Creates a linker that asks that one. */
  public ReportLinker(LiveLinker linker, Gazetteer gazetteer) {
    this.linker = linker;
    this.gazetteer = gazetteer;
  }

  /** Returns the same reports with more links; nothing that no report names is asked for. */
  public DocumentReports link(DocumentReports read) {
    Map<Integer, Entity> used = new LinkedHashMap<>();
    for (Report report : read.reports()) {
      report.participants().forEach(p -> used.put(p.agent().id(), p.agent()));
      report.absentees().forEach(e -> used.put(e.id(), e));
      report.places().forEach(e -> used.put(e.id(), e));
    }
    Map<Integer, Link> links =
        linker.link(List.copyOf(used.values()), LinkContext.of(read.annotated(), gazetteer));
    return links.isEmpty() ? read : with(read, links);
  }

  private static DocumentReports with(DocumentReports read, Map<Integer, Link> links) {
    AnnotatedDocument old = read.annotated();
    List<Entity> entities = old.entities().stream().map(e -> with(e, links)).toList();
    List<Report> reports =
        read.reports().stream()
            .map(
                r ->
                    new Report(
                        r.kind(),
                        r.status(),
                        r.participants().stream()
                            .map(
                                p ->
                                    new Participant(
                                        with(p.agent(), links),
                                        p.role(),
                                        p.office(),
                                        p.represents()))
                            .toList(),
                        r.absentees().stream().map(e -> with(e, links)).toList(),
                        r.places().stream().map(e -> with(e, links)).toList(),
                        r.date(),
                        r.dateText(),
                        r.duration(),
                        r.topics(),
                        r.evidence(),
                        r.confidence(),
                        r.rule(),
                        r.judgement(),
                        r.details()))
            .toList();
    return new DocumentReports(
        new AnnotatedDocument(
            old.document(), old.sentences(), old.mentions(), entities, old.times()),
        reports);
  }

  private static Entity with(Entity entity, Map<Integer, Link> links) {
    return links.containsKey(entity.id())
        ? entity.linked(Optional.of(links.get(entity.id())))
        : entity;
  }
}
