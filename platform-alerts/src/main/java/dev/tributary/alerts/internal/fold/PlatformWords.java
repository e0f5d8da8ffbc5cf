package dev.tributary.alerts.internal.fold;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What entries of collection say, as people read it. Stateless. */
final class PlatformWords {
  /** An alert has a reason, not a report. */
  private static final int LONGEST = 500;

  private PlatformWords() {}

  /** A text of an entry; empty if there is none. */
  static String text(@Nullable Object text) {
    String words = text == null ? "" : text.toString();
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
  }

  /** Why a source is as it is, where only the cause was kept. */
  static String cause(String cause) {
    return switch (cause) {
      case "connector_failing" -> "its runs fail, or bring nothing";
      case "source_silent" -> "its runs succeed, but bring nothing new";
      case "scheduler_late" -> "no run has begun although one is due";
      case "paused" -> "it is paused";
      default -> "it is read with success";
    };
  }

  /** How the sources of a data center are called: the keys of their states. */
  static String sources(@Nullable Object states) {
    return states instanceof Map<?, ?> map ? list(new TreeMap<>(map).keySet()) : "";
  }

  /** How a data center stands. */
  static String center(String status, String sources) {
    String which = sources.isEmpty() ? "" : " (" + sources + ")";
    return switch (status) {
      case "down" -> "the runs of all its sources fail" + which;
      case "up" -> "its sources can be read" + which;
      default -> "not all its sources fail" + which + "; it is " + status;
    };
  }

  /** The first error of a run. */
  static String errors(@Nullable Object errors) {
    return errors instanceof List<?> list
            && !list.isEmpty()
            && list.get(0) instanceof Map<?, ?> error
        ? text(error.get("message"))
        : "";
  }

  /** What became different in a source. */
  static String changes(@Nullable Object changes) {
    return changes instanceof List<?> list
        ? list(list.stream().map(PlatformWords::change).toList())
        : "";
  }

  private static String change(Object change) {
    return change instanceof Map<?, ?> map ? text(map.get("detail")) : String.valueOf(change);
  }

  private static String list(Collection<?> items) {
    return text(items.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }
}
