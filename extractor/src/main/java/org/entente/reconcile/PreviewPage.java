package org.entente.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.export.ExportedEntity;

/**
 * The page that a client shows in a frame beside a candidate: no script, every text of the graph
 * escaped, one style sheet that the policy names by its hash.
 */
public final class PreviewPage {
  private static final String STYLE =
      "body{font:14px/1.4 system-ui,sans-serif;margin:12px;color:#1d2433;background:#fff}"
          + "h1{font-size:17px;margin:0 0 2px}p{margin:0 0 8px;color:#4a5468}"
          + "dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:0}"
          + "dt{color:#4a5468}dd{margin:0}"
          + "@media(prefers-color-scheme:dark){body{color:#e6e9f0;background:#161b26}"
          + "p,dt{color:#a9b3c6}a{color:#8ab4ff}}";

  /** The policy with which the page has to be sent; any page may frame it. */
  public static final String POLICY = "default-src 'none'; style-src '" + hash() + "'";

  private static final List<EntityProperty> SHOWN =
      List.of(
          EntityProperty.COUNTRY,
          EntityProperty.OFFICES,
          EntityProperty.EVENTS,
          EntityProperty.FIRST,
          EntityProperty.LAST,
          EntityProperty.NAMES);

  private static final int MOST_VALUES = 4;

  private PreviewPage() {}

  /**
   * Returns the page of an entity.
   *
   * @param reconciler knows the graph
   * @param id identifier of the entity
   * @return HTML, or empty where the graph has no such entity
   */
  public static Optional<String> of(Reconciler reconciler, String id) {
    return reconciler.entity(id).map(entity -> page(reconciler, entity));
  }

  private static String page(Reconciler reconciler, ExportedEntity entity) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    page.append("<meta charset=\"utf-8\"><title>").append(escape(entity.label()));
    page.append("</title><style>").append(STYLE).append("</style></head><body><h1>");
    page.append(escape(entity.label())).append("</h1><p>").append(escape(entity.type()));
    if (!entity.description().isEmpty()) {
      page.append(" · ").append(escape(entity.description()));
    }
    page.append("</p><dl>");
    for (EntityProperty property : SHOWN) {
      if (property.kinds().contains(entity.type())) {
        row(page, property, values(reconciler, property, entity));
      }
    }
    if (!entity.qid().isEmpty()) {
      page.append("<dt>Wikidata</dt><dd><a target=\"_blank\" rel=\"noopener noreferrer\"");
      page.append(" href=\"https://www.wikidata.org/wiki/").append(escape(entity.qid()));
      page.append("\">").append(escape(entity.qid())).append("</a></dd>");
    }
    return page.append("</dl></body></html>\n").toString();
  }

  private static void row(StringBuilder page, EntityProperty property, List<String> values) {
    if (!values.isEmpty()) {
      page.append("<dt>").append(escape(property.title())).append("</dt><dd>");
      page.append(escape(String.join("; ", values))).append("</dd>");
    }
  }

  private static List<String> values(
      Reconciler reconciler, EntityProperty property, ExportedEntity entity) {
    ArrayNode cell = new ObjectMapper().createArrayNode();
    property.values(reconciler.view(), entity, cell);
    List<String> values = new ArrayList<>();
    for (var value : cell) {
      String text =
          value.has("name") ? value.get("name").asText() : value.elements().next().asText();
      values.add(text.replaceFirst("T00:00:00Z$", ""));
    }
    return values.size() > MOST_VALUES ? values.subList(0, MOST_VALUES) : values;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String hash() {
    return "sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(STYLE));
  }
}
