package dev.tributary.connector.csv.internal.encoding;

/** Counts sound and broken multi-byte sequences of UTF-8. */
final class Utf8 {
  /**
   * The outcome.
   *
   * @param sequences how many well-formed multi-byte sequences there are
   * @param broken how many bytes fit no sequence; a sequence cut by the end does not count
   */
  record Count(int sequences, int broken) {}

  private Utf8() {}

  static Count count(byte[] bytes, int from, int to) {
    int sequences = 0;
    int broken = 0;
    int at = from;
    while (at < to) {
      int lead = bytes[at] & 0xFF;
      if (lead < 0x80) {
        at++;
        continue;
      }
      int length = length(lead);
      if (length > 0 && at + length > to) {
        break;
      }
      if (length > 0 && wellFormed(bytes, at, length)) {
        sequences++;
        at += length;
      } else {
        broken++;
        at++;
      }
    }
    return new Count(sequences, broken);
  }

  private static int length(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  }

  private static boolean wellFormed(byte[] bytes, int at, int length) {
    for (int index = 1; index < length; index++) {
      if ((bytes[at + index] & 0xC0) != 0x80) {
        return false;
      }
    }
    int lead = bytes[at] & 0xFF;
    int second = bytes[at + 1] & 0xFF;
    return switch (lead) {
      case 0xE0 -> second >= 0xA0;
      case 0xED -> second <= 0x9F;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second <= 0x8F;
      default -> true;
    };
  }
}
