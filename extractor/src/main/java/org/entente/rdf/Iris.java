package org.entente.rdf;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.document.Document;
import org.entente.document.Span;

/**
 * The one place where IRIs are minted. Every IRI follows from its arguments alone, so that a second
 * run gives those of the first.
 *
 * <p>Identity of entities over documents:
 *
 * <ul>
 *   <li>linked with confidence of at least {@link #SURE}: label and Wikidata identifier, such as
 *       {@code person/vladimir-putin-Q7747}; one IRI in all documents;
 *   <li>named in full but not linked: the name, {@code organization/harbour-union}; a person's with
 *       whom the person stands for, where a document says so, {@code person/jane-q-doe--norland},
 *       since two countries can have people of one name;
 *   <li>a person of whom a document gives a single name: the name and whom the person stands for,
 *       {@code person/wang--china}; where that is not said, the document as well, since two
 *       documents that speak of a Smith need not speak of one;
 *   <li>known by a description alone ("Iranian foreign minister"): the description and the year of
 *       the document, since offices change hands; without a year, the document.
 * </ul>
 */
public final class Iris {
  /** The base used where none is set. */
  public static final String DEFAULT_BASE = "https://w3id.org/entente/id/";

  /** Confidence from which a link counts as identity; below it is a close match. */
  public static final double SURE = 0.75;

  private static final Pattern LINKED = Pattern.compile(".*-(Q[1-9][0-9]*)");

  private final String base;

  /**
   * Creates a mint.
   *
   * @param base absolute IRI that ends in / or #
   * @throws IllegalArgumentException for another base
   */
  public Iris(String base) {
    if (!base.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]*[/#]")) {
      throw new IllegalArgumentException(
          "not a base IRI: '" + base + "'; expected an absolute IRI that ends in / or #");
    }
    this.base = base;
  }

  /** Returns the base. */
  public String base() {
    return base;
  }

  /** Tells whether an IRI of this base is of something that is no part of a document or event. */
  public boolean isShared(String iri) {
    return iri.startsWith(base)
        && !iri.startsWith("document/", base.length())
        && !iri.startsWith("event/", base.length());
  }

