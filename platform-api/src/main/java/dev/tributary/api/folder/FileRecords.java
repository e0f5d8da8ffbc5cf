package dev.tributary.api.folder;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.SourceBatch;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * The records of one open file, in order and in bounded memory. Used by one thread.
 *
 * <p>Records are read one by one and handed out together, so that the reader of the folder can end
 * a batch where it wants to.
 */
public interface FileRecords extends AutoCloseable {

  /**
   * Reads the next record and keeps it for the batch in hand.
   *
   * @return roughly how many bytes it takes; empty at the end of the file
   * @throws IOException if the file cannot be read
   * @throws dev.tributary.api.connector.ConnectorException if what follows is broken
   */
  OptionalLong read() throws IOException;

  /**
   * Passes over records that an earlier reading has handed out.
   *
   * @param records how many, counted from the beginning; called before anything is read
   * @throws IOException if the file cannot be read
   * @throws dev.tributary.api.connector.ConnectorException if what stands there is broken
   */
  void skip(long records) throws IOException;

  /**
   * Hands out what was read since the last time. Possible after {@link #close()} as well.
   *
   * @param checkpoint where reading goes on after it
   * @return the batch, maybe without rows
   */
  SourceBatch take(Checkpoint checkpoint);

  @Override
  void close();
}
