package dev.tributary.cli.internal.demo;

import dev.tributary.api.Platform;
import dev.tributary.cli.internal.console.Progress;
import dev.tributary.cli.internal.console.Shade;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.demo.bank.Bank;
import dev.tributary.cli.internal.demo.ledger.Ledger;
import dev.tributary.cli.internal.serve.RunningServer;
import dev.tributary.cli.internal.stop.StopSignal;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;

/** Three data centers that differ, one platform that collects them, and the proof at the end. */
public final class Demo {
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);
  private static final Duration BETWEEN_PROOFS = Duration.ofMillis(500);

  private final DemoConfig config;
  private final Terminal terminal;
  private final InstantSource clock;

  /**
   * Makes a demo.
   *
   * @param config what was chosen
   * @param terminal where it tells its story
   * @param clock the time at the bank
   */
  public Demo(DemoConfig config, Terminal terminal, InstantSource clock) {
    this.config = config;
    this.terminal = terminal;
    this.clock = clock;
  }

  /**
   * Runs the demo to its end.
   *
   * @param stop ends it early
   * @return true if every row that was given out is accounted for
   * @throws IOException if the folder or a port cannot be used
   */
  public boolean run(StopSignal stop) throws IOException {
    DemoFolder folder = DemoFolder.take(config.folder());
    Ledger ledger = new Ledger();
    DemoCenters centers = DemoCenters.setUp(folder, ledger, config.seed());
    folder.write(
        folder.configuration(), DemoConfiguration.text(config, folder, centers.singapore()));
    Bank bank = new Bank(config.seed(), clock.instant());
    try (DemoFeeds feeds = new DemoFeeds(bank, centers.feeds(), clock);
        RunningServer server = RunningServer.start(folder.configuration(), config.version())) {
      DemoGuide guide = new DemoGuide(terminal, server.url(), folder);
      guide.welcome(server.firstHealthyAnswer());
      play(feeds, stop, server.platform(), ledger);
      boolean proven =
          prove(new Prover(ledger, server.platform(), folder.store()), server.platform());
      terminal.say("");
      new Noticed(server.platform().alerting().alerts(), bank.timeOf(0))
          .table()
          .forEach(terminal::say);
      return proven;
    }
  }

  private void play(DemoFeeds feeds, StopSignal stop, Platform platform, Ledger ledger)
      throws IOException {
    Duration length = config.length();
    int ticks =
        length == null ? Integer.MAX_VALUE : Math.toIntExact(length.dividedBy(Bank.TICK) + 1);
    try (Progress progress = terminal.progress("demo")) {
      DemoStory story = new DemoStory(terminal, platform, ledger, progress);
      feeds.run(ticks, stop, tick -> story.at(tick, length == null ? 0 : (double) tick / ticks));
    }
  }

  /** Lets the last rows arrive, then shows whether all did. */
  private boolean prove(Prover prover, Platform platform) throws IOException {
    terminal.say("");
    terminal.say("The data centers give out nothing more. Collecting what is left ...");
    try {
      Drain drain = new Drain(platform, clock);
      Proof proof = drain.until(prover::draw, LONGEST_DRAIN, BETWEEN_PROOFS);
      terminal.say("");
      proof.table().forEach(terminal::say);
      terminal.say("");
      proof.sums().forEach(terminal::say);
      terminal.say("");
      terminal.say(
          proof.holds()
              ? terminal.paint(
                  "Every row is accounted for: in the store = emitted - quarantined.", Shade.GREEN)
              : terminal.paint(
                  "Rows are missing or too many; see the lines marked WRONG.", Shade.RED));
      return proof.holds();
    } catch (SQLException unreadable) {
      throw new IOException("the store cannot be counted: " + unreadable.getMessage(), unreadable);
    }
  }
}
