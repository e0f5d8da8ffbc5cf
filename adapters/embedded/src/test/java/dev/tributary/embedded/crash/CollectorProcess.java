package dev.tributary.embedded.crash;

import dev.tributary.embedded.Tributary;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Collects by a configuration file until it is killed. Runs as a process of its own. */
final class CollectorProcess {
  private CollectorProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (Tributary tributary = Tributary.open(Path.of(arguments[0]))) {
      tributary.start();
      new CountDownLatch(1).await();
    }
  }
}
