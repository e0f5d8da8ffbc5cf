package dev.tributary.cli.internal.question;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.cli.internal.serve.ConfiguredPlatform;
import dev.tributary.core.CanonicalDatasets;
import dev.tributary.core.StoreConfig;
import dev.tributary.embedded.Tributary;
import dev.tributary.ingest.config.IngestConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds and opens what a question is about. Nothing is collected, and no database is made where
 * there is none.
 */
public final class Whereabouts {
  private static final List<String> CONFIGURATIONS =
      List.of("tributary.yaml", "tributary-demo/tributary.yaml");
  private static final String DATA = "tributary-data";
  private static final List<String> ENDINGS = List.of("", ".sqlite", ".db", ".sqlite3");

  private final InstantSource clock;

  /**
   * Makes it ready.
   *
   * @param clock from which "yesterday" is counted
   */
  public Whereabouts(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Opens any SQLite database for reading only.
   *
   * @param name the file, with or without its ending
   * @return what answers
   * @throws PlatformException if there is no such file, or it is no database
   */
  public Asked database(String name) {
    Path file =
        ENDINGS.stream()
            .map(ending -> Path.of(name + ending))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() ->
                new PlatformException(
                    PlatformError.NOT_FOUND,
                    "no database '" + name + "', also not with .sqlite or .db; check the path"));
    return Asked.of(new SqliteEngine(clock).over(file), "");
  }

  /**
   * Opens the platform of a configuration. A store in a file that another process uses is read
   * beside it.
   *
   * @param file the configuration
   * @return what answers
   * @throws PlatformException if nothing has been collected yet, or the store cannot be opened
   */
  public Asked configuration(Path file) {
    ConfiguredPlatform platform = ConfiguredPlatform.read(file);
    StoreConfig store = platform.config().store().orElseThrow();
    if (!(store instanceof StoreConfig.Sqlite(Path database))) {
      return Asked.of(platform.open());
    }
    if (!Files.exists(database)) {
      throw new PlatformException(
          PlatformError.NOT_FOUND,
          "nothing has been collected into '%s' yet; first run: tributary ingest --once --config %s"
              .formatted(database, file));
    }
    IngestConfig collection = platform.config().ingest();
    return open(
        platform::open,
        () ->
            new SqliteEngine(clock).over(database, collection.datasets(), collection.tombstoned()));
  }

  /**
   * Looks where data usually is: {@code tributary.yaml}, {@code tributary-data} and the demo's
   * folder.
   *
   * @param folder where to look
   * @return what answers; empty if nothing is there
   */
  public Optional<Asked> usual(Path folder) {
    Path data = folder.resolve(DATA);
    Path store = data.resolve("tributary.db");
    return Stream.concat(
            CONFIGURATIONS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .<Supplier<Asked>>map(file -> () -> configuration(file)),
            Stream.of(store)
                .filter(Files::isRegularFile)
                .<Supplier<Asked>>map(file ->
                    () ->
                        open(
                            () -> Tributary.builder(data).build(),
                            () ->
                                new SqliteEngine(clock)
                                    .over(file, CanonicalDatasets.all(), Set.of()))))
        .findFirst()
        .map(Supplier::get);
  }

  private Asked open(Supplier<Tributary> platform, Supplier<QueryEngine> beside) {
    try {
      return Asked.of(platform.get());
    } catch (PlatformException e) {
      if (e.code() != PlatformError.STORE_UNAVAILABLE) {
        throw e;
      }
      return Asked.of(
          beside.get(),
          "another process uses the store; it was read beside it, without a language model and"
              + " without what is known of freshness");
    }
  }
}
