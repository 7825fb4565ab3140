package org.entente.analysis.name;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.text.Background;
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
  private final NameModel model;

  private NameTagger(NameFeatures features, NameModel model) {
    this.features = features;
    this.model = model;
  }

  /**
   * Loads the shipped model; do this once and share the tagger.
   *
   * @throws UncheckedIOException when the program is incomplete
   */
  public static NameTagger load() {
    Background<NameFeatures> features = Background.of(NameFeatures::load);
    NameModel model = shippedModel();
    return new NameTagger(features.get(), model);
  }

  private static NameModel shippedModel() {
    try (InputStream stream = NameTagger.class.getResourceAsStream(MODEL)) {
      if (stream == null) {
        throw new FileNotFoundException(
            "The name model " + MODEL + " is missing from the program; build it again.");
      }
      return NameModel.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model that training wrote.
   *
   * @param stream the model; left open
   * @throws IOException when it cannot be read or is no such model
   */
  public static NameTagger read(InputStream stream) throws IOException {
    return of(NameModel.read(stream));
  }

  /** Wraps a trained model. */
  public static NameTagger of(NameModel model) {
    return new NameTagger(NameFeatures.load(), model);
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
    List<NameSentence> read = features.read(sentences);
    List<NameScores> scores = new ArrayList<>(read.size());
    List<List<NameSpan>> first = new ArrayList<>(read.size());
    FeatureBuffer buffer = new FeatureBuffer();
    for (int s = 0; s < read.size(); s++) {
      NameSentence sentence = read.get(s);
      scores.add(new NameScores(features, model, sentence, buffer));
      first.add(names(sentences.get(s), s, scores.get(s).best()));
      first.get(s).forEach(name -> sentence.count(name, 1));
    }
    List<NameSpan> second = new ArrayList<>();
    for (int s = 0; s < read.size(); s++) {
      NameSentence sentence = read.get(s);
      first.get(s).forEach(name -> sentence.count(name, -1));
      byte[] best = scores.get(s).best();
      List<NameSpan> names = names(sentences.get(s), s, best);
      if (!names.isEmpty()) {
        Lattice lattice = scores.get(s).probabilities();
        names.forEach(name -> second.add(withProbability(name, lattice, best)));
      }
      first.get(s).forEach(name -> sentence.count(name, 1));
    }
    return withoutDemonyms(sentences, second);
  }

  private static NameSpan withProbability(NameSpan name, Lattice lattice, byte[] best) {
    double least = 1;
    for (int i = name.range().begin(); i < name.range().end(); i++) {
      least = Math.min(least, lattice.token(i, best[i]));
    }
    return new NameSpan(name.range(), name.type(), least);
  }

  /** Returns the names of a sentence by its outcomes, without titles and what can be no name. */
  private List<NameSpan> names(List<String> sentence, int number, byte[] outcomes) {
    List<NameSpan> names = List.of();
    OutcomeOrder order = model.order();
    int begin = 0;
    for (int i = 0; i < outcomes.length; i++) {
      if (order.first(outcomes[i])) {
        begin = i;
      }
      Optional<EntityType> type = order.type(outcomes[i]);
      if (type.isPresent() && order.last(outcomes[i])) {
        Optional<NameSpan> name = name(sentence, number, begin, i + 1, type.get());
        if (name.isPresent()) {
          names = names.isEmpty() ? new ArrayList<>() : names;
          names.add(name.get());
        }
      }
    }
    return names;
  }

  private Optional<NameSpan> name(
      List<String> sentence, int number, int from, int end, EntityType type) {
    int begin = from;
    if (type == EntityType.PERSON) {
      begin = titles.skip(sentence, begin, end);
      if (titles.contains(sentence.get(begin))) {
        return Optional.empty();
      }
      begin -= titles.belongs(sentence, begin) ? 1 : 0;
    }
    List<String> tokens = sentence.subList(begin, end);
    if (notNames.functionWords(tokens)
        || type != EntityType.PLACE && titles.office(sentence.subList(from, end))
        || type == EntityType.PLACE && notNames.demonym(tokens)
        || type == EntityType.ORGANIZATION
            && (notNames.singleDemonym(tokens) || notNames.peopleOfPolity(tokens))) {
      return Optional.empty();
    }
    return Optional.of(new NameSpan(new TokenRange(number, begin, end), type, 1));
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
}
