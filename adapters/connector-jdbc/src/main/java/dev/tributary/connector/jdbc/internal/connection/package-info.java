/** Connections to a database: opened read-only, with time-outs, and failures put into words. */
@NullMarked
package dev.tributary.connector.jdbc.internal.connection;

import org.jspecify.annotations.NullMarked;
