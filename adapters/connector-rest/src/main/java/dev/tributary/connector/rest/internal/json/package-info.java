/** Answers taken apart: records, fields, and what cannot be read as a record. */
@NullMarked
package dev.tributary.connector.rest.internal.json;

import org.jspecify.annotations.NullMarked;
