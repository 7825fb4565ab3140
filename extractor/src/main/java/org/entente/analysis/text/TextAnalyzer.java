package org.entente.analysis.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;

/**
 * Finds sentences, tokens, part-of-speech tags and lemmas. Immutable and safe for use by many
 * threads: the models are loaded once and shared, and each thread has its own taggers, since
 * OpenNLP's are not safe to share, and making one reads a description of its features.
 *
 * <p>Tags are those of Universal Dependencies (NOUN, PROPN, VERB, AUX, ADP, PUNCT…), from OpenNLP's
 * stock English models, which were trained on the English Web Treebank. Nouns, verbs and
 * auxiliaries get the lemma that the model gives them; the lemma of any other word is its form in
 * lower case.
 */
public final class TextAnalyzer {
  /** A sentence with more tokens than this is cut, after a semicolon or comma where it has one. */
  public static final int LONGEST_SENTENCE = 300;

  /** The most words of an editor's addition to a quotation. */
  private static final int LONGEST_ADDITION = 6;

  /** Lemmas are remembered for so many forms of each tag. */
  private static final int REMEMBERED_LEMMAS = 100_000;

  private static final String MODELS = "/opennlp-en-ud-ewt-%s-1.3-2.5.4.bin";
  private static final Set<String> LEMMATIZED = Set.of("NOUN", "VERB", "AUX");

  private final ThreadLocal<TagSearch> taggers;
  private final ThreadLocal<LemmatizerME> lemmatizers;
  private final SentenceSplitter sentences;
  private final TokenSplitter tokens;
  private final Contractions contractions;

  /** A pure function's results; which thread stores one first makes no difference. */
  private final Map<String, Map<String, String>> knownLemmas =
      LEMMATIZED.stream()
          .collect(Collectors.toUnmodifiableMap(t -> t, t -> new ConcurrentHashMap<>()));

  private TextAnalyzer(
      SentenceModel sentenceModel,
      Optional<TokenizerModel> tokenizerModel,
      POSModel tags,
      LemmatizerModel lemmas,
      Abbreviations abbreviations,
      Contractions contractions) {
    this.taggers = ThreadLocal.withInitial(() -> new TagSearch(tags));
    this.lemmatizers = ThreadLocal.withInitial(() -> new LemmatizerME(lemmas));
    this.sentences = new SentenceSplitter(sentenceModel, abbreviations);
    this.tokens = new TokenSplitter(abbreviations, tokenizerModel);
    this.contractions = contractions;
  }

  /**
   * Loads the models and data files from the class path.
   *
   * @throws IllegalStateException when one is missing, which a broken build alone can cause
   */
  public static TextAnalyzer load() {
    return load(Optional.of(model("tokens", TokenizerModel::new)));
  }

  /**
   * Loads an analyzer whose tokens are cut by rules alone, to measure what the tokenizer model
   * adds.
   *
   * @throws IllegalStateException as {@link #load()}
   */
  public static TextAnalyzer loadWithoutTokenizer() {
    return load(Optional.empty());
  }

  private static TextAnalyzer load(Optional<TokenizerModel> tokenizerModel) {
    return new TextAnalyzer(
        model("sentence", SentenceModel::new),
        tokenizerModel,
        model("pos", POSModel::new),
        model("lemmas", LemmatizerModel::new),
        Abbreviations.load(),
        Contractions.load());
  }

  @FunctionalInterface
  interface ModelReader<T> {
    T read(InputStream in) throws IOException;
  }

