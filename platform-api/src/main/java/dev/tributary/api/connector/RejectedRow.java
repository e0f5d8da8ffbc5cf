package dev.tributary.api.connector;

/**
 * Something that stands where a row should stand and cannot be read as one. It goes to quarantine.
 *
 * @param position where it stands
 * @param raw what stands there, at most 64 KiB of it
 * @param reason a stable code in lower case, such as {@code too_few_fields}
 * @param message what is wrong, in words
 */
public record RejectedRow(SourcePosition position, String raw, String reason, String message) {
  /** The most characters of raw content that are kept: {@value}. */
  public static final int MOST_RAW = 65_536;

  /** Keeps the beginning of an oversized raw content, and says so in the message. */
  public RejectedRow {
    if (raw.length() > MOST_RAW) {
      message = message + " (raw content cut from " + raw.length() + " characters)";
      raw = raw.substring(0, MOST_RAW);
    }
  }
}
