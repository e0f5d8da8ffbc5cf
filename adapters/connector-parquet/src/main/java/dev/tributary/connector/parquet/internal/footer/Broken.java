package dev.tributary.connector.parquet.internal.footer;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;

/** Says what is wrong with a file. */
public final class Broken {
  private Broken() {}

  /**
   * A file that was damaged on its way or written wrongly.
   *
   * @param file what the file is called
   * @param problem what is wrong, going on from the file's name
   * @return the exception to throw
   */
  public static ConnectorException file(String file, String problem) {
    return because(file, problem, "send the file again, or write it anew");
  }

  /**
   * A file that cannot be read as it is.
   *
   * @param file what the file is called
   * @param problem what is wrong, going on from the file's name
   * @param remedy what to do about it
   * @return the exception to throw
   */
  public static ConnectorException because(String file, String problem, String remedy) {
    return new ConnectorException(ConnectorError.MALFORMED, file + " " + problem + "; " + remedy);
  }
}
