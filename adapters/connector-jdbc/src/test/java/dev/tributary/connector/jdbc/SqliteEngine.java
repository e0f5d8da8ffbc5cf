package dev.tributary.connector.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/** A SQLite file, in the journal mode that lets readers and a writer work side by side. */
record SqliteEngine(Path file) implements TestEngine {

  @Override
  public Map<String, Object> settings() {
    return Map.of("engine", "sqlite", "file", file.toString());
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of();
  }

  @Override
  public Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    config.setBusyTimeout(20_000);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  @Override
  public String timeType() {
    return "TIMESTAMP";
  }
}
