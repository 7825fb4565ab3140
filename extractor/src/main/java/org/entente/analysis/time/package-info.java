/** Time expressions and the days that they mean. */
package org.entente.analysis.time;
