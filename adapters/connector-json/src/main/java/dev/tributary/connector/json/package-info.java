/**
 * Reads folders of JSON files: arrays of objects, one object a line, or objects one after the
 * other, plain or compressed with gzip.
 */
@NullMarked
package dev.tributary.connector.json;

import org.jspecify.annotations.NullMarked;
