package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.annotation.Token;

/**
 * Tells who cannot be meant by a description in a sentence that names a year gone by: "when the
 * leaders of Ukraine and Russia met in 2016" are not those of today.
 */
final class Incumbency {
  private static final String YEAR = "(?:19|20)[0-9]{2}";

  private final Gazetteer gazetteer;
  private final Story story;

  Incumbency(Knowledge knowledge, Story story) {
    this.gazetteer = knowledge.gazetteer();
    this.story = story;
  }

  /** Whether a person came to every known office after the year that the sentence names. */
  boolean isLater(EntityDraft person, Draft description) {
    OptionalInt year = year(description);
    List<OfficeTerm> terms = terms(person);
    return year.isPresent()
        && !terms.isEmpty()
        && terms.stream().allMatch(t -> t.from() > year.getAsInt());
  }

  /** Whether a person is known to have led a state, but not in the year that the sentence names. */
  boolean ledAnotherTime(EntityDraft person, Draft description) {
    OptionalInt year = year(description);
    List<OfficeTerm> terms = terms(person).stream().filter(t -> Offices.leads(t.title())).toList();
    return year.isPresent()
        && !terms.isEmpty()
        && terms.stream().noneMatch(t -> t.heldIn(year.getAsInt()));
  }

  private List<OfficeTerm> terms(EntityDraft person) {
    return person.link.flatMap(l -> gazetteer.entry(l.qid())).map(Entry::offices).orElse(List.of());
  }

  /** The only year before that of the story which the sentence of a description names. */
  private OptionalInt year(Draft description) {
    Optional<LocalDate> published = story.published();
    List<Integer> years =
        story.sentences().get(description.sentence).tokens().stream()
            .map(Token::form)
            .filter(form -> form.matches(YEAR))
            .map(Integer::valueOf)
            .filter(y -> published.isPresent() && y < published.get().getYear())
            .distinct()
            .toList();
    return years.size() == 1 ? OptionalInt.of(years.get(0)) : OptionalInt.empty();
  }
}
