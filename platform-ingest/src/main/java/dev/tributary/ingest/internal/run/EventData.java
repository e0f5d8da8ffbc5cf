package dev.tributary.ingest.internal.run;

import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.ingest.internal.ledger.QuarantineEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The details of events about runs. */
final class EventData {
  private EventData() {}

  static Map<String, Object> of(Run run) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("run_id", run.id());
    data.put("status", run.status().name().toLowerCase(Locale.ROOT));
    data.put("trigger", run.trigger().name().toLowerCase(Locale.ROOT));
    counts(data, run.counts());
    data.put(
        "errors",
        run.errors().stream()
            .map(error ->
                Map.of("code", error.code(), "place", error.place(), "message", error.message()))
            .toList());
    return data;
  }

  static Map<String, Object> of(String runId, RunCounts counts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("run_id", runId);
    counts(data, counts);
    return data;
  }

  static Map<String, Object> quarantined(String runId, List<QuarantineEntry> entries) {
    Map<String, Long> reasons = new LinkedHashMap<>();
    entries.forEach(entry -> reasons.merge(entry.reason(), 1L, Long::sum));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("run_id", runId);
    data.put("count", (long) entries.size());
    data.put("reasons", reasons);
    return data;
  }

  private static void counts(Map<String, Object> data, RunCounts counts) {
    data.put("read", counts.read());
    data.put("ingested", counts.ingested());
    data.put("unchanged", counts.unchanged());
    data.put("quarantined", counts.quarantined());
    data.put("deleted", counts.deleted());
  }
}
