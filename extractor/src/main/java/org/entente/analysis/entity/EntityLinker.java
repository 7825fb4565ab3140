package org.entente.analysis.entity;

import java.util.Optional;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;

/** Links entities of documents that were read before, as they are linked when one is read. */
public final class EntityLinker {
  private final Gazetteer gazetteer;
  private final Linker linker;

  /** Creates a linker to the entities of that gazetteer. */
  public EntityLinker(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.linker = new Linker(gazetteer);
  }

  /** Returns the link of an entity, whatever link it has; empty where none is clearly the best. */
  public Optional<Link> link(Entity entity, LinkContext context) {
    EntityDraft draft = new EntityDraft(entity.type(), entity.name());
    draft.names.add(entity.name());
    draft.names.addAll(entity.otherNames());
    draft.office = entity.office();
    draft.tenure = entity.tenure();
    draft.represents = entity.represents();
    draft.named = entity.named();
    if (entity.type() == EntityType.POLITY) {
      draft.polity = gazetteer.polity(entity.name()).orElse(null);
    } else if (entity.type() == EntityType.ORGANIZATION) {
      draft.body = gazetteer.body(entity.name()).orElse(null);
    }
    linker.link(draft, context);
    return draft.link;
  }
}
