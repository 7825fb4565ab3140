package org.entente.analysis.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text form of an entry: tab-separated kind, identifier, label, aliases, country, region,
 * offices, importance, latitude, longitude and description; trailing empty columns may be missing.
 */
public final class EntryRow {
  /** Names of the columns, as the first line of a file has them. */
  public static final String COLUMNS =
      "kind\tqid\tlabel\taliases\tcountry\tregion\toffices\timportance\tlat\tlon\tdescription";

  private static final Pattern QID = Pattern.compile("(Q[1-9][0-9]*)?");
  private static final Pattern OFFICE = Pattern.compile(".+@[A-Z0-9]*@([0-9]{3,4})?-([0-9]{3,4})?");
  private static final Pattern SEPARATOR = Pattern.compile("; ");
  private static final int WIDTH = 11;
  private static final double USUAL = 0.2;

  private EntryRow() {}

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException when it is no row, telling the column
   */
  public static Entry parse(String row) {
    String[] given = row.split("\t", -1);
    if (given.length > WIDTH) {
      throw new IllegalArgumentException(
          "expected at most " + WIDTH + " columns, found " + given.length);
    }
    String[] f = new String[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      f[i] = i < given.length ? given[i].strip() : "";
    }
    if (!QID.matcher(f[1]).matches()) {
      throw new IllegalArgumentException("expected an identifier such as Q7747, found " + f[1]);
    }
    if (f[2].isEmpty()) {
      throw new IllegalArgumentException("expected a label in the third column");
    }
    return new Entry(
        f[1],
        kind(f[0]),
        f[2],
        values(f[3]),
        f[4],
        f[5],
        offices(f[6]),
        f[7].isEmpty() ? USUAL : number("importance", f[7]),
        number("latitude", f[8]),
        number("longitude", f[9]),
        f[10]);
  }

  /** Writes an entry as a row. */
  public static String format(Entry entry) {
    List<String> offices = new ArrayList<>();
    for (OfficeTerm term : entry.offices()) {
      offices.add(
          term.title() + "@" + term.polity() + "@" + year(term.from()) + "-" + year(term.to()));
    }
    return String.join(
            "\t",
            entry.kind().name().toLowerCase(Locale.ROOT),
            entry.qid(),
            entry.label(),
            String.join("|", entry.aliases()),
            entry.country(),
            entry.region(),
            String.join("; ", offices),
            String.format(Locale.ROOT, "%.2f", entry.importance()),
            degrees(entry.latitude()),
            degrees(entry.longitude()),
            entry.description())
        .stripTrailing();
  }

  static List<String> values(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split("\\|"));
  }

  private static EntryKind kind(String name) {
    try {
      return EntryKind.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "expected person, organization, reporter, polity or place in the first column, found "
              + name,
          e);
    }
  }

  private static List<OfficeTerm> offices(String field) {
    List<OfficeTerm> offices = new ArrayList<>();
    if (!field.isEmpty()) {
      for (String office : SEPARATOR.split(field)) {
        if (!OFFICE.matcher(office).matches()) {
          throw new IllegalArgumentException(
              "expected offices such as \"president@FR@1995-2007\", found " + office);
        }
        offices.add(OfficeTerm.parse(office));
      }
    }
    return offices;
  }

  private static double number(String column, String field) {
    try {
      return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a number as " + column + ", found " + field, e);
    }
  }

  private static String year(int year) {
    return year == 0 ? "" : Integer.toString(year);
  }

  private static String degrees(double number) {
    return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%.4f", number);
  }
}
