package dev.tributary.core.internal.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to a SQLite file: one writer, and readers. Write-ahead logging lets both work at
 * once; with {@code synchronous=NORMAL} the end of the process loses nothing that was committed,
 * and a power failure at most the newest transactions, never consistency.
 */
public final class SqlitePools {
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 5_000;
  private static final int CACHE_KIB = 64 * 1024;
  private static final long MAPPED_BYTES = 1L << 30;
  private static final int LONGEST_VALUE = 16 << 20;
  private static final int CHECKPOINT_PAGES = 4_000;
  private static final Duration WAIT = Duration.ofSeconds(60);

  private SqlitePools() {}

  /**
   * Opens the pools.
   *
   * @param file the database
   * @param prepare brings the schema up to date, on connections of its own
   * @return the pools
   * @throws SQLException if the file cannot be used
   */
  public static Pools open(Path file, Consumer<DataSource> prepare) throws SQLException {
    FileLock lock = FileLock.of(file);
    try {
      SQLiteDataSource writing = writing(file);
      try (Connection probe = writing.getConnection();
          java.sql.Statement statement = probe.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        statement.execute("ROLLBACK");
      }
      prepare.accept(writing);
      return new Pools(
          new HikariDataSource(pool("writer", writing, 1)),
          new HikariDataSource(readOnly(pool("reader", reading(file), READERS))),
          new HikariDataSource(guests(file)),
          lock);
    } catch (SQLException | RuntimeException failed) {
      release(lock, failed);
      throw failed;
    }
  }

  private static void release(FileLock lock, Exception failed) {
    try {
      lock.close();
    } catch (java.io.IOException secondary) {
      failed.addSuppressed(secondary);
    }
  }

  private static SQLiteDataSource writing(Path file) {
    SQLiteConfig config = shared();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-" + CACHE_KIB);
    config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, String.valueOf(64L << 20));
    return source(file, config);
  }

  private static SQLiteDataSource reading(Path file) {
    SQLiteConfig config = shared();
    config.setReadOnly(true);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
    return source(file, config);
  }

  private static SQLiteConfig shared() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, String.valueOf(MAPPED_BYTES));
    return config;
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static HikariConfig pool(String name, DataSource source, int size) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("tributary-" + name);
    pool.setDataSource(source);
    pool.setMaximumPoolSize(size);
    // The driver follows a commit with the next BEGIN IMMEDIATE, which would keep the file locked
    // while nobody writes; going back to auto-commit ends that.
    pool.setAutoCommit(size == 1);
    pool.setConnectionTimeout(WAIT.toMillis());
    // The file does not go away by itself, so a connection lives as long as the store.
    pool.setMaxLifetime(0);
    pool.setConnectionInitSql("PRAGMA wal_autocheckpoint=" + CHECKPOINT_PAGES);
    return pool;
  }

  private static HikariConfig guests(Path file) {
    SQLiteDataSource source = reading(file);
    // A value that a query makes up is read whole before anybody can count its bytes.
    source.getConfig().setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(LONGEST_VALUE));
    HikariConfig pool = readOnly(pool("guest", source, READERS));
    pool.setAutoCommit(true);
    pool.setMinimumIdle(0);
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  private static HikariConfig readOnly(HikariConfig pool) {
    pool.setReadOnly(true);
    pool.setConnectionInitSql("PRAGMA query_only=1");
    return pool;
  }
}
