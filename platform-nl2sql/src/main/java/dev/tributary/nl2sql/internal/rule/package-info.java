/** The rules of the gate by name, and how a rule says no. */
@NullMarked
package dev.tributary.nl2sql.internal.rule;

import org.jspecify.annotations.NullMarked;
