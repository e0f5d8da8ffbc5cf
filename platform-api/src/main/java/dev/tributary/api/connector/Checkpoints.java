package dev.tributary.api.connector;

import java.util.Map;
import java.util.Optional;

/**
 * Where the reading of a stream stands: for each partition, such as a file of a folder, a state
 * that only the connector understands. A connector without partitions uses {@link #WHOLE}.
 */
public interface Checkpoints {
  /** The partition of a stream that has no partitions. */
  String WHOLE = "";

  /**
   * Finds the state of a partition.
   *
   * @param partition its name
   * @return the state that was stored with the partition's last batch, if there is one
   */
  Optional<String> state(String partition);

  /**
   * All states there are.
   *
   * @return state by partition
   */
  Map<String, String> all();

  /**
   * No states: reading starts at the beginning.
   *
   * @return empty checkpoints
   */
  static Checkpoints none() {
    return of(Map.of());
  }

  /**
   * States held in memory.
   *
   * @param states state by partition
   * @return checkpoints with a copy of the states
   */
  static Checkpoints of(Map<String, String> states) {
    Map<String, String> copy = Map.copyOf(states);
    return new Checkpoints() {
      @Override
      public Optional<String> state(String partition) {
        return Optional.ofNullable(copy.get(partition));
      }

      @Override
      public Map<String, String> all() {
        return copy;
      }
    };
  }
}
