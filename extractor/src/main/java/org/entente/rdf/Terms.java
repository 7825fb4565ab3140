package org.entente.rdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.document.XmlText;

/** The terms of other vocabularies that the program writes, and the shapes of its literals. */
public final class Terms {
  /** Namespace of the NLP Interchange Format. */
  public static final String NIF =
      "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";

  /** Namespace of the ITS ontology. */
  public static final String ITSRDF = "http://www.w3.org/2005/11/its/rdf#";

  /** Namespace of the provenance ontology. */
  public static final String PROV = "http://www.w3.org/ns/prov#";

  /** Namespace of Dublin Core terms. */
  public static final String DCTERMS = "http://purl.org/dc/terms/";

  /** Namespace of SKOS. */
  public static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

  /** Namespace of RDF Schema. */
  public static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";

  /** Namespace of GeoSPARQL. */
  public static final String GEO = "http://www.opengis.net/ont/geosparql#";

  /** Namespace of schema.org. */
  public static final String SCHEMA = "https://schema.org/";

  /** Namespace of the Vocabulary of Interlinked Datasets. */
  public static final String VOID = "http://rdfs.org/ns/void#";

  /** Namespace of the Data Catalog Vocabulary. */
  public static final String DCAT = "http://www.w3.org/ns/dcat#";

  /** Namespace of Wikidata's entities. */
  public static final String WD = "http://www.wikidata.org/entity/";

  /** Namespace of Wikidata's direct properties. */
  public static final String WDT = "http://www.wikidata.org/prop/direct/";

  /** rdf:type. */
  public static final Node TYPE = uri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

  /** rdfs:label. */
  public static final Node LABEL = uri(RDFS + "label");

  /** skos:altLabel. */
  public static final Node ALT_LABEL = uri(SKOS + "altLabel");

  /** skos:exactMatch. */
  public static final Node EXACT_MATCH = uri(SKOS + "exactMatch");

  /** skos:closeMatch. */
  public static final Node CLOSE_MATCH = uri(SKOS + "closeMatch");

  /** dcterms:identifier. */
  public static final Node IDENTIFIER = uri(DCTERMS + "identifier");

  /** dcterms:title. */
  public static final Node TITLE = uri(DCTERMS + "title");

  /** dcterms:issued. */
  public static final Node ISSUED = uri(DCTERMS + "issued");

  /** dcterms:source. */
  public static final Node SOURCE = uri(DCTERMS + "source");

  /** dcterms:publisher. */
  public static final Node PUBLISHER = uri(DCTERMS + "publisher");

  /** dcterms:creator. */
  public static final Node CREATOR = uri(DCTERMS + "creator");

  /** dcterms:license. */
  public static final Node LICENSE = uri(DCTERMS + "license");

  /** dcterms:created. */
  public static final Node CREATED = uri(DCTERMS + "created");

  /** skos:note. */
  public static final Node NOTE = uri(SKOS + "note");

  /** dcterms:modified. */
  public static final Node MODIFIED = uri(DCTERMS + "modified");

  /** prov:Agent. */
  public static final Node AGENT = uri(PROV + "Agent");

  /** prov:wasAttributedTo. */
  public static final Node WAS_ATTRIBUTED_TO = uri(PROV + "wasAttributedTo");

  /** prov:Entity. */
  public static final Node ENTITY = uri(PROV + "Entity");

  /** prov:used. */
  public static final Node USED = uri(PROV + "used");

  /** prov:invalidated. */
  public static final Node INVALIDATED = uri(PROV + "invalidated");

  /** prov:startedAtTime. */
  public static final Node STARTED_AT = uri(PROV + "startedAtTime");

  /** prov:endedAtTime. */
  public static final Node ENDED_AT = uri(PROV + "endedAtTime");

  /** prov:wasInfluencedBy. */
  public static final Node WAS_INFLUENCED_BY = uri(PROV + "wasInfluencedBy");

  /** dcterms:description. */
  public static final Node DESCRIPTION = uri(DCTERMS + "description");

  /** nif:Context. */
  public static final Node CONTEXT = uri(NIF + "Context");

  /** nif:Sentence. */
  public static final Node SENTENCE = uri(NIF + "Sentence");

  /** nif:Phrase. */
  public static final Node PHRASE = uri(NIF + "Phrase");

  /** nif:isString. */
  public static final Node IS_STRING = uri(NIF + "isString");

  /** nif:beginIndex. */
  public static final Node BEGIN_INDEX = uri(NIF + "beginIndex");

  /** nif:endIndex. */
  public static final Node END_INDEX = uri(NIF + "endIndex");

  /** nif:anchorOf. */
  public static final Node ANCHOR_OF = uri(NIF + "anchorOf");

