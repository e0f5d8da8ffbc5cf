package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  @TempDir Path folder;

  @Test
  void everyRowIsAccountedFor() throws IOException {
    Path data = folder.resolve("demo");

    CommandLineRun run = demo("20", data);

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("Every row is accounted for")
        .contains("First healthy answer")
        .containsPattern("Frankfurt +transactions +[\\d,]+ +2 +[\\d,]+ +ok");
    assertThat(data.resolve("tributary.yaml")).exists();
    assertThat(CommandLineRun.of("config", "check", data.resolve("tributary.yaml").toString()))
        .extracting(CommandLineRun::exitCode)
        .isEqualTo(0);
  }

  @Test
  void folderOfSomebodyElseIsLeftAlone() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "mine");

    CommandLineRun run = demo("1", folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains(folder.toString()).contains("choose another place");
    assertThat(precious).hasContent("mine");
  }

  private static CommandLineRun demo(String seconds, Path data) {
    return CommandLineRun.of("demo", "--for", seconds, "--port", "0", "--data", data.toString());
  }
}
