package org.entente.analysis.name;

/**
 * A token with the features that do not depend on earlier decisions.
 *
 * @param lower lower-case form
 * @param shape its capitalisation, digits and punctuation in short
 * @param cluster prefix of its cluster, or "-"
 * @param features the model's features
 */
record Word(String lower, String shape, String cluster, String[] features) {}
