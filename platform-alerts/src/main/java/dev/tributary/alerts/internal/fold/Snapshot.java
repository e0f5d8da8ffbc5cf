package dev.tributary.alerts.internal.fold;

import dev.tributary.api.alert.AlertRule;
import java.time.Instant;

/**
 * A rule at work as it was after an entry of the log.
 *
 * @param rule the rule
 * @param position the id of that entry
 * @param time the time of the log after that entry
 * @param state everything it remembers
 */
@SuppressWarnings("ArrayRecordComponent") // handed from store to evaluation; never compared
public record Snapshot(AlertRule rule, long position, Instant time, byte[] state) {}
