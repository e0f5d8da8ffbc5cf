package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.embedded.Tributary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandIT {
  @TempDir Path folder;

  private Path configuration;

  @BeforeEach
  void configure() throws IOException {
    Files.createDirectories(folder.resolve("drops"));
    write("good.csv", "id;amount\n1;2,50\n2;3,75\n");
    configuration =
        Files.writeString(
            folder.resolve("tributary.yaml"),
            """
            data_dir: data
            files: {roots: [drops]}
            datasets:
              - name: charges
                key: [id]
                columns:
                  - {name: id, type: text, required: true}
                  - {name: amount, type: decimal, required: true}
            data_centers:
              - {id: here, name: Here}
            sources:
              - id: charges-here
                data_center: here
                kind: csv
                dataset: charges
                settings: {folder: drops, settle: 0s}
                mapping:
                  id: {from: id}
                  amount: {from: amount, decimal: ","}
            """);
  }

  @Test
  void onceCollectsWhatThereIs() {
    CommandLineRun run = ingest("--once");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("charges-here succeeded: 2 read, 2 ingested");
  }

  @Test
  void collectingAgainChangesNothing() {
    ingest("--once");

    CommandLineRun again = ingest("--once");

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("0 ingested");
  }

  @Test
  void whatWasCollectedCanBeAskedAbout() {
    CommandLineRun early =
        CommandLineRun.of("ask", "How many charges?", "--config", configuration.toString());
    ingest("--once");

    CommandLineRun run =
        CommandLineRun.of("ask", "How many charges?", "--config", configuration.toString());

    assertThat(early.exitCode()).isEqualTo(1);
    assertThat(early.err()).contains("nothing has been collected").contains("ingest --once");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("2").contains("charges-here of here: ");
  }

  @Test
  void storeThatIsInUseIsReadBesideIt() {
    ingest("--once");

    try (Tributary other = Tributary.open(configuration)) {
      CommandLineRun run =
          CommandLineRun.of("ask", "How many charges?", "--config", configuration.toString());

      assertThat(other.sources().list()).isNotEmpty();
      assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
      assertThat(run.out()).contains("2");
      assertThat(run.err()).contains("another process uses the store");
    }
  }

  @Test
  void rowsLeftOutMakeItPartial() throws IOException {
    write("bad.csv", "id;amount\n3;much\n4;1,00\n");

    CommandLineRun run = ingest("--once");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("partial").contains("1 quarantined");
  }

  @Test
  void jsonIsOneObjectPerRun() {
    CommandLineRun run = ingest("--once", "--json");

    assertThat(run.out())
        .hasLineCount(1)
        .contains("\"source_id\":\"charges-here\"")
        .contains("\"records_ingested\":2");
  }

  @Test
  void planShowsWhatWouldBeStoredAndStoresNothing() {
    CommandLineRun plan = ingest("--plan");

    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("charges-here -> charges").contains("2 of 2 rows");
    assertThat(ingest("--once").out()).contains("2 ingested");
  }

  @Test
  void unknownSourceIsNamedWithTheNearest() {
    CommandLineRun run = ingest("--once", "--source", "charges-her");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("did you mean 'charges-here'?");
  }

  @Test
  void onceAndPlanExcludeEachOther() {
    assertThat(ingest("--once", "--plan").exitCode()).isEqualTo(2);
  }

  @Test
  void faultsOfTheConfigurationAreAllListed() throws IOException {
    Files.writeString(
        configuration, Files.readString(configuration).replace("data_dir", "data_dri"));

    CommandLineRun run = ingest("--once");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("data_dri").contains("data_dir").doesNotContain("\tat ");
  }

  private CommandLineRun ingest(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "ingest";
    args[1] = "--config";
    args[2] = configuration.toString();
    System.arraycopy(options, 0, args, 3, options.length);
    return CommandLineRun.of(args);
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve("drops").resolve(name), content);
  }
}
