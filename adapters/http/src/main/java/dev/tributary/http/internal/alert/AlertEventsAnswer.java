package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slice of the history. */
record AlertEventsAnswer(List<AlertEventAnswer> events, @Nullable String nextToken) {
  static AlertEventsAnswer of(Page<AlertEvent> page) {
    return new AlertEventsAnswer(
        page.items().stream().map(AlertEventAnswer::of).toList(), page.nextToken());
  }
}
