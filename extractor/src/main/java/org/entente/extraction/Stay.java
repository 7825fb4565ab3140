package org.entente.extraction;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;

/**
 * What a sentence says of where somebody is: "arrived in Kabul", "told reporters in Lima", "is in
 * Rome to attend", "his visit to Peru".
 *
 * @param sentence number of the sentence
 * @param token its first token that names the place
 * @param who the agents who are there; empty for the place of something else
 * @param places the place's names, most specific first
 * @param onward whether they go there from elsewhere, so that what was told before was not there
 * @param spoken whether it is only said that they spoke there
 * @param future whether they are not there yet
 * @param aside whether they are there before or after what else the sentence tells
 * @param date the days that the sentence names for it
 * @param dateText the words for these days, or empty
 */
record Stay(
    int sentence,
    int token,
    Set<Integer> who,
    List<Integer> places,
    boolean onward,
    boolean spoken,
    boolean future,
    boolean aside,
    Optional<DateBounds> date,
    String dateText) {
  Stay {
    who = Collections.unmodifiableSet(new LinkedHashSet<>(who));
    places = List.copyOf(places);
  }
}
