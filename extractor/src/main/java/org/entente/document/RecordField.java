package org.entente.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of a table or a field of a record can be. */
public enum RecordField {
  /** Identifier of the document. */
  ID,
  /** Day of publication. */
  PUBLISHED,
  /** Title. */
  TITLE,
  /** Where it was published. */
  URL,
  /** The outlet. */
  SOURCE,
  /** The text. */
  TEXT,
  /** Who it is about, where the text leaves that out. */
  SUBJECT,
  /** Where it took place, where the text leaves that out. */
  PLACE,
  /** The first day, where the text leaves that out. */
  START,
  /** The last day, where the text leaves that out. */
  END;

  /** Returns its name as users write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the field with a name as users write it. */
  static Optional<RecordField> ofKey(String key) {
    return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
  }

  /** Returns the names of all, for messages. */
  static String keys() {
    return Arrays.stream(values()).map(RecordField::key).collect(Collectors.joining(", "));
  }
}
