package dev.tributary.api.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which alert it is: one rule has one for each combination of the labels it is evaluated per.
 *
 * @param rule the id of the rule
 * @param labels the labels, sorted by name
 */
public record AlertKey(String rule, Map<String, String> labels) {
  /** Copies the labels. */
  public AlertKey {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /**
   * A short name that is the same on every machine and after every restart.
   *
   * @return 32 hexadecimal digits of a SHA-256 over rule and labels
   */
  public String fingerprint() {
    StringBuilder text = new StringBuilder();
    append(text, rule);
    labels.forEach((name, value) -> {
      append(text, name);
      append(text, value);
    });
    byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  /** The length goes first, so that no two lists of texts make one. */
  private static void append(StringBuilder text, String part) {
    text.append(part.length()).append(':').append(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }
}
