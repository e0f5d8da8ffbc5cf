/** Which bytes are which characters: byte order marks, UTF validation, legacy encodings. */
@NullMarked
package dev.tributary.connector.csv.internal.encoding;

import org.jspecify.annotations.NullMarked;
