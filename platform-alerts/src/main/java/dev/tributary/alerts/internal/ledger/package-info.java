/** The tables of alerting, each behind a class of its own. */
@NullMarked
package dev.tributary.alerts.internal.ledger;

import org.jspecify.annotations.NullMarked;
