package dev.tributary.testkit;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FakeConnectorTest extends SourceConnectorContract {

  @Override
  protected ConnectorFixture fixture() {
    return new FakeFixture();
  }

  private static final class FakeFixture implements ConnectorFixture {
    private static final SourceSchema SCHEMA =
        SourceSchema.of(
            List.of(
                new SourceColumn("id", ColumnType.INTEGER),
                new SourceColumn("name", ColumnType.TEXT)),
            List.of("id"));

    private final FakeSource source = FakeSource.of("people", SCHEMA);

    @Override
    public ConnectorFactory factory() {
      return FakeConnectorFactory.of(source);
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("name", "people");
    }

    @Override
    public Optional<Map<String, Object>> deadSettings() {
      return Optional.empty();
    }

    @Override
    public String stream() {
      return source.stream();
    }

    @Override
    public void add(long firstId, int count) {
      for (long id = firstId; id < firstId + count; id++) {
        source.add(id, "name " + id);
      }
    }

    @Override
    public boolean supportsUpdates() {
      return true;
    }

    @Override
    public void update(long id) {
      source.remove(id);
      source.add(id, "new name");
    }

    @Override
    public boolean hang() {
      source.block();
      return true;
    }

    @Override
    public void close() {
      source.release();
    }
  }
}
