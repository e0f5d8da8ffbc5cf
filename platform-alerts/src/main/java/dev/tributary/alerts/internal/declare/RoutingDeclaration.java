package dev.tributary.alerts.internal.declare;

import dev.tributary.api.alert.Inhibition;
import dev.tributary.api.alert.LabelMatcher;
import dev.tributary.api.alert.NotificationRoute;
import dev.tributary.api.settings.NearestName;
import dev.tributary.api.settings.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code routes: [{match: ["severity=critical"], channels: [ops], group_by: [rule]}]} and
 * {@code inhibitions: [{source: [...], target: [...], equal: [data_center]}]}.
 */
public final class RoutingDeclaration {
  private RoutingDeclaration() {}

  /**
   * Reads the routes.
   *
   * @param alerts the section; what is wrong in it is noted there
   * @param channels the names of the channels that there are
   * @return the routes in order
   */
  public static List<NotificationRoute> routes(Settings alerts, Collection<String> channels) {
    List<NotificationRoute> routes = new ArrayList<>();
    int number = 1;
    for (Settings section : alerts.sections("routes")) {
      String name = section.text("name", "route-" + number++);
      route(section, name, channels).ifPresent(routes::add);
    }
    return routes;
  }

  private static Optional<NotificationRoute> route(
      Settings section, String name, Collection<String> channels) {
    List<LabelMatcher> matchers = matchers(section, "match");
    List<String> to = section.texts("channels");
    to.stream()
        .filter(channel -> !channels.contains(channel))
        .forEach(unknown ->
            section.note(
                "channels",
                "names no channel: '" + unknown + "'",
                NearestName.of(unknown, channels)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("there are " + channels)));
    List<String> groupBy = section.has("group_by") ? section.texts("group_by") : List.of("rule");
    section.value("group_by");
    NotificationRoute.Timing usual = NotificationRoute.Timing.standard();
    var gather = section.duration("wait", usual.gather());
    var interval = section.duration("interval", usual.interval());
    var repeat = section.duration("repeat", usual.repeat());
    boolean goesOn = section.flag("continue", false);
    return Attempt.at(
        section,
        "repeat",
        () ->
            Optional.of(
                new NotificationRoute(
                    name,
                    matchers,
                    to,
                    groupBy,
                    new NotificationRoute.Timing(gather, interval, repeat),
                    goesOn)));
  }

  /**
   * Reads the inhibitions.
   *
   * @param alerts the section; what is wrong in it is noted there
   * @return the inhibitions
   */
  public static List<Inhibition> inhibitions(Settings alerts) {
    List<Inhibition> inhibitions = new ArrayList<>();
    for (Settings section : alerts.sections("inhibitions")) {
      List<LabelMatcher> source = matchers(section, "source");
      List<LabelMatcher> target = matchers(section, "target");
      List<String> equal = section.texts("equal");
      Attempt.at(section, "source", () -> Optional.of(new Inhibition(source, target, equal)))
          .ifPresent(inhibitions::add);
    }
    return inhibitions;
  }

  private static List<LabelMatcher> matchers(Settings section, String key) {
    List<LabelMatcher> matchers = new ArrayList<>();
    for (String text : section.texts(key)) {
      Attempt.at(section, key, () -> Optional.of(LabelMatcher.parse(text)))
          .ifPresent(matchers::add);
    }
    return matchers;
  }
}
