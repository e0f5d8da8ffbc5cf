/** Takes one file apart, record by record. */
@NullMarked
package dev.tributary.connector.json.internal.record;

import org.jspecify.annotations.NullMarked;
