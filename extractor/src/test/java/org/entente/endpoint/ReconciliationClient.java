package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A client that knows the address of a service alone, as OpenRefine does, and finds the rest in the
 * manifest. It holds each answer to what version 0.2 of the specification says of its form.
 */
final class ReconciliationClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String DATE_TIME =
      "-?([1-9]\\d*)?\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})?";

  private final URI service;
  private final JsonNode manifest;

  ReconciliationClient(URI service) throws Exception {
    this.service = service;
    manifest = json(get(service.toString()));
    assertThat(manifest.get("versions"))
        .extracting(JsonNode::asText)
        .contains("0.2")
        .isSubsetOf("0.1", "0.2");
    for (String member : List.of("name", "identifierSpace", "schemaSpace")) {
      assertThat(manifest.path(member).isTextual()).as(member).isTrue();
    }
    assertThat(manifest.at("/view/url").asText()).contains("{{id}}");
    assertThat(manifest.at("/preview/url").asText()).contains("{{id}}");
    assertThat(manifest.at("/preview/width").isInt()).isTrue();
    assertThat(manifest.at("/preview/height").isInt()).isTrue();
    named(manifest.get("defaultTypes"));
    for (JsonNode setting : manifest.at("/extend/property_settings")) {
      assertThat(setting.get("type").asText()).isIn("number", "text", "checkbox", "select");
      assertThat(setting.path("name").isTextual() && setting.path("label").isTextual()).isTrue();
    }
  }

  JsonNode manifest() {
    return manifest;
  }

  /** Asks a batch of questions, posted or by GET; returns the answer. */
  JsonNode ask(String queries, boolean posted) throws Exception {
    HttpResponse<String> response = send("queries", queries, posted);
    JsonNode answer = json(response);
    Set<String> keys = Set.copyOf(fieldNames(JSON.readTree(queries)));
    assertThat(fieldNames(answer)).containsExactlyInAnyOrderElementsOf(keys);
    for (JsonNode result : answer) {
      assertThat(result.path("result").isArray()).isTrue();
      double before = Double.MAX_VALUE;
      for (JsonNode candidate : result.get("result")) {
        assertThat(candidate.path("id").isTextual()).isTrue();
        assertThat(candidate.path("name").isTextual()).isTrue();
        assertThat(candidate.path("score").isNumber()).isTrue();
        assertThat(candidate.path("match").isBoolean()).isTrue();
        assertThat(candidate.get("score").asDouble()).isLessThanOrEqualTo(before);
        before = candidate.get("score").asDouble();
        named(candidate.get("type"));
        for (JsonNode feature : candidate.get("features")) {
          assertThat(feature.path("id").isTextual()).isTrue();
          assertThat(feature.path("value").isBoolean() || feature.path("value").isNumber())
              .isTrue();
        }
      }
    }
    return answer;
  }

  /** Takes columns. */
  JsonNode extend(String extend) throws Exception {
    JsonNode answer = json(send("extend", extend, true));
    JsonNode asked = JSON.readTree(extend);
    assertThat(answer.get("meta")).hasSameSizeAs(asked.get("properties"));
    for (JsonNode column : answer.get("meta")) {
      assertThat(column.path("id").isTextual() && column.path("name").isTextual()).isTrue();
      assertThat(!column.has("type") || column.at("/type/id").isTextual()).isTrue();
    }
    assertThat(answer.get("rows")).hasSameSizeAs(asked.get("ids"));
    for (JsonNode row : answer.get("rows")) {
      assertThat(row).hasSameSizeAs(answer.get("meta"));
      for (JsonNode cells : row) {
        assertThat(cells.isArray()).isTrue();
        cells.forEach(ReconciliationClient::cell);
      }
    }
    return answer;
  }

  private static void cell(JsonNode cell) {
    List<String> names = fieldNames(cell);
    if (names.contains("id")) {
      assertThat(names).contains("name").isSubsetOf("id", "name", "description");
      return;
    }
    assertThat(names).hasSize(1);
    JsonNode value = cell.elements().next();
    switch (names.get(0)) {
      case "str" -> assertThat(value.isTextual()).isTrue();
      case "float" -> assertThat(value.isNumber()).isTrue();
      case "int" -> assertThat(value.isIntegralNumber()).isTrue();
      case "date" -> assertThat(value.asText()).matches(DATE_TIME);
      default -> throw new AssertionError("no kind of cell: " + names);
    }
  }

  /** Asks for suggestions of entity, property or type. */
  JsonNode suggest(String what, String parameters) throws Exception {
    JsonNode place = manifest.at("/suggest/" + what);
    JsonNode answer =
        json(
            get(
                place.get("service_url").asText()
                    + place.get("service_path").asText()
                    + "?"
                    + parameters));
    assertThat(answer.path("result").isArray()).isTrue();
    named(answer.get("result"));
    answer.get("result").forEach(one -> named(one.path("notable")));
    return answer.get("result");
  }

  /** Asks which columns there are for a type. */
  JsonNode properties(String type) throws Exception {
    JsonNode place = manifest.at("/extend/propose_properties");
    JsonNode answer =
        json(
            get(
                place.get("service_url").asText()
                    + place.get("service_path").asText()
                    + "?type="
                    + type));
    named(answer.get("properties"));
    return answer.get("properties");
  }

  /** Fetches the preview of an entity. */
  HttpResponse<String> preview(String id) throws Exception {
    return get(manifest.at("/preview/url").asText().replace("{{id}}", encode(id)));
  }

  /** Sends a parameter to the service. */
  HttpResponse<String> send(String name, String value, boolean posted) throws Exception {
    String form = name + "=" + encode(value);
    HttpRequest.Builder request =
        posted
            ? HttpRequest.newBuilder(service)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
            : HttpRequest.newBuilder(URI.create(service + "?" + form));
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  static HttpResponse<String> get(String address) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return JSON.readTree(response.body());
  }

  private static void named(JsonNode list) {
    for (JsonNode one : list) {
      assertThat(one.path("id").isTextual() && one.path("name").isTextual()).isTrue();
    }
  }

  private static List<String> fieldNames(JsonNode object) {
    List<String> names = new java.util.ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
