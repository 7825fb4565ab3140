package org.entente.report;

import org.entente.annotation.Entity;

/**
 * An agent at an event.
 *
 * @param agent who
 * @param role in which part
 * @param office the office that the text gives, or empty
 * @param represents name of the polity or body that it stands for, or empty
 */
public record Participant(Entity agent, Role role, String office, String represents) {}
