/** What is told of questions: metrics and events. */
@NullMarked
package dev.tributary.nl2sql.internal.watch;

import org.jspecify.annotations.NullMarked;
