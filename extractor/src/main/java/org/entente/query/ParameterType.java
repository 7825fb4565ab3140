package org.entente.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;

/**
 * What a parameter of a query takes. Each type turns the words of a user into RDF terms, so that
 * they enter a query as data and never as query text.
 */
public enum ParameterType {
  /** A person, by name, alternative name, IRI or Wikidata id. */
  PERSON("person", List.of("Person")),
  /** Several people, separated by semicolons. */
  PEOPLE("people", List.of("Person")),
  /** A person, organization or polity. */
  PARTY("party", List.of("Person", "Organization", "Polity")),
  /** A state or territory. */
  POLITY("polity", List.of("Polity")),
  /** A place. */
  PLACE("place", List.of("Place")),
  /** A day, or the first day of a month or year. */
  FIRST_DAY("first-day", List.of()),
  /** A day, or the last day of a month or year. */
  LAST_DAY("last-day", List.of()),
  /** A whole number. */
  INTEGER("integer", List.of()),
  /** Words for the full-text index. */
  SEARCH("search", List.of()),
  /** How many rows are given at most, or {@code all}: the number of the query's LIMIT. */
  LIMIT("limit", List.of());

  /** What a limit is called that is none. */
  private static final String ALL = "all";

  private static final Pattern WIKIDATA_ID = Pattern.compile("(?:wd:)?(Q[1-9][0-9]*)");
  private static final Pattern IRI_IN_BRACKETS = Pattern.compile("<[A-Za-z][\\w+.-]*:[^<>\\s]*>");
  private static final String WIKIDATA = "http://www.wikidata.org/entity/";

  private final String key;
  private final List<String> classes;

  ParameterType(String key, List<String> classes) {
    this.key = key;
    this.classes = classes;
  }

  /** Returns its name in the header of a query. */
  public String key() {
    return key;
  }

  /**
   * Returns the local names of the ontology's classes of which the value must name an instance;
   * empty where it names none.
   */
  public List<String> classes() {
    return classes;
  }

  /** Returns the type with a name as headers use it, or empty. */
  public static Optional<ParameterType> ofKey(String key) {
    return Arrays.stream(values()).filter(t -> t.key.equals(key)).findFirst();
  }

  /** Returns the names of all types, for messages. */
  static String keys() {
    return Arrays.stream(values()).map(ParameterType::key).collect(Collectors.joining(", "));
  }

  /**
   * Reads a value as a user writes it.
   *
   * @return the terms that it stands for, at least one
   * @throws IllegalArgumentException if it cannot be read; the message says what was expected
   */
  public List<Node> parse(String text) {
    String value = text.strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    }
    return switch (this) {
      case PERSON, PARTY, POLITY, PLACE -> List.of(entity(value));
      case PEOPLE -> people(value);
      case FIRST_DAY -> List.of(date(firstDay(value)));
      case LAST_DAY -> List.of(date(lastDay(value)));
      case INTEGER -> List.of(integer(value));
      case LIMIT -> List.of(integer(Long.toString(rows(value))));
      case SEARCH -> List.of(NodeFactory.createLiteralString(SearchWords.escape(value)));
    };
  }

  /**
   * Reads a limit.
   *
   * @return the number of rows, or {@link Query#NOLIMIT}
   * @throws IllegalArgumentException if it is neither a number of 1 or more nor {@code all}
   */
  static long rows(String value) {
    if (value.strip().equalsIgnoreCase(ALL)) {
      return Query.NOLIMIT;
    }
    try {
      int rows = Integer.parseInt(value.strip());
      if (rows > 0) {
        return rows;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException("it takes a number of rows, such as 1000, or all");
  }

  private static Node entity(String value) {
    var id = WIKIDATA_ID.matcher(value.toUpperCase(Locale.ROOT).replace("WD:", "wd:"));
    String name = id.matches() ? WIKIDATA + id.group(1) : value;
    if (IRI_IN_BRACKETS.matcher(name).matches()) {
      name = name.substring(1, name.length() - 1);
    }
    return NodeFactory.createLiteralString(name);
  }

  private static List<Node> people(String value) {
    List<Node> people =
        Arrays.stream(value.split(";"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(ParameterType::entity)
            .distinct()
            .toList();
    if (people.size() < 2) {
      throw new IllegalArgumentException(
          "it takes at least two people, separated by semicolons, such as \"A; B\"");
    }
    return people;
  }

  private static Node integer(String value) {
    try {
      return NodeFactory.createLiteralDT(
          Integer.toString(Integer.parseInt(value)), XSDDatatype.XSDinteger);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("it takes a whole number, such as 5", e);
    }
  }

  private static Node date(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  private static LocalDate firstDay(String value) {
    return day(value, false);
  }

  private static LocalDate lastDay(String value) {
    return day(value, true);
  }

  private static LocalDate day(String value, boolean last) {
    try {
      LocalDate day =
          switch (value.length()) {
            case 4 ->
                last ? Year.parse(value).atMonth(12).atEndOfMonth() : Year.parse(value).atDay(1);
            case 7 ->
                last ? YearMonth.parse(value).atEndOfMonth() : YearMonth.parse(value).atDay(1);
            default -> LocalDate.parse(value);
          };
      if (day.getYear() < 1 || day.getYear() > 9999) {
        throw new DateTimeException("year out of range");
      }
      return day;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "it takes a day, month or year, such as 2018-07-16, 2018-07 or 2018", e);
    }
  }
}
