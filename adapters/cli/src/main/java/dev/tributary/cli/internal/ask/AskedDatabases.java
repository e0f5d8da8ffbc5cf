package dev.tributary.cli.internal.ask;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The databases of a folder, each opened when first asked. */
final class AskedDatabases implements AutoCloseable {
  private final Path folder;
  private final InstantSource clock;
  private final Map<String, AskedDatabase> open = new HashMap<>();

  AskedDatabases(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  AskedDatabase get(String name) throws IOException {
    AskedDatabase known = open.get(name);
    if (known == null) {
      if (!name.matches("[\\w.-]+")) {
        throw new IOException("\"" + name + "\" names no database: use letters, digits, _ . -");
      }
      known = AskedDatabase.open(folder.resolve(name + ".sqlite"), clock);
      open.put(name, known);
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    for (AskedDatabase database : open.values()) {
      database.close();
    }
  }
}
