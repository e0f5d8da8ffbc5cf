package dev.tributary.api.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of queries for a while. A cache that is out of order counts as empty: its methods
 * never throw. Implementations are thread-safe.
 */
public interface ResultCache {
  /** Keeps nothing. */
  ResultCache NONE =
      new ResultCache() {
        @Override
        public Optional<Rows> find(Key key) {
          return Optional.empty();
        }

        @Override
        public void keep(Key key, Rows rows) {}
      };

  /**
   * Looks rows up.
   *
   * @param key what was read, by whom and when
   * @return the rows, if they are kept and not too old
   */
  Optional<Rows> find(Key key);

  /**
   * Keeps rows, as long as there is room and time.
   *
   * @param key what was read, by whom and when
   * @param rows the rows
   */
  void keep(Key key, Rows rows);

  /**
   * Tells results apart. Equal keys have equal rows.
   *
   * @param policy what whoever asks may see, and the limits: results never cross policies
   * @param dataVersion the version of the data, see {@link Provenance#dataVersion()}; rows of an
   *     unknown version are not to be cached
   * @param sql the SQL that runs, as the gate wrote it
   */
  record Key(String policy, String dataVersion, String sql) {

    /**
     * A short name for stores that want one.
     *
     * @return the SHA-256 of the parts, as 64 hexadecimal digits
     */
    public String digest() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String part : List.of(policy, dataVersion, sql)) {
          byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
          digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  /**
   * The rows of a query.
   *
   * @param columns the columns, in order
   * @param rows the rows, each with one value per column; shared, not to be changed
   * @param cut whether there were more
   * @param elapsed how long the query took when it ran
   * @param readAt when it ran
   */
  record Rows(
      List<Column> columns,
      List<List<@Nullable Object>> rows,
      boolean cut,
      Duration elapsed,
      Instant readAt) {
    /**
     * Copies the lists.
     *
     * @param columns the columns
     * @param rows the rows
     * @param cut whether there were more
     * @param elapsed how long the query took
     * @param readAt when it ran
     */
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A column of a result.
   *
   * @param name its label
   * @param type the store's own name of its type
   */
  record Column(String name, String type) {}
}
