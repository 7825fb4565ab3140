package org.entente.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
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
 * Measures sentences, tokens and tags on the held-out news, interviews and speeches of GUM and on
 * Voice of America news: OpenNLP's stock models alone, the rules of {@code analysis.text} without
 * the tokenizer model, and both together as the program uses them.
 *
 * <p>Each paragraph is one block. A sentence or token is right when both its bounds are. Tags are
 * compared where a system has the corpus's token and the corpus tells its tag; what corpora tag in
 * different ways, "{@code AUX}" and "{@code VERB}", counts as one. The corpus cuts hyphen compounds
 * and the program does not, so the parts of one ("U.S.", "-", "led") count as one token in the
 * corpus and in each system alike.
 */
public final class TextEvaluation {
  private static final String VOA = "voa/ner_dataset.csv.zip";
  private static final String STOCK = "/opennlp-en-ud-ewt-%s-1.3-2.5.4.bin";

  /** Places of sentences and tokens, and the tags of these. */
  private record Cut(List<Span> sentences, List<Span> tokens, List<String> tags) {
    Cut() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private TextEvaluation() {}

  /**
   * Measures on the documents that the folder holds.
   *
   * @param data the folder of corpora, with {@code ner/gum.tar.gz} or the folder {@code ner/gum},
   *     and with {@code voa/ner_dataset.csv.zip}; one of them may be missing
   * @return the figures of each system on each corpus
   * @throws IOException naming the file that is missing or cannot be read
   */
  public static List<TextFigures> run(Path data) throws IOException {
    Map<String, List<CutText>> corpora = new LinkedHashMap<>();
    List<CutText> gum = new ArrayList<>();
    for (Map.Entry<String, List<String>> file : new NameCorpora(data).gumHeldOut().entrySet()) {
      if (!file.getKey().startsWith("GUM_bio")) {
        gum.add(GumText.read(file.getKey(), file.getValue()));
      }
    }
    if (!gum.isEmpty()) {
      corpora.put("GUM", gum);
    }
    if (Files.exists(data.resolve(VOA))) {
      corpora.put("VOA", VoaText.read(data.resolve(VOA)));
    }
    if (corpora.isEmpty()) {
      throw new IOException(
          data + ": expected the corpus GUM in ner/gum.tar.gz or ner/gum, or " + VOA);
    }
    TextAnalyzer full = TextAnalyzer.load();
    TextAnalyzer rules = TextAnalyzer.loadWithoutTokenizer();
    SentenceModel sentences;
    TokenizerModel tokens;
    POSModel tags;
    try (InputStream in = stock("sentence")) {
      sentences = new SentenceModel(in);
    }
    try (InputStream in = stock("tokens")) {
      tokens = new TokenizerModel(in);
    }
    try (InputStream in = stock("pos")) {
      tags = new POSModel(in);
    }
    List<TextFigures> figures = new ArrayList<>();
    corpora.forEach(
        (name, texts) -> {
          figures.add(
              measure(
                  name + ": OpenNLP's stock models",
                  texts,
                  text -> stock(text, sentences, tokens, tags)));
          figures.add(measure(name + ": rules alone", texts, text -> analyzed(text, rules)));
          figures.add(measure(name + ": Entente", texts, text -> analyzed(text, full)));
        });
    return figures;
  }

  static InputStream stock(String name) {
    return TextEvaluation.class.getResourceAsStream(String.format(STOCK, name));
  }

  private static Cut stock(
      CutText text, SentenceModel sentences, TokenizerModel tokens, POSModel tags) {
    Cut cut = new Cut();
    for (Span paragraph : text.paragraphs()) {
      String block = paragraph.of(text.text());
      for (var sentence : new SentenceDetectorME(sentences).sentPosDetect(block)) {
        int begin = paragraph.begin() + sentence.getStart();
        int end = paragraph.begin() + sentence.getEnd();
        cut.sentences().add(new Span(begin, end));
        List<String> forms = new ArrayList<>();
        for (var token : new TokenizerME(tokens).tokenizePos(text.text().substring(begin, end))) {
          Span span = new Span(begin + token.getStart(), begin + token.getEnd());
          cut.tokens().add(span);
          forms.add(span.of(text.text()));
        }
        POSTaggerME tagger = new POSTaggerME(tags, POSTagFormat.UD);
        cut.tags().addAll(List.of(tagger.tag(forms.toArray(String[]::new))));
      }
    }
    return cut;
  }

  private static Cut analyzed(CutText text, TextAnalyzer analyzer) {
    List<Block> blocks =
        text.paragraphs().stream().map(span -> new Block(span, BlockKind.PARAGRAPH)).toList();
    Document document =
        new Document("text", text.text(), blocks, Optional.empty(), "", "", "", "text");
    Cut cut = new Cut();
    for (Sentence sentence : analyzer.analyze(document)) {
      cut.sentences().add(sentence.span());
      for (Token token : sentence.tokens()) {
        cut.tokens().add(token.span());
        cut.tags().add(token.tag());
      }
    }
    return cut;
  }

  private static TextFigures measure(
      String system, List<CutText> texts, Function<CutText, Cut> cutter) {
    Score sentences = new Score(0, 0, 0);
    Score tokens = new Score(0, 0, 0);
    Score tags = new Score(0, 0, 0);
    for (CutText text : texts) {
      Cut cut = cutter.apply(text);
      sentences = sentences.plus(score(cut.sentences(), text.sentences()));
      tokens =
          tokens.plus(score(joined(text.text(), cut.tokens()), joined(text.text(), text.tokens())));
      tags = tags.plus(tags(cut, text));
    }
    return new TextFigures(system, sentences, tokens, tags);
  }

  /** Counts the tags of tokens that both have. */
  private static Score tags(Cut cut, CutText text) {
    Map<Span, String> annotated = new HashMap<>();
    for (int i = 0; i < text.tokens().size(); i++) {
      annotated.put(text.tokens().get(i), text.tags().get(i));
    }
    int right = 0;
    int all = 0;
    for (int i = 0; i < cut.tokens().size(); i++) {
      String tag = annotated.getOrDefault(cut.tokens().get(i), "");
      if (!tag.isEmpty()) {
        all++;
        right += alike(tag).equals(alike(cut.tags().get(i))) ? 1 : 0;
      }
    }
    return new Score(right, all, all);
  }

  private static String alike(String tag) {
    return tag.equals("AUX") ? "VERB" : tag;
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