  /** Reads a model of OpenNLP from the class path. */
  static <T> T model(String name, ModelReader<T> reader) {
    String resource = String.format(Locale.ROOT, MODELS, name);
    try (InputStream in = TextAnalyzer.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "the model " + resource + " is not on the class path; build the program anew");
      }
      return reader.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the model " + resource, e);
    }
  }

  /**
   * Analyses the headlines and paragraphs of a document.
   *
   * @param document the text with its blocks; furniture is skipped
   * @return its sentences in order, none empty; each token's span points into {@link
   *     Document#text()}
   */
  public List<Sentence> analyze(Document document) {
    List<Sentence> result = new ArrayList<>();
    List<Block> blocks = document.blocks();
    for (int number = 0; number < blocks.size(); number++) {
      Block block = blocks.get(number);
      if (block.kind() == BlockKind.FURNITURE || block.span().length() == 0) {
        continue;
      }
      RepairedText repaired = RepairedText.of(document.text(), block.span());
      String text = repaired.text();
      for (Span sentence : sentences.split(text, block.kind() == BlockKind.PARAGRAPH)) {
        List<Span> words = tokens.split(text, sentence);
        int begin = 0;
        while (begin < words.size()) {
          int end = cut(text, words, begin);
          List<Token> made = tokens(repaired, plain(text, words.subList(begin, end)));
          Span span = repaired.original(words.get(begin).begin(), words.get(end - 1).end());
          result.add(new Sentence(span, made, number, block.kind()));
          begin = end;
        }
      }
    }
    return result;
  }

  /** Returns where a run of tokens from begin on has to end. */
  private static int cut(String text, List<Span> words, int begin) {
    if (words.size() - begin <= LONGEST_SENTENCE) {
      return words.size();
    }
    int limit = begin + LONGEST_SENTENCE;
    for (char mark : new char[] {';', ','}) {
      for (int i = limit; i > begin + LONGEST_SENTENCE / 2; i--) {
        Span word = words.get(i - 1);
        if (word.length() == 1 && text.charAt(word.begin()) == mark) {
          return i;
        }
      }
    }
    return limit;
  }

  /**
   * The words without the brackets around an editor's addition to a quotation: "Secretary Marco
   * [Rubio]".
   */
  private static List<Span> plain(String text, List<Span> words) {
    List<Span> plain = new ArrayList<>(words.size());
    int closes = -1;
    for (int i = 0; i < words.size(); i++) {
      if (isMark(text, words.get(i), '[')) {
        closes = closing(text, words, i);
        if (closes >= 0) {
          continue;
        }
      }
      if (i != closes) {
        plain.add(words.get(i));
      }
    }
    return plain;
  }

  /** Where the brackets around added words end; -1 for those around numbers and notes. */
  private static int closing(String text, List<Span> words, int opens) {
    for (int i = opens + 1; i < words.size() && i <= opens + LONGEST_ADDITION; i++) {
      if (isMark(text, words.get(i), ']')) {
        return i > opens + 1 ? i : -1;
      }
      if (!Character.isLetter(text.charAt(words.get(i).begin()))) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isMark(String text, Span word, char mark) {
    return word.length() == 1 && text.charAt(word.begin()) == mark;
  }

  private List<Token> tokens(RepairedText repaired, List<Span> words) {
    String[] forms = new String[words.size()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = words.get(i).of(repaired.text());
    }
    Contractions.Row[] parts = new Contractions.Row[forms.length];
    List<String> seen = new ArrayList<>(forms.length);
    for (int i = 0; i < forms.length; i++) {
      parts[i] = contractions.of(forms, i);
      if (parts[i] == null) {
        seen.add(forms[i]);
      } else {
        parts[i].seen().ifPresent(seen::add);
      }
    }
    String[] tagged = taggers.get().tag(seen.toArray(new String[0]));
    List<Token> result = new ArrayList<>(forms.length);
    int next = 0;
    for (int i = 0; i < forms.length; i++) {
      Contractions.Row part = parts[i];
      String tag;
      if (part == null) {
        tag = simple(tagged[next]);
        UnaryOperator<String> asVerb = w -> lemma(w.toLowerCase(Locale.ROOT), "VERB");
        if (TagRepair.isVerbOfCounted(result, tagged, seen, next, asVerb)
            || TagRepair.isVerbOfName(result, tag, forms[i], asVerb)) {
          tag = "VERB";
        }
        if (TagRepair.isPronoun(tag, forms[i])) {
          tag = "PRON";
        }
        next++;
      } else {
        tag = part.tag();
        next += part.seen().isPresent() ? 1 : 0;
      }
      Span word = words.get(i);
      String lower = forms[i].toLowerCase(Locale.ROOT);
      result.add(
          new Token(
              repaired.original(word.begin(), word.end()),
              forms[i],
              lower,
              tag,
              part == null ? lemma(lower, tag) : part.lemma()));
    }
    return result;
  }

  /** Returns the first of joined tags ("AUX+PART"), which the model has for words left whole. */
  private static String simple(String tag) {
    int plus = tag.indexOf('+');
    return plus < 0 ? tag : tag.substring(0, plus);
  }

  private String lemma(String lower, String tag) {
    Map<String, String> ofTag = knownLemmas.get(tag);
    if (ofTag == null) {
      return lower;
    }
    String known = ofTag.get(lower);
    if (known == null) {
      known = lemmatizers.get().lemmatize(new String[] {lower}, new String[] {tag})[0];
      if (known.isEmpty() || known.equals("O") || known.equals("_")) {
        known = lower;
      }
      known = known.toLowerCase(Locale.ROOT);
      if (ofTag.size() < REMEMBERED_LEMMAS) {
        ofTag.put(lower, known);
      }
    }
    return known;
  }
}
