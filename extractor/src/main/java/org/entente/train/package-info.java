/**
 * Training and measuring of the models: of names (corpora, the guideline that they are mapped to,
 * figures) and of meetings ({@link org.entente.train.TrainMeetings}).
 */
package org.entente.train;
