package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Tenure;
import org.entente.annotation.TokenRange;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;
import org.entente.report.DocumentReports;
import org.entente.report.Kind;
import org.entente.report.Participant;
import org.entente.report.Report;
import org.entente.report.ReportedDuration;
import org.entente.report.Role;
import org.entente.report.Status;

/** Writes a document with its annotations and reports by hand, sentence by sentence. */
final class Story {
  private final String id;
  private final Optional<LocalDate> published;
  private final StringBuilder text = new StringBuilder();
  private final List<Span> sentences = new ArrayList<>();
  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final List<Report> reports = new ArrayList<>();
  private String publisher = "Daily Example";

  Story(String id, String published) {
    this.id = id;
    this.published =
        published.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(published));
  }

  Story entity(EntityType type, String name, String qid, String represents, String... others) {
    entities.put(
        name,
        new Entity(
            entities.size(),
            type,
            name,
            List.of(others),
            "",
            represents,
            qid.isEmpty() ? Optional.empty() : Optional.of(new Link(qid, name, 0.95)),
            true));
    return this;
  }

  /** Gives an entity that was told before an office. */
  Story office(String name, String office) {
    Entity entity = entities.get(name);
    entities.put(
        name,
        new Entity(
            entity.id(),
            entity.type(),
            name,
            entity.otherNames(),
            office,
            entity.represents(),
            entity.link(),
            true));
    return this;
  }

  /** Names the outlet, in place of the usual one. */
  Story publisher(String outlet) {
    publisher = outlet;
    return this;
  }

  Story sentence(String words) {
    if (!text.isEmpty()) {
      text.append(' ');
    }
    sentences.add(new Span(text.length(), text.length() + words.length()));
    text.append(words);
    return this;
  }

  /** Adds a report of the last sentence; names are separated by commas. */
  Story report(Kind kind, Status status, String who, String where, String from, String to) {
    return report(kind, status, who, "", where, from, to, Optional.empty());
  }

  /** The same with absentees and a duration. A name with a role is written {@code name/HOST}. */
  Story report(
      Kind kind,
      Status status,
      String who,
      String absent,
      String where,
      String from,
      String to,
      Optional<ReportedDuration> duration) {
    List<Participant> participants = new ArrayList<>();
    for (String name : split(who)) {
      String[] parts = name.split("/");
      Entity entity = entities.get(parts[0]);
      participants.add(
          new Participant(
              entity,
              parts.length > 1 ? Role.valueOf(parts[1]) : Role.PARTICIPANT,
              entity.office(),
              entity.represents()));
    }
    reports.add(
        new Report(
            kind,
            status,
            participants,
            split(absent).stream().map(entities::get).toList(),
            split(where).stream().map(entities::get).toList(),
            from.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateBounds(LocalDate.parse(from), LocalDate.parse(to))),
            "",
            duration,
            List.of(),
            List.of(sentences.get(sentences.size() - 1)),
            0.8,
            "by-hand"));
    return this;
  }

  DocumentReports end() {
    Document document =
        new Document(
            id,
            text.toString(),
            List.of(new Block(new Span(0, text.length()), BlockKind.PARAGRAPH)),
            published,
            "Story " + id,
            "https://news.example/" + id.replaceAll("[^a-z0-9]", "-"),
            publisher,
            id);
    List<Mention> mentions = new ArrayList<>();
    for (Entity entity : entities.values()) {
      List<String> names = new ArrayList<>(List.of(entity.name()));
      names.addAll(entity.otherNames());
      for (String name : names) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
          TokenRange range = new TokenRange(0, 0, 1);
          mentions.add(
              new Mention(
                  new Span(at, at + name.length()),
                  range,
                  range,
                  MentionForm.NAME,
                  entity.type(),
                  List.of(entity.id()),
                  "",
                  Tenure.CURRENT,
                  entity.represents().isEmpty() ? List.of() : List.of(entity.represents())));
        }
      }
    }
    mentions.sort(java.util.Comparator.comparing(Mention::span));
    List<Sentence> read =
        sentences.stream()
            .map(span -> new Sentence(span, List.of(), 0, BlockKind.PARAGRAPH))
            .toList();
    return new DocumentReports(
        new AnnotatedDocument(document, read, mentions, List.copyOf(entities.values()), List.of()),
        reports);
  }

  private static List<String> split(String names) {
    return names.isEmpty() ? List.of() : Arrays.asList(names.split(",\\s*"));
  }
}
