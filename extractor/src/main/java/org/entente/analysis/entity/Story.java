package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.annotation.Sentence;

/**
 * One document while its mentions become entities.
 *
 * @param sentences its sentences
 * @param drafts the mentions of each sentence, which grow and change
 * @param published its date, for whose terms of office hold
 * @param table the entities found so far
 */
record Story(
    List<Sentence> sentences,
    List<List<Draft>> drafts,
    Optional<LocalDate> published,
    EntityTable table) {}
