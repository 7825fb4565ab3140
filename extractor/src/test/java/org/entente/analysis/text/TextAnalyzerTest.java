package org.entente.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalyzerTest {
  private static final TextAnalyzer ANALYZER = TextAnalyzer.load();

  @TestFactory
  Stream<DynamicTest> cutsEveryCase() throws IOException {
    return lines(TextAnalyzerTest.class.getResourceAsStream("cases.tsv")).stream()
        .map(line -> line.split("\t"))
        .map(
            cells ->
                dynamicTest(
                    cells[0],
                    () ->
                        assertThat(written(paragraph(cells[0].replace("\\n", "\n"))))
                            .isEqualTo(cells[1])));
  }

  @TestFactory
  Stream<DynamicTest> abbreviationsEndSentencesAsTheirExamplesSay() {
    return Abbreviations.lines("abbreviations.tsv").stream()
        .map(line -> line.split("\t"))
        .flatMap(cells -> Stream.of(cells[2], cells[3]))
        .filter(example -> !example.equals("-"))
        .map(
            example ->
                dynamicTest(
                    example,
                    () ->
                        assertThat(
                                paragraph(example.replace('|', ' ')).stream()
                                    .map(s -> s.span().of(example.replace('|', ' ')))
                                    .collect(Collectors.joining("|")))
                            .isEqualTo(example)));
  }

  @TestFactory
  Stream<DynamicTest> contractionsAreTaggedAsTheirRowsSay() {
    return Abbreviations.lines("contractions.tsv").stream()
        .map(line -> line.split("\t"))
        .map(
            cells ->
                dynamicTest(
                    cells[5],
                    () -> {
                      assertThat(tokens(cells[5]))
                          .anyMatch(
                              token ->
                                  token.lower().equals(cells[0])
                                      && token.tag().equals(cells[3])
                                      && token.lemma().equals(cells[4]));
                      assertThat(tokens(cells[6]))
                          .noneMatch(
                              token ->
                                  token.lower().equals(cells[0]) && token.lemma().equals(cells[4]));
                    }));
  }

  @Test
  void tagsAndLemmasAreThoseOfUniversalDependencies() {
    assertThat(tokens("The ministers met in Vienna and didn't sign it."))
        .extracting(token -> token.form() + "/" + token.tag() + "/" + token.lemma())
        .containsExactly(
            "The/DET/the",
            "ministers/NOUN/minister",
            "met/VERB/meet",
            "in/ADP/in",
            "Vienna/PROPN/vienna",
            "and/CCONJ/and",
            "did/AUX/do",
            "n't/PART/not",
            "sign/VERB/sign",
            "it/PRON/it",
            "./PUNCT/.");
  }

  @ParameterizedTest
  @CsvSource({
    "The two met Saturday., met, VERB",
    "The three spoke on Friday., spoke, VERB",
    "The two discussed bilateral ties., discussed, VERB",
    "The two armed groups fought., armed, ADJ",
    "The two people left., people, NOUN"
  })
  void aCountedSubjectHasAVerb(String text, String form, String tag) {
    assertThat(tokens(text))
        .filteredOn(token -> token.form().equals(form))
        .extracting(Token::tag)
        .containsExactly(tag);
  }

  @Test
  void everyTokenStandsForItsStretchOfTheText() {
    String[] words = {
      "The",
      "U.S.",
      "envoy",
      "Hale's",
      "met",
      "Mr.",
      "Lavrov.",
      "won't",
      "U.S.-led",
      "(talks)",
      "No.",
      "10",
      "three-day",
      "Zelenskyy,",
      "states'",
      "Paris;",
      "5%",
      "A/B",
      "minister"
    };
    String[] noise = {
      " ",
      "  ",
      "\n",
      "\t",
      "\u00a0",
      "\u2009",
      " \u201c",
      "\u201d ",
      " \u2018",
      "\u2019 ",
      "\u200b",
      "\u00ad",
      "\ufeff",
      "&amp;",
      "&nbsp;",
      "&quot;",
      "&#8217;s ",
      "\u2014",
      " \u2013 ",
      "\u2026",
      "&copy;",
      "&bogus;",
      "**",
      "`",
      " *",
      "* ",
      " [x](http://y.z) ",
      "\n\n",
      "\"",
      "'"
    };
    Random random = new Random(7);
    for (int round = 0; round < 120; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 25; i++) {
        text.append(words[random.nextInt(words.length)])
            .append(random.nextInt(3) == 0 ? noise[random.nextInt(noise.length)] : " ");
      }
      String original = text.toString();
      int end = 0;
      for (Sentence sentence : paragraph(original)) {
        for (Token token : sentence.tokens()) {
          assertThat(RepairedText.of(token.span().of(original)).text().replaceAll("[*']", ""))
              .as("%s in %s", token, original)
              .isEqualTo(token.form().replaceAll("[*']", ""));
          assertThat(token.form()).doesNotContainPattern("[\\s\u00a0\u200b\u201c\u2019]");
          assertThat(token.span().begin()).isGreaterThanOrEqualTo(end);
          assertThat(sentence.span().contains(token.span())).isTrue();
          end = token.span().end();
        }
      }
    }
  }

  @Test
  void blocksKeepTheirKindAndFurnitureIsLeftOut() {
    String text = "Envoys meet\nFile photo.\nThey met. They left";
    List<Block> blocks =
        List.of(
            new Block(new Span(0, 11), BlockKind.HEADLINE),
            new Block(new Span(12, 23), BlockKind.FURNITURE),
            new Block(new Span(24, text.length()), BlockKind.PARAGRAPH));
    assertThat(ANALYZER.analyze(document(text, blocks)))
        .extracting(s -> s.span().of(text) + " " + s.paragraph() + " " + s.kind())
        .containsExactly(
            "Envoys meet 0 HEADLINE", "They met. 2 PARAGRAPH", "They left 2 PARAGRAPH");
  }

  @Test
  void aLongLineWithoutFullStopIsCut() {
    String text = "the envoys met the ministers, and ".repeat(15_000); // half a megabyte
    List<Sentence> sentences = paragraph(text);
    assertThat(sentences).hasSizeGreaterThan(350);
    assertThat(sentences)
        .allMatch(s -> s.tokens().size() <= TextAnalyzer.LONGEST_SENTENCE)
        .allMatch(s -> s.tokens().size() > TextAnalyzer.LONGEST_SENTENCE / 3 || isLast(s, text));
    assertThat(sentences.get(0).tokens().get(sentences.get(0).tokens().size() - 1).form())
        .isEqualTo(",");
  }

  private static boolean isLast(Sentence sentence, String text) {
    return sentence.span().end() >= text.strip().length();
  }

  @Test
  void aLongRunWithoutSpacesIsCut() {
    String text = "x".repeat(500_000);
    assertThat(paragraph(text))
        .flatExtracting(Sentence::tokens)
        .hasSize(2500)
        .allMatch(token -> token.span().length() == TokenSplitter.LONGEST_TOKEN);
  }

  @Test
  void manyThreadsReadTheSameAsOne() {
    List<String> texts =
        IntStream.range(0, 64)
            .mapToObj(i -> "Envoy " + i + " met Mr. Hale. They won't meet again, he said.")
            .toList();
    assertThat(texts.parallelStream().map(TextAnalyzerTest::paragraph).toList())
        .isEqualTo(texts.stream().map(TextAnalyzerTest::paragraph).toList());
  }

  private static List<String> lines(InputStream in) throws IOException {
    try (in) {
      return new ArrayList<>(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList());
    }
  }

  private static Document document(String text, List<Block> blocks) {
    return new Document("t", text, blocks, Optional.empty(), "", "", "", "t");
  }

  private static List<Sentence> paragraph(String text) {
    Block block = new Block(new Span(0, text.length()), BlockKind.PARAGRAPH);
    return ANALYZER.analyze(document(text, List.of(block)));
  }

  private static List<Token> tokens(String text) {
    return paragraph(text).stream().flatMap(s -> s.tokens().stream()).toList();
  }

  private static String written(List<Sentence> sentences) {
    return sentences.stream()
        .map(s -> s.tokens().stream().map(Token::form).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | "));
  }
}
