package dev.tributary.ingest.internal.run;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.StoreEngine;
import dev.tributary.core.StoreTime;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names single rows of a dataset's table in SQL. Immutable. */
public final class KeyBinding {
  private final StoreEngine engine;
  private final Dataset dataset;

  /**
   * Makes it.
   *
   * @param engine the store's engine
   * @param dataset the dataset
   */
  public KeyBinding(StoreEngine engine, Dataset dataset) {
    this.engine = engine;
    this.dataset = dataset;
  }

  /**
   * The table.
   *
   * @return its quoted name
   */
  public String table() {
    return quoted(dataset.name());
  }

  /**
   * The condition that a row has a key.
   *
   * @return one parameter for each column of the key, each after an AND
   */
  public String condition() {
    return dataset.key().stream()
        .map(column -> " AND " + quoted(column) + " = ?")
        .collect(Collectors.joining());
  }

  /**
   * Binds a key.
   *
   * @param statement a statement with the condition
   * @param first the first of its parameters
   * @param key the values of the key's columns
   * @throws SQLException if the driver refuses
   */
  public void bind(PreparedStatement statement, int first, @Nullable Object[] key)
      throws SQLException {
    for (int index = 0; index < key.length; index++) {
      bindValue(statement, first + index, key[index]);
    }
  }

  private void bindValue(PreparedStatement statement, int parameter, @Nullable Object value)
      throws SQLException {
    boolean texts = engine == StoreEngine.SQLITE;
    switch (value) {
      case String text -> statement.setString(parameter, text);
      case Long number -> statement.setLong(parameter, number);
      case Double number -> statement.setDouble(parameter, number);
      case Boolean truth when texts -> statement.setInt(parameter, truth ? 1 : 0);
      case BigDecimal number when texts -> statement.setDouble(parameter, number.doubleValue());
      case LocalDate date when texts -> statement.setString(parameter, date.toString());
      case Instant moment when texts -> statement.setString(parameter, StoreTime.text(moment));
      case Instant moment when engine == StoreEngine.MYSQL ->
          statement.setObject(parameter, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
      case Instant moment -> statement.setObject(parameter, moment.atOffset(ZoneOffset.UTC));
      case null, default -> statement.setObject(parameter, value);
    }
  }

  private String quoted(String name) {
    return engine == StoreEngine.MYSQL ? "`" + name + "`" : "\"" + name + "\"";
  }
}
