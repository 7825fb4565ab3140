/**
 * Keeps the server safe and its share fair: what may be asked, by whom how much at a time, and with
 * which headers it is answered. It knows nothing of stores; {@code SECURITY.md} says what is
 * promised.
 */
package org.entente.endpoint.guard;
