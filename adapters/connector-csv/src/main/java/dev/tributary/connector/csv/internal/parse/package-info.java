/**
 * From bytes to records: a fast pass for sound records, and a slower one that finds the best
 * reading of a damaged line.
 */
@NullMarked
package dev.tributary.connector.csv.internal.parse;

import org.jspecify.annotations.NullMarked;
