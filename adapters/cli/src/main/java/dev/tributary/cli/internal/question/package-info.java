/** Answers one question over a database and shows what became of it. */
@NullMarked
package dev.tributary.cli.internal.question;

import org.jspecify.annotations.NullMarked;
