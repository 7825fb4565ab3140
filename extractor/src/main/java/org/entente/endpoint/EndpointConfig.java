package org.entente.endpoint;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/**
 * The assembler description of the service, {@code fuseki-config/config.ttl}, for a given store.
 *
 * <p>The locations are replaced as RDF literals, never as text, so that no directory name can
 * change what the file says.
 */
final class EndpointConfig {
  /** Where the file lies on the class path. */
  static final String RESOURCE = "/org/entente/fuseki/config.ttl";

  private static final Property TDB2_LOCATION =
      ResourceFactory.createProperty("http://jena.apache.org/2016/tdb#location");
  private static final Property TEXT_DIRECTORY =
      ResourceFactory.createProperty("http://jena.apache.org/text#directory");

  private static final Property CONTEXT_NAME =
      ResourceFactory.createProperty("http://jena.hpl.hp.com/2005/11/Assembler#cxtName");
  private static final Property CONTEXT_VALUE =
      ResourceFactory.createProperty("http://jena.hpl.hp.com/2005/11/Assembler#cxtValue");

  private EndpointConfig() {}

  /**
   * Reads the description for one generation of a store.
   *
   * @param generation folder that holds {@code tdb2} and {@code text}
   * @param timeout the longest time that a query may take, in place of the one in the file
   * @return the description with absolute locations
   */
  static Model forGeneration(Path generation, Optional<Duration> timeout) {
    Path directory = generation.toAbsolutePath().normalize();
    Path graph = directory.resolve("tdb2");
    Path text = directory.resolve("text");
    Model model = read();
    replace(model, TDB2_LOCATION, graph);
    replace(model, TEXT_DIRECTORY, text);
    timeout.ifPresent(t -> setTimeout(model, t));
    return model;
  }

  private static Model read() {
    Model model = ModelFactory.createDefaultModel();
    try (InputStream in = EndpointConfig.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing from the class path: " + RESOURCE);
      }
      RDFDataMgr.read(model, in, "https://w3id.org/entente/fuseki/config", Lang.TURTLE);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return model;
  }

  private static void setTimeout(Model model, Duration timeout) {
    var settings = model.listSubjectsWithProperty(CONTEXT_NAME, "arq:queryTimeout").toList();
    if (settings.size() != 1) {
      throw new IllegalStateException(RESOURCE + " should set arq:queryTimeout once");
    }
    String millis = timeout.toMillis() + "," + timeout.toMillis();
    settings.get(0).removeAll(CONTEXT_VALUE).addProperty(CONTEXT_VALUE, millis);
  }

  private static void replace(Model model, Property property, Path path) {
    var subjects = model.listSubjectsWithProperty(property).toList();
    if (subjects.size() != 1) {
      throw new IllegalStateException(
          RESOURCE + " should state " + property + " once, not " + subjects.size() + " times");
    }
    subjects.get(0).removeAll(property).addProperty(property, path.toString());
  }
}
