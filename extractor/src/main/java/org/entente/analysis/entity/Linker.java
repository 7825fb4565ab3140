package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.analysis.gazetteer.Polity;
import org.entente.analysis.gazetteer.Seat;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;

/** Chooses the gazetteer's entity for an entity of a document, where one is clearly the best. */
final class Linker {
  private static final double MARGIN = 0.25;

  /** Importance has two digits: a little less than 0.1, so that 0.63 is ahead of 0.53. */
  private static final double AHEAD = 0.0999;

  private static final double LABEL = 0.3;
  private static final double SPELLING = 0.3;
  private static final double COUNTRY = 0.3;
  private static final double REGION = 0.4;
  private static final double CAPITAL = 0.5;

  /** Who leads a state is meant by a bare surname before its ministers. */
  private static final double LEADS = 0.3;

  /** Below what counts as identity: the link is a close match. */
  private static final double UNSURE = 0.7;

  /** Kinship alone makes nobody known: such entries need their whole name. */
  private static final double KIN = 0.05;

  /** Codes of former states whose people the gazetteer files under another one. */
  private static final Map<String, String> HEIRS = Map.of("SU", "RU", "BRD", "DE");

  /** From here on people are heads of states and governments. */
  private static final double HEAD = 0.9;

  /** From here on people are leaders and ministers. */
  private static final double LEADER = 0.8;

  /** In so many years before their first known office few people are in the news. */
  private static final int CAREER = 12;

  /** From so many leaders and ministers of one surname on it says little by itself. */
  private static final int COMMON = 4;

  /** For so many years after an office its holder is in the news. */
  private static final int RETIRED = 25;

  /**
   * Members of parliaments and the like, and below: a name that leaves out their middle initial
   * needs the office or the country beside it.
   */
  private static final double MINOR = 0.3;

  private static final String FORM =
      "(Corp|Corporation|Inc|Ltd|Limited|Co|Company|PLC|plc|AG|NV|SA|SpA|GmbH|Group)";

  /** The legal form at the end of a company's name. */
  private static final Pattern COMPANY = Pattern.compile(",? " + FORM + "\\.?$");

  /** The code of a share behind the legal form: "Texaco Inc TX". */
  private static final Pattern SHARE =
      Pattern.compile("(?<= " + FORM + ")\\.? [A-Z]{1,5}(\\.[A-Z]{1,2})?$");

  /** What stands around the name of a place where more is said of it than its name. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^(?:State|City|Province|Town|Island) of |-(?:based|born|led|backed|ruled|occupied|held)$");

  private static final Set<String> VAGUE = Lexicon.words().get("vague-office");

  private final Gazetteer gazetteer;

  Linker(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * Links one entity.
   *
   * @param entity the entity; its link and, for people, its gazetteer entry are set
   * @param context what the document says around it
   */
  void link(EntityDraft entity, LinkContext context) {
    boolean place = entity.polity != null || entity.type == EntityType.PLACE;
    if (place && context.teams().holds(entity.name)) {
      return;
    }
    if (entity.polity != null) {
      Polity polity = entity.polity;
      entity.link = link(polity.qid(), polity.label(), 0.98);
      return;
    }
    switch (entity.type) {
      case PERSON -> {
        if (entity.named) {
          person(entity, context);
        }
      }
      case ORGANIZATION -> organization(entity, context.polities());
      case PLACE -> place(entity, context.polities(), context.names());
      default -> {}
    }
  }

  private static Optional<Link> link(String qid, String label, double confidence) {
    return qid.isEmpty() ? Optional.empty() : Optional.of(new Link(qid, label, confidence));
  }

  /**
   * A candidate.
   *
   * @param agrees country or office beside the name are those of the entry
   * @param office the office is
   */
  private record Scored(Entry entry, double score, boolean agrees, boolean office) {
    Scored(Entry entry, double score) {
      this(entry, score, false, false);
    }
  }

