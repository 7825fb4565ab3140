package org.entente.linking;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Offers items of Wikidata for names. */
public interface LinkingService {
  /** Returns what tells the service from others, such as its address. */
  String id();

  /** Returns how many names are best asked for at once. */
  int batch();

  /**
   * Asks for names.
   *
   * @param names the names, each once
   * @return the candidates of every name, best first; none where the service knows nothing
   * @throws IOException when there is no answer, or none that can be read
   * @throws UnfitServiceException when the service can never be used
   */
  Map<String, List<Candidate>> candidates(Collection<String> names) throws IOException;
}
