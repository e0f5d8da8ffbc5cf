package dev.tributary.connector.jdbc.internal.connection;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.connector.jdbc.internal.settings.DatabaseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteLimits;

/** SQLite files. */
final class SqliteOpener implements Opener {

  @Override
  public Connection open(DatabaseConfig config) throws SQLException {
    Path file = Objects.requireNonNull(config.file(), "file");
    if (!Files.isRegularFile(file)) {
      throw new SQLException("there is no such file", "", SQLiteErrorCode.SQLITE_CANTOPEN.code);
    }
    SQLiteConfig options = new SQLiteConfig();
    options.setReadOnly(true);
    options.setBusyTimeout((int) config.connectTimeout().toMillis());
    Connection connection = options.createConnection("jdbc:sqlite:" + file);
    // Nothing else may be attached to, nor copied out of, a database that is only to be read.
    connection.unwrap(SQLiteConnection.class).setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
    return connection;
  }

  @Override
  public ConnectorError codeOf(SQLException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    // The lower eight bits are the code, the others say more about it.
    int code = failure.getErrorCode() & 0xff;
    if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || message.contains("no such table")
        || message.contains("no such column")) {
      return ConnectorError.MISSING;
    }
    if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return ConnectorError.MALFORMED;
    }
    return code == SQLiteErrorCode.SQLITE_PERM.code || code == SQLiteErrorCode.SQLITE_AUTH.code
        ? ConnectorError.UNAUTHORIZED
        : ConnectorError.FAILED;
  }

  @Override
  public String schema(DatabaseConfig config) {
    return "";
  }
}
