package dev.tributary.alerts.internal.notify;

import dev.tributary.api.alert.NotificationRoute;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the ways of an alert. Immutable. */
final class Routes {
  private final List<NotificationRoute> routes;

  Routes(List<NotificationRoute> routes) {
    this.routes = List.copyOf(routes);
  }

  /** The routes that take an alert: the first, and further ones as long as each goes on. */
  List<NotificationRoute> of(Map<String, String> labels) {
    List<NotificationRoute> taken = new ArrayList<>();
    for (NotificationRoute route : routes) {
      if (route.takes(labels)) {
        taken.add(route);
        if (!route.goesOn()) {
          break;
        }
      }
    }
    return taken;
  }

  /** The route of a name; the alert of a route that is gone is told as before, at once. */
  NotificationRoute named(String name) {
    return routes.stream()
        .filter(route -> route.name().equals(name))
        .findFirst()
        .orElseGet(() -> NotificationRoute.toAll(List.of()));
  }

  /** What the alerts of a group have in common. */
  static Map<String, String> common(NotificationRoute route, Map<String, String> labels) {
    Map<String, String> common = new LinkedHashMap<>();
    route.groupBy().forEach(label -> common.put(label, labels.getOrDefault(label, "")));
    return common;
  }

  /** A short name of texts, the same on every machine. */
  static String digest(List<String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }
}
