package dev.tributary.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real HTTP server on the loopback address that receives notifications: it keeps what arrives and
 * answers as it is told to, 200 unless told otherwise. Thread-safe.
 */
public final class WebhookReceiver implements AutoCloseable {
  private static final int OK = 200;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private volatile Reaction reaction = arrival -> OK;

  /** What the receiver does about an arrival. */
  @FunctionalInterface
  public interface Reaction {
    /**
     * Decides on the answer; it may take its time, until the receiver is closed.
     *
     * @param arrival what has arrived; it is among {@link #arrivals} already
     * @return the status to answer with
     * @throws InterruptedException if the receiver is closed; nothing is answered then
     */
    int answer(Arrival arrival) throws InterruptedException;
  }

  /**
   * A request that arrived whole.
   *
   * @param headers its headers by lower-case name
   * @param body its body
   */
  public record Arrival(Map<String, String> headers, String body) {
    /** Copies the headers. */
    public Arrival {
      headers = Map.copyOf(headers);
    }

    /**
     * A header.
     *
     * @param name its name in lower case
     * @return its first value
     */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    /**
     * What tells it from others, however often it is sent.
     *
     * @return the header {@code Idempotency-Key}, empty without one
     */
    public String key() {
      return header("idempotency-key").orElse("");
    }
  }

  private WebhookReceiver(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts a receiver on a free port.
   *
   * @return the receiver
   * @throws IOException if there is no port
   */
  public static WebhookReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    WebhookReceiver receiver = new WebhookReceiver(server);
    server.createContext("/", receiver::receive);
    server.setExecutor(receiver.threads);
    server.start();
    return receiver;
  }

  /**
   * Where it listens.
   *
   * @return an address for the setting {@code url}
   */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  /**
   * Changes what it does from now on.
   *
   * @param next what to do
   */
  public void react(Reaction next) {
    reaction = next;
  }

  /**
   * Everything that arrived, whatever was answered.
   *
   * @return in the order of arrival
   */
  public List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  /**
   * What the arrivals come to with a receiver that looks at keys, as receivers should.
   *
   * @return the first arrival of each key, in order
   */
  public Map<String, Arrival> effects() {
    Map<String, Arrival> effects = new LinkedHashMap<>();
    arrivals.forEach(arrival -> effects.putIfAbsent(arrival.key(), arrival));
    return effects;
  }

  private void receive(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Arrival arrival = new Arrival(headers, body);
    arrivals.add(arrival);
    try (exchange) {
      exchange.sendResponseHeaders(reaction.answer(arrival), -1);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it; whoever connects from now on is refused. Closing again does nothing. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
