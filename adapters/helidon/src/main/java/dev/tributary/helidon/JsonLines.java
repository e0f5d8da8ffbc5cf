package dev.tributary.helidon;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes a log event as one line of JSON, what the thread carries (such as the request id) too. */
final class JsonLines extends EncoderBase<ILoggingEvent> {

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(256);
    line.append("{\"timestamp\":\"").append(event.getInstant()).append('"');
    member(line, "level", event.getLevel().toString());
    member(line, "logger", event.getLoggerName());
    member(line, "thread", event.getThreadName());
    for (Map.Entry<String, String> carried : new TreeMap<>(event.getMDCPropertyMap()).entrySet()) {
      member(line, carried.getKey(), carried.getValue());
    }
    member(line, "message", event.getFormattedMessage());
    if (event.getThrowableProxy() != null) {
      member(line, "stack", ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  private static void member(StringBuilder line, String name, String value) {
    line.append(",\"")
        .append(JsonEscapeUtil.jsonEscapeString(name))
        .append("\":\"")
        .append(JsonEscapeUtil.jsonEscapeString(value))
        .append('"');
  }
}
