package dev.tributary.api.connector;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one partition after a batch. The platform stores it in the transaction that stores
 * the batch.
 *
 * @param partition the partition; {@link Checkpoints#WHOLE} when the stream has none
 * @param value the state in the connector's own words, at most 64 KiB; null to forget the partition
 */
public record Checkpoint(String partition, @Nullable String value) {
  /** Checks the partition. */
  public Checkpoint {
    Objects.requireNonNull(partition, "partition");
  }

  /**
   * The state of a stream that has no partitions.
   *
   * @param value the state
   * @return the checkpoint
   */
  public static Checkpoint whole(String value) {
    return new Checkpoint(Checkpoints.WHOLE, value);
  }

  /**
   * Forgets a partition, such as a file that is gone.
   *
   * @param partition the partition
   * @return a checkpoint without a state
   */
  public static Checkpoint forget(String partition) {
    return new Checkpoint(partition, null);
  }

  /**
   * The state.
   *
   * @return the state, unless the partition is to be forgotten
   */
  public Optional<String> state() {
    return Optional.ofNullable(value);
  }
}
