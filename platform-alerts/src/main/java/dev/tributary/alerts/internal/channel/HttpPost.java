package dev.tributary.alerts.internal.channel;

import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Posts JSON. Thread-safe. */
final class HttpPost {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpClient client;
  private final URI url;
  private final Duration timeout;

  private HttpPost(URI url, Duration timeout) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    this.url = url;
    this.timeout = timeout;
  }

  /** Reads where to post, and how long that may take. */
  static HttpPost from(Settings settings) {
    Duration timeout = settings.duration("timeout", TIMEOUT);
    if (timeout.compareTo(SHORTEST) < 0) {
      settings.note("timeout", "is " + timeout, "use at least " + SHORTEST);
      timeout = TIMEOUT;
    }
    return new HttpPost(url(settings), timeout);
  }

  private static URI url(Settings settings) {
    String text = settings.requiredText("url");
    try {
      URI url = URI.create(text);
      String scheme = String.valueOf(url.getScheme());
      if (text.isBlank()
          || (url.getHost() != null && (scheme.equals("http") || scheme.equals("https")))) {
        return url;
      }
    } catch (IllegalArgumentException malformed) {
      // said below, with what is wanted
    }
    settings.note("url", "is '" + text + "'", "write an http or https address");
    return URI.create("http://localhost");
  }

  /** Posts; an answer that says that trying again is no use is told apart. */
  void send(byte[] body, Map<String, String> headers)
      throws IOException, InterruptedException, NotificationChannel.Undeliverable {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    HttpResponse<Void> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.discarding());
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return;
    }
    String told = url.getHost() + " answered " + status;
    boolean refused = status < 500 && status != REQUEST_TIMEOUT && status != TOO_MANY_REQUESTS;
    if (refused) {
      throw new NotificationChannel.Undeliverable(
          told + ", so that trying again is no use; check the address and what it accepts");
    }
    throw new IOException(told);
  }

  void close() {
    client.close();
  }
}
