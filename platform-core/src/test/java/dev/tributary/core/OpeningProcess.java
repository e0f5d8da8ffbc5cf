package dev.tributary.core;

import dev.tributary.api.error.PlatformException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * A process that opens the store in a file, says what happened, and ends with 3 if it could not.
 */
final class OpeningProcess {
  private OpeningProcess() {}

  public static void main(String[] arguments) {
    try (CentralStore store =
        CentralStore.open(StoreConfig.sqlite(Path.of(arguments[0])), InstantSource.system())) {
      System.out.println(store.inspector().health());
    } catch (PlatformException refused) {
      System.out.println(refused.getMessage());
      System.exit(3);
    }
  }
}
