/**
 * What a delimited file looks like and what was found in it: settings, dialect, records, faults.
 * Values only; nothing here reads a file.
 */
@NullMarked
package dev.tributary.connector.csv.format;

import org.jspecify.annotations.NullMarked;
