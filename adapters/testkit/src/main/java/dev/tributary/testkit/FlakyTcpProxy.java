package dev.tributary.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a real server and spoils the network on command: holds answers back,
 * cuts a connection after so many bytes, resets it, refuses new ones. Listens on the loopback
 * address. Thread-safe; closing it ends every connection.
 */
public final class FlakyTcpProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final InetSocketAddress target;
  private final Flow flow = new Flow();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean refusing;
  private volatile boolean closed;

  private FlakyTcpProxy(ServerSocket listener, InetSocketAddress target) {
    this.listener = listener;
    this.target = target;
  }

  /**
   * Starts a proxy on a free port.
   *
   * @param host where the server is
   * @param port where the server listens
   * @return the proxy, forwarding everything
   */
  public static FlakyTcpProxy to(String host, int port) {
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      FlakyTcpProxy proxy = new FlakyTcpProxy(listener, new InetSocketAddress(host, port));
      Thread.ofVirtual().name("flaky-proxy").start(proxy::acceptAll);
      return proxy;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot listen on the loopback address", failed);
    }
  }

  /**
   * Where clients connect: this port of 127.0.0.1.
   *
   * @return the port
   */
  public int port() {
    return listener.getLocalPort();
  }

  /** Holds back everything the server sends, without closing anything, until {@link #heal()}. */
  public void stall() {
    flow.stall();
  }

  /**
   * Holds back each piece of the server's answers for a while.
   *
   * @param delay how long
   */
  public void delay(Duration delay) {
    flow.delay(delay);
  }

  /**
   * Resets the connections once the server has sent some more bytes, counted over all of them.
   *
   * @param bytesFromNow how many bytes
   */
  public void resetAfter(long bytesFromNow) {
    flow.allow(bytesFromNow);
  }

  /** Resets every open connection at once. */
  public void reset() {
    open.forEach(FlakyTcpProxy::abort);
  }

  /** Resets every new connection as soon as it is there. */
  public void refuse() {
    refusing = true;
  }

  /** Goes back to forwarding everything. Connections that were reset stay so. */
  public void heal() {
    refusing = false;
    flow.heal();
  }

  /**
   * How many connections are being forwarded.
   *
   * @return the number of sockets held open towards clients and server, two a connection
   */
  public int sockets() {
    return open.size();
  }

  @Override
  public void close() {
    closed = true;
    flow.heal();
    try {
      listener.close();
    } catch (IOException ignored) {
      // Nothing is lost by a listener that fails to close.
    }
    reset();
  }

  private void acceptAll() {
    while (!closed) {
      try {
        accept(listener.accept());
      } catch (IOException ended) {
        // Either the proxy was closed, or one connection failed and the next may not.
      }
    }
  }

  private void accept(Socket client) throws IOException {
    if (refusing) {
      abort(client);
      return;
    }
    Socket server = new Socket();
    open.add(client);
    open.add(server);
    try {
      server.connect(target);
    } catch (IOException unreachable) {
      end(client, server);
      throw unreachable;
    }
    Thread.ofVirtual().start(() -> forward(client, server, false));
    Thread.ofVirtual().start(() -> forward(server, client, true));
  }

  private void forward(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[8192];
    try {
      for (int read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        int allowed = answers ? flow.admit(read) : read;
        to.getOutputStream().write(buffer, 0, allowed);
        to.getOutputStream().flush();
        if (allowed < read) {
          break;
        }
      }
    } catch (IOException broken) {
      // Ends below, as a network would.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    end(from, to);
  }

  private void end(Socket one, Socket other) {
    abort(one);
    abort(other);
    open.remove(one);
    open.remove(other);
  }

  /** Closes a socket so that the other side sees a reset rather than an orderly end. */
  private static void abort(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException ignored) {
      // It is gone already, which is what was wanted.
    }
  }
}
