package dev.tributary.ingest.internal.view;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.ingest.MappingPlan;
import dev.tributary.api.ingest.MappingPlan.PlannedRow;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.ingest.internal.mapping.MappingCompiler;
import dev.tributary.ingest.internal.mapping.RowMapper;
import dev.tributary.ingest.internal.mapping.RowOutcome;
import dev.tributary.ingest.internal.run.Kernel;
import dev.tributary.ingest.internal.source.ConnectorHouse;
import dev.tributary.ingest.internal.source.SourceLane;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows what a mapping makes of real rows. Writes nothing. Thread-safe. */
public final class MappingPreview {
  private static final int MOST_ROWS = 100;

  private final Kernel kernel;
  private final ConnectorHouse house;

  /**
   * Makes it.
   *
   * @param kernel what every run needs
   * @param house opens connectors
   */
  public MappingPreview(Kernel kernel, ConnectorHouse house) {
    this.kernel = kernel;
    this.house = house;
  }

  /**
   * Reads the first rows of a source with a connector of its own and maps them.
   *
   * @param lane the source
   * @param rows the most rows to show
   * @return the plan
   */
  public MappingPlan of(SourceLane lane, int rows) {
    if (rows < 1 || rows > MOST_ROWS) {
      throw new PlatformException(
          PlatformError.INVALID_REQUEST, "rows is " + rows + "; ask for 1 to " + MOST_ROWS);
    }
    SourceConfig source = lane.source();
    try (SourceConnector connector = house.open(source, source.kind(), source.settings())) {
      String stream = lane.onlyStream(connector);
      ReadRequest request =
          new ReadRequest(stream, source.mode(), Checkpoints.none(), rows, source.batchBytes());
      try (BatchReader reader = connector.read(request)) {
        return plan(lane, reader, rows);
      }
    }
  }

  private MappingPlan plan(SourceLane lane, BatchReader reader, int most) {
    Dataset dataset = kernel.store().datasets().find(lane.dataset().name()).orElse(lane.dataset());
    MappingCompiler compiler =
        new MappingCompiler(lane.source().mapping(), dataset, lane.dataset());
    RowMapper mapper = compiler.compile(SourceSchema.ofTexts(List.of()));
    List<PlannedRow> planned = new ArrayList<>();
    Optional<SourceBatch> batch = reader.next();
    boolean first = true;
    while (batch.isPresent() && planned.size() < most) {
      RowMapper present = compiler.compile(batch.get().schema());
      if (first) {
        mapper = present;
        first = false;
      }
      add(planned, batch.get(), present, dataset, most);
      batch = planned.size() < most ? reader.next() : Optional.empty();
    }
    return new MappingPlan(
        lane.source().id(), dataset.name(), mapper.origins(), mapper.unused(), planned);
  }

  private static void add(
      List<PlannedRow> planned, SourceBatch batch, RowMapper mapper, Dataset dataset, int most) {
    for (SourceRow row : batch.rows()) {
      if (planned.size() < most) {
        planned.add(planned(row, batch.schema(), mapper, dataset));
      }
    }
    for (RejectedRow rejected : batch.rejected()) {
      if (planned.size() < most) {
        planned.add(
            new PlannedRow(
                rejected.position().toString(),
                Map.of("raw", rejected.raw()),
                Map.of(),
                rejected.reason() + ": " + rejected.message()));
      }
    }
  }

  private static PlannedRow planned(
      SourceRow row, SourceSchema schema, RowMapper mapper, Dataset dataset) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int index = 0; index < Math.min(row.width(), schema.columns().size()); index++) {
      values.putIfAbsent(schema.columns().get(index).name(), row.value(index));
    }
    Map<String, @Nullable Object> mapped = new LinkedHashMap<>();
    String fault =
        switch (mapper.map(row)) {
          case RowOutcome.Refused refused -> refused.reason() + ": " + refused.message();
          case RowOutcome.Accepted accepted -> {
            for (int index = 0; index < dataset.columns().size(); index++) {
              mapped.put(dataset.columns().get(index).name(), accepted.values()[index]);
            }
            yield null;
          }
        };
    return new PlannedRow(row.position().toString(), values, mapped, fault);
  }
}
