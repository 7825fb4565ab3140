package org.entente.wikidata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Optional;
import org.wikidata.wdtk.datamodel.helpers.Datamodel;
import org.wikidata.wdtk.datamodel.helpers.DatamodelMapper;
import org.wikidata.wdtk.datamodel.implementation.EntityDocumentImpl;
import org.wikidata.wdtk.datamodel.interfaces.ItemDocument;

/** Reads items from the JSON of a dump. Safe for use by many threads. */
public final class ItemReader {
  private final ObjectReader reader =
      new DatamodelMapper(Datamodel.SITE_WIKIDATA)
          .readerFor(EntityDocumentImpl.class)
          .with(DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT);

  /**
   * Reads an item.
   *
   * @param json one entity
   * @return the item; empty for a property or lexeme
   * @throws JsonProcessingException when it is no entity of Wikidata
   */
  public Optional<Item> read(String json) throws JsonProcessingException {
    return reader.readValue(json) instanceof ItemDocument item
        ? Optional.of(new Item(item))
        : Optional.empty();
  }
}
