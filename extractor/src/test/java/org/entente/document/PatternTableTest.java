package org.entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of the pattern tables matches its example and not its counterexample. */
class PatternTableTest {
  static Stream<PatternTable.Entry> entries() {
    return Stream.concat(FurnitureMarker.entries().stream(), PublicationDates.entries().stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void matchesItsExampleOnly(PatternTable.Entry entry) {
    assertThat(matches(entry, entry.example())).as("%s: example", entry.id()).isTrue();
    if (!entry.counterexample().isEmpty()) {
      assertThat(matches(entry, entry.counterexample()))
          .as("%s: counterexample", entry.id())
          .isFalse();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.entente.document.HtmlMetadata#rules")
  void metadataIsReadFromItsExampleOnly(HtmlMetadata.Rule rule) {
    HtmlMetadata metadata = new HtmlMetadata();
    assertThat(metadata.read(Jsoup.parse(rule.example())).get(rule.field()))
        .as("%s: example", rule)
        .isNotEmpty();
    assertThat(
            rule.selector().equals("json-ld")
                ? metadata.read(Jsoup.parse(rule.counterexample())).get(rule.field())
                : rule.values(Jsoup.parse(rule.counterexample())))
        .as("%s: counterexample", rule)
        .isEmpty();
  }

  @Test
  void idsAreUnique() {
    assertThat(FurnitureMarker.entries().stream().map(PatternTable.Entry::id))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(60);
    assertThat(PublicationDates.entries().stream().map(PatternTable.Entry::id))
        .doesNotHaveDuplicates();
  }

  private static boolean matches(PatternTable.Entry entry, String text) {
    return switch (entry.scope()) {
      case "line", "list", "tail", "sentence" ->
          entry.matches(
              FurnitureMarker.normalise(text),
              FurnitureMarker.normalise(text).toLowerCase(Locale.ROOT));
      case "label", "stamp", "address" -> entry.pattern().matcher(text).matches();
      case "prefix", "lead", "dateline" -> entry.pattern().matcher(text).lookingAt();
      case "class", "year" -> entry.pattern().matcher(text).find();
      default -> throw new AssertionError("unknown scope " + entry.scope());
    };
  }
}
