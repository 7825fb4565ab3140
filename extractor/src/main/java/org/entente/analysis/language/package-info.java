/** Which language a text is in. */
package org.entente.analysis.language;
