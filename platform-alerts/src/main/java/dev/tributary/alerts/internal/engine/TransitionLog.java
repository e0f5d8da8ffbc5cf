package dev.tributary.alerts.internal.engine;

import dev.tributary.alerts.internal.fold.Recorded;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.Transition;
import dev.tributary.core.StoreTransaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in the log what changed, for those who follow it. Stateless. */
public final class TransitionLog implements Consequence {

  /** Makes one. */
  public TransitionLog() {}

  @Override
  public void of(StoreTransaction transaction, List<Recorded> transitions, Instant now) {
    transitions.forEach(recorded ->
        transaction.append(AlertEventTypes.TRANSITION, recorded.rule().id(), data(recorded)));
  }

  private static Map<String, Object> data(Recorded recorded) {
    Transition transition = recorded.transition();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", Long.toString(recorded.id()));
    data.put("fingerprint", transition.alert().fingerprint());
    data.put("labels", transition.alert().labels());
    data.put("severity", word(recorded.rule().severity()));
    data.put("from", word(transition.from()));
    data.put("to", word(transition.to()));
    data.put("at", transition.at().toString());
    if (transition.activeAt() != null) {
      data.put("active_at", transition.activeAt().toString());
    }
    if (Double.isFinite(transition.value())) {
      data.put("value", transition.value());
    }
    data.put("reason", transition.reason());
    return data;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
