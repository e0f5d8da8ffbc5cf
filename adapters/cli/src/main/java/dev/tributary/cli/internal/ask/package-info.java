/** Answers files of questions over databases in files, and scores the answers. */
@NullMarked
package dev.tributary.cli.internal.ask;

import org.jspecify.annotations.NullMarked;
