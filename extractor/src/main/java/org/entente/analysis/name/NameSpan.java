package org.entente.analysis.name;

import org.entente.annotation.EntityType;
import org.entente.annotation.TokenRange;

/**
 * A name found in a text, without titles.
 *
 * @param range its tokens
 * @param type {@link EntityType#PERSON}, {@link EntityType#ORGANIZATION} or {@link
 *     EntityType#PLACE}; a country is a place here, since only the context tells whether it acts
 * @param probability how sure the model is, 0 to 1: the least of its tokens' probabilities
 */
public record NameSpan(TokenRange range, EntityType type, double probability) {}
