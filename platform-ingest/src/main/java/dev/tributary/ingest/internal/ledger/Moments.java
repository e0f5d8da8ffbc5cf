package dev.tributary.ingest.internal.ledger;

import dev.tributary.core.StoreTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times that may be absent. */
final class Moments {
  private Moments() {}

  static @Nullable Instant read(@Nullable String text) {
    return text == null ? null : StoreTime.parse(text);
  }

  static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : StoreTime.text(moment);
  }
}
