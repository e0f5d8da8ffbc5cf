package dev.tributary.cli.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void pipeGetsNoColoursAndNoBars() {
    Terminal pipe = Terminal.plain(stream, stream);

    try (Progress progress = pipe.progress("reading")) {
      progress.at(0.5, "half");
    }
    pipe.say(pipe.paint("done", Shade.GREEN));

    assertThat(written.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("done\n");
  }

  @Test
  void terminalGetsColours() {
    Terminal terminal = Terminal.interactive(stream, stream, Map.of("TERM", "xterm"));

    assertThat(terminal.paint("done", Shade.GREEN)).isEqualTo("\u001b[32mdone\u001b[0m");
  }

  @Test
  void noColorIsRespected() {
    Terminal terminal = Terminal.interactive(stream, stream, Map.of("NO_COLOR", "1"));

    assertThat(terminal.paint("done", Shade.GREEN)).isEqualTo("done");
  }

  @Test
  void barIsRewrittenInPlaceAndTakenAway() {
    Terminal terminal = Terminal.interactive(stream, stream, Map.of());

    try (Progress progress = terminal.progress("reading")) {
      progress.at(0.5, "half");
      progress.at(2, "all");
    }

    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("reading [############------------]  50 % half")
        .contains("100 % all")
        .endsWith("\r\u001b[K");
  }
}
