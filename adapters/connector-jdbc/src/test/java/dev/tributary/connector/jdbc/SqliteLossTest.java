package dev.tributary.connector.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteLossTest extends LossLaws {
  @TempDir Path folder;

  @Override
  TestEngine engine() {
    return new SqliteEngine(folder.resolve("source.db"));
  }

  @Override
  String now() {
    return "substr(strftime('%Y-%m-%d %H:%M:%f', 'now'), 1, 21)";
  }
}
