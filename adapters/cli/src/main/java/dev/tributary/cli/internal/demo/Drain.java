package dev.tributary.cli.internal.demo;

import dev.tributary.api.Platform;
import dev.tributary.api.ingest.SourceStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** Collects what is left at the sources, until all has arrived or it takes too long. */
final class Drain {
  private static final String UPLOADS = "uploads";

  private final Platform platform;
  private final InstantSource clock;

  Drain(Platform platform, InstantSource clock) {
    this.platform = platform;
    this.clock = clock;
  }

  /** Draws up a proof. */
  interface Prove {
    Proof draw() throws SQLException;
  }

  Proof until(Prove prove, Duration atMost, Duration pause) throws SQLException {
    Instant end = clock.instant().plus(atMost);
    // Files that somebody uploads meanwhile are read by themselves.
    platform.sources().list().stream()
        .map(SourceStatus::source)
        .filter(source -> !source.dataCenterId().equals(UPLOADS))
        .forEach(source -> platform.sources().sync(source.id()));
    Proof proof = prove.draw();
    while (!proof.holds() && clock.instant().isBefore(end)) {
      LockSupport.parkNanos(pause.toNanos());
      proof = prove.draw();
    }
    return proof;
  }
}
