package dev.tributary.connector.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL server, started once for all tests of a JVM and ended with it. */
final class PostgresEngine implements TestEngine {
  static final String PASSWORD = "s3cr3t-of-postgres";

  private final EmbeddedPostgres server;

  private PostgresEngine() {
    try {
      // By default this server asks nobody for a password.
      Path access = Files.createTempFile("pg_hba", ".conf");
      Files.writeString(
          access,
          """
          local all all trust
          host all reader,stranger all scram-sha-256
          host all all all trust
          """);
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("hba_file", access.toString())
              .start();
      access.toFile().deleteOnExit();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    run(
        "CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'",
        "GRANT pg_read_all_data TO reader",
        "CREATE ROLE stranger LOGIN PASSWORD '" + PASSWORD + "'");
  }

  static PostgresEngine instance() {
    return Holder.INSTANCE;
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of(
        "engine",
        "postgresql",
        "host",
        "localhost",
        "port",
        port(),
        "database",
        "postgres",
        "user",
        "reader",
        "password",
        "env:PG");
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("env:PG", PASSWORD);
  }

  int port() {
    return server.getPort();
  }

  @Override
  public Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  @Override
  public String timeType() {
    return "timestamptz";
  }

  private static final class Holder {
    static final PostgresEngine INSTANCE = new PostgresEngine();
  }
}
