package dev.tributary.api.connector;

import java.util.List;

/**
 * Reads one source. The platform opens it once, reads it many times, one run at a time, and closes
 * it when the source is removed, fails or the platform ends. Any method may throw {@link
 * ConnectorException}; any other unchecked exception counts as a defect of the connector, fails the
 * run and leaves everything else alone. A run that is stopped interrupts the reading thread.
 */
public interface SourceConnector extends AutoCloseable {

  /**
   * Tries whether the source can be reached and read with these settings, without reading rows.
   *
   * @return what the check found, in words for an operator
   * @throws ConnectorException if it cannot
   */
  String check();

  /**
   * Finds what the source offers.
   *
   * @return the streams, at least one when the source can be read at all
   */
  List<SourceStream> discover();

  /**
   * Begins to read a stream from where its checkpoints say. Reading may also happen later, in
   * {@link BatchReader#next()}.
   *
   * @param request what to read, from where, and how much at a time
   * @return a reader that the caller closes
   */
  BatchReader read(ReadRequest request);

  @Override
  void close();
}
