package dev.tributary.cli.internal.demo;

import dev.tributary.api.Platform;
import dev.tributary.api.ingest.QuarantineQuery;
import dev.tributary.api.ingest.QuarantinedRow;
import dev.tributary.api.page.Page;
import dev.tributary.cli.internal.demo.bank.BankDataset;
import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.ledger.Ledger;
import dev.tributary.cli.internal.demo.ledger.Ledger.Account;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws up the {@link Proof}. */
final class Prover {
  private final Ledger ledger;
  private final Platform platform;
  private final Path store;

  Prover(Ledger ledger, Platform platform, Path store) {
    this.ledger = ledger;
    this.platform = platform;
    this.store = store;
  }

  Proof draw() throws SQLException {
    List<Proof.Line> lines = new ArrayList<>();
    Map<Center, Proof.Money> money = new EnumMap<>(Center.class);
    try (StoreCount count = StoreCount.of(store)) {
      for (Center center : Center.values()) {
        for (BankDataset dataset : BankDataset.values()) {
          lines.add(line(new Account(center, dataset), count.rows(center, dataset)));
        }
        money.put(center, new Proof.Money(ledger.cents(center), count.cents(center)));
      }
    }
    return new Proof(lines, money);
  }

  private Proof.Line line(Account account, long stored) {
    Set<String> flawed = ledger.flawed(account);
    List<QuarantinedRow> held = quarantine(account.center().id() + "-" + sourceName(account));
    Set<String> found =
        flawed.stream()
            .filter(id -> held.stream().anyMatch(row -> row.raw().contains(id)))
            .collect(Collectors.toSet());
    long strangers =
        held.stream().filter(row -> flawed.stream().noneMatch(row.raw()::contains)).count();
    return new Proof.Line(
        account, ledger.emitted(account), flawed.size(), found.size(), strangers, stored);
  }

  private static String sourceName(Account account) {
    return switch (account.dataset()) {
      case USERS -> "users";
      case TRANSACTIONS -> "transactions";
      case LOGIN_EVENTS -> "logins";
    };
  }

  private List<QuarantinedRow> quarantine(String sourceId) {
    List<QuarantinedRow> rows = new ArrayList<>();
    @Nullable String token = null;
    do {
      Page<QuarantinedRow> page =
          platform.quarantine().list(new QuarantineQuery(sourceId, null, Page.MOST_ITEMS, token));
      rows.addAll(page.items());
      token = page.nextToken();
    } while (token != null);
    return rows;
  }
}
