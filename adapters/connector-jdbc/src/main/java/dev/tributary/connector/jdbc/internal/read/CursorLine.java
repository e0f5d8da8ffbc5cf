package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import dev.tributary.connector.jdbc.internal.dialect.Dialect;
import dev.tributary.connector.jdbc.internal.dialect.Fragment;
import dev.tributary.connector.jdbc.internal.dialect.KeyValue;
import dev.tributary.connector.jdbc.internal.dialect.Times;
import dev.tributary.connector.jdbc.internal.settings.Overlap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line that a cursor's values lie on: goes back by the overlap, and knows what lies beyond the
 * present. Nothing here decides what a query returns but by letting it return more.
 */
final class CursorLine {
  /** What databases write for moments after the year 9999. */
  private static final Pattern BEYOND = Pattern.compile("infinity|\\d{5,}-.*");

  private final Dialect dialect;
  private final TableColumn column;
  private final Overlap overlap;
  private final ZoneId zone;

  CursorLine(Dialect dialect, TableColumn column, Overlap overlap) {
    this.dialect = dialect;
    this.column = column;
    this.overlap = overlap;
    this.zone = dialect.zone(column);
  }

  /** The condition that a cursor lies behind a value by no more than the overlap. */
  Fragment from(KeyValue low) {
    return switch (dialect.scale(column, low)) {
      case TIME ->
          Times.parse(low.text())
              .map(moment -> dialect.notBefore(column, back(moment.local())))
              .orElseGet(() -> atLeast(low));
      case NUMBER -> atLeast(back(low));
      case NONE -> atLeast(low);
    };
  }

  /** The present in the words of a cursor, if that cursor lies beyond it; null if it does not. */
  @Nullable KeyValue cap(KeyValue upper, String presentUtc) {
    if (dialect.scale(column, upper) != Dialect.Scale.TIME) {
      return null;
    }
    Instant present = Times.parse(presentUtc).orElseThrow().instant(ZoneOffset.UTC);
    Optional<Times.Written> written = Times.parse(upper.text());
    if (written.isEmpty()) {
      boolean beyond = BEYOND.matcher(upper.text()).matches();
      return beyond ? word(LocalDateTime.ofInstant(present, zone)) : null;
    }
    return written.get().instant(zone).isAfter(present)
        ? word(written.get().sameWords(present, zone))
        : null;
  }

  /** The earlier of two values, where a cap may have to hold a later one back. */
  KeyValue earlier(KeyValue value, @Nullable KeyValue cap) {
    if (cap == null || BEYOND.matcher(value.text()).matches()) {
      return cap == null ? value : cap;
    }
    Optional<LocalDateTime> mine = Times.parse(value.text()).map(Times.Written::local);
    LocalDateTime limit = Times.parse(cap.text()).orElseThrow().local();
    return mine.isPresent() && mine.get().isAfter(limit) ? cap : value;
  }

  private Fragment atLeast(KeyValue value) {
    return Fragment.of(dialect.order(column) + " >= " + dialect.placeholder(column), column, value);
  }

  private LocalDateTime back(LocalDateTime moment) {
    Duration duration = overlap.duration();
    if (duration == null) {
      throw unfit("a time", "write a duration such as 30s");
    }
    return moment.minus(duration);
  }

  private KeyValue back(KeyValue number) {
    BigDecimal count = overlap.count();
    if (count == null) {
      throw unfit("a number", "write a count such as 1000");
    }
    BigDecimal lower = new BigDecimal(number.text()).subtract(count);
    return number.kind() == KeyValue.Kind.INTEGER
        ? new KeyValue(KeyValue.Kind.INTEGER, whole(lower))
        : new KeyValue(number.kind(), lower.toPlainString());
  }

  private static String whole(BigDecimal number) {
    BigDecimal least = BigDecimal.valueOf(Long.MIN_VALUE);
    return number.max(least).setScale(0, RoundingMode.FLOOR).toPlainString();
  }

  private static KeyValue word(LocalDateTime moment) {
    return KeyValue.text(Times.micros(moment));
  }

  private ConnectorException unfit(String what, String remedy) {
    return new ConnectorException(
        ConnectorError.MISSING,
        "cursor '" + column.name() + "' is " + what + " and overlap is not; " + remedy);
  }
}
