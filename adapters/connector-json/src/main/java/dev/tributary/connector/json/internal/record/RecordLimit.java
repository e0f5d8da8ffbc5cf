package dev.tributary.connector.json.internal.record;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading of a file in which a single record would fill the memory. */
final class RecordLimit extends FilterInputStream {
  /** Parsers read ahead by some kilobytes. */
  private static final int AHEAD = 1 << 16;

  private final String name;
  private final int maxRecord;
  private long since;

  RecordLimit(InputStream content, String name, int maxRecord) {
    super(content);
    this.name = name;
    this.maxRecord = maxRecord;
  }

  void begin() {
    since = 0;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = super.read(target, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) {
    since += read;
    if (since > (long) maxRecord + AHEAD) {
      throw new ConnectorException(
          ConnectorError.MALFORMED,
          name + " has a record of more than " + maxRecord + " bytes; raise max_record to read it");
    }
  }
}