  private void person(EntityDraft entity, LinkContext context) {
    String code = gazetteer.polity(entity.represents).map(Polity::code).orElse("");
    Map<String, Entry> candidates = new LinkedHashMap<>();
    boolean full = false;
    for (String name : entity.names) {
      if (name.indexOf(' ') > 0) {
        // a son who is in office now is often named without the word that tells him from his father
        for (String whole : List.of(name, name + " Jr.")) {
          for (Entry entry : gazetteer.named(whole)) {
            if (entry.kind() == EntryKind.PERSON) {
              candidates.put(entry.qid() + entry.label(), entry);
              full = true;
            }
          }
        }
      }
    }
    Set<String> titled = new LinkedHashSet<>();
    for (Entry entry : titled(entity)) {
      candidates.put(entry.qid() + entry.label(), entry);
      titled.add(entry.qid() + entry.label());
    }
    boolean surnameOnly = entity.name.indexOf(' ') < 0;
    boolean whole = full && !surnameOnly || isWhole(entity);
    Bearers known = whole ? Bearers.NONE : bearers(entity.name);
    if (!full) {
      List<Entry> bearers = known.all();
      surnameOnly |= !bearers.isEmpty(); // "de Gaulle"
      // somebody of that surname is named in full: a bare surname apart is unclear then
      if (!context.names().holds(entity.name)) {
        bearers.forEach(entry -> candidates.put(entry.qid() + entry.label(), entry));
      }
    }
    boolean variant = !full && !surnameOnly;
    if (variant) {
      // another spelling of a leader's name: country or office in its time must agree too
      List<String> parts = PersonNames.parts(entity.name);
      for (String surname : List.of(parts.get(parts.size() - 1), parts.get(0))) {
        for (Entry entry : gazetteer.leadersThatSound(surname)) {
          if (PersonNames.transliterates(entity.name, entry.label())) {
            candidates.put(entry.qid() + entry.label(), entry);
          }
        }
      }
    }
    List<Scored> scored = new ArrayList<>();
    for (Entry entry : candidates.values()) {
      boolean named = full || titled.contains(entry.qid() + entry.label());
      Scored candidate =
          score(entity, entry, code, surnameOnly ? Optional.of(known) : Optional.empty(), context);
      boolean kin = entry.importance() <= KIN && whole(entity.name, entry) == 0;
      boolean namesake = !candidate.agrees && namesake(entity, entry, context.polities());
      boolean later = later(entry, candidate, context.published());
      if (candidate.score > 0 && !kin && !namesake && !later && (named || candidate.agrees)) {
        scored.add(candidate);
      }
    }
    scored.sort((a, b) -> Double.compare(b.score, a.score));
    if (scored.isEmpty()) {
      return;
    }
    Scored best = scored.get(0);
    if (scored.size() > 1 && best.score - scored.get(1).score < MARGIN) {
      return;
    }
    entity.body = best.entry;
    double confidence = best.agrees ? 0.95 : best.entry.importance() >= 0.5 ? 0.85 : 0.7;
    if (!full) {
      boolean bare =
          surnameOnly
              && entity.office.isEmpty()
              && !(context.published().isPresent() && leads(best.entry, context));
      confidence = bare ? UNSURE : confidence - 0.1;
    }
    entity.link = link(best.entry.qid(), best.entry.label(), confidence);
  }

  /** Those one of whose names is the title with a bare name: "King Hussein", "Pope Liberius". */
  private List<Entry> titled(EntityDraft entity) {
    if (entity.office.isEmpty() || entity.name.indexOf(' ') > 0) {
      return List.of();
    }
    String name = NameFolding.fold(entity.office + " " + entity.name);
    return gazetteer.named(entity.office + " " + entity.name).stream()
        .filter(entry -> entry.kind() == EntryKind.PERSON)
        .filter(entry -> entry.aliases().stream().map(NameFolding::fold).anyMatch(name::equals))
        .toList();
  }

  /** The text gives no office that could be compared: "General Pinochet". */
  private static boolean untitled(EntityDraft entity) {
    return entity.office.isEmpty() || VAGUE.contains(entity.office);
  }

  /**
   * Those of one surname, each looked up once for an entity.
   *
   * @param leaders leaders and ministers; the surname may have a particle or be double
   * @param alone who alone of all people has it
   */
  private record Bearers(List<Entry> leaders, List<Entry> alone) {
    static final Bearers NONE = new Bearers(List.of(), List.of());

