package org.entente.analysis.name;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.util.Span;
import org.entente.annotation.EntityType;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;
import org.entente.annotation.TokenRange;

/**
 * Finds the names of people, organizations and places in a document with one OpenNLP model over
 * BILOU tags (Ratinov and Roth, 2009), read as a {@linkplain NameChain chain}. Immutable and
 * thread-safe: what a document shows is kept for that call only.
 */
public final class NameTagger {
  /** The model that {@link #load()} reads, beside this class. */
  public static final String MODEL = "names-en-1.bin.gz";

  private final NameFeatures features;
  private final NameTitles titles = NameTitles.load();
  private final NotNames notNames = NotNames.load();
  private final NameChain chain;
  private final BilouCodec codec = new BilouCodec();

  private NameTagger(NameFeatures features, NameChain chain) {
    this.features = features;
    this.chain = chain;
  }

  /**
   * Loads the shipped model; do this once and share the tagger.
   *
   * @throws UncheckedIOException when the program is incomplete
   */
  public static NameTagger load() {
    try (InputStream stream = NameTagger.class.getResourceAsStream(MODEL)) {
      if (stream == null) {
        throw new FileNotFoundException(
            "The name model " + MODEL + " is missing from the program; build it again.");
      }
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model that training wrote.
   *
   * @param stream the gzip-compressed model; left open
   * @throws IOException when it cannot be read or is no such model
   */
  public static NameTagger read(InputStream stream) throws IOException {
    DataInputStream data =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16));
    return of(new GenericModelReader(new BinaryFileDataReader(data)).getModel());
  }

  /** Wraps a trained model. */
  public static NameTagger of(MaxentModel model) {
    return new NameTagger(NameFeatures.load(), new NameChain(model));
  }

  /**
   * Finds the names of one document.
   *
   * @param sentences all its sentences in order
   * @return the names in order, without overlap
   */
  public List<NameSpan> tag(List<Sentence> sentences) {
    List<List<String>> forms = new ArrayList<>(sentences.size());
    for (Sentence sentence : sentences) {
      forms.add(sentence.tokens().stream().map(Token::form).toList());
    }
    return tagForms(forms);
  }

  /**
   * Finds the names of one document given as token forms.
   *
   * @param sentences the tokens of its sentences, none of them empty
   * @return the names in order, without overlap
   */
  public List<NameSpan> tagForms(List<List<String>> sentences) {
    List<Word[]> words = features.words(sentences);
    // most of the work, and the same in both passes
    List<List<double[]>> scores =
        words.stream()
            .map(s -> Arrays.stream(s).map(word -> chain.scores(word.features())).toList())
            .toList();
    List<NameSpan> first = pass(sentences, words, scores, new HashMap<>());
    return pass(sentences, words, scores, majority(words, first));
  }

  /** Decodes all sentences in order; what was seen grows from sentence to sentence. */
  private List<NameSpan> pass(
      List<List<String>> sentences,
      List<Word[]> words,
      List<List<double[]>> scores,
      Map<String, String> seen) {
    List<NameSpan> names = new ArrayList<>();
    for (int s = 0; s < words.size(); s++) {
      Word[] sentence = words.get(s);
      if (sentence.length == 0) {
        continue;
      }
      NameContext context = new NameContext(seen);
      Lattice lattice =
          chain.lattice(scores.get(s), Arrays.stream(sentence).map(context::changing).toList());
      int[] best = lattice.best();
      List<String> outcomes = Arrays.stream(best).mapToObj(chain.outcomes()::get).toList();
      NameContext.remember(seen, sentence, outcomes);
      Span[] spans = codec.decode(outcomes);
      if (spans.length > 0) {
        lattice.sum();
      }
      for (Span span : spans) {
        EntityType type = EntityType.valueOf(span.getType());
        int begin = span.getStart();
        if (type == EntityType.PERSON) {
          begin = titles.skip(sentences.get(s), begin, span.getEnd());
          if (titles.contains(sentences.get(s).get(begin))) {
            continue;
          }
          begin -= titles.belongs(sentences.get(s), begin) ? 1 : 0;
        }
        List<String> tokens = sentences.get(s).subList(begin, span.getEnd());
        if (notNames.functionWords(tokens)
            || type == EntityType.PLACE && notNames.demonym(tokens)
            || type == EntityType.ORGANIZATION && notNames.singleDemonym(tokens)) {
          continue;
        }
        double least = 1;
        for (int i = begin; i < span.getEnd(); i++) {
          least = Math.min(least, lattice.token(i, best[i]));
        }
        names.add(new NameSpan(new TokenRange(s, begin, span.getEnd()), type, least));
      }
    }
    return withoutDemonyms(sentences, names);
  }

  /** Drops demonyms taken for people ("Russians"), save surnames of people named in full. */
  private List<NameSpan> withoutDemonyms(List<List<String>> sentences, List<NameSpan> names) {
    Set<String> surnames = new HashSet<>();
    for (NameSpan name : names) {
      List<String> tokens = tokens(sentences, name);
      if (name.type() == EntityType.PERSON && tokens.size() > 1) {
        surnames.addAll(tokens);
      }
    }
    return names.stream()
        .filter(
            name ->
                name.type() != EntityType.PERSON
                    || surnames.contains(tokens(sentences, name).get(0))
                    || !notNames.singleDemonym(tokens(sentences, name)))
        .toList();
  }

  private static List<String> tokens(List<List<String>> sentences, NameSpan name) {
    TokenRange range = name.range();
    return sentences.get(range.sentence()).subList(range.begin(), range.end());
  }

  /** The type that each capitalised word was most often given in a whole document. */
  private static Map<String, String> majority(List<Word[]> words, List<NameSpan> names) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    for (NameSpan name : names) {
      Word[] sentence = words.get(name.range().sentence());
      for (int i = name.range().begin(); i < name.range().end(); i++) {
        if (Character.isLetter(sentence[i].lower().charAt(0))) {
          counts
              .computeIfAbsent(sentence[i].lower(), key -> new TreeMap<>())
              .merge(name.type().name(), 1, Integer::sum);
        }
      }
    }
    Map<String, String> majority = new HashMap<>();
    counts.forEach(
        (word, types) ->
            majority.put(
                word, types.entrySet().stream().max(Map.Entry.comparingByValue()).get().getKey()));
    return majority;
  }
}
