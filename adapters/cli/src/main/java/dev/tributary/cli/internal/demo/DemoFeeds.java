package dev.tributary.cli.internal.demo;

import dev.tributary.cli.internal.demo.bank.Bank;
import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.bank.CenterFeed;
import dev.tributary.cli.internal.demo.bank.Traffic;
import dev.tributary.cli.internal.stop.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

/** Lets the bank's time run and each data center give out what happens. */
final class DemoFeeds implements AutoCloseable {
  private final Bank bank;
  private final Map<Center, CenterFeed> feeds;
  private final InstantSource clock;

  DemoFeeds(Bank bank, Map<Center, CenterFeed> feeds, InstantSource clock) {
    this.bank = bank;
    this.feeds = feeds;
    this.clock = clock;
  }

  /**
   * Goes on tick by tick, each at its time or as soon after as possible, so that the same number of
   * ticks gives the same rows however slow the machine is.
   */
  void run(int ticks, StopSignal stop, IntConsumer each) throws IOException {
    while (bank.tick() < ticks && !stop.await(untilDue())) {
      give(bank.next());
      each.accept(bank.tick());
    }
    for (CenterFeed feed : feeds.values()) {
      feed.finish();
    }
  }

  @Override
  public void close() throws IOException {
    for (CenterFeed feed : feeds.values()) {
      feed.close();
    }
  }

  private Duration untilDue() {
    Duration wait = Duration.between(clock.instant(), bank.timeOf(bank.tick()));
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private void give(Map<Center, Traffic> traffic) throws IOException {
    for (Map.Entry<Center, CenterFeed> feed : feeds.entrySet()) {
      feed.getValue().give(Objects.requireNonNull(traffic.get(feed.getKey())));
    }
  }
}
