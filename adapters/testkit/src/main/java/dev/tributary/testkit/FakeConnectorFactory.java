package dev.tributary.testkit;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceConnector;
import java.util.List;
import java.util.Map;

/**
 * Makes connectors that read {@link FakeSource}s. A source's setting {@code name} chooses among
 * them; without it, the source's id does.
 */
public final class FakeConnectorFactory implements ConnectorFactory {
  private final Map<String, FakeSource> sources;

  private FakeConnectorFactory(Map<String, FakeSource> sources) {
    this.sources = Map.copyOf(sources);
  }

  /**
   * A factory for some sources.
   *
   * @param sources source by name
   * @return the factory
   */
  public static FakeConnectorFactory of(Map<String, FakeSource> sources) {
    return new FakeConnectorFactory(sources);
  }

  /**
   * A factory for one source, which every connector reads whatever it is called.
   *
   * @param source the source
   * @return the factory
   */
  public static FakeConnectorFactory of(FakeSource source) {
    return new FakeConnectorFactory(Map.of("", source));
  }

  @Override
  public String kind() {
    return "fake";
  }

  @Override
  public List<ReadMode> modes() {
    return List.of(ReadMode.INCREMENTAL, ReadMode.FULL);
  }

  @Override
  public SourceConnector open(ConnectorContext context) {
    String name = context.settings().text("name", context.sourceId());
    context.settings().verify();
    FakeSource source = sources.getOrDefault(name, sources.get(""));
    if (source == null) {
      throw new ConnectorException(
          ConnectorError.MISSING,
          "there is no fake source '" + name + "'; use " + sources.keySet());
    }
    return new FakeConnector(source);
  }
}
