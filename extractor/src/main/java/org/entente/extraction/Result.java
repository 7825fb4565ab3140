package org.entente.extraction;

import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.document.Span;
import org.entente.report.Outcome;

/**
 * What a sentence says of the result of an event, which may be told elsewhere.
 *
 * @param rule the row of {@code outcomes.tsv} that says so
 * @param sentence number of the sentence
 * @param eventChunk number of the chunk of the event's noun that is the subject; -1 where it is not
 * @param parties the agents that are the subject; empty where they are not
 * @param outcome the result
 * @param words where the text says so
 * @param date the days that the text gives to the result
 */
record Result(
    String rule,
    int sentence,
    int eventChunk,
    Set<Integer> parties,
    Outcome outcome,
    Span words,
    Optional<DateBounds> date) {}
