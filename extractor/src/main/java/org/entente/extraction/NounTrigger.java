package org.entente.extraction;

import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.ClauseReader.Arguments;
import org.entente.extraction.Lexicon.NounPattern;

/**
 * A noun group that names an event.
 *
 * @param at number of its chunk
 * @param group the noun group
 * @param pattern the pattern of its noun
 * @param arguments what stands after it
 */
record NounTrigger(int at, NounGroup group, NounPattern pattern, Arguments arguments) {}
