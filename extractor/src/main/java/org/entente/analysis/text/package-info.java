/**
 * Text to sentences, tokens, part-of-speech tags and lemmas, with offsets into the text as read.
 */
package org.entente.analysis.text;
