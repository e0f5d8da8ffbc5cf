/** What database trouble means for callers. */
@NullMarked
package dev.tributary.core.internal.fault;

import org.jspecify.annotations.NullMarked;
