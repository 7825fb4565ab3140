package org.entente.consolidate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of topics that tell one event from another: stems, without the words of {@code
 * common-topics.tsv}. Remembers what it has seen; not thread-safe.
 */
final class TopicWords {
  private static final String FILE = "common-topics.tsv";

  /** Words that two topics must share where neither is whole in the other. */
  private static final int SHARED = 2;

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final Set<String> common = new HashSet<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  TopicWords() {
    rows().forEach(row -> common.addAll(stems(row[0])));
  }

  /** Returns the rows of the list of common words: word, example, counterexample. */
  static List<String[]> rows() {
    try (InputStream in = TopicWords.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /** Returns the words of topics; none where all of them are common. */
  Set<String> of(Collection<String> topics) {
    Set<String> words = new TreeSet<>();
    topics.forEach(topic -> words.addAll(known.computeIfAbsent(topic, this::telling)));
    return words;
  }

  private Set<String> telling(String topic) {
    Set<String> words = stems(topic);
    words.removeAll(common);
    return words;
  }

  private Set<String> stems(String phrase) {
    Set<String> stems = new TreeSet<>();
    try (TokenStream tokens = analyzer.tokenStream("", phrase)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        stems.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stems;
  }

  /** What the topics of an account and those of an event have in common. */
  enum Relation {
    /** They share two words, or all words of the one that has fewer. */
    AGREE,
    /** Both tell what it was about, and no word is shared. */
    DIFFER,
    /** One of them does not tell, or a word is shared among others. */
    OPEN
  }

  /** Compares topics with topics. */
  Relation compare(Collection<String> some, Collection<String> others) {
    Set<String> own = of(some);
    Set<String> theirs = of(others);
    if (own.isEmpty() || theirs.isEmpty()) {
      return Relation.OPEN;
    }
    Set<String> shared = new HashSet<>(own);
    shared.retainAll(theirs);
    if (shared.isEmpty()) {
      return Relation.DIFFER;
    }
    return shared.size() >= Math.min(SHARED, Math.min(own.size(), theirs.size()))
        ? Relation.AGREE
        : Relation.OPEN;
  }

  /** Returns those of the topics that share a word with the others. */
  List<String> shared(Collection<String> topics, Collection<String> others) {
    Set<String> theirs = of(others);
    List<String> shared = new ArrayList<>();
    for (String topic : topics) {
      if (of(List.of(topic)).stream().anyMatch(theirs::contains)) {
        shared.add(topic);
      }
    }
    return shared;
  }
}
