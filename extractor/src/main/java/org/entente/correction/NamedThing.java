package org.entente.correction;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.annotation.EntityType;

/**
 * A person, body, state or place that a correction supplies, written {@code Jane Doe}, {@code Jane
 * Doe (Q42)} or with its type in front, {@code organization: Harbour Union}.
 *
 * @param name its name
 * @param qid its Wikidata identifier, if given
 * @param type its type, if given
 */
public record NamedThing(String name, Optional<String> qid, Optional<EntityType> type) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(person|organization|polity|place):\\s*)?([^()]+?)(?:\\s*\\((Q[1-9][0-9]*)\\))?");

  /** Reads a cell; empty where it is not of that form. */
  public static Optional<NamedThing> parse(String cell) {
    Matcher matcher = FORM.matcher(cell.strip());
    return matcher.matches()
        ? Optional.of(
            new NamedThing(
                matcher.group(2),
                Optional.ofNullable(matcher.group(3)),
                Optional.ofNullable(matcher.group(1))
                    .map(word -> EntityType.valueOf(word.toUpperCase(Locale.ROOT)))))
        : Optional.empty();
  }
}
