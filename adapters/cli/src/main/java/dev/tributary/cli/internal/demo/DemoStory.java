package dev.tributary.cli.internal.demo;

import dev.tributary.api.Platform;
import dev.tributary.api.ingest.Freshness;
import dev.tributary.api.ingest.SourceStatus;
import dev.tributary.cli.internal.console.Progress;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.demo.ledger.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells now and then how far the demo is: a line in a pipe, a bar on a terminal. */
final class DemoStory {
  private static final int TICKS_PER_GLANCE = 4;
  private static final int TICKS_PER_LINE = 40;

  private final Terminal terminal;
  private final Platform platform;
  private final Ledger ledger;
  private final Progress progress;

  DemoStory(Terminal terminal, Platform platform, Ledger ledger, Progress progress) {
    this.terminal = terminal;
    this.platform = platform;
    this.ledger = ledger;
    this.progress = progress;
  }

  void at(int tick, double share) {
    if (terminal.interactive() && tick % TICKS_PER_GLANCE == 0) {
      progress.at(share, "%,d rows given out".formatted(ledger.total()));
    } else if (!terminal.interactive() && tick % TICKS_PER_LINE == 0) {
      terminal.say(
          "%3d s: %,d rows given out; %s"
              .formatted(tick / TICKS_PER_GLANCE, ledger.total(), states()));
    }
  }

  private String states() {
    List<SourceStatus> sources = platform.sources().list();
    String old =
        sources.stream()
            .filter(source -> isOld(source.freshness()))
            .map(source ->
                source.source().id()
                    + " is "
                    + source.freshness().state().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return sources.size() + " sources" + (old.isEmpty() ? ", none late" : ", " + old);
  }

  private static boolean isOld(Freshness freshness) {
    return freshness.state() == Freshness.State.WARN || freshness.state() == Freshness.State.LATE;
  }
}