  /** Returns the IRI of a document. */
  public String document(String id) {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a document needs an identifier");
    }
    return base + "document/" + encode(id);
  }

  /** Returns the IRI of a document's report. */
  public String report(String document, int number) {
    return document(document) + "/report/" + number;
  }

  /** Returns the IRI of an agent's part in a report; numbers keep the document's order. */
  public String reportParticipation(String report, int number) {
    return report + "/participation/" + number;
  }

  /** Returns the IRI of a stretch of a document. */
  public String mention(String document, Span span) {
    return document(document) + "/mention/" + span.begin() + "-" + span.end();
  }

  /** Returns the IRI of the event that is named after that report. */
  public String event(String anchorReport) {
    String relative =
        anchorReport.startsWith(base) ? anchorReport.substring(base.length()) : anchorReport;
    return base + "event/" + hash(relative, 16);
  }

  /** Returns the IRI of an agent's part in an event. */
  public String eventParticipation(String event, String agent) {
    String local = agent.startsWith(base) ? agent.substring(base.length()) : encode(agent);
    return event + "/participation/" + local.replace('/', '-');
  }

  /** Returns the IRI of an office that a person held; numbers keep the gazetteer's order. */
  public String officeTerm(String person, int number) {
    return person + "/office/" + number;
  }

  /** Returns the IRI of the geometry of a place. */
  public String geometry(String place) {
    return place + "/geometry";
  }

  /**
   * Returns the IRI of the reading of a document by one rule. It is that document's own: what many
   * graphs told of one IRI would have to be gone through whenever it is looked up.
   */
  public String reading(String document, String rule) {
    return document(document) + "/reading/" + encode(rule.isEmpty() ? "none" : rule);
  }

  /** Returns the IRI of a version of the program. */
  public String software(String version) {
    return base + "software/" + encode(version);
  }

  /** Returns the IRI of a researcher's decision; the same in every version of their file. */
  public String correction(String key) {
    return base + "correction/" + hash(key, 16);
  }

  /** Returns the IRI of a run of the program that began at that time. */
  public String run(Instant started) {
    return base + "run/" + started.toString().replaceAll("[-:.]", "");
  }

  /** Returns the IRI of a model or another file of knowledge, by its content. */
  public String knowledge(String name, String checksum) {
    return base + "knowledge/" + encode(name) + "/" + checksum.substring(0, 16);
  }

  /** Returns the IRI of the dataset. */
  public String dataset() {
    return base + "dataset";
  }

  /** Returns the name of the graph of a document. */
  public String documentGraph(String id) {
    return base + "graph/" + document(id).substring(base.length());
  }

  /** Tells whether a graph of that name is a document's. */
  public boolean isDocumentGraph(String graph) {
    return graph.startsWith(base + "graph/document/");
  }

  /** Returns the name of the graph of consolidated events and direct triples. */
  public String eventsGraph() {
    return base + "graph/events";
  }

  /** Returns the name of the graph of entities. */
  public String entitiesGraph() {
    return base + "graph/entities";
  }

  /** Returns the name of the graph of statements that were fetched from Wikidata. */
  public String wikidataGraph() {
    return base + "graph/wikidata";
  }

  /** Returns the name of the graph of a researcher's decisions. */
  public String correctionsGraph() {
    return base + "graph/corrections";
  }

  /** Returns the name of the graph of the runs of the program. */
  public String runsGraph() {
    return base + "graph/runs";
  }

  /** Returns the name of the graph of the dataset description. */
  public String datasetGraph() {
    return base + "graph/dataset";
  }

  /** Returns the name of the graph of what a person says of the dataset. */
  public String detailsGraph() {
    return base + "graph/dataset-details";
  }

  /** Returns the IRI of somebody who made the dataset and gave no IRI. */
  public String creator(String name) {
    return base + "creator/" + slug(name);
  }

  /** Returns the name of the graph of the ontology. */
  public String ontologyGraph() {
    return base + "graph/ontology";
  }

  /** Returns the name of the graph of example queries. */
  public String queriesGraph() {
    return base + "graph/queries";
  }

  /** Returns the names of the graphs that are no document's; a store need not have all of them. */
  public List<String> sharedGraphs() {
    return List.of(
        eventsGraph(),
        entitiesGraph(),
        wikidataGraph(),
        correctionsGraph(),
        runsGraph(),
        datasetGraph(),
        detailsGraph(),
        ontologyGraph(),
        queriesGraph());
  }

  /** Returns the IRI of an entity as that document speaks of it. */
  public String entity(Entity entity, Document document) {
    Optional<Link> link = entity.link().filter(l -> l.confidence() >= SURE);
    if (link.isPresent()) {
      return linked(entity.type(), link.get().label(), link.get().qid());
    }
    String name = path(entity.type()) + slug(entity.name());
    if (!entity.named()) {
      return base
          + name
          + "--"
          + document.published().map(d -> d.getYear() + "").orElse(encode(document.id()));
    }
    if (entity.type() != EntityType.PERSON) {
      return base + name;
    }
    if (!entity.represents().isEmpty()) {
      return base + name + "--" + slug(entity.represents());
    }
    boolean full = entity.name().strip().contains(" ");
    return base + name + (full ? "" : "--in-" + encode(document.id()));
  }

  /** Returns the IRI of an entity of Wikidata. */
  public String linked(EntityType type, String label, String qid) {
    return base + path(type) + slug(label) + "-" + qid;
  }

  /** Returns the IRI of a polity or body of which a document gives the name alone. */
  public String named(EntityType type, String name) {
    return base + path(type) + slug(name);
  }

  /** Returns the type that the IRI of an entity tells; empty for other IRIs. */
  public Optional<EntityType> type(String iri) {
    for (EntityType type : EntityType.values()) {
      if (iri.startsWith(base + path(type))) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Returns the Wikidata identifier that the IRI of a linked entity ends in. */
  public static Optional<String> qid(String iri) {
    Matcher matcher = LINKED.matcher(iri.substring(iri.lastIndexOf('/') + 1));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String path(EntityType type) {
    return switch (type) {
      case PERSON -> "person/";
      case ORGANIZATION -> "organization/";
      case POLITY -> "polity/";
      case PLACE -> "place/";
    };
  }

  /** Lower-case ASCII letters and digits with hyphens; what has none is told apart by a hash. */
  static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[\u2018\u2019'`.]", "")
            .toLowerCase(Locale.ROOT);
    String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    boolean lossy = plain.codePoints().anyMatch(c -> c > 127 && Character.isLetterOrDigit(c));
    if (slug.length() > 80) {
      slug = slug.substring(0, 80);
      lossy = true;
    }
    if (slug.isEmpty() || lossy) {
      String hash = hash(Normalizer.normalize(name, Normalizer.Form.NFKC), 8);
      return slug.isEmpty() ? hash : slug + "-" + hash;
    }
    return slug;
  }

  /** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3. */
  static String encode(String id) {
    boolean dots = id.chars().allMatch(c -> c == '.'); // . and .. are steps in a path
    StringBuilder encoded = new StringBuilder();
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || c == '-'
          || c == '_'
          || c == '~'
          || c == '.' && !dots) {
        encoded.append(c);
      } else {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  static String hash(String text, int digits) {
    return hash(text.getBytes(StandardCharsets.UTF_8)).substring(0, digits);
  }

  /** Returns the SHA-256 of some bytes in hexadecimal digits. */
  public static String hash(byte[] bytes) {
    return DigestUtils.sha256Hex(bytes);
  }
}