  /** nif:referenceContext. */
  public static final Node REFERENCE_CONTEXT = uri(NIF + "referenceContext");

  /** itsrdf:taIdentRef. */
  public static final Node TA_IDENT_REF = uri(ITSRDF + "taIdentRef");

  /** itsrdf:taConfidence. */
  public static final Node TA_CONFIDENCE = uri(ITSRDF + "taConfidence");

  /** prov:wasGeneratedBy. */
  public static final Node WAS_GENERATED_BY = uri(PROV + "wasGeneratedBy");

  /** prov:wasAssociatedWith. */
  public static final Node WAS_ASSOCIATED_WITH = uri(PROV + "wasAssociatedWith");

  /** prov:Activity. */
  public static final Node ACTIVITY = uri(PROV + "Activity");

  /** prov:SoftwareAgent. */
  public static final Node SOFTWARE_AGENT = uri(PROV + "SoftwareAgent");

  /** schema:softwareVersion. */
  public static final Node SOFTWARE_VERSION = uri(SCHEMA + "softwareVersion");

  /** schema:name: what one document calls an entity. */
  public static final Node NAME = uri(SCHEMA + "name");

  /** schema:alternateName: what else one document calls an entity. */
  public static final Node ALTERNATE_NAME = uri(SCHEMA + "alternateName");

  /** schema:containedInPlace: the place around, as one document tells it. */
  public static final Node CONTAINED_IN_PLACE = uri(SCHEMA + "containedInPlace");

  /** geo:hasGeometry. */
  public static final Node HAS_GEOMETRY = uri(GEO + "hasGeometry");

  /** geo:Geometry. */
  public static final Node GEOMETRY = uri(GEO + "Geometry");

  /** geo:asWKT. */
  public static final Node AS_WKT = uri(GEO + "asWKT");

  /** Customary prefixes of all namespaces that the graph uses. */
  public static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("dip", Dip.NS),
          Map.entry("nif", NIF),
          Map.entry("itsrdf", ITSRDF),
          Map.entry("prov", PROV),
          Map.entry("dcterms", DCTERMS),
          Map.entry("skos", SKOS),
          Map.entry("rdfs", RDFS),
          Map.entry("geo", GEO),
          Map.entry("schema", SCHEMA),
          Map.entry("void", VOID),
          Map.entry("dcat", DCAT),
          Map.entry("wd", WD),
          Map.entry("wdt", WDT),
          Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"));

  private static final RDFDatatype WKT = new BaseDatatype(GEO + "wktLiteral");

  private Terms() {}

  /** Returns the node of an IRI. */
  public static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }

  /**
   * Returns a plain string. Half a surrogate pair has no UTF-8 form and would break the store; it
   * becomes the replacement character, which has the same length.
   */
  public static Node string(String text) {
    return NodeFactory.createLiteralString(XmlText.replace(text, XmlText::isHalf, '\uFFFD'));
  }

  /** Tells whether a day lies in the years 1 to 9999, which every reader of xsd:date knows. */
  static boolean writable(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9999;
  }

  /** Returns an xsd:date. */
  public static Node date(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  /** Returns an xsd:dateTime of whole seconds. */
  public static Node time(Instant time) {
    return NodeFactory.createLiteralDT(
        time.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
  }

  /** Returns an xsd:nonNegativeInteger. */
  public static Node count(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDnonNegativeInteger);
  }

  /** Returns an xsd:integer. */
  public static Node integer(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  /**
   * Returns a number from 0 to 1 as an xsd:decimal of at most three digits; others are cut off. It
   * is in canonical form: TDB2 stores 0.80 and 0.8 as two nodes, yet reads both as 0.8, so that the
   * former could never be deleted again.
   */
  public static Node confidence(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(Math.min(1, Math.max(0, value)))
            .setScale(3, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return NodeFactory.createLiteralDT(
        rounded.setScale(Math.max(1, rounded.scale())).toPlainString(), XSDDatatype.XSDdecimal);
  }

  /** Returns an xsd:dayTimeDuration. */
  public static Node duration(Duration length) {
    return NodeFactory.createLiteralDT(length.toString(), XSDDatatype.XSDdayTimeDuration);
  }

  /** Returns a point as WKT in the order longitude, latitude. */
  static Node point(double latitude, double longitude) {
    return wkt("POINT(" + plain(longitude) + " " + plain(latitude) + ")");
  }

  /** Returns a literal of well-known text. */
  static Node wkt(String text) {
    return NodeFactory.createLiteralDT(text, WKT);
  }

  private static String plain(double degrees) {
    return BigDecimal.valueOf(degrees)
        .setScale(5, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
