package dev.tributary.ingest.internal.run;

import dev.tributary.api.event.EventTypes;
import dev.tributary.core.StoreTransaction;
import dev.tributary.ingest.internal.ledger.SchemaLedger;
import dev.tributary.ingest.internal.schema.SchemaVerdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Notes a new shape of a source in the schema registry and the event log. */
final class SchemaStep {
  private SchemaStep() {}

  static void store(
      StoreTransaction transaction,
      Handle handle,
      RunOrder order,
      @Nullable SchemaVerdict verdict,
      Instant now) {
    if (verdict == null || verdict.version() == null) {
      return;
    }
    SchemaLedger.Version version = Objects.requireNonNull(verdict.version());
    Map<String, @Nullable Object> details = new LinkedHashMap<>();
    details.put("accepted", version.accepted());
    details.put("action", lower(verdict.action()));
    details.put("changes", changes(verdict));
    SchemaLedger.add(handle, order.registryName(), version, details, now);
    if (!verdict.changes().isEmpty()) {
      transaction.append(
          EventTypes.SCHEMA_CHANGED,
          order.source().id(),
          Map.of(
              "stream",
              order.stream(),
              "version",
              (long) version.number(),
              "action",
              lower(verdict.action()),
              "changes",
              changes(verdict)));
    }
  }

  private static List<Map<String, String>> changes(SchemaVerdict verdict) {
    return verdict.changes().stream()
        .map(change ->
            Map.of("kind", change.code(), "subject", change.subject(), "detail", change.detail()))
        .toList();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
