package org.entente.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Tenure;

/** Tells in words what a document says of an entity, and how it mentions it. */
final class EntityText {
  private EntityText() {}

  /** Returns one line for each entity that the document mentions, with its mentions. */
  static List<String> lines(AnnotatedDocument document) {
    List<String> lines = new ArrayList<>();
    for (Entity entity : document.entities()) {
      Map<String, Integer> mentions = new LinkedHashMap<>();
      for (Mention mention : document.mentions()) {
        if (mention.entities().contains(entity.id())) {
          mentions.merge(mention(document, mention), 1, Integer::sum);
        }
      }
      if (mentions.isEmpty()) {
        continue;
      }
      List<String> words = new ArrayList<>();
      mentions.forEach((text, count) -> words.add(count == 1 ? text : text + " \u00d7" + count));
      lines.add(
          "%s %s: %s"
              .formatted(
                  entity.type().name().toLowerCase(Locale.ROOT),
                  title(entity),
                  String.join("; ", words)));
    }
    return lines;
  }

  /** Returns the name with office, what is represented, and the link. */
  static String title(Entity entity) {
    List<String> more = new ArrayList<>();
    String office = office(entity.office(), entity.tenure());
    if (!office.isEmpty()) {
      more.add(office);
    }
    if (!entity.represents().isEmpty()) {
      more.add("for " + entity.represents());
    }
    entity.link().ifPresent(link -> more.add(link.qid()));
    if (entity.reporter()) {
      more.add("reports");
    }
    return entity.name() + (more.isEmpty() ? "" : " (" + String.join(", ", more) + ")");
  }

  /** Returns the office with the way in which it is held, such as "former president". */
  static String office(String office, Tenure tenure) {
    return office.isBlank() || tenure == Tenure.CURRENT
        ? office
        : tenure.name().toLowerCase(Locale.ROOT) + " " + office;
  }

  private static String mention(AnnotatedDocument document, Mention mention) {
    String text = mention.span().of(document.document().text()).replaceAll("[\\s\\u00a0]+", " ");
    List<String> more = new ArrayList<>();
    if (mention.form() != MentionForm.NAME) {
      more.add(mention.form().name().toLowerCase(Locale.ROOT));
    }
    String office = office(mention.office(), mention.tenure());
    if (!office.isEmpty()) {
      more.add(office);
    }
    if (!mention.represents().isEmpty()) {
      more.add("for " + String.join(" and ", mention.represents()));
    }
    return "\"" + text + "\"" + (more.isEmpty() ? "" : " [" + String.join(", ", more) + "]");
  }
}
