package dev.tributary.alerts.internal.sample;

import com.sun.management.OperatingSystemMXBean;
import dev.tributary.alerts.internal.fold.MetricEntries;
import dev.tributary.alerts.internal.ledger.RuleLedger;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.core.CentralStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the machine while any rule is about it: {@code system.cpu_percent}, {@code
 * system.memory_percent}, {@code system.heap_percent} and {@code system.disk_percent}, each with
 * the label {@code node}. Not thread-safe.
 */
public final class SystemSampler {
  /** What the names of its metrics begin with. */
  public static final String PREFIX = "system.";

  private static final Duration EVERY = Duration.ofSeconds(15);

  private final CentralStore store;
  private final InstantSource clock;
  private final String node;
  private final Path disk;
  private @Nullable Instant last;

  /**
   * Makes a sampler.
   *
   * @param store holds the rules and the log
   * @param clock the present
   * @param node the name of this machine
   * @param disk any place on the disk to look at
   */
  public SystemSampler(CentralStore store, InstantSource clock, String node, Path disk) {
    this.store = store;
    this.clock = clock;
    this.node = node;
    this.disk = disk;
  }

  /** Looks, if a look is due and any rule wants to know. */
  public void step() {
    Instant now = clock.instant();
    if (last != null && Duration.between(last, now).abs().compareTo(EVERY) < 0) {
      return;
    }
    last = now;
    boolean wanted =
        store.<Boolean, RuntimeException>read(connection ->
            RuleLedger.all(connection).stream()
                .anyMatch(rule -> rule.enabled() && rule.rule().metric().startsWith(PREFIX)));
    if (wanted) {
      List<MetricEvent> events = look(now);
      store.<Boolean, RuntimeException>write(transaction -> {
        transaction.append(AlertEventTypes.METRICS, "system", MetricEntries.present(events));
        return true;
      });
    }
  }

  private List<MetricEvent> look(Instant now) {
    List<MetricEvent> events = new ArrayList<>();
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      add(events, "cpu_percent", 100 * system.getCpuLoad(), now);
      double total = system.getTotalMemorySize();
      add(events, "memory_percent", 100 * (total - system.getFreeMemorySize()) / total, now);
    }
    Runtime runtime = Runtime.getRuntime();
    double used = runtime.totalMemory() - runtime.freeMemory();
    add(events, "heap_percent", 100 * used / runtime.maxMemory(), now);
    add(events, "disk_percent", disk(), now);
    return events;
  }

  private double disk() {
    try {
      FileStore files = Files.getFileStore(disk);
      double total = files.getTotalSpace();
      return 100 * (total - files.getUsableSpace()) / total;
    } catch (IOException unreadable) {
      return Double.NaN;
    }
  }

  /** A value that the machine does not tell is left out. */
  private void add(List<MetricEvent> events, String name, double value, Instant now) {
    if (Double.isFinite(value) && value >= 0) {
      events.add(new MetricEvent(PREFIX + name, now, value, Map.of("node", node)));
    }
  }
}
