/** Names of people, organizations and places: the model, its features and the lists behind them. */
package org.entente.analysis.name;
