package dev.tributary.alerts.internal.engine;

import dev.tributary.alerts.internal.fold.RuleFold;
import dev.tributary.alerts.internal.ledger.EngineLedger;
import java.time.Instant;
import java.util.Set;

/**
 * The engine as one worker has it.
 *
 * @param fold the rules at work
 * @param row the engine's row as it was stored last
 * @param position the id of the last entry that the fold has seen; behind the row's while what was
 *     seen before a crash is seen again
 * @param stored the rules that have a snapshot
 */
record EngineState(RuleFold fold, EngineLedger.Engine row, long position, Set<String> stored) {

  EngineState at(long seen) {
    return new EngineState(fold, row, seen, stored);
  }

  EngineState committed(long seen, Instant time, Set<String> snapshots) {
    EngineLedger.Engine moved =
        new EngineLedger.Engine(seen, time, row.epoch(), row.owner(), row.paused(), row.gaps());
    return new EngineState(fold, moved, seen, snapshots);
  }
}
