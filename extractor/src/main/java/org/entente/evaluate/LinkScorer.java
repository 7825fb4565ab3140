package org.entente.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.document.Document;
import org.entente.document.Span;

/**
 * Compares the links of names with those of a gold standard: of mentions in a benchmark, or of the
 * parties of annotated meetings. A pure function of its input.
 *
 * <p>A benchmark's mention is compared with the name that holds its last word, or the last before a
 * comma; end to end the bounds must be equal. A party is compared with the entities that bear its
 * name.
 */
public final class LinkScorer {
  private static final Set<MentionForm> NAMES =
      Set.of(MentionForm.NAME, MentionForm.DEMONYM, MentionForm.METONYM);

  private final Predicate<String> held;
  private final Function<Document, AnnotatedDocument> annotator;

  /**
   * Creates a scorer.
   *
   * @param held tells whether the gazetteer holds an identifier
   * @param annotator what reads and links the names of a text
   */
  public LinkScorer(Predicate<String> held, Function<Document, AnnotatedDocument> annotator) {
    this.held = held;
    this.annotator = annotator;
  }

  /** Scores a text of a benchmark against the document that was read from it. */
  public LinkFigures score(LinkedText gold, Document document) {
    AnnotatedDocument read = annotator.apply(document);
    List<Mention> names = names(gold.evaluated(), read);
    Tally tally = new Tally(gold.id());
    int exact = 0;
    int all = 0;
    for (GoldLink link : gold.links()) {
      Optional<Mention> mention = overlapping(link, gold.text(), names);
      Optional<Link> chosen = mention.flatMap(m -> link(m, read));
      String what = link.span().of(gold.text()) + " (" + link.name() + ")";
      if (link.qid().isEmpty()) {
        tally.nameless(chosen);
        continue;
      }
      all++;
      if (chosen.filter(l -> l.qid().equals(link.qid())).isPresent()
          && mention.get().span().equals(link.span())) {
        exact++;
      }
      if (link.ofInterest() && held.test(link.qid())) {
        Optional<Mention> referring = mention.or(() -> pronoun(link, read));
        tally.held(link.qid(), what, referring.isPresent(), referring.flatMap(m -> link(m, read)));
      } else if (link.ofInterest()) {
        tally.unknown(what, chosen);
      }
    }
    int system = (int) names.stream().filter(m -> link(m, read).isPresent()).count();
    return tally.figures(Counts.NONE.plus(exact, all, system));
  }

  /** Scores the parties of a document's meetings; those of no identifier count as unknown to it. */
  public LinkFigures score(GoldDocument gold, Document document) {
    AnnotatedDocument read = annotator.apply(document);
    Tally tally = new Tally(gold.id());
    Map<String, ScoredAgent> parties = new LinkedHashMap<>();
    gold.meetings()
        .forEach(m -> m.participants().forEach(p -> parties.putIfAbsent(p.type() + p.name(), p)));
    for (ScoredAgent party : parties.values()) {
      List<Entity> bearers = read.entities().stream().filter(e -> bears(party, e)).toList();
      Optional<Link> chosen =
          bearers.stream()
              .flatMap(e -> e.link().stream())
              .min(
                  (a, b) ->
                      Boolean.compare(!a.qid().equals(party.qid()), !b.qid().equals(party.qid())));
      if (party.qid().isEmpty()) {
        tally.nameless(chosen);
      } else if (held.test(party.qid())) {
        tally.held(party.qid(), party.name(), !bearers.isEmpty(), chosen);
      } else {
        tally.unknown(party.name(), chosen);
      }
    }
    return tally.figures(Counts.NONE);
  }

  private static boolean bears(ScoredAgent party, Entity entity) {
    boolean type =
        switch (party.type()) {
          case "person" -> entity.type() == EntityType.PERSON;
          case "" -> true;
          default -> entity.type() != EntityType.PERSON;
        };
    return type
        && (entity.link().filter(l -> l.qid().equals(party.qid())).isPresent()
            || NameComparison.same(party.name(), entity.name())
            || entity.otherNames().stream().anyMatch(n -> NameComparison.same(party.name(), n)));
  }

  private static List<Mention> names(Span evaluated, AnnotatedDocument read) {
    return read.mentions().stream()
        .filter(m -> NAMES.contains(m.form()) && m.entities().size() == 1)
        .filter(m -> evaluated.contains(m.span()))
        .toList();
  }

  /** Some benchmarks have pronouns among the mentions, as annotated texts have them. */
  private static Optional<Mention> pronoun(GoldLink gold, AnnotatedDocument read) {
    return read.mentions().stream()
        .filter(m -> m.form() == MentionForm.PRONOUN && m.entities().size() == 1)
        .filter(m -> m.span().equals(gold.span()))
        .findFirst();
  }

  private static Optional<Link> link(Mention mention, AnnotatedDocument read) {
    return read.entities().get(mention.entities().get(0)).link();
  }

  /**
   * The name that holds the end of the first part of a mention: "Geneva" of "Geneva, Switzerland".
   * A name in which a mention stands behind the comma names something else.
   */
  private static Optional<Mention> overlapping(GoldLink gold, String text, List<Mention> names) {
    int comma = gold.span().of(text).indexOf(',');
    int last = (comma > 0 ? gold.span().begin() + comma : gold.span().end()) - 1;
    while (last > gold.span().begin() && !Character.isLetterOrDigit(text.charAt(last))) {
      last--; // the dot of "Ala."
    }
    int head = last;
    return names.stream()
        .filter(m -> m.span().begin() <= head && head < m.span().end())
        .filter(m -> !m.span().of(text).substring(0, head - m.span().begin()).contains(","))
        .max(Comparator.comparingInt(m -> m.span().length()));
  }

  /** Counts of one document. */
  private static final class Tally {
    private final String id;
    private Accuracy held = Accuracy.NONE;
    private Accuracy right = Accuracy.NONE;
    private Accuracy wrong = Accuracy.NONE;
    private Accuracy found = Accuracy.NONE;
    private Accuracy unknown = Accuracy.NONE;
    private Accuracy nameless = Accuracy.NONE;
    private final List<String> errors = new ArrayList<>();

    Tally(String id) {
      this.id = id;
    }

    void held(String qid, String what, boolean mentioned, Optional<Link> chosen) {
      boolean good = chosen.filter(l -> l.qid().equals(qid)).isPresent();
      held = held.plus(true);
      right = right.plus(good);
      wrong = wrong.plus(chosen.isPresent() && !good);
      found = found.plus(mentioned);
      if (!good) {
        String how = chosen.isPresent() ? "wrong   " : mentioned ? "no link " : "unfound ";
        error(how, qid + " " + what, chosen);
      }
    }

    void unknown(String what, Optional<Link> chosen) {
      held = held.plus(false);
      unknown = unknown.plus(chosen.isPresent());
      if (chosen.isPresent()) {
        error("unknown ", what, chosen);
      }
    }

    void nameless(Optional<Link> chosen) {
      nameless = nameless.plus(chosen.isPresent());
    }

    private void error(String how, String what, Optional<Link> chosen) {
      errors.add(
          id + "  " + how + what + chosen.map(l -> ": " + l.qid() + " " + l.label()).orElse(""));
    }

    LinkFigures figures(Counts endToEnd) {
      return new LinkFigures(1, held, right, wrong, found, unknown, nameless, endToEnd, errors);
    }
  }
}
