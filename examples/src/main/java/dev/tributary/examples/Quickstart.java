package dev.tributary.examples;

import dev.tributary.api.ingest.Run;
import dev.tributary.embedded.Tributary;
import dev.tributary.ingest.config.SourceConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Collects a folder of CSV files into a store, once, from a program. */
public final class Quickstart {
  private Quickstart() {}

  /**
   * Collects.
   *
   * @param args the folder for the store, and the folder with the files
   */
  public static void main(String[] args) {
    Path data = Path.of(args[0]);
    Path drops = Path.of(args[1]).toAbsolutePath();
    try (Tributary tributary =
        Tributary.builder(data)
            .dataCenter("fra", "Frankfurt")
            .fileRoots(List.of(drops))
            .source(
                SourceConfig.builder("fra-users", "fra", "csv", "users")
                    .settings(Map.of("folder", drops.toString()))
                    .build())
            .build()) {
      Run run =
          tributary.sources().collect("fra-users"); // or tributary.start(), to go on collecting
      System.out.println(run.status() + " " + run.counts());
    }
  }
}
