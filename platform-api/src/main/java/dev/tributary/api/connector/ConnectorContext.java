package dev.tributary.api.connector;

import dev.tributary.api.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** What the platform lends a connector. Thread-safe but for {@link #settings()}. */
public interface ConnectorContext {

  /**
   * The source the connector reads.
   *
   * @return its id
   */
  String sourceId();

  /**
   * The source's settings. Secrets come resolved; call {@link Settings#verify()} after reading
   * them.
   *
   * @return the settings section of the source
   */
  Settings settings();

  /**
   * The clock to use in place of the system's.
   *
   * @return the clock
   */
  InstantSource clock();

  /**
   * Waits, for a back-off or a poll. Tests make it return at once.
   *
   * @param duration how long
   * @throws InterruptedException if the run is being stopped
   */
  void pause(Duration duration) throws InterruptedException;

  /**
   * Resolves a path from the settings and makes sure that the connector may read it.
   *
   * @param path absolute, or relative to the configuration's folder
   * @return the absolute path, with links resolved as far as it exists
   * @throws ConnectorException with {@link ConnectorError#DENIED} if it is outside every allowed
   *     root
   */
  Path file(String path);

  /**
   * Makes sure that the connector may talk to a host. Link-local and cloud metadata addresses are
   * denied.
   *
   * @param host a name or an address
   * @throws ConnectorException with {@link ConnectorError#DENIED} if it may not, or {@link
   *     ConnectorError#UNREACHABLE} if the name cannot be resolved
   */
  void requireAllowed(String host);
}
