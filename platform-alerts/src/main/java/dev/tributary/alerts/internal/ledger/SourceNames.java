package dev.tributary.alerts.internal.ledger;

import dev.tributary.core.CentralStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/** Which data center a source belongs to; it never changes. Thread-safe. */
public final class SourceNames implements UnaryOperator<String> {
  private final CentralStore store;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /**
   * Makes a directory.
   *
   * @param store holds the sources
   */
  public SourceNames(CentralStore store) {
    this.store = store;
  }

  @Override
  public String apply(String source) {
    String dataCenter = known.get(source);
    if (dataCenter == null) {
      dataCenter = find(source);
      if (!dataCenter.isEmpty()) {
        known.put(source, dataCenter);
      }
    }
    return dataCenter;
  }

  private String find(String source) {
    return store.<String, RuntimeException>read(connection ->
        Jdbi.open(connection)
            .createQuery("SELECT data_center_id FROM sources WHERE id = :id")
            .bind("id", source)
            .mapTo(String.class)
            .findOne()
            .orElse(""));
  }
}
