package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.engine.Engine;
import dev.tributary.alerts.internal.ledger.CountLedger;
import dev.tributary.alerts.internal.ledger.EngineLedger;
import dev.tributary.alerts.internal.ledger.WorkerLedger;
import dev.tributary.api.alert.AlertControl;
import dev.tributary.api.alert.AlertWorker;
import dev.tributary.api.alert.AlertingStatus;
import dev.tributary.api.window.WindowStoreStatus;
import dev.tributary.core.CentralStore;
import java.util.List;
import java.util.function.Supplier;

/** The control of the engine. Thread-safe. */
public final class EngineControl implements AlertControl {
  private final CentralStore store;
  private final Engine engine;
  private final Supplier<WindowStoreStatus> windows;

  /**
   * Makes the control.
   *
   * @param store holds the engine's row
   * @param engine the engine of this worker
   * @param windows tells where it keeps windows
   */
  public EngineControl(CentralStore store, Engine engine, Supplier<WindowStoreStatus> windows) {
    this.store = store;
    this.engine = engine;
    this.windows = windows;
  }

  @Override
  public AlertingStatus status() {
    long last = store.events().lastId();
    return store.<AlertingStatus, RuntimeException>read(connection -> {
      EngineLedger.Engine row = EngineLedger.read(connection);
      return new AlertingStatus(
          row.paused(),
          row.position(),
          row.position() < 0 ? 0 : Math.max(0, last - row.position()),
          row.time(),
          row.gaps(),
          CountLedger.rules(connection),
          CountLedger.active(connection),
          CountLedger.waiting(connection),
          CountLedger.dead(connection),
          windows.get());
    });
  }

  @Override
  public void pause() {
    pause(true);
  }

  @Override
  public void resume() {
    pause(false);
  }

  private void pause(boolean paused) {
    store.<Boolean, RuntimeException>write(transaction -> {
      EngineLedger.pause(transaction.connection(), paused);
      return true;
    });
  }

  @Override
  public AlertingStatus evaluateNow() {
    while (engine.step()) {
      // until there is nothing more to evaluate
    }
    return status();
  }

  @Override
  public List<AlertWorker> workers() {
    return store.<List<AlertWorker>, RuntimeException>read(WorkerLedger::all);
  }
}
