package dev.tributary.api.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes connectors of one kind. This is where an author of a connector begins: implement this
 * interface, {@link SourceConnector} and {@link BatchReader}, hand the factory to the platform's
 * builder, and let the contract test of the testkit tell what is missing.
 *
 * <p>Implementations are thread-safe and hold no state.
 */
public interface ConnectorFactory {

  /**
   * The kind of source that a configuration names, such as {@code csv}.
   *
   * @return lower case letters, digits and dashes
   */
  String kind();

  /**
   * Makes a connector for one source. Reads and verifies every setting, and touches nothing outside
   * the process: what is unreachable now may be reachable at the first run.
   *
   * @param context the source's settings and what the platform lends it
   * @return the connector
   * @throws dev.tributary.api.settings.ConfigurationException with everything that is wrong with
   *     the settings
   */
  SourceConnector open(ConnectorContext context);

  /**
   * The read modes that the kind offers.
   *
   * @return at least one; by default only {@link ReadMode#INCREMENTAL}
   */
  default List<ReadMode> modes() {
    return List.of(ReadMode.INCREMENTAL);
  }

  /**
   * Settings for reading the files of another folder in the way these settings read theirs: the
   * same dialect and the like, every file of that folder, at once. Uploaded files are read with it.
   *
   * @param settings the settings of a source of this kind, none for the defaults
   * @param folder the absolute path of the folder, which holds nothing but complete files
   * @return the settings; empty, the default, if this kind of source does not read files
   */
  default Optional<Map<String, Object>> forFolder(Map<String, Object> settings, String folder) {
    return Optional.empty();
  }
}
