package org.entente.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entente.rdf.Dip;

/** What the service tells of itself. */
public final class Manifest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WIDTH = 400;
  private static final int HEIGHT = 240;

  private Manifest() {}

  /**
   * Returns the manifest.
   *
   * @param server address of the server, without a slash at its end
   * @param path path of the service below it, beginning with a slash
   * @param title title of the dataset
   * @param base base of the IRIs of the graph
   */
  public static ObjectNode of(String server, String path, String title, String base) {
    ObjectNode manifest = JSON.createObjectNode();
    manifest.putArray("versions").add("0.2");
    manifest.put("name", title).put("identifierSpace", base).put("schemaSpace", Dip.NS);
    EntityKinds.put(manifest.putArray("defaultTypes"), EntityKinds.ALL);
    manifest.putObject("view").put("url", server + "/#/{{id}}");
    manifest
        .putObject("preview")
        .put("url", server + path + "/preview?id={{id}}")
        .put("width", WIDTH)
        .put("height", HEIGHT);
    ObjectNode suggest = manifest.putObject("suggest");
    for (String what : new String[] {"entity", "property", "type"}) {
      suggest
          .putObject(what)
          .put("service_url", server)
          .put("service_path", path + "/suggest/" + what);
    }
    ObjectNode extend = manifest.putObject("extend");
    extend
        .putObject("propose_properties")
        .put("service_url", server)
        .put("service_path", path + "/properties");
    extend
        .putArray("property_settings")
        .addObject()
        .put("name", "limit")
        .put("label", "Limit")
        .put("type", "number")
        .put("default", 0)
        .put("help_text", "The most values in a cell; 0 for all");
    manifest.put("batchSize", Reconciler.BATCH);
    return manifest;
  }
}
