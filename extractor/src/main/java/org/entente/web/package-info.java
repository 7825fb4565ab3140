/** Asks services of the web, politely: by name, at a pace, and no longer than they will have it. */
package org.entente.web;
