/** What differs between the engines: connecting, quoting, types, comparisons, errors. */
@NullMarked
package dev.tributary.connector.jdbc.internal.dialect;

import org.jspecify.annotations.NullMarked;
