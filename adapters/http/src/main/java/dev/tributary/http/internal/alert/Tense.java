package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.EventIntake;
import dev.tributary.api.alert.IntakeReceipt;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether events are of the present or of the past. */
enum Tense {
  /** Alerts come of them. */
  NEWS,
  /** Rules are tried on them. */
  HISTORY;

  private static final String NAME = "as";

  /** The parameter of a route that takes events. */
  static Parameter parameter() {
    return Parameter.choice(
        NAME, Tense.class, "history only lets rules be tried on the events; left out, news.");
  }

  static Tense of(Call call) {
    return of(call.text(NAME));
  }

  static Tense of(@Nullable String word) {
    return word == null ? NEWS : valueOf(word.toUpperCase(Locale.ROOT));
  }

  IntakeReceipt hand(
      EventIntake intake, String origin, List<MetricEvent> events, @Nullable String key) {
    return switch (this) {
      case NEWS -> intake.take(origin, events, key);
      case HISTORY -> intake.takeHistory(origin, events, key);
    };
  }
}
