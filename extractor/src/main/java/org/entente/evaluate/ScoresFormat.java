package org.entente.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes figures for people, as lines, and for programs, as one JSON object. */
public final class ScoresFormat {
  private static final int DIGITS = 3;

  private ScoresFormat() {}

  /** Returns the figures as lines, rounded to three digits. */
  public static List<String> lines(Scores scores) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d documents, %d gold meetings, %d system meetings"
            .formatted(scores.documents(), scores.goldMeetings(), scores.systemMeetings()));
    for (String name : List.of("detect", "people", "pairs", "strict", "absent")) {
      Counts c = counts(scores).get(name);
      lines.add(
          "%-7s P %s  R %s  F1 %s   (tp %d fp %d fn %d)"
              .formatted(
                  name,
                  rounded(c.precision()),
                  rounded(c.recall()),
                  rounded(c.f1()),
                  c.truePositives(),
                  c.falsePositives(),
                  c.falseNegatives()));
    }
    accuracies(scores)
        .forEach(
            (name, a) ->
                lines.add("%-7s accuracy %s of %d".formatted(name, rounded(a.share()), a.total())));
    return lines;
  }

  /** Returns what was missed, invented or read differently, as lines, document by document. */
  public static List<String> errorLines(Scores scores) {
    List<String> lines = new ArrayList<>();
    for (DocumentErrors document : scores.errors()) {
      lines.add(document.id());
      document.missed().forEach(meeting -> lines.add("  missed   " + meeting));
      document.invented().forEach(meeting -> lines.add("  invented " + meeting));
      document.different().forEach(meeting -> lines.add("  differs  " + meeting));
    }
    return lines;
  }

  /** Returns the figures as one JSON object in one line, unrounded. */
  public static String json(Scores scores) {
    List<String> members = new ArrayList<>();
    counts(scores)
        .forEach(
            (name, c) ->
                members.add(
                    "\"%s\": {\"p\": %s, \"r\": %s, \"f1\": %s, \"tp\": %d, \"fp\": %d, \"fn\": %d}"
                        .formatted(
                            name,
                            shortest(c.precision()),
                            shortest(c.recall()),
                            shortest(c.f1()),
                            c.truePositives(),
                            c.falsePositives(),
                            c.falseNegatives())));
    accuracies(scores)
        .forEach(
            (name, a) ->
                members.add(
                    "\"%s\": {\"acc\": %s, \"n\": %d}"
                        .formatted(name, shortest(a.share()), a.total())));
    return "{" + String.join(", ", members) + "}";
  }

  private static Map<String, Counts> counts(Scores scores) {
    Map<String, Counts> counts = new LinkedHashMap<>();
    counts.put("detect", scores.detect());
    counts.put("pairs", scores.pairs());
    counts.put("people", scores.people());
    counts.put("absent", scores.absent());
    counts.put("strict", scores.strict());
    return counts;
  }

  private static Map<String, Accuracy> accuracies(Scores scores) {
    Map<String, Accuracy> accuracies = new LinkedHashMap<>();
    accuracies.put("status", scores.status());
    accuracies.put("kind", scores.kind());
    accuracies.put("place", scores.place());
    accuracies.put("date", scores.date());
    accuracies.put("date~", scores.dateNear());
    return accuracies;
  }

  /** Rounds the exact binary value; String.format would round its decimal rendering half up. */
  private static String rounded(double figure) {
    return new BigDecimal(figure).setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** The fewest digits that read back as the same number, which Double.toString is only from 19. */
  private static String shortest(double figure) {
    if (figure == 0) {
      return "0.0";
    }
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal candidate = new BigDecimal(figure).round(new MathContext(digits));
      if (candidate.doubleValue() == figure) {
        return decimal(candidate);
      }
    }
    return decimal(new BigDecimal(figure).round(new MathContext(17)));
  }

  /** Positional notation from 0.0001 up and an exponent of two digits below. */
  private static String decimal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent >= -4) {
      String plain = stripped.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String digits = stripped.unscaledValue().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0) + fraction + "e-%02d".formatted(-exponent);
  }
}
