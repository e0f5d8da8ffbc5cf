package dev.tributary.cli.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.cli.internal.demo.bank.BankDataset;
import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.ledger.Ledger.Account;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProofTest {
  private static final Account LOGINS = new Account(Center.SGP, BankDataset.LOGIN_EVENTS);

  @Test
  void holdsWhenWhatIsMissingIsInQuarantine() {
    Proof proof = proof(new Proof.Line(LOGINS, 1_000, 3, 3, 0, 997));

    assertThat(proof.holds()).isTrue();
    assertThat(proof.table()).last().asString().contains("Singapore").endsWith("ok");
  }

  @Test
  void lostRowIsNoticed() {
    Proof proof = proof(new Proof.Line(LOGINS, 1_000, 3, 3, 0, 996));

    assertThat(proof.holds()).isFalse();
    assertThat(proof.table()).last().asString().endsWith("WRONG: -1 rows");
  }

  @Test
  void rowInQuarantineThatNobodyBrokeIsNoticed() {
    Proof proof = proof(new Proof.Line(LOGINS, 1_000, 3, 3, 1, 997));

    assertThat(proof.holds()).isFalse();
    assertThat(proof.table()).last().asString().contains("3 of them in quarantine, and 1 others");
  }

  @Test
  void lostCentIsNoticed() {
    Proof proof = new Proof(List.of(), Map.of(Center.FRA, new Proof.Money(100, 99)));

    assertThat(proof.holds()).isFalse();
    assertThat(proof.sums()).anyMatch(line -> line.contains("Frankfurt") && line.contains("WRONG"));
  }

  private static Proof proof(Proof.Line line) {
    return new Proof(List.of(line), Map.of());
  }
}
