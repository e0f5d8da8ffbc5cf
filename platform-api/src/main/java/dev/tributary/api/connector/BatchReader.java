package dev.tributary.api.connector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Hands out what a source has to give, batch by batch, in bounded memory. Used by one thread.
 *
 * <p>The contract that nothing is lost rests on this: once a batch and its checkpoint are stored,
 * reading from that checkpoint yields everything that came after the batch, and may repeat, but
 * never skip, what came before. Rows repeated are recognised by their key.
 */
public interface BatchReader extends AutoCloseable {

  /**
   * Reads on.
   *
   * @return the next batch, or empty when the source has nothing more to give at present
   * @throws ConnectorException if reading failed; what was handed out before stays valid
   */
  Optional<SourceBatch> next();

  /**
   * How much of what was there at the start has been handed out.
   *
   * @return a share from 0 to 1, if it can be told
   */
  default OptionalDouble progress() {
    return OptionalDouble.empty();
  }

  /**
   * Parts of the source that could not be read while the rest could, such as one broken file of a
   * folder. Asked for once {@link #next()} has returned empty; the run then ends as partial.
   *
   * @return what is wrong, naming the place and the remedy; none if all could be read
   */
  default List<SourceFault> faults() {
    return List.of();
  }

  @Override
  void close();
}
