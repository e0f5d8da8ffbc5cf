package dev.tributary.helidon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionStreamTest {
  private final ServerFixture fixture = new ServerFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aClientThatLeavesInTheMiddleOfAStepCancelsItsQuestion() throws Exception {
    String body = "{\"question\":\"until cancelled\",\"request_id\":\"left\"}";
    String request =
        "POST /api/v1/query/stream HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s";

    try (Socket client = fixture.raw(request.formatted(body.length(), body))) {
      assertThat(client.getInputStream().read()).isPositive();
    }

    assertThat(fixture.platform.queries.stopped.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(fixture.platform.queries.cancelled).containsExactly("left");
  }
}
