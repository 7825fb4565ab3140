package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.Polity;

/**
 * Invented people of real states, and the real places where they may meet; the same for the same
 * seed. A few of them do most of the meeting, as in the world.
 */
final class SyntheticWorld {
  /** The first and the last day on which something happens. */
  static final LocalDate FIRST = LocalDate.of(1945, 5, 9);

  static final LocalDate LAST = LocalDate.of(2026, 6, 30);

  private static final int PLACES = 300;

  private static final List<String> OFFICES =
      List.of(
          "president",
          "prime minister",
          "foreign minister",
          "defence minister",
          "finance minister",
          "deputy foreign minister",
          "ambassador",
          "special envoy",
          "trade minister",
          "national security adviser");

  private static final String[] GIVEN =
      ("Ada Bela Carin Dario Edda Fenno Gala Hanno Ilka Jaro Kalle Lenka Mirza Nadja Oskar Petra"
              + " Quirin Rasmus Selma Tibor Ulla Veit Wanda Xenia Yara Zeno Aino Bruna Cilla Domi"
              + " Elio Fara Gero Hedda Ivo Jelle Korin Lasse Maud Nilo")
          .split(" ");

  private static final String[] HEADS =
      "Bal Cor Dran Elm Far Gor Hol Isk Jar Kel Lom Mar Nov Orl Pav Quen Ros Stam Tor Uln Vas Wen Zor"
          .split(" ");

  private static final String[] MIDDLES =
      "a e i o u an ar el en er il in is ol on or ul un am eb".split(" ");

  private static final String[] TAILS =
      "bek den dorf gard ko lev man mir nov rau sen ska son stad tano tik tov vic wald zin"
          .split(" ");

  /**
   * A person.
   *
   * @param name the name, of one person only
   * @param office what the person is
   * @param country the state that the person speaks for
   * @param from first year in office
   * @param to last year in office
   */
  record Person(String name, String office, Polity country, int from, int to) {}

  /** A place with its item of Wikidata. */
  record Place(String name, String qid) {}

  private final List<Person> people = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  /**
   * Makes a world.
   *
   * @param gazetteer has the states and places
   * @param count how many people
   * @param seed of all that is left to chance
   */
  SyntheticWorld(Gazetteer gazetteer, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Polity> countries =
        gazetteer.polities().stream()
            .filter(p -> !p.qid().isEmpty() && p.to() == 0 && !Double.isNaN(p.latitude()))
            .sorted(Comparator.comparing(Polity::code))
            .toList();
    List<Entry> known = new ArrayList<>();
    gazetteer.forEach(
        entry -> {
          if (entry.kind() == EntryKind.PLACE
              && !entry.qid().isEmpty()
              && !Double.isNaN(entry.latitude())
              && entry.label().matches("\\p{L}[\\p{L} ]+")) {
            known.add(entry);
          }
        });
    known.sort(Comparator.comparing(Entry::importance).reversed().thenComparing(Entry::qid));
    Set<String> labels = new LinkedHashSet<>();
    for (Entry entry : known) {
      if (places.size() < PLACES && labels.add(entry.label())) {
        places.add(new Place(entry.label(), entry.qid()));
      }
    }
    Set<String> names = new LinkedHashSet<>();
    while (people.size() < count) {
      String name = name(random);
      if (names.add(name)) {
        int from = 1945 + random.nextInt(82);
        people.add(
            new Person(
                name,
                OFFICES.get(few(random, OFFICES.size())),
                countries.get(few(random, countries.size())),
                from,
                from + 6 + random.nextInt(24)));
      }
    }
  }

  private static String name(SplittableRandom random) {
    return pick(random, GIVEN)
        + " "
        + pick(random, HEADS)
        + pick(random, MIDDLES)
        + pick(random, TAILS);
  }

  private static String pick(SplittableRandom random, String[] words) {
    return words[random.nextInt(words.length)];
  }

  /** Returns a number below a limit; the low ones come much more often, by a power law. */
  static int few(SplittableRandom random, int limit) {
    return (int) (limit * Math.pow(random.nextDouble(), 3));
  }

  /** Returns somebody who is in office in that year, rather one of the few who meet many. */
  Person person(SplittableRandom random, int year) {
    int at = few(random, people.size());
    for (int step = 0; step < people.size(); step++) {
      Person person = people.get((at + step) % people.size());
      if (person.from() <= year && year <= person.to()) {
        return person;
      }
    }
    return people.get(at);
  }

  /** Returns a place, rather one of the few where many meet. */
  Place place(SplittableRandom random) {
    return places.get(few(random, places.size()));
  }
}
