package dev.tributary.helidon;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets a client that is still sending read a refusal: a little of the rest is read and thrown away,
 * because a connection that is closed on unread bytes loses the answer on its way; much of it is
 * not.
 */
final class UnreadBody {
  private static final int SKIMMED_BYTES = 4 << 20;

  private UnreadBody() {}

  static void skim(ServerRequest request, ServerResponse response) {
    if (!request.content().hasEntity() || request.content().consumed()) {
      return;
    }
    try {
      InputStream rest = request.content().inputStream();
      byte[] chunk = new byte[1 << 16];
      int left = SKIMMED_BYTES;
      int got = 0;
      while (left > 0 && got >= 0) {
        got = rest.read(chunk);
        left -= Math.max(got, 0);
      }
      if (got >= 0) {
        response.header(HeaderValues.CONNECTION_CLOSE);
      }
    } catch (IOException | RuntimeException e) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
  }
}
