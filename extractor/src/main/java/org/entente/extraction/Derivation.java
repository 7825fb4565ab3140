package org.entente.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.TimeExpression;
import org.entente.annotation.TokenRange;
import org.entente.document.Span;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.report.Role;
import org.entente.report.Status;
import org.entente.report.Step;

/**
 * Tells for people how an event was read: its sentences and their triggers, from which words each
 * party, the status, the days and the places came, and why sentences were taken to tell of one
 * event. Sentences are counted from 1.
 */
final class Derivation {
  private final Proposals proposals;
  private final Lexicon lexicon;
  private final String text;

  Derivation(Proposals proposals, Lexicon lexicon) {
    this.proposals = proposals;
    this.lexicon = lexicon;
    this.text = proposals.document().document().text();
  }

  /** Returns the steps of an event whose accounts have been joined and whose scene is set. */
  List<Step> of(Candidate event) {
    List<Step> steps = new ArrayList<>();
    for (Candidate account : event.accounts) {
      steps.add(new Step(account == event ? "read" : "joined", trigger(account, event)));
    }
    event.parties.forEach((id, role) -> steps.add(new Step("party", party(event, id, role))));
    event.absentees.forEach(id -> steps.add(new Step("absent", absentee(event, id))));
    steps.add(new Step("status", status(event)));
    if (event.date.isPresent()) {
      steps.add(new Step("when", date(event)));
    }
    event.duration.ifPresent(
        d -> steps.add(new Step("lasted", d.length() + " from “" + d.text() + "”")));
    event.places.forEach(id -> steps.add(new Step("where", place(event, id))));
    event.topics.forEach(topic -> steps.add(new Step("about", "“" + topic + "”")));
    if (event.whole != null) {
      steps.add(
          new Step(
              "part of",
              "%s of sentence %d".formatted(triggerWords(event.whole), event.whole.sentence + 1)));
    }
    event.formats.forEach(
        (format, words) -> steps.add(new Step("format", name(format) + " from " + quoted(words))));
    event.outcomes.forEach(
        (outcome, words) ->
            steps.add(new Step("outcome", name(outcome) + " from " + quoted(words))));
    return steps;
  }

  // ---- sentences

  private String trigger(Candidate account, Candidate event) {
    String read =
        "sentence %d, %s by the pattern %s"
            .formatted(account.sentence + 1, triggerWords(account), account.rule);
    if (account == event) {
      return read;
    }
    return account.joined.isEmpty() ? read : read + ": " + account.joined;
  }

  private String triggerWords(Candidate account) {
    Chunk trigger = chunk(account, account.triggerChunk);
    return trigger == null ? "" : words(account.sentence, trigger.begin(), trigger.end());
  }

  private Chunk chunk(Candidate account, int number) {
    List<Chunk> chunks = proposals.sentences().get(account.sentence).chunks();
    return number >= 0 && number < chunks.size() ? chunks.get(number) : null;
  }

  // ---- parties

  private String party(Candidate event, int id, Role role) {
    String name = proposals.document().entities().get(id).name();
    String as = role == Role.PARTICIPANT ? "" : " as " + name(role);
    for (Candidate account : event.accounts) {
      if (account.parties.containsKey(id)) {
        Optional<Mention> mention = mention(account, id);
        if (mention.isPresent()) {
          return name + as + " from " + standing(account, mention.get(), name);
        }
      }
    }
    return proposals.notes().stream()
        .filter(n -> n.present().contains(id))
        .findFirst()
        .map(n -> "%s%s by sentence %d (%s)".formatted(name, as, n.sentence() + 1, n.rule()))
        .orElse(name + as + " from the event told before");
  }

  private String absentee(Candidate event, int id) {
    String name = proposals.document().entities().get(id).name();
    return proposals.notes().stream()
        .filter(n -> n.absent().contains(id))
        .findFirst()
        .map(n -> "%s by sentence %d (%s)".formatted(name, n.sentence() + 1, n.rule()))
        .orElse("%s by sentence %d (%s)".formatted(name, event.sentence + 1, event.rule));
  }

  /** The mention of an entity in the sentence of an account that stands nearest to its trigger. */
  private Optional<Mention> mention(Candidate account, int id) {
    return proposals.sentences().get(account.sentence).mentions().stream()
        .filter(m -> m.entities().contains(id))
        .min(
            (a, b) ->
                Math.abs(a.range().begin() - account.trigger)
                    - Math.abs(b.range().begin() - account.trigger));
  }

  private String standing(Candidate account, Mention mention, String name) {
    StringBuilder told = new StringBuilder(quoted(mention.span()));
    if (mention.form() != MentionForm.NAME || mention.entities().size() > 1) {
      told.append(" (").append(mention.form().name().toLowerCase(Locale.ROOT)).append(" for ");
      told.append(
          mention.entities().stream()
              .map(e -> proposals.document().entities().get(e).name())
              .collect(Collectors.joining(" and ")));
      told.append(')');
    }
    return told + " " + where(account, mention.range()) + " in sentence " + (account.sentence + 1);
  }

