package org.entente.analysis.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.analysis.name.NameTagger;
import org.entente.analysis.text.TextAnalyzer;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.Sentence;
import org.entente.annotation.Tenure;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the cases of {@code mentions.tsv} and {@code links.tsv} on the real models. */
class MentionCasesTest {
  private static TextAnalyzer text;
  private static NameTagger names;
  private static EntityResolver resolver;
  private static final Map<String, EntityResolver.Resolution> SEEN = new HashMap<>();

  @BeforeAll
  static void load() {
    text = TextAnalyzer.load();
    names = NameTagger.load();
    resolver = EntityResolver.load(Gazetteer.load());
  }

  private static EntityResolver.Resolution resolve(String published, String words) {
    return SEEN.computeIfAbsent(
        published + words,
        key -> {
          List<Sentence> sentences = text.analyze(document(published, words));
          return resolver.resolve(
              sentences, names.tag(sentences), Optional.of(LocalDate.parse(published)));
        });
  }

  private static Document document(String published, String words) {
    List<Block> paragraphs = new ArrayList<>();
    int begin = 0;
    for (String paragraph : words.split("\u00b6")) {
      int end = begin + paragraph.length();
      paragraphs.add(new Block(new Span(begin, end), BlockKind.PARAGRAPH));
      begin = end + 1;
    }
    return new Document(
        "case", words, paragraphs, Optional.of(LocalDate.parse(published)), "", "", "", "case");
  }

  static Stream<String> mentions() {
    return Lexicon.read("mentions.tsv", 9).stream().map(row -> String.join("\t", row));
  }

  @ParameterizedTest
  @MethodSource("mentions")
  void mention(String line) {
    String[] row = line.split("\t", -1);
    EntityResolver.Resolution found = resolve(row[0], row[1]);
    int begin = -1;
    for (int i = 0; i < Integer.parseInt(row[3]); i++) {
      begin = row[1].indexOf(row[2], begin + 1);
    }
    Span span = new Span(begin, begin + row[2].length());
    List<Mention> there = found.mentions().stream().filter(m -> m.span().equals(span)).toList();
    if (row[4].equals("-")) {
      boolean place = row[5].equals("PLACE");
      assertThat(there.stream().filter(m -> !m.entities().isEmpty() && (place || !isPlace(m))))
          .isEmpty();
      return;
    }
    assertThat(there).as("mentions of %s in %s", row[2], found.mentions()).hasSize(1);
    Mention mention = there.get(0);
    String entities =
        mention.entities().stream()
            .map(id -> found.entities().get(id).name())
            .collect(Collectors.joining(" + "));
    assertThat(mention.form().name()).isEqualTo(row[4]);
    assertThat(mention.type().name()).isEqualTo(row[5]);
    if (!row[6].equals("*")) {
      assertThat(entities).isEqualTo(row[6]);
    }
    if (!row[7].equals("*")) {
      assertThat(office(mention)).isEqualTo(row[7]);
    }
    assertThat(String.join(" + ", mention.represents())).isEqualTo(row[8]);
  }

  private static String office(Mention mention) {
    return mention.tenure() == Tenure.CURRENT
        ? mention.office()
        : mention.tenure().name().toLowerCase(Locale.ROOT) + " " + mention.office();
  }

  private static boolean isPlace(Mention mention) {
    return mention.type() == EntityType.PLACE;
  }

  static Stream<String> links() {
    return Lexicon.read("links.tsv", 4).stream().map(row -> String.join("\t", row));
  }

  @ParameterizedTest
  @MethodSource("links")
  void link(String line) {
    String[] row = line.split("\t", -1);
    EntityResolver.Resolution found = resolve(row[0], row[1]);
    List<Entity> there =
        found.entities().stream()
            .filter(e -> e.name().equals(row[2]) || e.otherNames().contains(row[2]))
            .toList();
    assertThat(there).as("entities of %s", found.entities()).hasSize(1);
    assertThat(there.get(0).link().map(link -> link.qid()).orElse("")).isEqualTo(row[3]);
  }

