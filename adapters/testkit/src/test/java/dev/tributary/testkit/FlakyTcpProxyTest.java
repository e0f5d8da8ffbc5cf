package dev.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlakyTcpProxyTest {
  private ServerSocket server;
  private FlakyTcpProxy proxy;

  @BeforeEach
  void startEchoServer() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::echoAll);
    proxy = FlakyTcpProxy.to("127.0.0.1", server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void forwardsBothWays() throws IOException {
    try (Socket client = connect()) {
      assertThat(echo(client, "hello")).isEqualTo("hello");
    }
  }

  @Test
  void stallHoldsTheAnswerBackUntilHealed() throws IOException {
    try (Socket client = connect()) {
      proxy.stall();
      client.setSoTimeout(50);
      assertThatThrownBy(() -> echo(client, "hello")).isInstanceOf(SocketTimeoutException.class);

      proxy.heal();
      client.setSoTimeout(20_000);

      assertThat(read(client, 5)).isEqualTo("hello");
    }
  }

  @Test
  void delayedAnswerArrives() throws IOException {
    proxy.delay(Duration.ofMillis(5));
    try (Socket client = connect()) {
      assertThat(echo(client, "hello")).isEqualTo("hello");
    }
  }

  @Test
  void connectionIsResetAfterSomeBytes() throws IOException {
    try (Socket client = connect()) {
      proxy.resetAfter(3);
      client.getOutputStream().write("hello".getBytes());

      assertThatThrownBy(() -> client.getInputStream().readNBytes(5))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusedConnectionIsReset() {
    proxy.refuse();

    assertThatThrownBy(
            () -> {
              try (Socket client = connect()) {
                assertThat(echo(client, "hello")).isEmpty();
                throw new IOException("ended in good order");
              }
            })
        .isInstanceOf(IOException.class);
  }

  private Socket connect() throws IOException {
    return new Socket("127.0.0.1", proxy.port());
  }

  private static String echo(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes());
    return read(client, text.length());
  }

  private static String read(Socket client, int length) throws IOException {
    return new String(client.getInputStream().readNBytes(length));
  }

  private void echoAll() {
    while (!server.isClosed()) {
      try {
        Socket peer = server.accept();
        Thread.ofVirtual().start(() -> echo(peer));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void echo(Socket peer) {
    try (peer) {
      peer.getInputStream().transferTo(peer.getOutputStream());
    } catch (IOException reset) {
      // The proxy cut the connection.
    }
  }
}
