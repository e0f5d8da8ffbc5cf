package dev.tributary.nl2sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A small database in memory, made from a script beside the questions about it. */
final class QuestionDatabase implements AutoCloseable {
  private final Connection connection;

  private QuestionDatabase(Connection connection) {
    this.connection = connection;
  }

  static QuestionDatabase named(String name) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      for (String sql : text(name + ".sql").split(";\\s*\n")) {
        statement.execute(sql);
      }
    }
    return new QuestionDatabase(connection);
  }

  static String text(String file) {
    try (InputStream stream =
        Objects.requireNonNull(
            QuestionDatabase.class.getResourceAsStream("/spec/questions/" + file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SchemaSnapshot snapshot() throws SQLException {
    return SchemaReader.builder()
        .clock(InstantSource.fixed(Instant.EPOCH))
        .build()
        .read(connection);
  }

  /** The rows of a query, each as the sorted texts of its cells; sorted unless order matters. */
  List<String> rows(String sql, boolean ordered) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          cells.add(cell(result.getObject(i)));
        }
        rows.add(cells.stream().sorted().toList().toString());
      }
    }
    return ordered ? rows : rows.stream().sorted().toList();
  }

  private static String cell(Object value) {
    return value instanceof Number number
        ? String.valueOf(Math.round(number.doubleValue() * 1e4) / 1e4)
        : String.valueOf(value);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
