package org.entente.wikidata;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wikidata.wdtk.datamodel.interfaces.EntityIdValue;
import org.wikidata.wdtk.datamodel.interfaces.GlobeCoordinatesValue;
import org.wikidata.wdtk.datamodel.interfaces.ItemDocument;
import org.wikidata.wdtk.datamodel.interfaces.MonolingualTextValue;
import org.wikidata.wdtk.datamodel.interfaces.Snak;
import org.wikidata.wdtk.datamodel.interfaces.Statement;
import org.wikidata.wdtk.datamodel.interfaces.StatementGroup;
import org.wikidata.wdtk.datamodel.interfaces.StatementRank;
import org.wikidata.wdtk.datamodel.interfaces.StringValue;
import org.wikidata.wdtk.datamodel.interfaces.TimeValue;
import org.wikidata.wdtk.datamodel.interfaces.Value;
import org.wikidata.wdtk.datamodel.interfaces.ValueSnak;

/**
 * An item of Wikidata as this program reads it: names in English, and statements that nobody has
 * deprecated.
 */
public final class Item {
  private static final String START = "P580";
  private static final String END = "P582";
  private static final List<String> LANGUAGES = List.of("en", "mul", "en-gb", "en-ca");

  private final ItemDocument document;

  Item(ItemDocument document) {
    this.document = document;
  }

  /**
   * A value of a statement with the years in which it held.
   *
   * @param value what the statement says: an identifier such as "Q7747", or text
   * @param from first year, or 0 where unknown
   * @param to last year, or 0 where unknown or not over
   */
  public record Dated(String value, int from, int to) {}

  /**
   * A position on the globe.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   */
  public record Coordinates(double latitude, double longitude) {}

  /** Returns its identifier, such as "Q7747". */
  public String id() {
    return document.getEntityId().getId();
  }

  /** Returns its label in English, or empty. */
  public String label() {
    return text(document.getLabels());
  }

  /** Returns its description in English, or empty. */
  public String description() {
    return text(document.getDescriptions());
  }

  /** Returns its other names in English. */
  public List<String> aliases() {
    List<String> names = new ArrayList<>();
    for (String language : LANGUAGES) {
      for (MonolingualTextValue name :
          document.getAliases().getOrDefault(language, List.<MonolingualTextValue>of())) {
        if (!names.contains(name.getText())) {
          names.add(name.getText());
        }
      }
    }
    return names;
  }

  /** Returns how many wikis have a page on it. */
  public int pages() {
    return document.getSiteLinks().size();
  }

  /** Tells whether it has a statement of that property. */
  public boolean has(String property) {
    return !statements(property).isEmpty();
  }

  /** Returns the values of a property, as identifiers or text. */
  public List<String> values(String property) {
    return dated(property).stream().map(Dated::value).distinct().toList();
  }

  /** Returns the values of a property with the years in which they held. */
  public List<Dated> dated(String property) {
    List<Dated> values = new ArrayList<>();
    for (Statement statement : statements(property)) {
      simple(statement.getValue())
          .ifPresent(
              value ->
                  values.add(
                      new Dated(value, qualifier(statement, START), qualifier(statement, END))));
    }
    return values;
  }

  /** What a value of a statement is. */
  public enum ValueKind {
    /** An item, by its identifier. */
    ITEM,
    /** Text, a name or an identifier elsewhere. */
    TEXT,
    /** A day, as YYYY-MM-DD, or a year, as YYYY; the year 1 and later. */
    DATE,
    /** A place on earth, as "POINT(longitude latitude)". */
    POINT
  }

  /**
   * A value of a statement.
   *
   * @param kind what it is
   * @param text the value
   */
  public record TypedValue(ValueKind kind, String text) {}

  /**
   * Returns the best values of a property: the preferred ones, or where there are none the rest.
   */
  public List<TypedValue> best(String property) {
    StatementGroup group = document.findStatementGroup(property);
    StatementGroup best = group == null ? null : group.getBestStatements();
    List<TypedValue> values = new ArrayList<>();
    for (Statement statement : best == null ? List.<Statement>of() : best.getStatements()) {
      typed(statement.getValue()).filter(v -> !values.contains(v)).ifPresent(values::add);
    }
    return values;
  }

