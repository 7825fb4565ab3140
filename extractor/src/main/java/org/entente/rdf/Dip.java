package org.entente.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Tenure;
import org.entente.report.Format;
import org.entente.report.Kind;
import org.entente.report.Outcome;
import org.entente.report.Role;
import org.entente.report.Status;

/** The terms of the diplomacy ontology that the program writes. */
public final class Dip {
  /** Namespace of the ontology. */
  public static final String NS = "https://w3id.org/entente/diplomacy#";

  /** Class of events of any kind. */
  public static final Node EVENT = term("Event");

  /** Class of one document's account of one event. */
  public static final Node REPORT = term("Report");

  /** Class of source texts. */
  public static final Node DOCUMENT = term("Document");

  /** Class of stretches of a text. */
  public static final Node MENTION = term("Mention");

  /** Class of an agent's part in one event. */
  public static final Node PARTICIPATION = term("Participation");

  /** Class of places. */
  public static final Node PLACE = term("Place");

  /** Class of offices that persons held for a time. */
  public static final Node OFFICE_TERM_CLASS = term("OfficeTerm");

  /** Person to an office that it held. */
  public static final Node OFFICE_TERM = term("officeTerm");

  /** Office that was held to its first year. */
  public static final Node FIRST_YEAR = term("firstYear");

  /** Office that was held to its last year. */
  public static final Node LAST_YEAR = term("lastYear");

  /** Report to its document. */
  public static final Node IN_DOCUMENT = term("document");

  /** Event to a report of it. */
  public static final Node HAS_REPORT = term("report");

  /** Report to the consolidated event. */
  public static final Node REPORTS_EVENT = term("reportsEvent");

  /** Report to the class of the event as reported. */
  public static final Node REPORTS_KIND = term("reportsKind");

  /** Report to the status as reported. */
  public static final Node REPORTS_STATUS = term("reportsStatus");

  /** Report to an agent. */
  public static final Node REPORTS_PARTICIPANT = term("reportsParticipant");

  /** Report to the agent that receives. */
  public static final Node REPORTS_HOST = term("reportsHost");

  /** Report to the agent that is received. */
  public static final Node REPORTS_GUEST = term("reportsGuest");

  /** Report to the agent that stands between. */
  public static final Node REPORTS_MEDIATOR = term("reportsMediator");

  /** Report to an agent that was not there. */
  public static final Node REPORTS_ABSENTEE = term("reportsAbsentee");

  /** Report to a name of the venue. */
  public static final Node REPORTS_PLACE = term("reportsPlace");

  /** Report to the first day on which the event can have been. */
  public static final Node REPORTS_EARLIEST = term("reportsEarliestDate");

  /** Report to the last day on which the event can have been. */
  public static final Node REPORTS_LATEST = term("reportsLatestDate");

  /** Report to the words for the date. */
  public static final Node REPORTS_DATE_TEXT = term("reportsDateText");

  /** Report to a topic. */
  public static final Node REPORTS_TOPIC = term("reportsTopic");

  /** Report to the length of the event. */
  public static final Node REPORTS_DURATION = term("reportsDuration");

  /** Report to the words for the length. */
  public static final Node REPORTS_DURATION_TEXT = term("reportsDurationText");

  /** Report to a format. */
  public static final Node REPORTS_FORMAT = term("reportsFormat");

  /** Report to an outcome. */
  public static final Node REPORTS_OUTCOME = term("reportsOutcome");

  /** Report to the words from which a format or an outcome was read. */
  public static final Node WORDING = term("wording");

  /** Words to the format or outcome that they tell. */
  public static final Node EXPRESSES = term("expresses");

  /** Report to the report of the event around it. */
  public static final Node REPORTS_PART_OF = term("reportsPartOf");

  /** Report to how it was read. */
  public static final Node DERIVATION = term("derivation");

  /** Report to an agent's part. */
  public static final Node REPORTS_PARTICIPATION = term("reportsParticipation");

  /** Report to the sentence that says so. */
  public static final Node EVIDENCE = term("evidence");

  /** Report or event to its confidence. */
  public static final Node CONFIDENCE = term("confidence");

  /** Report to what spoke for and against it. */
  public static final Node JUDGEMENT = term("judgement");

  /** Activity to the identifier of the rule or model that read a report. */
  public static final Node RULE = term("rule");

  /** Event to its status. */
  public static final Node STATUS = term("status");

  /** Event to an agent. */
  public static final Node PARTICIPANT = term("participant");

  /** Event to the agent that receives. */
  public static final Node HOST = term("host");

  /** Event to the agent that is received. */
  public static final Node GUEST = term("guest");

  /** Event to the agent that stands between. */
  public static final Node MEDIATOR = term("mediator");

  /** Event to an agent that was not there. */
  public static final Node ABSENTEE = term("absentee");

  /** Event to an agent's part. */
  public static final Node HAS_PARTICIPATION = term("participation");

  /** Event to its most specific place. */
  public static final Node AT_PLACE = term("place");

