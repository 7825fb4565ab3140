package org.entente.analysis.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rough outlines of countries and territories, to tell coordinates that cannot be right. */
public final class CountryBoxes {
  private record Box(double south, double north, double west, double east) {}

  private final Map<String, List<Box>> boxes = new HashMap<>();

  private CountryBoxes() {}

  /** Reads the outlines from the class path. */
  public static CountryBoxes load() {
    CountryBoxes all = new CountryBoxes();
    for (String[] row : GazetteerFiles.rows("country-boxes.tsv", 5)) {
      all.boxes
          .computeIfAbsent(row[0], k -> new ArrayList<>())
          .add(
              new Box(
                  Double.parseDouble(row[1]),
                  Double.parseDouble(row[2]),
                  Double.parseDouble(row[3]),
                  Double.parseDouble(row[4])));
    }
    return all;
  }

  /**
   * Tells whether a position can lie in a country; so it can in one of which no outline is known.
   *
   * @param code ISO 3166-1 alpha-2 code
   * @param latitude degrees north
   * @param longitude degrees east
   */
  public boolean canHold(String code, double latitude, double longitude) {
    List<Box> outline = boxes.get(code);
    return outline == null
        || outline.stream()
            .anyMatch(
                box ->
                    box.south <= latitude
                        && latitude <= box.north
                        && box.west <= longitude
                        && longitude <= box.east);
  }
}
