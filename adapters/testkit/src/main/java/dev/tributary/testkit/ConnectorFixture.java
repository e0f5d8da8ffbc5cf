package dev.tributary.testkit;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A live source that {@link SourceConnectorContract} fills and reads. A fresh one begins without
 * rows. The abstract methods are what every source needs; the others tell what a source cannot do,
 * or can do besides.
 */
public interface ConnectorFixture extends Closeable {

  /**
   * What is tested.
   *
   * @return the factory
   */
  ConnectorFactory factory();

  /**
   * Settings with which the source can be read.
   *
   * @return plain values, as a configuration file holds them
   */
  Map<String, Object> settings();

  /**
   * The stream that {@link #add} fills.
   *
   * @return its name
   */
  String stream();

  /**
   * Adds rows at the source and makes them visible to readers.
   *
   * @param firstId the id of the first row, from 1
   * @param count how many rows, with consecutive ids
   */
  void add(long firstId, int count);

  /**
   * Changes the row with an id so that an incremental reading has to bring it again. Called only if
   * {@link #supportsUpdates()}.
   *
   * @param id the row's id
   */
  default void update(long id) {
    throw new UnsupportedOperationException("no updates");
  }

  /**
   * Whether {@link #update} works. Default false.
   *
   * @return true if so
   */
  default boolean supportsUpdates() {
    return false;
  }

  /**
   * Whether the source knows a stream by its name, so that a wrong one is an error. Default true.
   *
   * @return false if the name means nothing to the connector
   */
  default boolean namesStreams() {
    return true;
  }

  /**
   * The read modes to test. Default: all that the factory offers.
   *
   * @return at least one
   */
  default List<ReadMode> modes() {
    return factory().modes();
  }

  /**
   * Settings of a source that does not answer or does not exist, where the connector can tell.
   * Default none.
   *
   * @return the settings, if there are any
   */
  default Optional<Map<String, Object>> deadSettings() {
    return Optional.empty();
  }

  /**
   * The secrets that the settings refer to. None of the values may ever be shown. Default none.
   *
   * @return value by reference, such as {@code env:PASSWORD}
   */
  default Map<String, String> secrets() {
    return Map.of();
  }

  /**
   * Makes the source hang until the fixture is closed, if it can: accept requests and answer
   * nothing. Default: it cannot.
   *
   * @return true if it hangs from now on
   */
  default boolean hang() {
    return false;
  }

  /**
   * Finds the id in a row. Default: the value of the column {@code id}.
   *
   * @param schema the columns of the row
   * @param row the row
   * @return the id
   */
  default long idOf(SourceSchema schema, SourceRow row) {
    return Long.parseLong(String.valueOf(row.value(schema.indexOf("id"))));
  }

  @Override
  void close() throws IOException;
}