  private static Optional<TypedValue> typed(Value value) {
    if (value instanceof TimeValue time && time.getYear() > 0 && time.getYear() <= 9999) {
      if (time.getPrecision() >= TimeValue.PREC_DAY) {
        return Optional.of(
            new TypedValue(
                ValueKind.DATE,
                String.format(
                    Locale.ROOT,
                    "%04d-%02d-%02d",
                    time.getYear(),
                    time.getMonth(),
                    time.getDay())));
      }
      return time.getPrecision() >= TimeValue.PREC_YEAR
          ? Optional.of(
              new TypedValue(ValueKind.DATE, String.format(Locale.ROOT, "%04d", time.getYear())))
          : Optional.empty();
    }
    if (value instanceof GlobeCoordinatesValue place) {
      return place.getGlobe().equals(GlobeCoordinatesValue.GLOBE_EARTH)
          ? Optional.of(
              new TypedValue(
                  ValueKind.POINT,
                  String.format(
                      Locale.ROOT, "POINT(%s %s)", place.getLongitude(), place.getLatitude())))
          : Optional.empty();
    }
    boolean item = value instanceof EntityIdValue id && id.getId().matches("Q[1-9]\\d*");
    return simple(value).map(text -> new TypedValue(item ? ValueKind.ITEM : ValueKind.TEXT, text));
  }

  /** Returns the year of the first date of a property, or 0. */
  public int year(String property) {
    return statements(property).stream()
        .map(statement -> year(statement.getValue()))
        .filter(year -> year != 0)
        .findFirst()
        .orElse(0);
  }

  /** Returns the first coordinates of a property that lie on earth. */
  public Optional<Coordinates> coordinates(String property) {
    return statements(property).stream()
        .map(Statement::getValue)
        .filter(GlobeCoordinatesValue.class::isInstance)
        .map(GlobeCoordinatesValue.class::cast)
        .filter(place -> place.getGlobe().equals(GlobeCoordinatesValue.GLOBE_EARTH))
        .map(place -> new Coordinates(place.getLatitude(), place.getLongitude()))
        .findFirst();
  }

  private List<Statement> statements(String property) {
    StatementGroup group = document.findStatementGroup(property);
    if (group == null) {
      return List.of();
    }
    List<Statement> kept = new ArrayList<>();
    for (StatementRank rank : List.of(StatementRank.PREFERRED, StatementRank.NORMAL)) {
      for (Statement statement : group.getStatements()) {
        if (statement.getRank() == rank && statement.getValue() != null) {
          kept.add(statement);
        }
      }
    }
    return kept;
  }

  private static Optional<String> simple(Value value) {
    if (value instanceof EntityIdValue entity) {
      return Optional.of(entity.getId());
    }
    if (value instanceof StringValue text) {
      return Optional.of(text.getString());
    }
    if (value instanceof MonolingualTextValue text) {
      return Optional.of(text.getText());
    }
    return Optional.empty();
  }

  private static int qualifier(Statement statement, String property) {
    Iterator<Snak> snaks = statement.getAllQualifiers();
    while (snaks.hasNext()) {
      Snak snak = snaks.next();
      if (snak.getPropertyId().getId().equals(property) && snak instanceof ValueSnak valued) {
        return year(valued.getValue());
      }
    }
    return 0;
  }

  private static int year(Value value) {
    return value instanceof TimeValue time && time.getPrecision() >= TimeValue.PREC_YEAR
        ? (int) Math.max(Math.min(time.getYear(), 9999), -9999)
        : 0;
  }

  private static String text(Map<String, MonolingualTextValue> texts) {
    for (String language : LANGUAGES) {
      MonolingualTextValue text = texts.get(language);
      if (text != null) {
        return text.getText();
      }
    }
    return "";
  }
}
