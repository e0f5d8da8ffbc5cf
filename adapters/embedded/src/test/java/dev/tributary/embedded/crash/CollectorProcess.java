package dev.tributary.embedded.crash;

import dev.tributary.embedded.Tributary;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Collects until it is killed, and says on its output when it begins. A process of its own. */
final class CollectorProcess {
  private CollectorProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (Tributary tributary = Tributary.open(Path.of(arguments[0]))) {
      tributary.start();
      System.out.println("collecting");
      new CountDownLatch(1).await();
    }
  }
}
