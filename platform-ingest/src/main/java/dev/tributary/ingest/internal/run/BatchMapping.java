package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.Datasets;
import dev.tributary.ingest.config.MappingConfig;
import dev.tributary.ingest.config.SchemaAction;
import dev.tributary.ingest.internal.ledger.QuarantineEntry;
import dev.tributary.ingest.internal.mapping.MappingCompiler;
import dev.tributary.ingest.internal.mapping.RowMapper;
import dev.tributary.ingest.internal.mapping.RowOutcome;
import dev.tributary.ingest.internal.schema.SchemaChange;
import dev.tributary.ingest.internal.schema.SchemaVerdict;
import dev.tributary.ingest.internal.schema.SchemaWatch;
import dev.tributary.ingest.internal.schema.SideBySide;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Maps batches of one run. Used by the reading thread alone. */
final class BatchMapping {
  private final MappingConfig mapping;
  private final Dataset declared;
  private final Datasets datasets;
  private final SchemaWatch watch;
  private Dataset dataset;
  private RowKeys keys;
  private int eventTime;
  private @Nullable SourceSchema schema;
  private @Nullable SchemaVerdict verdict;
  private @Nullable RowMapper mapper;

  BatchMapping(MappingConfig mapping, Dataset declared, Datasets datasets, SchemaWatch watch) {
    this.mapping = mapping;
    this.declared = declared;
    this.datasets = datasets;
    this.watch = watch;
    this.dataset = datasets.find(declared.name()).orElse(declared);
    this.keys = new RowKeys(dataset);
    this.eventTime = eventTimeIndex();
  }

  MappedBatch map(SourceBatch batch, OptionalDouble progress) {
    SchemaVerdict met = schemaOf(batch);
    List<@Nullable Object[]> rows = new ArrayList<>(batch.rows().size());
    List<MappedBatch.Refusal> refusals = new ArrayList<>();
    batch.rejected().forEach(rejected -> refusals.add(refusal(rejected)));
    if (verdict == null || verdict.action() != SchemaAction.PAUSE) {
      mapRows(batch, rows, refusals);
    }
    Integer percent = progress.isPresent() ? (int) Math.floor(100 * progress.getAsDouble()) : null;
    return new MappedBatch(
        dataset, rows, refusals, batch.checkpoints(), met, newest(rows), percent);
  }

  /** Compares the shape when it is another than the batch before had. */
  private @Nullable SchemaVerdict schemaOf(SourceBatch batch) {
    if (batch.rows().isEmpty() || (schema != null && batch.schema().equals(schema))) {
      return null;
    }
    schema = batch.schema();
    SchemaVerdict met = watch.met(schema, SideBySide.of(batch.rows().getFirst().position()));
    verdict = met;
    if (met.action() == SchemaAction.EVOLVE && mapping.matchUnmapped()) {
      evolve(met);
    }
    mapper = new MappingCompiler(mapping, dataset, declared).compile(schema);
    return met;
  }

  private void evolve(SchemaVerdict met) {
    RowMapper before = new MappingCompiler(mapping, dataset, declared).compile(current());
    List<Column> added = new ArrayList<>();
    for (SourceColumn column : current().columns()) {
      boolean isNew =
          met.changes().stream()
              .anyMatch(change ->
                  change.kind() == SchemaChange.Kind.COLUMN_ADDED
                      && change.subject().equals(column.name()));
      if (isNew && before.unused().contains(column.name())) {
        ColumnNames.free(column.name(), dataset, added)
            .ifPresent(name -> added.add(described(name, column)));
      }
    }
    if (!added.isEmpty()) {
      dataset = datasets.ensure(dataset.plus(added));
      keys = new RowKeys(dataset);
      eventTime = eventTimeIndex();
    }
  }

  private static Column described(String name, SourceColumn column) {
    return Column.builder(name, column.type())
        .description("Taken over from the source's column '" + column.name() + "'.")
        .build();
  }

  private void mapRows(
      SourceBatch batch, List<@Nullable Object[]> rows, List<MappedBatch.Refusal> refusals) {
    SchemaVerdict present = verdict;
    boolean aside = present != null && present.action() == SchemaAction.QUARANTINE;
    RowMapper rowMapper = mapper;
    if (rowMapper == null) {
      return;
    }
    for (SourceRow row : batch.rows()) {
      RowOutcome outcome = aside ? changed(present) : rowMapper.map(row);
      switch (outcome) {
        case RowOutcome.Accepted accepted -> rows.add(accepted.values());
        case RowOutcome.Refused refused -> refusals.add(refusal(row, refused, rows.size()));
      }
    }
  }

  private static RowOutcome changed(@Nullable SchemaVerdict verdict) {
    return new RowOutcome.Refused(
        "schema_changed",
        "",
        "the source has changed: "
            + (verdict == null ? "" : verdict.words())
            + "; adapt the mapping, resume the source to accept its columns, and replay");
  }

  private MappedBatch.Refusal refusal(SourceRow row, RowOutcome.Refused refused, int after) {
    @Nullable Object @Nullable [] key = mapper == null ? null : mapper.key(row, keys.columns());
    return new MappedBatch.Refusal(
        after,
        new QuarantineEntry(
            row.position().toString(),
            RawRow.json(current(), row),
            true,
            refused.reason(),
            refused.message(),
            key == null ? null : RowKeys.ofKey(key)),
        key);
  }

  private static MappedBatch.Refusal refusal(RejectedRow rejected) {
    return new MappedBatch.Refusal(
        0,
        new QuarantineEntry(
            rejected.position().toString(),
            rejected.raw(),
            false,
            rejected.reason(),
            rejected.message(),
            null),
        null);
  }

  private SourceSchema current() {
    return Objects.requireNonNull(schema, "a shape comes with the first rows");
  }

  private @Nullable Instant newest(List<@Nullable Object[]> rows) {
    Instant newest = null;
    for (@Nullable Object[] row : rows) {
      if (eventTime >= 0
          && row[eventTime] instanceof Instant at
          && (newest == null || at.isAfter(newest))) {
        newest = at;
      }
    }
    return newest;
  }

  private int eventTimeIndex() {
    String name = dataset.eventTime().orElse("");
    return dataset.columns().stream().map(Column::name).toList().indexOf(name);
  }
}