  /**
   * Heads of state and government who share a surname, an office and a state: in the middle of the
   * term of each of them the text means that one, or the program does not say who.
   */
  @Test
  void aChangeOfDateChangesThePresident() {
    Gazetteer gazetteer = Gazetteer.load();
    Map<String, Map<String, List<OfficeTerm>>> bearers = new TreeMap<>();
    gazetteer.forEach(
        entry -> {
          for (OfficeTerm term : entry.offices()) {
            boolean head = List.of("president", "prime minister").contains(term.title());
            if (head && term.from() > 1944 && !term.polity().isEmpty() && !entry.qid().isEmpty()) {
              String surname = entry.label().substring(entry.label().lastIndexOf(' ') + 1);
              bearers
                  .computeIfAbsent(
                      term.polity() + "\t" + term.title() + "\t" + surname, k -> new TreeMap<>())
                  .computeIfAbsent(entry.qid(), k -> new ArrayList<>())
                  .add(term);
            }
          }
        });
    int right = 0;
    int all = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Map<String, List<OfficeTerm>>> shared : bearers.entrySet()) {
      String[] key = shared.getKey().split("\t");
      if (shared.getValue().size() < 2) {
        continue;
      }
      for (Map.Entry<String, List<OfficeTerm>> bearer : shared.getValue().entrySet()) {
        for (OfficeTerm term : bearer.getValue()) {
          int year =
              term.from() + Math.max(1, ((term.to() == 0 ? 2025 : term.to()) - term.from()) / 2);
          boolean clear =
              shared.getValue().entrySet().stream()
                  .filter(other -> !other.getKey().equals(bearer.getKey()))
                  .flatMap(other -> other.getValue().stream())
                  .noneMatch(other -> other.heldIn(year));
          if (!clear || !term.heldIn(year)) {
            continue;
          }
          String words =
              gazetteer.polityOfCode(key[0]).orElseThrow().adjective()
                  + (key[1].equals("president") ? " President " : " Prime Minister ")
                  + key[2]
                  + " spoke.";
          all++;
          for (Entity entity : resolve(year + "-07-01", words).entities()) {
            String link = entity.link().map(l -> l.qid()).orElse("");
            if (entity.type() == EntityType.PERSON && !link.isEmpty()) {
              if (link.equals(bearer.getKey())) {
                right++;
              } else {
                wrong.add(year + " " + words + " " + link);
              }
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(all).isGreaterThan(5);
    assertThat(right).isGreaterThan(all / 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VOA's Ana Quispe reports from Lima. | Ana Quispe | true",
        "CNN correspondent Ana Quispe asked him. | Ana Quispe | true",
        "Ana Quispe reports from Lima. | Ana Quispe | true",
        "Ana Quispe has more. | Ana Quispe | true",
        "Reuters said Ana Quispe spoke. | Ana Quispe | false",
        "Peru's Ana Quispe reports on her work. | Ana Quispe | false",
        "Peruvian President Ana Quispe reports from Lima. | Ana Quispe | false",
        "TASS reported the call. | TASS | true",
        "The Kremlin reported the call. | Russia | false",
      })
  void reporter(String words, String name, boolean reports) {
    List<Entity> named =
        resolve("2015-06-01", words).entities().stream()
            .filter(e -> e.name().equals(name))
            .toList();
    assertThat(named).hasSize(1);
    assertThat(named.get(0).reporter()).isEqualTo(reports);
  }

  /** Whatever stands between and around the words, every span holds the mention's own words. */
  @Test
  void spansHoldInFuzzedTexts() {
    Random random = new Random(7);
    List<String> spaces = List.of(" ", "  ", "\u00a0", "\t", "\n", " \u2009", "\u200b ");
    List<String> broken = new ArrayList<>();
    for (String[] row : Lexicon.read("mentions.tsv", 9)) {
      StringBuilder words = new StringBuilder();
      for (String word : row[1].split(" ")) {
        words.append(
            words.isEmpty()
                ? List.of("", "\ud83d\ude00 ", "\ufeff").get(random.nextInt(3))
                : spaces.get(random.nextInt(spaces.size())));
        words.append(
            switch (random.nextInt(8)) {
              case 0 -> word.replace("'", "\u2019");
              case 1 -> "\u201c" + word + "\u201d";
              case 2 -> word.replace("&", "&amp;").replace("-", "\u2011");
              case 3 -> word.replace(".", "\u2026");
              case 4 -> "&quot;" + word;
              default -> word;
            });
      }
      String text = words.toString();
      EntityResolver.Resolution found = resolve(row[0], text);
      for (Mention mention : found.mentions()) {
        Span span = mention.span();
        boolean inside = 0 <= span.begin() && span.begin() < span.end();
        if (!inside
            || span.end() > text.length()
            || !span.of(text).strip().equals(span.of(text))
            || Character.isLowSurrogate(text.charAt(span.begin()))
            || mention.entities().stream().anyMatch(id -> id >= found.entities().size())) {
          broken.add(span + " in " + text);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void spansPointIntoTheText() {
    List<String> broken = new ArrayList<>();
    for (String[] row : Lexicon.read("mentions.tsv", 9)) {
      String words = "  \u201c" + row[1].replace(" ", " \u00a0") + "\u201d\n";
      for (Mention mention : resolve(row[0], words).mentions()) {
        String covered = mention.span().of(words);
        if (covered.isBlank()
            || !covered.strip().equals(covered)
            || mention.whole().begin() > mention.range().begin()
            || mention.whole().end() < mention.range().end()) {
          broken.add(covered + " in " + words);
        }
      }
    }
    assertThat(broken).isEmpty();
  }
}
