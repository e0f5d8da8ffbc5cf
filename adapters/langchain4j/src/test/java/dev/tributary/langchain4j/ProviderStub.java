package dev.tributary.langchain4j;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider that answers as it was told to; once it has nothing left to say, with 500. */
final class ProviderStub implements AutoCloseable {
  final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** Counts down when a request has come that is never answered. */
  final CountDownLatch hanging = new CountDownLatch(1);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  ProviderStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  ProviderStub ok(String body) {
    return then(new Answer(200, Map.of("Content-Type", "application/json"), body));
  }

  ProviderStub status(int status, Map<String, String> headers) {
    return then(new Answer(status, headers, "{\"error\":{\"message\":\"your key the-key\"}}"));
  }

  ProviderStub hang() {
    return then(new Answer(0, Map.of(), ""));
  }

  private ProviderStub then(Answer answer) {
    answers.add(answer);
    return this;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(new Asked(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
    Answer answer = answers.poll();
    if (answer == null) {
      answer = new Answer(500, Map.of(), "");
    }
    if (answer.status() == 0) {
      hanging.countDown();
      awaitClosing();
      exchange.close();
      return;
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A request that came. */
  record Asked(String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(
          ",",
          headers.entrySet().stream()
              .filter(header -> header.getKey().equalsIgnoreCase(name))
              .flatMap(header -> header.getValue().stream())
              .toList());
    }
  }

  private record Answer(int status, Map<String, String> headers, String body) {}
}
