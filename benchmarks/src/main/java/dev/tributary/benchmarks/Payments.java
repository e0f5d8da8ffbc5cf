package dev.tributary.benchmarks;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up payments of twelve columns: the rows every collection benchmark moves. */
final class Payments {
  static final Dataset DATASET =
      Dataset.builder("payments")
          .column(Column.builder("payment_id", ColumnType.TEXT).required(true).build())
          .column(Column.of("customer_id", ColumnType.INTEGER))
          .column(Column.of("amount", ColumnType.DECIMAL))
          .column(Column.of("currency", ColumnType.TEXT))
          .column(Column.of("occurred_at", ColumnType.TIMESTAMP))
          .column(Column.of("country", ColumnType.TEXT))
          .column(Column.of("channel", ColumnType.TEXT))
          .column(Column.of("status", ColumnType.TEXT))
          .column(Column.of("merchant", ColumnType.TEXT))
          .column(Column.of("risk", ColumnType.DOUBLE))
          .column(Column.of("refunded", ColumnType.BOOLEAN))
          .column(Column.of("note", ColumnType.TEXT))
          .key(List.of("payment_id"))
          .build();

  private static final long START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
  private static final String[] CURRENCIES = {"EUR", "USD", "SGD", "GBP"};
  private static final String[] COUNTRIES = {"DE", "US", "SG", "GB", "FR", "IN"};
  private static final String[] CHANNELS = {"card", "transfer", "wallet"};
  private static final String[] STATUSES = {"settled", "pending", "declined"};

  private Payments() {}

  static Object[][] rows(int count) {
    SplittableRandom random = new SplittableRandom(42);
    Object[][] rows = new Object[count][];
    for (int index = 0; index < count; index++) {
      rows[index] = row(index, random);
    }
    return rows;
  }

  /** Writes the same rows as a file that a source would drop. */
  static void write(Path file, int count) throws IOException {
    SplittableRandom random = new SplittableRandom(42);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(String.join(",", DATASET.columns().stream().map(Column::name).toList()) + "\n");
      StringBuilder line = new StringBuilder();
      for (int index = 0; index < count; index++) {
        line.setLength(0);
        for (Object value : row(index, random)) {
          line.append(line.isEmpty() ? "" : ",").append(value);
        }
        out.append(line).append('\n');
      }
    }
  }

  private static Object[] row(int index, SplittableRandom random) {
    return new Object[] {
      "pay-%08d".formatted(index),
      random.nextLong(100_000),
      BigDecimal.valueOf(random.nextLong(1_000_000), 2),
      CURRENCIES[random.nextInt(CURRENCIES.length)],
      Instant.ofEpochSecond(START + index, random.nextInt(1_000_000) * 1_000L),
      COUNTRIES[random.nextInt(COUNTRIES.length)],
      CHANNELS[random.nextInt(CHANNELS.length)],
      STATUSES[random.nextInt(STATUSES.length)],
      "merchant " + random.nextInt(5_000),
      random.nextInt(1_000) / 1_000.0,
      random.nextBoolean(),
      "order " + random.nextLong(1_000_000_000L) + " of the customer",
    };
  }
}
