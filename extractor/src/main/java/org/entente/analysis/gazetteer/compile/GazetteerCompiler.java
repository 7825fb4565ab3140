package org.entente.analysis.gazetteer.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.ListedEntries;
import org.entente.analysis.gazetteer.NameFolding;

/** Compiles the entries of the gazetteer from lists of facts and the leaders listed by hand. */
public final class GazetteerCompiler {
  private final Gazetteer lists = Gazetteer.lists();

  /**
   * Compiles files of facts, of the form that {@code entente help gazetteer build} tells.
   *
   * @param others entries from elsewhere, which go before those of the files
   * @return the entries by label, one of each identifier
   * @throws IOException when a file cannot be read, or when a leader has the identifier of somebody
   *     whose name shares no word with his
   */
  public List<Entry> compile(Collection<Path> facts, Collection<Entry> others) throws IOException {
    Map<String, Entry> byId = new LinkedHashMap<>();
    List<Entry> nameless = new ArrayList<>();
    FactsFile reader = new FactsFile(lists);
    Set<String> refused = ListedEntries.refused();
    for (Entry entry : others) {
      if (entry.qid().isEmpty()) {
        nameless.add(entry);
      } else {
        byId.putIfAbsent(entry.qid(), entry);
      }
    }
    for (Path file : facts) {
      for (Entry entry : reader.read(file)) {
        if (!refused.contains(entry.qid())) {
          byId.putIfAbsent(entry.qid(), entry);
        }
      }
    }
    for (Entry leader : ListedEntries.read()) {
      if (leader.qid().isEmpty()) {
        nameless.add(leader);
        continue;
      }
      Entry fact = byId.put(leader.qid(), leader);
      if (fact != null && !agree(leader, fact)) {
        throw new IOException(
            "listed.tsv: %s is %s in the facts, not %s"
                .formatted(leader.qid(), fact.label(), leader.label()));
      }
    }
    List<Entry> entries = withoutForeignAliases(byId.values());
    entries.addAll(nameless);
    entries.sort(
        Comparator.comparing(Entry::kind).thenComparing(Entry::label).thenComparing(Entry::qid));
    return entries;
  }

  private static boolean agree(Entry leader, Entry fact) {
    Set<String> words = words(leader);
    words.retainAll(words(fact));
    return !words.isEmpty();
  }

  private static Set<String> words(Entry entry) {
    Set<String> words = new HashSet<>(List.of(NameFolding.fold(entry.label()).split(" ")));
    entry.aliases().forEach(a -> words.addAll(List.of(NameFolding.fold(a).split(" "))));
    return words;
  }

  /** An alias that is the label of a more important entry, or of any place, means that one. */
  private static List<Entry> withoutForeignAliases(Collection<Entry> entries) {
    Map<String, Double> labels = new HashMap<>();
    Set<String> places = new HashSet<>();
    for (Entry entry : entries) {
      String folded = NameFolding.fold(entry.label());
      labels.merge(entry.kind() + folded, entry.importance(), Math::max);
      if (entry.kind() == EntryKind.PLACE) {
        places.add(folded);
      }
    }
    List<Entry> kept = new ArrayList<>();
    for (Entry entry : entries) {
      Predicate<String> own =
          alias -> {
            String folded = NameFolding.fold(alias);
            Double other = labels.get(entry.kind() + folded);
            return (other == null || other < entry.importance())
                && (entry.kind() == EntryKind.PLACE || !places.contains(folded));
          };
      kept.add(
          new Entry(
              entry.qid(),
              entry.kind(),
              entry.label(),
              entry.aliases().stream().filter(own).toList(),
              entry.country(),
              entry.region(),
              entry.offices(),
              entry.importance(),
              entry.latitude(),
              entry.longitude(),
              entry.description()));
    }
    return kept;
  }
}
