package org.entente.extraction;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Mention;
import org.entente.annotation.Sentence;
import org.entente.annotation.TimeExpression;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.RecordContext;
import org.entente.document.Span;
import org.entente.report.Details;
import org.entente.report.DocumentReports;
import org.entente.report.Report;
import org.entente.report.ReportedFormat;
import org.entente.report.ReportedOutcome;

/**
 * The text of a record in whole sentences: each clause that leaves out its subject gets that of the
 * record, with its place and days. The sentences are read in the place of the record, and what was
 * read in them is led back to where it stands in the record: words of a field to the field, and a
 * sentence to the row from its first field to the end of the clause.
 */
final class SpelledRecord {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);

  /** Ends of clauses: semicolons, and full stops before a capital that follow no abbreviation. */
  private static final Pattern END =
      Pattern.compile(
          ";\\s*|\\n+|(?<![.\\s]\\p{L})(?<!\\b(?:Gen|Pres|Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Adm|Lt|Col|Maj|Sgt"
              + "|Capt|Prof|Rev|Hon|Amb|Sec|Min|Jr|Sr|No|vs))\\.\\s+(?=\\p{Lu})");

  private final Document record;
  private final RecordContext context;
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();

  /** Where the characters of the sentences stand in the record; -1 for those that do not. */
  private final List<Span> origins = new ArrayList<>();

  private SpelledRecord(Document record) {
    this.record = record;
    this.context = record.context().orElseThrow();
  }

  /**
   * Spells out a record.
   *
   * @param record a document with a context
   * @param forms how clauses are spelled out
   */
  static SpelledRecord of(Document record, List<RecordForm> forms) {
    SpelledRecord spelled = new SpelledRecord(record);
    String whole = record.text();
    int begin = spelled.context.begin();
    Matcher end = END.matcher(whole);
    while (begin < whole.length()) {
      boolean more = end.find(begin);
      spelled.clause(begin, more ? end.start() : whole.length(), forms);
      begin = more ? end.end() : whole.length();
    }
    return spelled;
  }

  /** Returns the sentences as a document. */
  Document document() {
    return new Document(
        record.id(),
        text.toString(),
        blocks,
        record.published(),
        record.title(),
        record.url(),
        record.publisher(),
        record.origin());
  }

  private void clause(int from, int to, List<RecordForm> forms) {
    Span span = trimmed(from, to);
    if (span.length() == 0) {
      return;
    }
    String clause = span.of(record.text());
    int begin = text.length();
    Optional<RecordForm> form =
        forms.stream().filter(f -> f.begins().matcher(clause).lookingAt()).findFirst();
    if (form.isEmpty()) {
      literal(span);
    } else {
      boolean there = form.get().before().equals("to") && !clause.contains(" to ");
      boolean tell = isPlaceToTell(clause);
      if (tell && !there) {
        // Before the sentence, where it belongs to nothing else.
        place("In ");
        glue(", ");
      }
      field(context.subject(), 0);
      String between = form.get().between(clause);
      glue(between.isEmpty() ? " " : " " + between + " ");
      literal(span);
      if (form.get().lowers()) {
        int first = text.length() - clause.length();
        text.setCharAt(first, Character.toLowerCase(text.charAt(first)));
      }
      if (tell && there) {
        place(" to ");
      }
      days();
    }
    if (text.charAt(text.length() - 1) != '.') {
      glue(".");
    }
    blocks.add(new Block(new Span(begin, text.length()), BlockKind.PARAGRAPH));
    glue("\n\n");
  }

  /** Without white space around it and a full stop at its end. */
  private Span trimmed(int from, int to) {
    String whole = record.text();
    int begin = from;
    int end = to;
    while (begin < end && Character.isWhitespace(whole.charAt(begin))) {
      begin++;
    }
    while (end > begin
        && (Character.isWhitespace(whole.charAt(end - 1)) || whole.charAt(end - 1) == '.')) {
      end--;
    }
    return new Span(begin, end);
  }

  private boolean isPlaceToTell(String clause) {
    return !context.place().isEmpty()
        && Stream.of(context.place().split(",\\s*")).noneMatch(clause::contains);
  }

  private void place(String before) {
    glue(before);
    field(context.place(), record.text().indexOf(context.place(), context.subject().length()));
  }

  private void days() {
    if (context.first().isEmpty()) {
      return;
    }
    LocalDate first = context.first().get();
    LocalDate last = context.last().filter(day -> day.isAfter(first)).orElse(first);
    String told =
        first.equals(last)
            ? " on " + DAY.format(first)
            : " from "
                + (first.getYear() == last.getYear() ? DAY_OF_YEAR : DAY).format(first)
                + " to "
                + DAY.format(last);
    int line = record.text().lastIndexOf('\n', context.begin() - 3) + 1;
    Span days = new Span(line, context.begin() - 2);
    for (int i = 0; i < told.length(); i++) {
      origins.add(days);
    }
    text.append(told);
  }

  private void field(String value, int at) {
    for (int i = 0; i < value.length(); i++) {
      origins.add(new Span(at + i, at + i + 1));
    }
    text.append(value);
  }

  private void literal(Span span) {
    field(span.of(record.text()), span.begin());
  }

  private void glue(String words) {
    for (int i = 0; i < words.length(); i++) {
      origins.add(null);
    }
    text.append(words);
  }

  /** Leads what was read in the sentences back to the record. */
  DocumentReports back(DocumentReports read) {
    AnnotatedDocument annotated = read.annotated();
    List<Sentence> sentences =
        annotated.sentences().stream()
            .map(s -> new Sentence(origin(s.span()), List.of(), s.paragraph(), s.kind()))
            .toList();
    LinkedHashSet<Mention> mentions = new LinkedHashSet<>();
    for (Mention m : annotated.mentions()) {
      mentions.add(
          new Mention(
              origin(m.span()),
              m.range(),
              m.whole(),
              m.form(),
              m.type(),
              m.entities(),
              m.office(),
              m.tenure(),
              m.represents()));
    }
    List<TimeExpression> times =
        annotated.times().stream()
            .map(
                t ->
                    new TimeExpression(
                        origin(t.span()), t.range(), t.bounds(), t.duration(), t.rule()))
            .toList();
    return new DocumentReports(
        new AnnotatedDocument(
            record, sentences, List.copyOf(mentions), annotated.entities(), times),
        read.reports().stream().map(this::report).toList());
  }

  private Report report(Report r) {
    Details details = r.details();
    return new Report(
        r.kind(),
        r.status(),
        r.participants(),
        r.absentees(),
        r.places(),
        r.date(),
        r.dateText(),
        r.duration(),
        r.topics(),
        r.evidence().stream().map(this::origin).distinct().toList(),
        r.confidence(),
        r.rule(),
        r.judgement(),
        new Details(
            details.formats().stream()
                .map(f -> new ReportedFormat(f.format(), origin(f.words())))
                .toList(),
            details.outcomes().stream()
                .map(o -> new ReportedOutcome(o.outcome(), origin(o.words())))
                .toList(),
            details.partOf(),
            details.derivation()));
  }

  /** Returns where a stretch of the sentences stands in the record. */
  private Span origin(Span span) {
    int begin = Integer.MAX_VALUE;
    int end = 0;
    for (Span origin : origins.subList(span.begin(), span.end())) {
      if (origin != null) {
        begin = Math.min(begin, origin.begin());
        end = Math.max(end, origin.end());
      }
    }
    return end == 0 ? new Span(context.begin(), context.begin()) : new Span(begin, end);
  }
}
