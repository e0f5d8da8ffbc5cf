package dev.tributary.connector.rest;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.testkit.ConnectorFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The items API, read by one kind of pagination. */
final class ApiFixture implements ConnectorFixture {
  static final String TOKEN = "t0k3n-of-the-api";

  private final ItemsApi api = new ItemsApi();
  private final StubServer server;
  private final Map<String, Object> settings;
  private final List<ReadMode> modes;
  private final boolean updates;

  ApiFixture(
      BiFunction<ItemsApi, StubServer.Request, StubServer.Reply> answer,
      Map<String, Object> settings,
      List<ReadMode> modes,
      boolean updates) {
    this.server = new StubServer(request -> answer.apply(api, request));
    this.settings = settings;
    this.modes = modes;
    this.updates = updates;
  }

  @Override
  public ConnectorFactory factory() {
    return new RestConnectorFactory();
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("url", server.url("/items"));
    all.put("auth", Map.of("kind", "bearer", "secret", "env:API_TOKEN"));
    return all;
  }

  @Override
  public Optional<Map<String, Object>> deadSettings() {
    Map<String, Object> dead = new HashMap<>(settings());
    dead.put("url", "http://127.0.0.1:1/items");
    return Optional.of(dead);
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("env:API_TOKEN", TOKEN);
  }

  @Override
  public List<ReadMode> modes() {
    return modes;
  }

  @Override
  public boolean namesStreams() {
    return false;
  }

  @Override
  public String stream() {
    return "items";
  }

  @Override
  public void add(long firstId, int count) {
    for (long id = firstId; id < firstId + count; id++) {
      api.put(id);
    }
  }

  @Override
  public boolean supportsUpdates() {
    return updates;
  }

  @Override
  public void update(long id) {
    api.put(id);
  }

  @Override
  public boolean hang() {
    server.hang();
    return true;
  }

  @Override
  public void close() {
    server.close();
  }
}
