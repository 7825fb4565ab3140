package org.entente.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.entente.analysis.text.TextAnalyzer;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;

/**
 * Measures sentences and tokens on the held-out news, interviews and speeches of GUM: OpenNLP's
 * stock models alone, the rules of {@code analysis.text} without the tokenizer model, and both
 * together as the program uses them.
 *
 * <p>Each paragraph is one block. A sentence or token is right when both its bounds are. The corpus
 * cuts hyphen compounds and the program does not, so the parts of one ("U.S.", "-", "led") count as
 * one token in the corpus and in each system alike.
 */
public final class TextEvaluation {
  private static final String STOCK = "/opennlp-en-ud-ewt-%s-1.3-2.5.4.bin";

  /** Places of sentences and tokens. */
  private record Cut(List<Span> sentences, List<Span> tokens) {}

  private TextEvaluation() {}

  /**
   * Measures on the documents that the folder holds.
   *
   * @param data the folder of corpora, with {@code ner/gum.tar.gz} or the folder {@code ner/gum}
   * @return the figures of each system
   * @throws IOException naming the file that is missing or cannot be read
   */
  public static List<TextFigures> run(Path data) throws IOException {
    List<GumText> texts = new ArrayList<>();
    for (Map.Entry<String, List<String>> file : new NameCorpora(data).gumHeldOut().entrySet()) {
      if (!file.getKey().startsWith("GUM_bio")) {
        texts.add(GumText.read(file.getKey(), file.getValue()));
      }
    }
    if (texts.isEmpty()) {
      throw new IOException(data + ": expected the corpus GUM in ner/gum.tar.gz or ner/gum");
    }
    TextAnalyzer full = TextAnalyzer.load();
    TextAnalyzer rules = TextAnalyzer.loadWithoutTokenizer();
    SentenceModel sentences;
    TokenizerModel tokens;
    try (InputStream in = stock("sentence")) {
      sentences = new SentenceModel(in);
    }
    try (InputStream in = stock("tokens")) {
      tokens = new TokenizerModel(in);
    }
    return List.of(
        measure("OpenNLP's stock models", texts, text -> stock(text, sentences, tokens)),
        measure("rules alone", texts, text -> analyzed(text, rules)),
        measure("Entente", texts, text -> analyzed(text, full)));
  }

  private static InputStream stock(String name) {
    return TextEvaluation.class.getResourceAsStream(String.format(STOCK, name));
  }

  private static Cut stock(GumText text, SentenceModel sentences, TokenizerModel tokens) {
    Cut cut = new Cut(new ArrayList<>(), new ArrayList<>());
    for (Span paragraph : text.paragraphs()) {
      String block = paragraph.of(text.text());
      for (var sentence : new SentenceDetectorME(sentences).sentPosDetect(block)) {
        int begin = paragraph.begin() + sentence.getStart();
        int end = paragraph.begin() + sentence.getEnd();
        cut.sentences().add(new Span(begin, end));
        for (var token : new TokenizerME(tokens).tokenizePos(text.text().substring(begin, end))) {
          cut.tokens().add(new Span(begin + token.getStart(), begin + token.getEnd()));
        }
      }
    }
    return cut;
  }

  private static Cut analyzed(GumText text, TextAnalyzer analyzer) {
    List<Block> blocks =
        text.paragraphs().stream().map(span -> new Block(span, BlockKind.PARAGRAPH)).toList();
    Document document =
        new Document("gum", text.text(), blocks, Optional.empty(), "", "", "", "gum");
    Cut cut = new Cut(new ArrayList<>(), new ArrayList<>());
    for (Sentence sentence : analyzer.analyze(document)) {
      cut.sentences().add(sentence.span());
      sentence.tokens().stream().map(Token::span).forEach(cut.tokens()::add);
    }
    return cut;
  }

  private static TextFigures measure(
      String system, List<GumText> texts, Function<GumText, Cut> cutter) {
    Score sentences = new Score(0, 0, 0);
    Score tokens = new Score(0, 0, 0);
    for (GumText text : texts) {
      Cut cut = cutter.apply(text);
      sentences = sentences.plus(score(cut.sentences(), text.sentences()));
      tokens =
          tokens.plus(score(joined(text.text(), cut.tokens()), joined(text.text(), text.tokens())));
    }
    return new TextFigures(system, sentences, tokens);
  }

  private static Score score(List<Span> found, List<Span> annotated) {
    Set<Span> right = new HashSet<>(annotated);
    right.retainAll(new HashSet<>(found));
    return new Score(right.size(), found.size(), annotated.size());
  }

  /** Joins a hyphen with the tokens that touch it on both sides. */
  static List<Span> joined(String text, List<Span> tokens) {
    List<Span> result = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int end = tokens.get(i).end();
      int next = i + 1;
      while (next + 1 < tokens.size()
          && hyphen(tokens.get(next).of(text))
          && tokens.get(next).begin() == end
          && tokens.get(next + 1).begin() == tokens.get(next).end()
          && Character.isLetterOrDigit(text.charAt(tokens.get(next).end()))) {
        end = tokens.get(next + 1).end();
        next += 2;
      }
      result.add(new Span(tokens.get(i).begin(), end));
      i = next;
    }
    return result;
  }

  private static boolean hyphen(String token) {
    return token.equals("-") || token.equals("\u2013");
  }
}
