package dev.tributary.alerts.internal.fold;

import dev.tributary.alerts.internal.window.Records;
import dev.tributary.api.window.WindowRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The time of the log as a record among those of a rule. Stateless. */
final class LogTime {
  private static final int PART = 2;

  private LogTime() {}

  static List<WindowRecord> records(Instant time) {
    Records records = new Records();
    records.put(
        Records.RULE,
        PART,
        out -> {
          out.writeLong(time.getEpochSecond());
          out.writeInt(time.getNano());
        });
    return records.drain();
  }

  static Optional<Instant> find(List<WindowRecord> records) {
    List<Instant> found = new ArrayList<>(1);
    records.stream()
        .filter(record -> record.series() == Records.RULE && record.part() == PART)
        .forEach(record ->
            Records.read(
                record, in -> found.add(Instant.ofEpochSecond(in.readLong(), in.readInt()))));
    return found.stream().findFirst();
  }
}