  /** A year in which an event can have taken place. */
  public static final Node YEAR = term("year");

  /** Event to the first day on which it can have been. */
  public static final Node EARLIEST = term("earliestDate");

  /** Event to the last day on which it can have been. */
  public static final Node LATEST = term("latestDate");

  /** Event to a topic. */
  public static final Node TOPIC = term("topic");

  /** Event to its length. */
  public static final Node DURATION = term("duration");

  /** Event to a format. */
  public static final Node FORMAT = term("format");

  /** Event to an outcome. */
  public static final Node OUTCOME = term("outcome");

  /** Event to the event within which it took place. */
  public static final Node PART_OF = term("partOf");

  /** Event to the number of independent sources that report it. */
  public static final Node SOURCE_COUNT = term("sourceCount");

  /** Event to the number of its reports. */
  public static final Node REPORT_COUNT = term("reportCount");

  /** Event to an aspect in which its reports contradict each other. */
  public static final Node CONTESTED = term("contested");

  /** Event to the sentence that first tells it. */
  public static final Node FIRST_EVIDENCE = term("firstEvidence");

  /** Participation to the agent. */
  public static final Node AGENT = term("agent");

  /** Participation to the role. */
  public static final Node ROLE = term("role");

  /** Participation or mention to the office given. */
  public static final Node OFFICE = term("office");

  /** Participation or mention to the way in which the office is held. */
  public static final Node TENURE = term("tenure");

  /** Mention to its form. */
  public static final Node MENTION_FORM = term("mentionForm");

  /** Participation or mention to the polity or body stood for. */
  public static final Node REPRESENTS = term("represents");

  /** What an entity is found by, in lower case. */
  public static final Node NAME_KEY = term("nameKey");

  /** Mention to the fullest name that the document gives what is mentioned. */
  public static final Node FULL_NAME = term("fullName");

  /** Document to the checksum of what was read. */
  public static final Node FINGERPRINT = term("fingerprint");

  public static final Node DIGEST = term("digest");

  /** Document to the version of the program that read it. */
  public static final Node EXTRACTED_WITH = term("extractedWith");

  /** Class of runs of the program. */
  public static final Node RUN = term("Run");

  /** Run to the command of the program that it carried out. */
  public static final Node COMMAND = term("command");

  /** Run to how it was asked to do so. */
  public static final Node CONFIGURATION = term("configuration");

  /** Says of a run that it never came to its end. */
  public static final Node CUT_OFF = term("cutOff");

  /** Model or other file of knowledge to its SHA-256. */
  public static final Node CHECKSUM = term("checksum");

  /** Class of the decisions of a researcher. */
  public static final Node CORRECTION = term("Correction");

  /** Correction to its row in the file. */
  public static final Node ROW = term("row");

  /** Correction to the number of its line in the file. */
  public static final Node LINE = term("line");

  /** Document to the statements of its reading that corrections took out. */
  public static final Node WITHDRAWN = term("withdrawn");

  /** Document to the statements that corrections put in. */
  public static final Node SUPPLIED = term("supplied");

  /** Entity to the polity that it belongs to. */
  public static final Node COUNTRY = term("country");

  /** Person to a person met face to face. */
  public static final Node MET = term("met");

  /** Person to a person spoken with by phone or video. */
  public static final Node SPOKE_WITH = term("spokeWith");

  /** Person to a place visited. */
  public static final Node VISITED = term("visited");

  private Dip() {}

  /** Returns the class of that kind of event. */
  public static Node of(Kind kind) {
    return term(kind.className());
  }

  /** Returns the concept of that status. */
  public static Node of(Status status) {
    return term(status.conceptName());
  }

  /** Returns the concept of that format. */
  public static Node of(Format format) {
    return term(format.conceptName());
  }

  /** Returns the concept of that outcome. */
  public static Node of(Outcome outcome) {
    return term(outcome.conceptName());
  }

  /** Returns the concept of that role. */
  public static Node of(Role role) {
    return term(role.conceptName() + "Role");
  }

  /** Returns the concept of that tenure. */
  public static Node of(Tenure tenure) {
    return switch (tenure) {
      case CURRENT -> term("CurrentTenure");
      case ACTING -> term("ActingTenure");
      case DESIGNATE -> term("DesignateTenure");
      case FORMER -> term("FormerTenure");
    };
  }

  /** Returns the concept of that form. */
  public static Node of(MentionForm form) {
    return switch (form) {
      case NAME -> term("NameForm");
      case NOMINAL -> term("NominalForm");
      case PRONOUN -> term("PronounForm");
      case DEMONYM -> term("DemonymForm");
      case METONYM -> term("MetonymForm");
    };
  }

  /** Returns the class of that type of entity. */
  public static Node of(EntityType type) {
    return switch (type) {
      case PERSON -> term("Person");
      case ORGANIZATION -> term("Organization");
      case POLITY -> term("Polity");
      case PLACE -> PLACE;
    };
  }

  private static Node term(String local) {
    return NodeFactory.createURI(NS + local);
  }
}
