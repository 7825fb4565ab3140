package org.entente.analysis.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.name.NameTagger;
import org.entente.analysis.text.TextAnalyzer;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Tenure;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the example and the counterexample of every row of {@code titles.tsv} and {@code
 * context-words.tsv}: what the row's class promises must hold for the one and not for the other.
 */
class LexiconExamplesTest {
  private static TextAnalyzer text;
  private static NameTagger names;
  private static EntityResolver resolver;

  @BeforeAll
  static void load() {
    text = TextAnalyzer.load();
    names = NameTagger.load();
    resolver = EntityResolver.load(Gazetteer.load());
  }

  @Test
  void titles() {
    List<String> wrong = new ArrayList<>();
    for (String[] row : Lexicon.read("titles.tsv", 5)) {
      check(row[1], row[0], row[3], row[4], wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void contextWords() {
    List<String> wrong = new ArrayList<>();
    for (String[] row : Lexicon.read("context-words.tsv", 4)) {
      check(row[0], row[1], row[2], row[3], wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(
      String kind, String word, String example, String counterexample, List<String> wrong) {
    if (!example.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))
        && !kind.equals("quotation")) {
      wrong.add(kind + " " + word + ": the example lacks the word: " + example);
    }
    if (!holds(kind, word, example)) {
      wrong.add(kind + " " + word + ": does not hold for: " + example);
    }
    if (holds(kind, word, counterexample)) {
      wrong.add(kind + " " + word + ": must not hold for: " + counterexample);
    }
  }

  private static boolean holds(String kind, String word, String words) {
    Document document =
        new Document(
            "case",
            words,
            List.of(new Block(new Span(0, words.length()), BlockKind.PARAGRAPH)),
            Optional.empty(),
            "",
            "",
            "",
            "case");
    List<Sentence> sentences = text.analyze(document);
    EntityResolver.Resolution found =
        resolver.resolve(sentences, names.tag(sentences), Optional.empty());
    Predicate<Mention> person = m -> m.type() == EntityType.PERSON && m.form() == MentionForm.NAME;
    Predicate<Mention> nominal = m -> m.form() == MentionForm.NOMINAL;
    Predicate<Mention> promise =
        switch (kind) {
          case "head", "office" ->
              m ->
                  m.type() == EntityType.PERSON
                      && (plain(m.office()).equals(plain(office(word)))
                          || office(word).equals("counterpart") && nominal.test(m));
          case "state" ->
              nominal.and(m -> m.type() == EntityType.POLITY && m.entities().size() == 2);
          case "quantity" ->
              nominal.and(m -> words.substring(0, m.span().begin()).endsWith(word + " "));
          case "reporting", "credit" ->
              person.and(m -> found.entities().get(m.entities().get(0)).reporter());
          case "regional", "band-speaker" ->
              nominal.and(m -> m.type() == EntityType.ORGANIZATION && !m.entities().isEmpty());
          case "armed", "armed-name" ->
              nominal.and(
                  m ->
                      m.range().sentence() > 0
                          && m.entities().stream()
                              .anyMatch(id -> found.entities().get(id).named()));
          case "anonymous" ->
              nominal.and(
                  m -> found.entities().get(m.entities().get(0)).name().contains("official"));
          case "field" -> person.and(m -> m.office().endsWith(" " + word));
          case "title-name" ->
              person.and(m -> m.span().of(words).toLowerCase(Locale.ROOT).contains(word + " "));
          case "honorific" -> person.and(m -> m.span().of(words).equals("Quispe"));
          case "modifier" -> person.and(m -> !m.office().isEmpty() && !m.represents().isEmpty());
          case "former" -> m -> m.tenure() == Tenure.FORMER;
          case "acting" -> m -> m.tenure() == Tenure.ACTING;
          case "designate" -> m -> m.tenure() == Tenure.DESIGNATE;
          case "group" -> nominal.and(m -> !m.entities().isEmpty());
          case "day" ->
              person.and(m -> m.span().begin() == words.lastIndexOf("Ana") && after(words, m));
          case "band", "circle", "committee", "vague", "standing" ->
              nominal.and(m -> m.type() == EntityType.ORGANIZATION);
          case "homeland" -> nominal.and(m -> m.represents().contains("Peru"));
          case "functionary", "seniority" -> nominal.and(m -> m.type() == EntityType.POLITY);
          case "member" -> nominal.and(m -> found.entities().get(m.entities().get(0)).named());
          case "place-before" -> m -> m.type() == EntityType.PLACE;
          case "direction" ->
              m -> m.type() == EntityType.PLACE && m.span().of(words).startsWith(word + " ");
          case "polity-before" ->
              m -> m.type() == EntityType.POLITY && m.form() != MentionForm.DEMONYM;
          case "organization" -> m -> m.type() == EntityType.ORGANIZATION;
          case "speech", "government-noun" -> m -> m.form() == MentionForm.METONYM;
          case "pair" ->
              nominal.and(m -> m.type() == EntityType.PERSON && m.entities().size() == 2);
          case "sent-group" ->
              nominal.and(
                  m -> words.substring(m.span().begin(), m.span().end()).endsWith(" " + word));
          case "side" ->
              nominal.and(m -> m.type() == EntityType.POLITY && m.entities().size() == 2);
          case "quotation" -> m -> m.form() == MentionForm.PRONOUN && m.entities().size() == 1;
          case "region" ->
              m ->
                  m.entities().stream()
                      .anyMatch(id -> found.entities().get(id).name().equals("America"));
          case "shared" -> m -> m.form() == MentionForm.DEMONYM && m.entities().size() == 2;
          case "known", "nicknamed" ->
              person.and(
                  m ->
                      m.span().of(words).equals("Condori")
                          && found.entities().get(m.entities().get(0)).name().contains("Quispe"));
          case "treaty" -> m -> m.type() == EntityType.ORGANIZATION;
          case "not-person" -> person;
          case "copula" -> m -> m.office().equals("president");
          default -> throw new IllegalArgumentException("no check for the class " + kind);
        };
    boolean any = found.mentions().stream().anyMatch(promise);
    return switch (kind) {
      case "region", "not-person", "copula", "treaty", "vague" -> !any;
      default -> any;
    };
  }

  private static String office(String word) {
    return Offices.full(word.toLowerCase(Locale.ROOT));
  }

  private static String plain(String office) {
    return office.toLowerCase(Locale.ROOT).replace('-', ' ');
  }

  private static boolean after(String words, Mention mention) {
    int begin = mention.span().begin();
    return begin > 1 && Character.isUpperCase(words.charAt(words.lastIndexOf(' ', begin - 2) + 1));
  }
}
