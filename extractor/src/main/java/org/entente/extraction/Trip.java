package org.entente.extraction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a sentence says of how long a journey lasts or when it begins: "arrives on Sunday", "her
 * five-day visit".
 *
 * @param sentence number of the sentence
 * @param who the travellers; empty where the sentence does not name them
 * @param start the day on which it begins
 * @param days its length in days; 0 where it is not told
 * @param ahead whether they are not there yet
 * @param tour whether it is called one with several stops
 */
record Trip(
    int sentence,
    Set<Integer> who,
    Optional<LocalDate> start,
    int days,
    boolean ahead,
    boolean tour) {
  Trip {
    who = Collections.unmodifiableSet(new LinkedHashSet<>(who));
  }
}
