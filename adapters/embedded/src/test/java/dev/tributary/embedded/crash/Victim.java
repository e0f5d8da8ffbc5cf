package dev.tributary.embedded.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of our own that is started to be killed, and says line by line how far it is. */
final class Victim {
  private final Process process;
  private final BufferedReader said;
  private final Writer told;
  private final Path log;

  private Victim(Process process, Path log) {
    this.process = process;
    this.said = process.inputReader(UTF_8);
    this.told = process.outputWriter(UTF_8);
    this.log = log;
  }

  /** Starts a program with a configuration; what it logs is kept beside that. */
  static Victim start(Class<?> program, Path config) throws IOException {
    Path log = config.resolveSibling(program.getSimpleName() + ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                config.toString())
            .redirectError(log.toFile())
            .start();
    return new Victim(process, log);
  }

  /** Waits for the next line. */
  String line() throws IOException {
    String line = said.readLine();
    if (line == null) {
      throw endedByItself();
    }
    return line;
  }

  void tell(String line) throws IOException {
    told.write(line + "\n");
    told.flush();
  }

  /** Kills it a moment from now. */
  void killAfter(int millis) throws IOException, InterruptedException {
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      throw endedByItself();
    }
    kill();
  }

  /** Kills it at once; by its handle, since otherwise what it said last would be thrown away. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** What it had said before its end and nobody has read yet. */
  List<String> lastWords() {
    return said.lines().toList();
  }

  /** Lets it end in peace: there is nothing more to tell it. */
  void dismiss() throws IOException, InterruptedException {
    told.close();
    said.lines().forEach(line -> {});
    if (process.waitFor() != 0) {
      throw endedByItself();
    }
  }

  private IllegalStateException endedByItself() throws IOException {
    return new IllegalStateException("the process ended by itself: " + Files.readString(log));
  }
}
