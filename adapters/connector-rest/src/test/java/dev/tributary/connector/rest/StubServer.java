package dev.tributary.connector.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server that answers as a test says, and remembers what it was asked. */
final class StubServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile Function<Request, Reply> script;

  StubServer(Function<Request, Reply> script) {
    this.script = script;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  void script(Function<Request, Reply> changed) {
    this.script = changed;
  }

  void hang() {
    gate = new CountDownLatch(1);
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  List<Request> requests() {
    return requests;
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.of(exchange);
      requests.add(request);
      gate.await();
      Reply reply = script.apply(request);
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      boolean bare = reply.status() == 304 || reply.status() == 204;
      exchange.sendResponseHeaders(
          reply.status(), bare ? -1 : reply.cutTo() < 0 ? body.length : body.length + 1000L);
      if (!bare) {
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  record Request(String path, Map<String, String> query, Map<String, String> headers) {
    static Request of(HttpExchange exchange) {
      Map<String, String> query = new HashMap<>();
      String raw = exchange.getRequestURI().getRawQuery();
      for (String part : raw == null ? new String[0] : raw.split("&")) {
        String[] pair = part.split("=", 2);
        query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
      }
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
      return new Request(exchange.getRequestURI().getPath(), query, headers);
    }

    String query(String name, String fallback) {
      return query.getOrDefault(name, fallback);
    }
  }

  /** With a cut, more bytes are promised than come. */
  record Reply(int status, Map<String, String> headers, String body, int cutTo) {
    static Reply json(String body) {
      return new Reply(200, Map.of("Content-Type", "application/json"), body, -1);
    }

    static Reply status(int status, String body) {
      return new Reply(status, Map.of(), body, -1);
    }

    static Reply cut(String body) {
      return new Reply(200, Map.of(), body, body.length());
    }

    Reply with(String name, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(name, value);
      return new Reply(status, more, body, cutTo);
    }
  }
}
