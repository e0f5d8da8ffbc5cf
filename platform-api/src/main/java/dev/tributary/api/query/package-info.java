/**
 * Questions and their answers: what asks a question calls, what proposes SQL implements, and the
 * values that pass between them.
 */
@NullMarked
package dev.tributary.api.query;

import org.jspecify.annotations.NullMarked;
