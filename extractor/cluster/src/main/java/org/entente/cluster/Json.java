package org.entente.cluster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.entente.document.Fingerprint;

/** Writes what goes from one stage to the next as JSON, and reads it back. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // what a record tells of itself is no part
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addMixIn(Fingerprint.class, FingerprintValue.class)
          .build();

  private Json() {}

  /** A fingerprint is its Base64. */
  private abstract static class FingerprintValue {
    @JsonCreator
    static Fingerprint parse(String value) {
      throw new UnsupportedOperationException(); // the annotation counts, not this
    }

    @JsonValue
    abstract String value();
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
