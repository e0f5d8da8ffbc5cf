/** What the demo's data centers gave out, row by row, to hold against what arrived. */
@NullMarked
package dev.tributary.cli.internal.demo.ledger;

import org.jspecify.annotations.NullMarked;
