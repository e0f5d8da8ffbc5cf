package dev.tributary.benchmarks;

import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.core.StoreConfig;
import dev.tributary.embedded.Tributary;
import dev.tributary.ingest.config.SourceConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A platform with one folder of payments to collect, as a user would set it up. */
final class Collecting implements AutoCloseable {
  private static final String SOURCE = "payments";

  private final @Nullable Path folder;
  private final @Nullable Tributary tributary;

  private Collecting(@Nullable Path folder, @Nullable Tributary tributary) {
    this.folder = folder;
    this.tributary = tributary;
  }

  /** Holds the place until a benchmark is set up. */
  static Collecting none() {
    return new Collecting(null, null);
  }

  static Collecting of(StoreConfig.Server server, int rows) throws IOException {
    Path folder = Files.createTempDirectory("tributary-benchmark");
    return of(folder, server, rows);
  }

  static Collecting ofSqlite(int rows) throws IOException {
    Path folder = Files.createTempDirectory("tributary-benchmark");
    return of(folder, StoreConfig.sqlite(folder.resolve("tributary.db")), rows);
  }

  private static Collecting of(Path folder, StoreConfig store, int rows) throws IOException {
    Path drops = Files.createDirectories(folder.resolve("drops"));
    Payments.write(drops.resolve("payments.csv"), rows);
    Tributary tributary =
        Tributary.builder(folder)
            .store(store)
            .fileRoots(List.of(folder))
            .dataset(Payments.DATASET)
            .dataCenter("fra", "Frankfurt")
            .source(
                SourceConfig.builder(SOURCE, "fra", "csv", Payments.DATASET.name())
                    .settings(Map.of("folder", drops.toString(), "settle", "0s"))
                    .build())
            .build();
    return new Collecting(folder, tributary);
  }

  Path folder() {
    return Objects.requireNonNull(folder, "not set up");
  }

  /** Answers questions about what was collected. */
  QueryEngine query() {
    return Objects.requireNonNull(tributary, "not set up").query();
  }

  /** Collects until there is nothing more, and makes sure that nothing went wrong. */
  long collect() {
    Run run = Objects.requireNonNull(tributary, "not set up").sources().collect(SOURCE);
    if (run.status() != RunStatus.SUCCEEDED) {
      throw new IllegalStateException("the run ended as " + run);
    }
    return run.counts().ingested();
  }

  @Override
  public void close() {
    if (tributary != null) {
      tributary.close();
    }
  }

  void remove() throws IOException {
    close();
    try (Stream<Path> files = Files.walk(folder())) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException inUse) {
              throw new UncheckedIOException(inUse);
            }
          });
    }
  }
}
