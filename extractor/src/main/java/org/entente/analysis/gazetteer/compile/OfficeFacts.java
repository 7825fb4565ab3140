package org.entente.analysis.gazetteer.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.analysis.gazetteer.Polity;

/**
 * Reads the offices in a person's description: "Foreign Minister iraq 2014–2018; member of the
 * Council of Representatives iraq 2010–2014", where the word before the years is the first of the
 * country's name, or "President of Russia since 2012-05-07".
 */
final class OfficeFacts {
  private static final Pattern TERM =
      Pattern.compile("(.+?) (?:of .* )?(\\S+) (\\d{4})?\\s*[–-]\\s*(\\d{4})?");
  private static final Pattern SINCE = Pattern.compile("(.+?) since (\\d{4})-\\d\\d-\\d\\d");
  private static final Pattern KEY =
      Pattern.compile(
          "\\S*(-\\S+)? \\S+-(ministers|cabinet|parliament)|\\S+-enwiki.*|[A-Z]+-\\d+.*");
  private static final Pattern SEATED =
      Pattern.compile(
          "(deputy |substitute )?(member|representative|deputy|senator|people's deputy)\\b.*"
              + "|(federal|state) deputy.*");
  private static final Map<String, String> WORDS =
      Map.of("us", "US", "saudi", "SA", "swiss", "CH", "uk", "GB");
  private static final int MOST = 4;
  private static final int EARLIEST = 1000;

  private final Gazetteer lists;
  private final Map<String, String> codes = new HashMap<>();

  OfficeFacts(Gazetteer lists) {
    this.lists = lists;
    Map<String, Integer> counts = new HashMap<>();
    for (Polity polity : lists.polities()) {
      if (polity.to() == 0) {
        String first = NameFolding.fold(polity.label()).split(" ")[0];
        codes.put(first, polity.code());
        counts.merge(first, 1, Integer::sum);
      }
    }
    counts.forEach(
        (word, count) -> {
          if (count > 1) {
            codes.remove(word);
          }
        });
    codes.putAll(WORDS);
  }

  /** Returns the offices, those of government before seats in a parliament, the latest first. */
  List<OfficeTerm> read(String description) {
    List<OfficeTerm> terms = new ArrayList<>();
    for (String part : description.split("; ")) {
      one(part.strip())
          .filter(term -> terms.stream().noneMatch(other -> same(term, other)))
          .ifPresent(terms::add);
    }
    terms.sort(
        Comparator.<OfficeTerm>comparingInt(t -> seated(t) ? 1 : 0).thenComparing(t -> -t.from()));
    return terms.stream().limit(MOST).toList();
  }

  /** Tells whether an office is a seat in a parliament or assembly. */
  static boolean seated(OfficeTerm term) {
    return SEATED.matcher(term.title().toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean same(OfficeTerm a, OfficeTerm b) {
    return a.title().equals(b.title()) && a.from() == b.from() && a.polity().equals(b.polity());
  }

  private Optional<OfficeTerm> one(String part) {
    Matcher since = SINCE.matcher(part);
    if (since.matches()) {
      return Optional.of(term(since.group(1), "", since.group(2), ""));
    }
    Matcher dated = TERM.matcher(part);
    if (!dated.matches()) {
      return Optional.empty();
    }
    String words = part.substring(0, dated.start(2)).strip();
    if (words.isEmpty() || KEY.matcher(words).matches()) {
      return Optional.empty();
    }
    String code = codes.getOrDefault(dated.group(2).toLowerCase(Locale.ROOT), "");
    return Optional.of(term(words, code, dated.group(3), dated.group(4)));
  }

  private OfficeTerm term(String words, String code, String from, String to) {
    String title = words;
    String polity = code;
    int of = words.lastIndexOf(" of ");
    if (of > 0) {
      String owner = words.substring(of + 4).replaceFirst("^the ", "");
      Optional<Polity> named = lists.polity(owner);
      if (named.isPresent() && (polity.isEmpty() || polity.equals(named.get().code()))) {
        polity = named.get().code();
        title = words.substring(0, of);
      }
    }
    int first = year(from);
    int last = year(to);
    return last != 0 && last < first
        ? new OfficeTerm(title, polity, 0, 0)
        : new OfficeTerm(title, polity, first, last);
  }

  private static int year(String digits) {
    int year = digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    return year < EARLIEST ? 0 : year;
  }
}
