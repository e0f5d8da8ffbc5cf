package dev.tributary.connector.csv.internal.parse;

import dev.tributary.connector.csv.format.CsvDialect;

/** What each byte means to the scan, outside and inside of quotes. */
final class ByteKinds {
  static final byte PLAIN = 0;
  static final byte DELIMITER = 1;
  static final byte LINE_END = 2;
  static final byte QUOTE = 3;
  static final byte ESCAPE = 4;
  static final byte NUL = 5;

  final byte[] outside = new byte[256];
  final byte[] inside = new byte[256];

  private ByteKinds() {}

  static ByteKinds of(CsvDialect dialect, byte[] delimiter) {
    ByteKinds kinds = new ByteKinds();
    kinds.outside[0] = NUL;
    kinds.inside[0] = NUL;
    kinds.outside['\n'] = LINE_END;
    kinds.outside['\r'] = LINE_END;
    kinds.inside['\n'] = LINE_END;
    kinds.inside['\r'] = LINE_END;
    if (dialect.escaped()) {
      kinds.outside[dialect.escape() & 0xFF] = ESCAPE;
      kinds.inside[dialect.escape() & 0xFF] = ESCAPE;
    }
    if (dialect.quoted()) {
      kinds.outside[dialect.quote() & 0xFF] = QUOTE;
      kinds.inside[dialect.quote() & 0xFF] = QUOTE;
    }
    kinds.outside[delimiter[0] & 0xFF] = DELIMITER;
    return kinds;
  }
}
