/** What single values look like, and what that says about the column they belong to. */
@NullMarked
package dev.tributary.connector.csv.internal.cell;

import org.jspecify.annotations.NullMarked;
