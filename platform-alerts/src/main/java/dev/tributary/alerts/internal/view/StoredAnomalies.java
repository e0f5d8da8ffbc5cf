package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.ledger.AnomalyLedger;
import dev.tributary.api.alert.Anomalies;
import dev.tributary.api.alert.Anomaly;
import dev.tributary.core.CentralStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The anomalies in the store. Thread-safe. */
public final class StoredAnomalies implements Anomalies {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final long MOST_PARTS = 10_000;

  private final CentralStore store;

  /**
   * Makes the list.
   *
   * @param store holds the anomalies
   */
  public StoredAnomalies(CentralStore store) {
    this.store = store;
  }

  @Override
  public List<Anomaly> list(@Nullable String rule, int limit) {
    return store.<List<Anomaly>, RuntimeException>read(
        connection -> AnomalyLedger.list(connection, rule, limit));
  }

  @Override
  public List<Summary> summaries(Instant from, Instant until, Duration period) {
    if (period.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("period " + period + ": choose a minute or more");
    }
    if (!from.isBefore(until) || Duration.between(from, until).dividedBy(period) > MOST_PARTS) {
      throw new IllegalArgumentException(
          "from "
              + from
              + " until "
              + until
              + " in parts of "
              + period
              + ": the first has to be before the second, with at most "
              + MOST_PARTS
              + " parts");
    }
    Map<Part, List<Anomaly>> parts = new TreeMap<>();
    for (Anomaly anomaly :
        store.<List<Anomaly>, RuntimeException>read(
            connection -> AnomalyLedger.between(connection, from, until))) {
      parts.computeIfAbsent(part(anomaly, period), part -> new ArrayList<>()).add(anomaly);
    }
    return parts.entrySet().stream().map(part -> summary(part.getKey(), part.getValue())).toList();
  }

  private record Part(Instant from, String rule) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      return Comparator.comparing(Part::from).thenComparing(Part::rule).compare(this, other);
    }
  }

  private static Part part(Anomaly anomaly, Duration period) {
    long length = period.toMillis();
    long begin = Math.floorDiv(anomaly.at().toEpochMilli(), length) * length;
    return new Part(Instant.ofEpochMilli(begin), anomaly.alert().rule());
  }

  private static Summary summary(Part part, List<Anomaly> anomalies) {
    int above = (int) anomalies.stream().filter(one -> one.judgement().deviation() > 0).count();
    int below = (int) anomalies.stream().filter(one -> one.judgement().deviation() < 0).count();
    Anomaly worst =
        anomalies.stream()
            .max(
                Comparator.comparingDouble((Anomaly one) -> one.judgement().score())
                    .thenComparingDouble(one -> Math.abs(one.judgement().deviation()))
                    .thenComparingLong(one -> -one.id()))
            .orElseThrow();
    return new Summary(part.rule(), part.from(), anomalies.size(), above, below, worst);
  }
}
