package dev.tributary.alerts.internal.incident;

import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.Incident;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What links two alerts. */
final class Links {
  private static final String SOURCE = "source";
  private static final String DATA_CENTER = "data_center";
  private static final Set<String> OWN = Set.of(SOURCE, DATA_CENTER);

  private Links() {}

  /**
   * A link.
   *
   * @param kind what it rests on
   * @param reason the same in words
   */
  record Link(Incident.Link kind, String reason) {}

  /** The strongest link of an alert to one that is on. */
  static Optional<Link> between(AlertKey alert, AlertKey on) {
    if (shares(alert, on, SOURCE)) {
      return link(
          Incident.Link.SAME_SOURCE,
          "the same source '%s' as %s",
          alert.labels().get(SOURCE),
          on.rule());
    }
    Optional<String> shared =
        alert.labels().keySet().stream()
            .filter(label -> !OWN.contains(label) && shares(alert, on, label))
            .findFirst();
    if (alert.rule().equals(on.rule())) {
      return link(
          Incident.Link.SAME_RULE,
          "the same rule '%s' fires for %s",
          alert.rule(),
          on.labels().toString());
    }
    if (shares(alert, on, DATA_CENTER)) {
      return link(
          Incident.Link.SAME_DATA_CENTER,
          "the same data center '%s' as %s",
          alert.labels().get(DATA_CENTER),
          on.rule());
    }
    return shared.flatMap(label ->
        link(
            Incident.Link.SHARED_LABEL,
            "the same %s as " + on.rule(),
            label + " '" + alert.labels().get(label) + "'",
            ""));
  }

  private static boolean shares(AlertKey left, AlertKey right, String label) {
    Map<String, String> labels = left.labels();
    String value = labels.getOrDefault(label, "");
    return !value.isEmpty() && value.equals(right.labels().get(label));
  }

  private static Optional<Link> link(
      Incident.Link kind, String form, @Nullable String what, String who) {
    return Optional.of(new Link(kind, form.formatted(what, who)));
  }
}
