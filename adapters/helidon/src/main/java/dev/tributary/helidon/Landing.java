package dev.tributary.helidon;

import static java.util.Map.entry;

import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.exchange.RequestId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The page at {@code /}: a box for questions, and what is running, kept current by the interface's
 * own event stream.
 */
final class Landing {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final Map<String, Asset> assets;

  private Landing(Map<String, Asset> assets) {
    this.assets = assets;
  }

  static Landing load() {
    return new Landing(
        Map.ofEntries(
            entry("/", Asset.load("index.html", "text/html; charset=utf-8")),
            entry("/assets/landing.css", Asset.load("landing.css", STYLE)),
            entry("/assets/ask.css", Asset.load("ask.css", STYLE)),
            entry("/assets/alerts.css", Asset.load("alerts.css", STYLE)),
            entry("/assets/page.js", Asset.load("page.js", SCRIPT)),
            entry("/assets/landing.js", Asset.load("landing.js", SCRIPT)),
            entry("/assets/ask.js", Asset.load("ask.js", SCRIPT)),
            entry("/assets/alerts.js", Asset.load("alerts.js", SCRIPT)),
            entry("/assets/chart.js", Asset.load("chart.js", SCRIPT)),
            entry("/favicon.svg", Asset.load("favicon.svg", "image/svg+xml"))));
  }

  /** The answer, if the request is for a part of the page. */
  Optional<ApiResponse> find(ApiRequest request) {
    Asset asset = assets.get(request.path());
    boolean head = request.method().equals("HEAD");
    if (asset == null || !(head || request.method().equals("GET"))) {
      return Optional.empty();
    }
    boolean known = request.header("If-None-Match").filter(asset.tag()::equals).isPresent();
    ApiResponse answer =
        known
            ? ApiResponse.empty(304)
            : ApiResponse.of(200, asset.mediaType(), asset.bytes())
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer");
    ApiResponse named =
        answer
            .with("ETag", asset.tag())
            .with("Cache-Control", "no-cache")
            .with(RequestId.HEADER, request.requestId())
            .from(request.path());
    return Optional.of(head ? named.withoutBody() : named);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Asset(String mediaType, byte[] bytes, String tag) {
    static Asset load(String name, String mediaType) {
      try (InputStream in = Landing.class.getResourceAsStream("landing/" + name)) {
        if (in == null) {
          throw new IllegalStateException("landing/" + name + " is missing from the jar");
        }
        byte[] bytes = in.readAllBytes();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new Asset(mediaType, bytes, '"' + HexFormat.of().formatHex(digest, 0, 8) + '"');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
