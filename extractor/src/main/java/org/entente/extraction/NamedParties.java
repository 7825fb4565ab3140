package org.entente.extraction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;

/**
 * Finds the parties that an account only counts ("the two leaders met") among those named right
 * before it, where no event told before has them.
 */
final class NamedParties {
  /** How many sentences before the account may name them. */
  private static final int REACH = 3;

  private final AnnotatedDocument document;

  NamedParties(AnnotatedDocument document) {
    this.document = document;
  }

  /**
   * Returns the parties by number: exactly as many as are counted must be named in the sentences
   * right before, read backwards until enough are.
   */
  Optional<Set<Integer>> before(int sentence, CountedParties counted) {
    Set<Integer> named = new LinkedHashSet<>();
    for (int i = sentence - 1; i >= Math.max(0, sentence - REACH); i--) {
      for (Mention m : document.mentions()) {
        if (m.range().sentence() == i && fits(m, counted)) {
          named.addAll(m.entities());
        }
      }
      if (named.size() >= counted.count()) {
        break;
      }
    }
    return named.size() == counted.count() ? Optional.of(named) : Optional.empty();
  }

  private boolean fits(Mention m, CountedParties counted) {
    List<Entity> entities = m.entities().stream().map(document.entities()::get).toList();
    return !entities.isEmpty()
        && entities.stream().noneMatch(Entity::reporter)
        && (counted.people()
            ? entities.stream().allMatch(e -> e.type() == EntityType.PERSON)
            : m.type() == EntityType.POLITY || m.type() == EntityType.ORGANIZATION);
  }
}
