package dev.tributary.benchmarks;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A million payments as a parser would have left them, with nothing left to convert. */
@State(Scope.Benchmark)
public class BareRows {
  static final int ROWS = 1_000_000;

  private static final String LINEAGE =
      "source_id, data_center_id, run_id, ingested_at, changed_at";
  private static final int LINEAGE_COLUMNS = 5;
  private static final DateTimeFormatter STORED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Object[][] rows = new Object[0][];

  /** Makes the rows. */
  @Setup(Level.Trial)
  public void make() {
    rows = Payments.rows(ROWS);
    for (Object[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        row[column] = stored(row[column]);
      }
    }
  }

  Object[][] rows() {
    return rows;
  }

  static String upsert() {
    String columns =
        Payments.DATASET.columns().stream().map(c -> c.name()).collect(Collectors.joining(", "));
    int values = LINEAGE_COLUMNS + Payments.DATASET.columns().size();
    return "INSERT INTO payments ("
        + LINEAGE
        + ", "
        + columns
        + ") VALUES ("
        + "?, ".repeat(values - 1)
        + "?) ON CONFLICT (source_id, payment_id) DO UPDATE SET "
        + Payments.DATASET.columns().stream()
            .skip(1)
            .map(column -> column.name() + " = excluded." + column.name())
            .collect(Collectors.joining(", "));
  }

  static void bind(PreparedStatement upsert, Object[] row) throws SQLException {
    upsert.setString(1, "payments");
    upsert.setString(2, "fra");
    upsert.setString(3, "run");
    upsert.setString(4, "2026-11-21T00:00:00.000000Z");
    upsert.setString(5, "2026-11-21T00:00:00.000000Z");
    for (int column = 0; column < row.length; column++) {
      upsert.setObject(LINEAGE_COLUMNS + 1 + column, row[column]);
    }
  }

  private static Object stored(Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal.doubleValue();
      case Instant time -> STORED.format(time);
      case Boolean flag -> flag ? 1 : 0;
      default -> value;
    };
  }
}
