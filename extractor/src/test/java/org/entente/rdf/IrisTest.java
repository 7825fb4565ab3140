package org.entente.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.iri3986.provider.IRIProvider3986;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.document.Document;
import org.entente.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IrisTest {
  private final Iris iris = new Iris(Iris.DEFAULT_BASE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a b",
        "a/b",
        "../../etc",
        "..",
        ".",
        "a%20b",
        "a?b#c",
        "<a>",
        "\"",
        "\\",
        "日本",
        "a\u0000b",
        "a\nb",
        "{x}",
        "ä",
        "\uD83D\uDE00",
        "x/report/1"
      })
  void anyIdGivesAnIriOfItsOwn(String id) {
    String document = iris.document(id);
    assertThat(new IRIProvider3986().create(document).hasViolations()).isFalse();
    assertThat(document).matches("https://w3id\\.org/entente/id/document/[A-Za-z0-9._~%-]+");
    assertThat(iris.mention(id, new Span(3, 5))).isEqualTo(document + "/mention/3-5");
    assertThat(iris.isDocumentGraph(iris.documentGraph(id))).isTrue();
  }

  @Test
  void differentIdsGiveDifferentIris() {
    List<String> ids =
        List.of("a b", "a%20b", "a+b", "a_b", "A b", ".", "..", "%2E", "ä", "a\u0308");
    Set<String> documents = new HashSet<>();
    ids.forEach(id -> documents.add(iris.document(id)));
    assertThat(documents).hasSameSizeAs(ids);
  }

  @ParameterizedTest
  @CsvSource({
    "Vladimir Putin, Q7747, person/vladimir-putin-Q7747",
    "Recep Tayyip Erdoğan, Q39259, person/recep-tayyip-erdogan-Q39259",
    "Jane Q. Doe, '', person/jane-q-doe",
    "Martin O’Malley, '', person/martin-omalley",
    "Martin O'Malley, '', person/martin-omalley"
  })
  void linkedAndFullNamesAreTheSameInAllDocuments(String name, String qid, String expected) {
    Entity entity = person(name, qid, 0.9, "", true);
    assertThat(iris.entity(entity, document("one", "2020-01-01")))
        .isEqualTo(Iris.DEFAULT_BASE + expected)
        .isEqualTo(iris.entity(entity, document("two", "")));
    assertThat(Iris.qid(iris.entity(entity, document("one", ""))))
        .isEqualTo(qid.isEmpty() ? Optional.empty() : Optional.of(qid));
  }

  @Test
  void aBareSurnameIsNobodyElse() {
    Entity wang = person("Wang", "", 0, "China", true);
    Entity smith = person("Smith", "", 0, "", true);
    Document one = document("one", "2020-01-01");
    Document two = document("two", "2020-01-01");
    assertThat(iris.entity(wang, one)).isEqualTo(iris.entity(wang, two)).endsWith("wang--china");
    assertThat(iris.entity(wang, one))
        .isNotEqualTo(iris.entity(person("Wang", "", 0, "Canada", true), one));
    assertThat(iris.entity(smith, one)).isNotEqualTo(iris.entity(smith, two));
  }

  /** Cases of {@code identity.tsv}: whether two documents speak of one person. */
  @ParameterizedTest
  @CsvFileSource(resources = "identity.tsv", delimiter = '\t', numLinesToSkip = 2, nullValues = "-")
  void onePersonWhereNameAndSideAgree(
      String name, String side, String otherName, String otherSide, boolean same, String why) {
    Entity here = person(name, "", 0, side == null ? "" : side, true);
    Entity there = person(otherName, "", 0, otherSide == null ? "" : otherSide, true);
    String one = iris.entity(here, document("one", "2020-01-01"));
    String two = iris.entity(there, document("two", "2021-01-01"));
    assertThat(one.equals(two)).as(why).isEqualTo(same);
    assertThat(iris.entity(here, document("one", "2020-01-01"))).isEqualTo(one);
  }

  @Test
  void anOfficeIsAPersonForAYear() {
    Entity minister = person("Iranian foreign minister", "", 0, "Iran", false);
    assertThat(iris.entity(minister, document("one", "2003-05-01")))
        .isEqualTo(iris.entity(minister, document("two", "2003-09-01")))
        .isNotEqualTo(iris.entity(minister, document("three", "2023-05-01")));
  }

  @Test
  void anUnsureLinkIsNoIdentity() {
    String iri = iris.entity(person("Jane Doe", "Q1", 0.6, "", true), document("one", ""));
    assertThat(Iris.qid(iri)).isEmpty();
  }

  @Test
  void namesOfOtherScriptsAreToldApart() {
    assertThat(Iris.slug("習近平")).matches("[0-9a-f]{8}").isNotEqualTo(Iris.slug("李克強"));
    assertThat(Iris.slug("Łódź")).startsWith("odz-");
    assertThat(Iris.slug("Łódź")).isNotEqualTo(Iris.slug("Ódź"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "entente", "https://example.org/id", "/relative/", "http://a b/"})
  void refusesWhatIsNoBase(String base) {
    assertThatThrownBy(() -> new Iris(base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends in / or #");
  }

  private static Entity person(
      String name, String qid, double confidence, String represents, boolean named) {
    return new Entity(
        0,
        EntityType.PERSON,
        name,
        List.of(),
        "",
        represents,
        qid.isEmpty() ? Optional.empty() : Optional.of(new Link(qid, name, confidence)),
        named);
  }

  private static Document document(String id, String published) {
    return new Document(
        id,
        "",
        List.of(),
        published.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(published)),
        "",
        "",
        "",
        id);
  }
}
