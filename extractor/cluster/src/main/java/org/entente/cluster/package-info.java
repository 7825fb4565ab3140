/** Reads documents on a cluster with Apache Spark, by the program's own extraction. */
package org.entente.cluster;
