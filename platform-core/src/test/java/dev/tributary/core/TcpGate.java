package dev.tributary.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes connections on to a server until it is shut, which cuts them all. */
final class TcpGate implements AutoCloseable {
  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean open = true;

  TcpGate(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  void shut() throws IOException {
    open = false;
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  void open() {
    open = true;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket from = listener.accept();
        if (open) {
          Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
          sockets.add(from);
          sockets.add(to);
          threads.execute(() -> pass(from, to));
          threads.execute(() -> pass(to, from));
        } else {
          from.close();
        }
      } catch (IOException closed) {
        // The listener is closed, or the server does not answer: both show at the other end.
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // Closing both ends is all there is to do.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    shut();
    threads.shutdownNow();
  }
}
