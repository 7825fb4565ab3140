package org.entente.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Tenure;
import org.entente.annotation.TokenRange;
import org.entente.document.Document;
import org.entente.document.Span;
import org.junit.jupiter.api.Test;

class MentionScorerTest {
  private final List<Entity> entities = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();

  @Test
  void findsAPartyByAnyOfItsNames() {
    entity(EntityType.PERSON, "Omar Adeyemi", "Adeyemi");
    MentionFigures figures = score(person("Adeyemi"));
    assertThat(figures.found().get("person")).isEqualTo(new Accuracy(1, 1));
    assertThat(figures.whole().get("person")).isEqualTo(new Accuracy(1, 1));
    assertThat(figures.errors()).isEmpty();
  }

  @Test
  void missesAPartyOfAnotherType() {
    entity(EntityType.ORGANIZATION, "Omar Adeyemi");
    MentionFigures figures = score(person("Omar Adeyemi"));
    assertThat(figures.found().get("person")).isEqualTo(new Accuracy(0, 1));
    assertThat(figures.errors())
        .containsExactly("d", "  missed   person Omar Adeyemi: ORGANIZATION Omar Adeyemi");
  }

  @Test
  void missesAStateThatIsOnlyAPlace() {
    entity(EntityType.POLITY, "Ruritania");
    mentions.set(0, mention(EntityType.PLACE, 0));
    MentionFigures figures = score(new ScoredAgent("Ruritania", List.of(), "", "country"));
    assertThat(figures.found().get("country")).isEqualTo(new Accuracy(0, 1));
  }

  @Test
  void tellsAShorterName() {
    entity(EntityType.PERSON, "Adeyemi");
    MentionFigures figures = score(person("Omar Adeyemi"));
    assertThat(figures.found().get("person").right()).isEqualTo(1);
    assertThat(figures.whole().get("person").right()).isZero();
    assertThat(figures.errors()).contains("  short    person Omar Adeyemi as Adeyemi");
  }

  @Test
  void tellsADividedPerson() {
    entity(EntityType.PERSON, "Omar Adeyemi");
    entity(EntityType.PERSON, "Adeyemi");
    MentionFigures figures = score(person("Omar Adeyemi"));
    assertThat(figures.whole().get("person").right()).isZero();
    assertThat(String.join("", figures.errors())).contains("divided");
  }

  @Test
  void tellsTwoPeopleReadAsOne() {
    entity(EntityType.PERSON, "Omar Adeyemi", "Ola Adeyemi");
    MentionFigures figures = score(person("Omar Adeyemi"), person("Ola Adeyemi"));
    assertThat(figures.merged()).isEqualTo(1);
    assertThat(String.join("", figures.errors())).contains("merged");
  }

  @Test
  void countsAPartyOnceAndADocumentThatIsNotThere() {
    MentionFigures figures = score(person("Omar Adeyemi"), person("Omar Adeyemi"));
    assertThat(figures.found().get("person")).isEqualTo(new Accuracy(0, 1));
    assertThat(figures.lines()).contains("1 documents, 1 parties of their meetings");
  }

  private static ScoredAgent person(String name) {
    return new ScoredAgent(name, List.of(), "", "person");
  }

  private void entity(EntityType type, String name, String... others) {
    int id = entities.size();
    entities.add(new Entity(id, type, name, List.of(others), "", "", Optional.empty(), true));
    mentions.add(mention(type, id));
  }

  private static Mention mention(EntityType type, int id) {
    TokenRange range = new TokenRange(0, id, id + 1);
    return new Mention(
        new Span(id, id + 1),
        range,
        range,
        MentionForm.NAME,
        type,
        List.of(id),
        "",
        Tenure.CURRENT,
        List.of());
  }

  private MentionFigures score(ScoredAgent... parties) {
    ScoredMeeting meeting =
        new ScoredMeeting("meeting", "held", List.of(parties), List.of(), List.of(), "", "");
    Document document = new Document("d", "text", List.of(), Optional.empty(), "", "", "", "d");
    return MentionScorer.score(
        List.of(new GoldDocument("d", List.of(meeting))),
        List.of(document),
        d -> new AnnotatedDocument(d, List.of(), mentions, entities, List.of()));
  }
}
