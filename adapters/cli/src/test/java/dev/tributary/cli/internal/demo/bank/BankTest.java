package dev.tributary.cli.internal.demo.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BankTest {
  private static final Instant BEGINNING = Instant.parse("2026-11-21T08:00:00Z");

  @Property(tries = 10)
  void sameSeedGivesTheSameRows(@ForAll long seed) {
    assertThat(ticks(seed, 30)).isEqualTo(ticks(seed, 30));
  }

  @Test
  void anotherSeedGivesOtherRows() {
    assertThat(ticks(1, 5)).isNotEqualTo(ticks(2, 5));
  }

  @Test
  void burstIsManyFailuresThenOneSuccess() {
    List<Login> burst =
        ticks(7, 80).stream()
            .flatMap(tick -> tick.get(Center.FRA).logins().stream())
            .filter(login -> login.address().equals(Incidents.BURST_ADDRESS))
            .toList();

    assertThat(burst).hasSize(121);
    assertThat(burst.subList(0, 120)).noneMatch(Login::success);
    assertThat(burst.getLast().success()).isTrue();
  }

  @Test
  void ringPaysFromTwoDataCentersJustBelowTenThousand() {
    List<Payment> ring =
        ticks(7, 110).stream()
            .flatMap(tick -> tick.values().stream())
            .flatMap(traffic -> traffic.payments().stream())
            .filter(payment -> payment.counterparty().equals(Incidents.RING_ACCOUNT))
            .toList();

    assertThat(ring).hasSize(40).allMatch(payment -> payment.cents() < 1_000_000);
    assertThat(ring.stream().map(Payment::customerId).distinct()).hasSize(8);
  }

  @Test
  void newYorkGivesNoLoginsAfterItsExportDied() {
    assertThat(ticks(7, 100).subList(60, 100))
        .allMatch(tick -> tick.get(Center.NYC).logins().isEmpty());
  }

  @Test
  void changesComeInTheOrderOfTheirTimes() {
    List<Instant> changes =
        ticks(3, 100).stream()
            .flatMap(tick -> tick.get(Center.SGP).payments().stream())
            .map(Payment::changedAt)
            .toList();

    assertThat(changes).isSortedAccordingTo(Comparator.naturalOrder());
  }

  private static List<Map<Center, Traffic>> ticks(long seed, int count) {
    Bank bank = new Bank(seed, BEGINNING);
    List<Map<Center, Traffic>> ticks = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      ticks.add(bank.next());
    }
    return ticks;
  }
}
