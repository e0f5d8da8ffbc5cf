package dev.tributary.embedded.crash;

import java.util.Map;

/** Changes at a source that go on while the collector is killed again and again. */
interface Traffic {

  /** Begins to change the source. */
  void start() throws Exception;

  /** Ends the changes; what is there then stays. */
  void stop() throws Exception;

  /**
   * What the source holds.
   *
   * @return content by key
   */
  Map<String, String> rows() throws Exception;
}