    List<Entry> all() {
      return Stream.concat(leaders.stream(), alone.stream()).toList();
    }
  }

  private Bearers bearers(String surname) {
    return new Bearers(gazetteer.leadersBySurname(surname), gazetteer.soleBearer(surname));
  }

  /** "Mohammad Asif" is a whole name, and no double surname. */
  private boolean isWhole(EntityDraft entity) {
    int space = entity.name.indexOf(' ');
    return space > 0
        && entity.office.isEmpty()
        && gazetteer.isGivenName(entity.name.substring(0, space));
  }

  /**
   * Scores an entry.
   *
   * @param bearers those of the surname, where it is all that the text has of the name
   */
  private Scored score(
      EntityDraft entity,
      Entry entry,
      String code,
      Optional<Bearers> bearers,
      LinkContext context) {
    Optional<LocalDate> published = context.published();
    double score = entry.importance() + 0.2 + whole(entity.name, entry) + spellings(entity, entry);
    boolean agrees = false;
    if (!code.isEmpty() && !entry.country().isEmpty()) {
      if (same(code, entry.country())
          || entry.offices().stream().anyMatch(o -> same(code, o.polity()))) {
        score += 0.6;
        agrees = true;
      } else {
        score -= 1.2;
      }
    }
    boolean office = false;
    boolean dated = false;
    boolean wrongTime = false;
    for (OfficeTerm term : entry.offices()) {
      boolean match =
          !entity.office.isEmpty()
              && (Offices.agree(entity.office, Offices.plain(term.title()))
                  || term.title().contains(entity.office));
      office |= match;
      if (published.isPresent() && term.from() > 0) {
        int year = published.get().getYear();
        if (match && !entity.former()) {
          dated |= term.heldIn(year);
          wrongTime |= !term.heldIn(year);
        } else if (match) {
          dated |= term.to() > 0 && term.to() <= year && term.to() > year - 40;
          wrongTime |= !(term.to() > 0 && term.to() <= year);
        } else if (untitled(entity)) {
          dated |= term.heldIn(year);
        }
      }
    }
    if (office) {
      score += 0.3;
      agrees |= dated || published.isEmpty();
    }
    if (dated) {
      score += 0.4;
    } else if (wrongTime) {
      score -= 0.4;
    }
    if (bearers.isPresent() && !(agrees && office && (dated || published.isEmpty()))) {
      // a bare surname needs the office in its time, or somebody who needs no introduction then
      boolean own = !code.isEmpty() && agrees; // "Nigeria's Obasanjo"
      boolean bare = untitled(entity) && (entity.represents.isEmpty() || own);
      boolean leads =
          bare && leads(entry, context) && (own || !common(bearers.get(), entry, context));
      score += leads ? LEADS : 0;
      agrees =
          leads
              || bare && deals(entity, entry, context)
              || (untitled(entity) || office)
                  && (code.isEmpty() || agrees)
                  && sole(bearers.get(), entry, context);
    }
    return new Scored(entry, score, agrees, office);
  }

  /** A head of state or government in office, or of a country that an undated document names. */
  private static boolean leads(Entry entry, LinkContext context) {
    return entry.importance() >= HEAD
        && offices(entry)
            .filter(o -> Offices.head(o.title()))
            .anyMatch(
                o ->
                    context.published().isPresent()
                        ? held(o, context)
                        : context.polities().contains(o.polity()));
  }

  /**
   * A surname of many leaders ("Kim", "Lee"), which may well be somebody else's where the document
   * does not name the country.
   */
  private static boolean common(Bearers bearers, Entry entry, LinkContext context) {
    return offices(entry).noneMatch(o -> context.polities().contains(o.polity()))
        && bearers.leaders().size() >= COMMON;
  }

  /** A leader or minister in office, of a country that the document names. */
  private boolean deals(EntityDraft entity, Entry entry, LinkContext context) {
    return entry.importance() >= LEADER
        && !gazetteer.isGivenName(entity.name)
        && offices(entry)
            .filter(o -> held(o, context))
            .anyMatch(o -> context.polities().contains(o.polity()));
  }

