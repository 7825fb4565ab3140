package org.entente.extraction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a sentence says that somebody did on a day that it names: "flew to Rome on Monday", "said
 * Monday that".
 *
 * @param sentence number of the sentence
 * @param who who did it; empty where nobody is found
 * @param leaving whether they left for somewhere, so that what they did next may be of a later day
 * @param day the day
 * @param dayText the words for the day
 */
record Deed(int sentence, Set<Integer> who, boolean leaving, LocalDate day, String dayText) {
  Deed {
    who = Collections.unmodifiableSet(new LinkedHashSet<>(who));
  }
}
