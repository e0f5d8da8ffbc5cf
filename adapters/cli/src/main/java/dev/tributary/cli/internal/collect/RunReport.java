package dev.tributary.cli.internal.collect;

import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunError;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.cli.internal.console.Shade;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes what became of a run: words for people, or one JSON object a line for programs. */
public final class RunReport {
  private final Terminal terminal;
  private final boolean json;

  /**
   * Makes a report.
   *
   * @param terminal where it goes
   * @param json whether programs read it
   */
  public RunReport(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /**
   * Writes one run.
   *
   * @param run a run that has ended
   */
  public synchronized void write(Run run) {
    if (json) {
      terminal.say(JsonText.of(fields(run)));
      return;
    }
    RunCounts counts = run.counts();
    terminal.say(
        "%s %s: %,d read, %,d ingested, %,d unchanged, %,d quarantined, %,d deleted"
            .formatted(
                run.sourceId(),
                terminal.paint(word(run.status()), shade(run.status())),
                counts.read(),
                counts.ingested(),
                counts.unchanged(),
                counts.quarantined(),
                counts.deleted()));
    for (RunError error : run.errors()) {
      String place = error.place().isEmpty() ? "" : error.place() + ": ";
      terminal.say("  " + place + error.message() + " [" + error.code() + "]");
    }
  }

  private static Map<String, Object> fields(Run run) {
    RunCounts counts = run.counts();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("run_id", run.id());
    fields.put("source_id", run.sourceId());
    fields.put("status", run.status());
    fields.put("trigger", run.trigger());
    fields.put("started_at", run.startedAt());
    fields.put("finished_at", Objects.requireNonNullElse(run.finishedAt(), ""));
    fields.put("records_read", counts.read());
    fields.put("records_ingested", counts.ingested());
    fields.put("records_unchanged", counts.unchanged());
    fields.put("records_quarantined", counts.quarantined());
    fields.put("records_deleted", counts.deleted());
    fields.put("errors", run.errors().stream().map(RunReport::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(RunError error) {
    return new LinkedHashMap<>(
        Map.of("code", error.code(), "place", error.place(), "message", error.message()));
  }

  private static String word(RunStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Shade shade(RunStatus status) {
    return switch (status) {
      case SUCCEEDED, RUNNING -> Shade.GREEN;
      case PARTIAL, STOPPED -> Shade.YELLOW;
      case FAILED, INTERRUPTED -> Shade.RED;
    };
  }
}