  /** Where a mention stands: after a preposition, or before or after the trigger. */
  private String where(Candidate account, TokenRange range) {
    ChunkedSentence sentence = proposals.sentences().get(account.sentence);
    int at = sentence.chunkAt(range.begin());
    Chunk trigger = chunk(account, account.triggerChunk);
    if (at == account.triggerChunk) {
      return "beside the event's noun";
    }
    if (at > 0
        && sentence.chunks().get(at - 1) instanceof Mark m
        && m.type() == MarkType.PREPOSITION) {
      return "after “" + m.word() + "”";
    }
    if (trigger == null) {
      return "there";
    }
    return (range.begin() < trigger.begin() ? "before " : "after ")
        + words(account.sentence, trigger.begin(), trigger.end());
  }

  // ---- status

  private String status(Candidate event) {
    String clues =
        event.accounts.stream()
            .map(a -> "%s by %s in sentence %d".formatted(name(told(a)), clue(a), a.sentence + 1))
            .distinct()
            .collect(Collectors.joining("; "));
    boolean plain = event.accounts.stream().allMatch(a -> told(a) == event.status);
    return plain ? clues : name(event.status) + ", resolved from: " + clues;
  }

  private static Status told(Candidate account) {
    return account.told == null ? account.status : account.told;
  }

  /** The verb group that tells whether the trigger happens: its own or the one that governs it. */
  private String clue(Candidate account) {
    ChunkedSentence sentence = proposals.sentences().get(account.sentence);
    ClauseReader clause = new ClauseReader(sentence, lexicon);
    Chunk trigger = chunk(account, account.triggerChunk);
    int other = -1;
    if (trigger instanceof NounGroup) {
      other = clause.governor(account.triggerChunk).map(ClauseReader.Governor::verb).orElse(-1);
      other = other >= 0 ? other : clause.predicate(account.triggerChunk);
    } else if (trigger instanceof VerbGroup v && v.form() != VerbForm.FINITE) {
      other = clause.controller(account.triggerChunk);
    }
    if (trigger == null) {
      return "its words";
    }
    String own = words(account.sentence, trigger.begin(), trigger.end());
    if (other < 0) {
      return own;
    }
    Chunk verb = sentence.chunks().get(other);
    String governing = words(account.sentence, verb.begin(), verb.end());
    return other < account.triggerChunk ? governing + " … " + own : own + " … " + governing;
  }

  // ---- days

  private String date(Candidate event) {
    String days =
        event.date.get().earliest().equals(event.date.get().latest())
            ? event.date.get().earliest().toString()
            : event.date.get().earliest() + " to " + event.date.get().latest();
    Optional<TimeExpression> words =
        proposals.document().times().stream()
            .filter(t -> t.span().of(text).equals(event.dateText))
            .min(
                (a, b) ->
                    Math.abs(a.range().sentence() - event.sentence)
                        - Math.abs(b.range().sentence() - event.sentence));
    String from = event.dateText.isEmpty() ? "" : " from “" + event.dateText + "”";
    return words
            .map(
                t ->
                    "%s%s in sentence %d, by the time rule %s%s"
                        .formatted(
                            days,
                            from,
                            t.range().sentence() + 1,
                            t.rule(),
                            t.bounds().equals(event.date) ? "" : ", counted anew for this event"))
            .orElse(days + from)
        + proposals.document().document().published().map(day -> "; published " + day).orElse("");
  }

  // ---- places

  private String place(Candidate event, int id) {
    String name = proposals.document().entities().get(id).name();
    Set<Integer> sentences = new TreeSet<>(event.sentences());
    Optional<Mention> told =
        proposals.document().mentions().stream()
            .filter(m -> m.entities().contains(id) && sentences.contains(m.range().sentence()))
            .findFirst();
    if (told.isPresent()) {
      Mention m = told.get();
      Candidate account =
          event.accounts.stream()
              .filter(a -> a.sentence == m.range().sentence())
              .findFirst()
              .orElse(event);
      return "%s from %s %s in sentence %d"
          .formatted(name, quoted(m.span()), where(account, m.range()), account.sentence + 1);
    }
    Optional<Mention> elsewhere =
        proposals.document().mentions().stream()
            .filter(m -> m.entities().contains(id))
            .min(
                (a, b) ->
                    Math.abs(a.range().sentence() - event.sentence)
                        - Math.abs(b.range().sentence() - event.sentence));
    return elsewhere
        .map(
            m ->
                m.range().sentence() == 0 && m.range().begin() == 0
                    ? name + " from the dateline " + quoted(m.span())
                    : "%s from %s in sentence %d, where a party of it is said to be"
                        .formatted(name, quoted(m.span()), m.range().sentence() + 1))
        .orElse(name);
  }

  // ---- words

  private String words(int sentence, int begin, int end) {
    ChunkedSentence of = proposals.sentences().get(sentence);
    return quoted(new Span(of.token(begin).span().begin(), of.token(end - 1).span().end()));
  }

  private String quoted(Span span) {
    return "“" + span.of(text).replaceAll("\\s+", " ") + "”";
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
