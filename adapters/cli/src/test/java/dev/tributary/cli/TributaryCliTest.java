package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TributaryCliTest {
  @Test
  void helpNamesTheExitCodes() {
    CommandLineRun run = CommandLineRun.of("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Exit codes:").contains("the configuration is wrong");
  }

  @Test
  void noCommandIsWrongUsage() {
    CommandLineRun run = CommandLineRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Name a command");
  }

  @Test
  void unknownCommandIsWrongUsageAndNamesTheNearest() {
    CommandLineRun run = CommandLineRun.of("ingets");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("ingets").contains("tributary ingest");
  }

  @Test
  void versionIsTold() {
    assertThat(CommandLineRun.of("--version").out()).startsWith("tributary ").contains("Java ");
  }
}
