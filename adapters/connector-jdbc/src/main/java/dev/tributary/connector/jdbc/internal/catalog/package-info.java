/** Which tables there are, how their rows are told apart, and what could serve as cursor. */
@NullMarked
package dev.tributary.connector.jdbc.internal.catalog;

import org.jspecify.annotations.NullMarked;
