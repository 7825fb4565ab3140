package org.entente.rdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Tenure;
import org.entente.document.Block;
import org.entente.document.Document;
import org.entente.document.Fingerprint;
import org.entente.document.Span;
import org.entente.report.Details;
import org.entente.report.DocumentReports;
import org.entente.report.Kind;
import org.entente.report.Participant;
import org.entente.report.Report;
import org.entente.report.ReportedFormat;
import org.entente.report.ReportedOutcome;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Turns a document and its reports into the triples of the document's graph.
 *
 * <p>The graph holds everything from which the graphs of events and entities are derived, so that a
 * document can be replaced or removed by its graph alone: of each entity its type, the names that
 * this document gives it ({@code schema:name}, {@code schema:alternateName}; labels belong to the
 * graph of entities), a link that is not sure ({@code skos:closeMatch}), and of places the place
 * around ({@code schema:containedInPlace}, from the order of the venue's names).
 *
 * <p>Immutable and thread-safe.
 */
public final class DocumentMapper {
  private final Iris iris;
  private final EntityFacts facts;
  private final String version;

  /**
   * Creates a mapper.
   *
   * @param iris mints the IRIs
   * @param facts tells the type of linked entities and the polities by name
   * @param version version of the program, for the provenance
   */
  public DocumentMapper(Iris iris, EntityFacts facts, String version) {
    this.iris = iris;
    this.facts = facts;
    this.version = version;
  }

  /**
   * Returns a checksum of everything in a document that its reports depend on.
   *
   * @param document the document
   * @return SHA-256 in hexadecimal digits
   */
  public static String digest(Document document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (String part :
          List.of(
              document.id(),
              document.text(),
              document.published().map(Object::toString).orElse(""),
              document.title(),
              document.url(),
              document.publisher())) {
        byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
      }
      for (Block block : document.blocks()) {
        out.writeInt(block.span().begin());
        out.writeInt(block.span().end());
        out.writeInt(block.kind().ordinal());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Iris.hash(bytes.toByteArray());
  }

  /**
   * Returns the label of a report.
   *
   * @param kind the kind of event
   * @param status whether it took place
   * @param participants names of the parties, in the document's order
   * @param place name of the most specific place
   * @param date the days in which it lies
   * @param teller the outlet or, where it is not known, the identifier of the document
   */
  public static String reportLabel(
      Kind kind,
      Status status,
      List<String> participants,
      Optional<String> place,
      Optional<DateBounds> date,
      String teller) {
    return Labels.event(kind, status, participants, place, date) + ", as told by " + teller;
  }

  /** Returns the property by which a report has a party of that role besides the general one. */
  public static Optional<Node> roleProperty(Role role) {
    return switch (role) {
      case HOST -> Optional.of(Dip.REPORTS_HOST);
      case GUEST -> Optional.of(Dip.REPORTS_GUEST);
      case MEDIATOR -> Optional.of(Dip.REPORTS_MEDIATOR);
      case PARTICIPANT -> Optional.empty();
    };
  }

  /** Returns the triples of the document's graph. */
  public DocumentGraph map(DocumentReports reports) {
    return new Mapping(reports).map();
  }

  private final class Mapping {
    private final Set<Triple> triples = new LinkedHashSet<>();
    private final Map<Integer, String> described = new LinkedHashMap<>();
    private final DocumentReports input;
    private final Document document;
    private final Node documentNode;

    Mapping(DocumentReports input) {
      this.input = input;
      this.document = input.annotated().document();
      this.documentNode = Terms.uri(iris.document(document.id()));
    }

    DocumentGraph map() {
      document();
      Set<Span> evidence = new TreeSet<>();
      int number = 0;
      for (Report report : input.reports()) {
        report(report, Terms.uri(iris.report(document.id(), ++number)));
        evidence.addAll(report.evidence());
      }
      for (Span span : evidence) {
        Node mention = stretch(span);
        add(mention, Terms.TYPE, Terms.SENTENCE);
      }
      mentions(evidence);
      return new DocumentGraph(
          document.id(), Terms.uri(iris.documentGraph(document.id())), List.copyOf(triples));
    }

    private void document() {
      add(documentNode, Terms.TYPE, Dip.DOCUMENT);
      add(documentNode, Terms.TYPE, Terms.CONTEXT);
      add(documentNode, Terms.IDENTIFIER, Terms.string(document.id()));
      add(documentNode, Terms.IS_STRING, Terms.string(document.text()));
      add(documentNode, Terms.BEGIN_INDEX, Terms.count(0));
      add(documentNode, Terms.END_INDEX, Terms.count(document.text().length()));
      add(documentNode, Dip.DIGEST, Terms.string(digest(document)));
      add(documentNode, Dip.FINGERPRINT, Terms.string(Fingerprint.of(document.text()).value()));
      add(documentNode, Dip.EXTRACTED_WITH, Terms.string(version));
      document
          .published()
          .filter(Terms::writable)
          .ifPresent(day -> add(documentNode, Terms.ISSUED, Terms.date(day)));
      text(documentNode, Terms.TITLE, document.title());
      text(documentNode, Terms.PUBLISHER, document.publisher());
      webAddress(document.url()).ifPresent(url -> add(documentNode, Terms.SOURCE, Terms.uri(url)));
    }

    private void report(Report report, Node node) {
      add(node, Terms.TYPE, Dip.REPORT);
      add(node, Dip.IN_DOCUMENT, documentNode);
      add(node, Dip.REPORTS_KIND, Dip.of(report.kind()));
      add(node, Dip.REPORTS_STATUS, Dip.of(report.status()));
      int number = 0;
      for (Participant participant : report.participants()) {
        Node agent = party(participant.agent());
        add(node, Dip.REPORTS_PARTICIPANT, agent);
        roleProperty(participant.role()).ifPresent(property -> add(node, property, agent));
        Node part = Terms.uri(iris.reportParticipation(node.getURI(), ++number));
        add(node, Dip.REPORTS_PARTICIPATION, part);
        add(part, Terms.TYPE, Dip.PARTICIPATION);
        add(part, Dip.AGENT, agent);
        add(part, Dip.ROLE, Dip.of(participant.role()));
        office(part, participant.office(), participant.agent().tenure());
        represented(participant.represents()).ifPresent(side -> add(part, Dip.REPRESENTS, side));
      }
      report.absentees().forEach(who -> add(node, Dip.REPORTS_ABSENTEE, party(who)));
      Node inner = null;
      for (Entity place : report.places()) {
        Node outer = entity(place);
        add(outer, Terms.TYPE, Dip.PLACE); // a polity used as a venue is a place too
        add(node, Dip.REPORTS_PLACE, outer);
        if (inner != null && !inner.equals(outer)) {
          add(inner, Terms.CONTAINED_IN_PLACE, outer);
        }
        inner = outer;
      }
      report
          .date()
          .filter(date -> Terms.writable(date.earliest()) && Terms.writable(date.latest()))
          .ifPresent(
              date -> {
                add(node, Dip.REPORTS_EARLIEST, Terms.date(date.earliest()));
                add(node, Dip.REPORTS_LATEST, Terms.date(date.latest()));
              });
      text(node, Dip.REPORTS_DATE_TEXT, report.dateText());
      report
          .duration()
          .ifPresent(
              duration -> {
                add(node, Dip.REPORTS_DURATION, Terms.duration(duration.length()));
                text(node, Dip.REPORTS_DURATION_TEXT, duration.text());
              });
      report.topics().forEach(topic -> text(node, Dip.REPORTS_TOPIC, topic));
      details(report.details(), node);
      report.evidence().forEach(span -> add(node, Dip.EVIDENCE, mention(span)));
      add(node, Dip.CONFIDENCE, Terms.confidence(report.confidence()));
      text(node, Dip.JUDGEMENT, report.judgement());
      text(
          node,
          Terms.LABEL,
          reportLabel(
              report.kind(),
              report.status(),
              report.participants().stream().map(p -> p.agent().name()).toList(),
              report.places().stream().findFirst().map(Entity::name),
              report.date(),
              document.publisher().isEmpty() ? document.id() : document.publisher()));
      Node activity = Terms.uri(iris.reading(document.id(), report.rule()));
      Node software = Terms.uri(iris.software(version));
      add(node, Terms.WAS_GENERATED_BY, activity);
      add(activity, Terms.TYPE, Terms.ACTIVITY);
      text(activity, Dip.RULE, report.rule());
      add(activity, Terms.WAS_ASSOCIATED_WITH, software);
      add(software, Terms.TYPE, Terms.SOFTWARE_AGENT);
      add(software, Terms.SOFTWARE_VERSION, Terms.string(version));
      add(software, Terms.LABEL, Terms.string("Entente " + version));
    }

    private void details(Details details, Node node) {
      for (ReportedFormat told : details.formats()) {
        add(node, Dip.REPORTS_FORMAT, Dip.of(told.format()));
        wording(node, told.words(), Dip.of(told.format()));
      }
      for (ReportedOutcome told : details.outcomes()) {
        add(node, Dip.REPORTS_OUTCOME, Dip.of(told.outcome()));
        wording(node, told.words(), Dip.of(told.outcome()));
      }
      details
          .partOf()
          .ifPresent(
              whole ->
                  add(node, Dip.REPORTS_PART_OF, Terms.uri(iris.report(document.id(), whole + 1))));
      text(
          node,
          Dip.DERIVATION,
          details.derivation().stream()
              .map(step -> step.part() + ": " + step.reason())
              .collect(Collectors.joining("\n")));
    }

    private void wording(Node report, Span words, Node concept) {
      Node node = stretch(words);
      add(node, Terms.TYPE, Terms.PHRASE);
      add(node, Dip.EXPRESSES, concept);
      add(report, Dip.WORDING, node);
    }

    /** Writes the mentions in the evidence, and for entities with none there their first name. */
    private void mentions(Set<Span> evidence) {
      Set<Integer> used = new LinkedHashSet<>(described.keySet());
      Set<Integer> seen = new TreeSet<>();
      for (Mention mention : input.annotated().mentions()) {
        if (!mention.entities().isEmpty()
            && evidence.stream().anyMatch(s -> s.contains(mention.span()))) {
          mention(mention);
          seen.addAll(mention.entities());
        }
      }
      for (MentionForm form : MentionForm.values()) {
        for (Mention mention : input.annotated().mentions()) {
          if (mention.form() == form
              && mention.entities().size() == 1
              && used.contains(mention.entities().get(0))
              && seen.add(mention.entities().get(0))) {
            mention(mention);
          }
        }
      }
    }

    private void mention(Mention mention) {
      Node node = stretch(mention.span());
      add(node, Terms.TYPE, Terms.PHRASE);
      double confidence = 1;
      for (int number : mention.entities()) {
        Entity entity = input.annotated().entities().get(number);
        add(node, Terms.TA_IDENT_REF, entity(entity));
        confidence = Math.min(confidence, entity.link().map(Link::confidence).orElse(confidence));
        if (mention.entities().size() == 1) {
          text(node, Dip.FULL_NAME, entity.name());
        }
      }
      add(node, Terms.TA_CONFIDENCE, Terms.confidence(confidence));
      add(node, Dip.MENTION_FORM, Dip.of(mention.form()));
      office(node, mention.office(), mention.tenure());
      for (String name : mention.represents()) {
        represented(name).ifPresent(side -> add(node, Dip.REPRESENTS, side));
      }
    }

    private void office(Node node, String office, Tenure tenure) {
      if (!office.isBlank()) {
        text(node, Dip.OFFICE, office);
        add(node, Dip.TENURE, Dip.of(tenure));
      }
    }

    private Node mention(Span span) {
      return Terms.uri(iris.mention(document.id(), span));
    }

    private Node stretch(Span span) {
      Node node = mention(span);
      add(node, Terms.TYPE, Dip.MENTION);
      add(node, Terms.REFERENCE_CONTEXT, documentNode);
      add(node, Terms.BEGIN_INDEX, Terms.count(span.begin()));
      add(node, Terms.END_INDEX, Terms.count(span.end()));
      add(node, Terms.ANCHOR_OF, Terms.string(span.of(document.text())));
      return node;
    }

    /** Returns the node of an entity and writes what the document says of it. */
    private Node entity(Entity entity) {
      Entity typed = typed(entity);
      String known = described.get(entity.id());
      if (known != null) {
        return Terms.uri(known);
      }
      String iri = iris.entity(typed, document);
      described.put(entity.id(), iri);
      Node node = Terms.uri(iri);
      add(node, Terms.TYPE, Dip.of(typed.type()));
      text(node, Terms.NAME, entity.name());
      entity.otherNames().forEach(name -> text(node, Terms.ALTERNATE_NAME, name));
      entity
          .link()
          .filter(link -> link.confidence() >= Iris.SURE && !link.label().equals(entity.name()))
          .ifPresent(link -> text(node, Terms.ALTERNATE_NAME, link.label()));
      entity
          .link()
          .filter(link -> link.confidence() < Iris.SURE)
          .ifPresent(link -> add(node, Terms.CLOSE_MATCH, Terms.uri(Terms.WD + link.qid())));
      return node;
    }

    /** Returns the node of an agent; a place that acts as a party is a polity too. */
    private Node party(Entity entity) {
      Node node = entity(entity);
      if (typed(entity).type() == EntityType.PLACE) {
        add(node, Terms.TYPE, Dip.of(EntityType.POLITY));
      }
      return node;
    }

    /** A state is one entity whether it acts or is a venue: the facts' type goes before. */
    private Entity typed(Entity entity) {
      Optional<EntityType> type =
          entity
              .link()
              .filter(link -> link.confidence() >= Iris.SURE)
              .flatMap(link -> facts.of(link.qid(), List.of(link.label(), entity.name())))
              .map(EntityFacts.Facts::type);
      return type.isEmpty() || type.get() == entity.type()
          ? entity
          : new Entity(
              entity.id(),
              type.get(),
              entity.name(),
              entity.otherNames(),
              entity.office(),
              entity.tenure(),
              entity.represents(),
              entity.link(),
              entity.named(),
              entity.reporter(),
              entity.within());
    }

    /** Finds the polity or body of that name: in the document, in the facts, or as named. */
    private Optional<Node> represented(String name) {
      if (name.isBlank()) {
        return Optional.empty();
      }
      for (Entity entity : input.annotated().entities()) {
        EntityType type = typed(entity).type();
        if ((type == EntityType.POLITY || type == EntityType.ORGANIZATION)
            && (entity.name().equalsIgnoreCase(name)
                || entity.otherNames().stream().anyMatch(name::equalsIgnoreCase)
                || entity.link().filter(l -> l.label().equalsIgnoreCase(name)).isPresent())) {
          return Optional.of(entity(entity));
        }
      }
      Optional<EntityFacts.Known> polity = facts.polity(name);
      Node node =
          Terms.uri(
              polity
                  .map(p -> iris.linked(p.type(), p.label(), p.qid()))
                  .orElseGet(() -> iris.named(EntityType.ORGANIZATION, name)));
      add(
          node,
          Terms.TYPE,
          Dip.of(polity.map(EntityFacts.Known::type).orElse(EntityType.ORGANIZATION)));
      text(node, Terms.NAME, name);
      return Optional.of(node);
    }

    private void text(Node subject, Node property, String value) {
      if (!value.isBlank()) {
        add(subject, property, Terms.string(value));
      }
    }

    private void add(Node subject, Node property, Node object) {
      triples.add(Triple.create(subject, property, object));
    }
  }

  /** Returns the address where it is one of the web; anything else would be no IRI. */
  private static Optional<String> webAddress(String url) {
    try {
      URI uri = new URI(url.strip());
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
