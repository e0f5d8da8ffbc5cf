package dev.tributary.nl2sql.internal.grammar;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.sf.jsqlparser.parser.CCJSqlParser;

/**
 * Asks parsers that run too long to stop. While any run, the JDK's shared timer looks at them twice
 * in the time they have, so that a parse costs no timer of its own. Thread-safe.
 */
final class Watch {
  private final Map<CCJSqlParser, Long> running = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final Duration time;

  Watch(Duration time) {
    this.time = time;
  }

  void begin(CCJSqlParser parser) {
    running.put(parser, System.nanoTime());
    lookLater();
  }

  void end(CCJSqlParser parser) {
    running.remove(parser);
  }

  private void lookLater() {
    if (looking.compareAndSet(false, true)) {
      CompletableFuture.delayedExecutor(time.toNanos() / 2, TimeUnit.NANOSECONDS, Runnable::run)
          .execute(this::look);
    }
  }

  private void look() {
    long now = System.nanoTime();
    running.forEach((parser, since) -> parser.interrupted |= now - since >= time.toNanos());
    looking.set(false);
    if (!running.isEmpty()) {
      lookLater();
    }
  }
}
