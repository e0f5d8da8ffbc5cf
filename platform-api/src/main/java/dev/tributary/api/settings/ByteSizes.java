package dev.tributary.api.settings;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes as people write them: {@code 512}, {@code 64KiB}, {@code 16MiB}, {@code 2GiB}; KB and MB
 * count in thousands.
 */
final class ByteSizes {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(b|kb|mb|gb|kib|mib|gib)?");

  private ByteSizes() {}

  static OptionalLong parse(String text) {
    Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      return OptionalLong.empty();
    }
    long factor =
        switch (size.group(2) == null ? "b" : size.group(2)) {
          case "kb" -> 1_000L;
          case "mb" -> 1_000_000L;
          case "gb" -> 1_000_000_000L;
          case "kib" -> 1L << 10;
          case "mib" -> 1L << 20;
          case "gib" -> 1L << 30;
          default -> 1L;
        };
    long amount = Long.parseLong(size.group(1));
    return amount > Long.MAX_VALUE / factor
        ? OptionalLong.empty()
        : OptionalLong.of(amount * factor);
  }
}
