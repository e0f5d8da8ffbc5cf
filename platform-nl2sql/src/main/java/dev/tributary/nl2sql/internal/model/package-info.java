/** SQL proposed by a language model: what it is told, and what its reply is taken for. */
@NullMarked
package dev.tributary.nl2sql.internal.model;

import org.jspecify.annotations.NullMarked;
