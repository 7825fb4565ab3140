package org.entente.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Arguments;
import org.entente.extraction.ClauseReader.Parties;
import org.entente.extraction.Lexicon.VerbPattern;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Reads the events that verbs tell: "met", "was received by", "spoke with". */
final class VerbEvents {
  private final Reading reading;
  private final Lexicon lexicon;
  private final List<Entity> entities;
  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final StatusReader status;
  private final CircumstanceReader circumstances;

  VerbEvents(Reading reading) {
    this.reading = reading;
    this.lexicon = reading.lexicon;
    this.entities = reading.entities;
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.status = reading.status;
    this.circumstances = reading.circumstances;
  }

  void read(int at, VerbGroup v, List<Candidate> found) {
    for (VerbPattern p : lexicon.verbs()) {
      int from = p.particle().isEmpty() ? at : particle(at, p.particle());
      if (!p.verbs().contains(v.lemma()) || from < 0) {
        continue;
      }
      Arguments arguments = clause.arguments(from);
      if (p.id().equals("call-on") && followedByInfinitive(arguments.end())) {
        continue;
      }
      Optional<Status> read = status.ofVerb(at);
      if (read.isEmpty()) {
        return;
      }
      Parties left = reading.actor(at);
      Parties agent = v.passive() ? Reading.first(arguments.of("by")) : left;
      Parties patient = v.passive() ? left : arguments.object();
      List<Parties> partners = new ArrayList<>();
      for (String preposition : p.through()) {
        partners.addAll(arguments.of(preposition));
      }
      boolean gerundOf = v.form() == VerbForm.GERUND && agent.isEmpty();
      if (p.needs().contains("person") && patient.isEmpty()) {
        continue;
      }
      if (p.id().equals("speak-with") && partners.isEmpty() && !reading.phone()) {
        continue;
      }
      List<Parties> groups = new ArrayList<>(partners);
      if (groups.isEmpty()) {
        groups.add(Parties.NONE);
      } else if (groups.size() > 1 && !reading.repeated(arguments, p.through())) {
        groups = new ArrayList<>(List.of(groups.get(0)));
      }
      groups.addAll(arguments.of("as well as"));
      boolean separate = separately(v, arguments);
      for (Parties partner : groups) {
        for (Parties one : separate ? Reading.single(partner) : List.of(partner)) {
          boolean besides = arguments.of("as well as").contains(partner);
          for (Parties target :
              besides
                  ? List.of(Parties.NONE)
                  : separate ? Reading.single(patient) : List.of(patient)) {
            Candidate c = reading.candidate(p.id(), p.kind(), 0.85);
            c.status =
                p.id().equals("invite") && read.get() == Status.HELD ? Status.PROPOSED : read.get();
            p.subject().ifPresent(r -> reading.add(c, agent, r));
            p.object().ifPresent(r -> reading.add(c, target, r));
            reading.add(c, one, p.partner().or(p::object).orElse(Role.PARTICIPANT));
            if (p.kind() == Kind.MEETING && reading.phone()) {
              c.kind = Kind.CALL;
            }
            if (c.kind == Kind.CALL && p.id().equals("speak-with") && inPerson(arguments)) {
              c.kind = Kind.MEETING;
            }
            boolean body =
                c.parties.size() == 1
                    && p.id().equals("meet")
                    && patient.isEmpty()
                    && partners.isEmpty()
                    && entities.get(c.parties.keySet().iterator().next()).type()
                        == EntityType.ORGANIZATION;
            if (c.parties.size() < 2 && !body || gerundOf && c.parties.size() < 2) {
              continue;
            }
            circumstances.read(c, at, arguments.end());
            found.add(c);
          }
        }
      }
      return;
    }
  }

  /** Number of the chunk that holds the particle just after a verb; -1 if it is not there. */
  private int particle(int at, String particle) {
    for (int i = at + 1; i <= at + 2 && i < sentence.chunks().size(); i++) {
      Chunk c = clause.chunk(i);
      if (sentence.words(c.begin(), c.end()).equals(particle)) {
        return i;
      }
      if (!(c instanceof Mark m && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME))) {
        return -1;
      }
    }
    return -1;
  }

  private boolean followedByInfinitive(int end) {
    return clause.chunk(end) instanceof VerbGroup v && v.form() == VerbForm.INFINITIVE;
  }

  private static boolean inPerson(Arguments arguments) {
    return arguments.prepositions().containsKey("in") && !arguments.of("in").isEmpty();
  }

  private boolean separately(VerbGroup v, Arguments arguments) {
    int end =
        arguments.end() < sentence.chunks().size()
            ? sentence.chunks().get(arguments.end()).begin()
            : sentence.sentence().tokens().size();
    for (int i = v.begin(); i < end; i++) {
      if (sentence.token(i).lower().equals("separately")
          || sentence.token(i).lower().equals("individually")) {
        return true;
      }
    }
    return false;
  }
}