  /**
   * The only one of that surname, in the years in which a minister is in the news: a leader, or a
   * lesser one of a country that the document names.
   */
  private static boolean sole(Bearers bearers, Entry entry, LinkContext context) {
    return (entry.importance() >= LEADER || context.polities().contains(entry.country()))
        && context.published().filter(day -> active(entry, day.getYear())).isPresent()
        && bearers.alone().contains(entry);
  }

  private static boolean active(Entry entry, int year) {
    return entry.offices().stream()
        .filter(office -> office.from() > 0)
        .anyMatch(
            office ->
                year >= office.from() - CAREER
                    && year <= Math.max(office.from(), office.to()) + RETIRED);
  }

  private static Stream<OfficeTerm> offices(Entry entry) {
    return entry.offices().stream().limit(2);
  }

  private static boolean held(OfficeTerm office, LinkContext context) {
    return office.from() > 0
        && context.published().filter(day -> office.heldIn(day.getYear())).isPresent();
  }

  /**
   * Somebody of that name held a first office, and no high one, long after the document's day: a
   * namesake, unless the document tells that office.
   */
  private static boolean later(Entry entry, Scored scored, Optional<LocalDate> published) {
    int first =
        entry.offices().stream().mapToInt(OfficeTerm::from).filter(y -> y > 0).min().orElse(0);
    return published.isPresent()
        && first - published.get().getYear() > CAREER
        && entry.importance() < LEADER
        && !scored.office;
  }

  /**
   * Whether a name without the entry's middle initial may well be somebody else's: "Michael
   * Jackson" for the official Michael P. Jackson, where nothing is said of his country.
   */
  private static boolean namesake(EntityDraft entity, Entry entry, Set<String> polities) {
    return !borne(entity, entry)
        && (entry.importance() <= MINOR
            || entry.importance() < LEADER
                && !entry.country().isEmpty()
                && !polities.contains(entry.country()));
  }

  /** Who bears all the full names that the text uses is ahead of who bears one of them. */
  private static double spellings(EntityDraft entity, Entry entry) {
    List<String> full = entity.names.stream().filter(name -> name.indexOf(' ') > 0).toList();
    if (full.size() < 2) {
      return 0;
    }
    long borne = full.stream().filter(name -> isNameOf(NameFolding.fold(name), entry)).count();
    return SPELLING * Math.max(0, borne - 1);
  }

  private static boolean isNameOf(String folded, Entry entry) {
    return folded.equals(NameFolding.fold(entry.label()))
        || entry.aliases().stream().anyMatch(alias -> folded.equals(NameFolding.fold(alias)));
  }

  /** A name of the entity is one of the entry's with all its parts. */
  private static boolean borne(EntityDraft entity, Entry entry) {
    return entity.names.stream().map(NameFolding::fold).anyMatch(name -> isNameOf(name, entry));
  }

  private static boolean same(String a, String b) {
    return a.equals(b) || b.equals(HEIRS.get(a)) || a.equals(HEIRS.get(b));
  }

  private void organization(EntityDraft entity, Set<String> polities) {
    Optional<Entry> reporter = gazetteer.reporter(entity.name).filter(r -> !r.qid().isEmpty());
    if (reporter.isPresent()) {
      entity.link = link(reporter.get().qid(), reporter.get().label(), 0.95);
      return;
    }
    if (entity.body != null && !entity.body.qid().isEmpty()) {
      entity.link = link(entity.body.qid(), entity.body.label(), 0.95);
      return;
    }
    Set<String> names = sought(entity);
    Map<String, Scored> scored = organizations(names, polities, EntryKind.ORGANIZATION);
    if (scored.isEmpty()) {
      scored = organizations(names, polities, EntryKind.PLACE);
      scored.values().removeIf(s -> located(s.entry));
    }
    choose(scored.values())
        .ifPresent(
            best ->
                entity.link =
                    link(
                        best.entry.qid(),
                        best.entry.label(),
                        best.entry.kind() == EntryKind.ORGANIZATION ? 0.8 : UNSURE));
  }

