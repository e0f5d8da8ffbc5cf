package dev.tributary.alerts.internal.fold;

import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.EventCounts;
import java.util.List;

/**
 * How a rule stands.
 *
 * @param alerts its alerts
 * @param counts what became of its events
 */
public record Standing(List<AlertStatus> alerts, EventCounts counts) {}
