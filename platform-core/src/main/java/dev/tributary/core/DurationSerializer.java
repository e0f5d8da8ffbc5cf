package dev.tributary.core;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;

/** Keeps the cadence of scheduled work as plain text, readable in the table by people. */
final class DurationSerializer implements Serializer {

  @Override
  public byte[] serialize(Object data) {
    return data.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] data) {
    return type.cast(new String(data, StandardCharsets.UTF_8));
  }
}