  /**
   * The names by which an organization is sought, a company's also without its legal form; the last
   * word of a longer name says too little by itself: "Navy" of "Pakistan Navy".
   */
  private static Set<String> sought(EntityDraft entity) {
    Set<String> all = new LinkedHashSet<>(entity.names);
    all.add(entity.name);
    Set<String> names = new LinkedHashSet<>();
    for (String name : all) {
      if (name.indexOf(' ') < 0 && all.stream().anyMatch(longer -> longer.endsWith(" " + name))) {
        continue;
      }
      String company = SHARE.matcher(name).replaceFirst("");
      names.add(name);
      names.add(company);
      names.add(COMPANY.matcher(company).replaceFirst(""));
    }
    return names;
  }

  /** What is filed as a place and lies nowhere may well be an organization. */
  private static boolean located(Entry entry) {
    return !entry.country().isEmpty() || !Double.isNaN(entry.latitude());
  }

  /**
   * Entries of that kind with one of those names; of another kind than an organization only those
   * whose whole label a single word is.
   */
  private Map<String, Scored> organizations(
      Set<String> names, Set<String> polities, EntryKind kind) {
    Map<String, Scored> scored = new LinkedHashMap<>();
    for (String name : names) {
      for (Entry entry : gazetteer.named(name)) {
        boolean clear = kind == EntryKind.ORGANIZATION || name.indexOf(' ') > 0;
        if (entry.kind() == kind && (clear || whole(name, entry) > 0)) {
          double score = entry.importance() + whole(name, entry) + known(entry, polities);
          scored.merge(
              entry.qid() + entry.label(),
              new Scored(entry, score),
              (x, y) -> x.score >= y.score ? x : y);
        }
      }
    }
    return scored;
  }

  private void place(EntityDraft entity, Set<String> polities, DocumentNames names) {
    Optional<Seat> seat = gazetteer.seat(entity.name).filter(s -> !s.qid().isEmpty());
    if (seat.isPresent()) {
      entity.link = link(seat.get().qid(), seat.get().name(), 0.9);
      return;
    }
    String name = AROUND.matcher(entity.name).replaceAll("");
    String capital = gazetteer.polityOfSeat(name).map(Polity::code).orElse("");
    Map<String, Scored> scored = new LinkedHashMap<>();
    for (Entry entry : gazetteer.named(name)) {
      if (entry.kind() != EntryKind.PLACE) {
        continue;
      }
      double score = entry.importance() + whole(name, entry) + known(entry, polities);
      if (!capital.isEmpty() && entry.country().equals(capital) && !entry.region().isEmpty()) {
        score += CAPITAL;
      }
      if (within(entry, names)) {
        score += REGION;
      }
      scored.put(entry.qid() + entry.label(), new Scored(entry, score));
    }
    choose(scored.values())
        .ifPresent(
            best ->
                entity.link =
                    link(best.entry.qid(), best.entry.label(), scored.size() == 1 ? 0.9 : 0.75));
  }

  /** The document names the region around the entry, which another name of it may tell too. */
  private static boolean within(Entry entry, DocumentNames names) {
    String before = entry.label() + ", ";
    return !entry.region().isEmpty() && names.contains(entry.region())
        || entry.aliases().stream()
            .filter(alias -> alias.startsWith(before))
            .anyMatch(alias -> names.contains(alias.substring(before.length())));
  }

  /** A name that is the whole label says more than one among other names. */
  private static double whole(String name, Entry entry) {
    return NameFolding.fold(name).equals(NameFolding.fold(entry.label())) ? LABEL : 0;
  }

  /** The document names the entry's country. */
  private static double known(Entry entry, Set<String> polities) {
    return !entry.country().isEmpty() && polities.contains(entry.country()) ? COUNTRY : 0;
  }

  /** Returns the best of the scored entries where it is ahead of the next. */
  private static Optional<Scored> choose(Collection<Scored> scored) {
    List<Scored> sorted =
        scored.stream().sorted((x, y) -> Double.compare(y.score, x.score)).toList();
    boolean clear =
        sorted.size() == 1
            || sorted.size() > 1 && sorted.get(0).score - sorted.get(1).score >= AHEAD;
    return clear ? Optional.of(sorted.get(0)) : Optional.empty();
  }
}
