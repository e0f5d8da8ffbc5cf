package dev.tributary.alerts.internal.incident;

import dev.tributary.alerts.internal.engine.Consequence;
import dev.tributary.alerts.internal.fold.Recorded;
import dev.tributary.alerts.internal.ledger.AnomalyLedger;
import dev.tributary.api.alert.Anomaly;
import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.Transition;
import dev.tributary.core.StoreTransaction;
import java.time.Instant;
import java.util.List;

/** Keeps what a detector said when an alert went on or began to pend. Stateless. */
public final class AnomalyRecorder implements Consequence {

  /** Makes a recorder. */
  public AnomalyRecorder() {}

  @Override
  public void of(StoreTransaction transaction, List<Recorded> transitions, Instant now) {
    for (Recorded recorded : transitions) {
      Transition transition = recorded.transition();
      Judgement judgement = transition.judgement();
      boolean begins =
          transition.activeAt() != null && transition.activeAt().equals(transition.at());
      if (judgement != null && judgement.deviating() && begins) {
        AnomalyLedger.add(
            transaction.connection(),
            new Anomaly(recorded.id(), transition.alert(), transition.at(), judgement));
      }
    }
  }
}
