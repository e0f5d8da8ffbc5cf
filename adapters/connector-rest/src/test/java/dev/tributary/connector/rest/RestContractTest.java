package dev.tributary.connector.rest;

import dev.tributary.api.connector.ReadMode;
import dev.tributary.testkit.ConnectorFixture;
import dev.tributary.testkit.SourceConnectorContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class RestContractTest {
  private static final List<ReadMode> BOTH = List.of(ReadMode.INCREMENTAL, ReadMode.FULL);
  private static final Map<String, Object> SINCE =
      Map.of("field", "updated_at", "parameter", "since", "overlap", "5s");

  @Nested
  class ByToken extends SourceConnectorContract {
    @Override
    protected ConnectorFixture fixture() {
      return new ApiFixture(
          ItemsApi::byToken,
          Map.of(
              "records",
              "/data/items",
              "pagination",
              Map.of("kind", "cursor", "next", "/meta/next")),
          BOTH,
          false);
    }
  }

  @Nested
  class ByPageSinceTheLastChange extends SourceConnectorContract {
    @Override
    protected ConnectorFixture fixture() {
      return new ApiFixture(
          ItemsApi::byPage,
          Map.of("pagination", Map.of("kind", "page"), "cursor", SINCE),
          BOTH,
          true);
    }
  }

  @Nested
  class ByOffset extends SourceConnectorContract {
    @Override
    protected ConnectorFixture fixture() {
      return new ApiFixture(
          ItemsApi::byOffset,
          Map.of("pagination", Map.of("kind", "offset", "size_parameter", "limit", "size", 4)),
          List.of(ReadMode.FULL),
          false);
    }
  }

  @Nested
  class ByLinkSinceTheLastChange extends SourceConnectorContract {
    @Override
    protected ConnectorFixture fixture() {
      return new ApiFixture(
          ItemsApi::byLink,
          Map.of("pagination", Map.of("kind", "link"), "cursor", SINCE),
          BOTH,
          true);
    }
  }
}
