package dev.tributary.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.ingest.config.SchemaAction;
import dev.tributary.ingest.config.SchemaChangePolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaChangeTest {
  private static final SourceSchema WIDER =
      SourceSchema.ofTexts(List.of("id", "name", "amount", "seen_at", "E-Mail"));

  @TempDir Path folder;

  private Collecting collecting(SchemaAction added, SchemaAction other) {
    return new Collecting(
        folder, source -> source.schemaChanges(new SchemaChangePolicy(added, other, other, other)));
  }

  private static List<String> versions(Collecting it) {
    List<String> versions = new ArrayList<>();
    it.query(
        "SELECT version FROM schema_registry WHERE table_name = 'source:s1/people'",
        row -> versions.add(row.getString(1)));
    return versions;
  }

  @Test
  void aNewColumnOfTheSourceBecomesOneOfTheDataset() {
    try (Collecting it = collecting(SchemaAction.EVOLVE, SchemaAction.IGNORE)) {
      it.person(1, "Ada", "1");
      it.collect();
      it.source.schema(WIDER);
      it.source.add(2, "Bob", "1", null, "bob@example.org");

      assertThat(it.collect().status()).isEqualTo(RunStatus.SUCCEEDED);

      List<String> mails = new ArrayList<>();
      it.query("SELECT e_mail FROM people ORDER BY id", row -> mails.add(row.getString(1)));
      assertThat(mails).containsExactly(null, "bob@example.org");
      assertThat(versions(it)).containsExactly("1", "2");
      assertThat(it.events(EventTypes.SCHEMA_CHANGED)).hasSize(1);
      it.reopen();
      it.source.add(3, "Cyd", "1", null, "cyd@example.org");
      it.collect();
      it.query("SELECT COUNT(e_mail) FROM people", row -> mails.add(row.getString(1)));
      assertThat(mails.getLast()).isEqualTo("2");
      assertThat(versions(it)).hasSize(2);
    }
  }

  @Test
  void anIgnoredChangeIsNotedAndGoneOnWith() {
    try (Collecting it = collecting(SchemaAction.IGNORE, SchemaAction.IGNORE)) {
      it.person(1, "Ada", "1");
      it.collect();
      it.source.schema(SourceSchema.ofTexts(List.of("id", "name")));
      it.source.add(2, "Bob");

      assertThat(it.collect().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(it.stored()).hasSize(2);
      assertThat(it.events(EventTypes.SCHEMA_CHANGED))
          .singleElement()
          .satisfies(event -> assertThat(event.data().toString()).contains("column_removed"));
    }
  }

  @Test
  void rowsOfAChangedShapeArePutAsideUntilTheSourceIsResumed() {
    try (Collecting it = collecting(SchemaAction.QUARANTINE, SchemaAction.QUARANTINE)) {
      it.person(1, "Ada", "1");
      it.collect();
      it.source.schema(WIDER);
      it.source.add(2, "Bob", "1", null, "x");
      Run run = it.collect();
      it.source.add(3, "Cyd", "1", null, "x");
      it.collect();

      assertThat(run.counts().quarantined()).isEqualTo(1);
      assertThat(it.quarantined()).extracting(row -> row.reason()).containsOnly("schema_changed");
      assertThat(versions(it)).hasSize(2);
      it.ingest.sources().resume("s1");
      assertThat(it.ingest.quarantine().replay("s1").accepted()).isEqualTo(2);
      it.source.add(4, "Dan", "1", null, "x");
      assertThat(it.collect().counts().ingested()).isEqualTo(1);
      assertThat(it.stored()).hasSize(4);
    }
  }

  @Test
  void aChangedKeyPausesTheSourceUntilItIsAccepted() {
    try (Collecting it = collecting(SchemaAction.IGNORE, SchemaAction.PAUSE)) {
      it.person(1, "Ada", "1");
      it.collect();
      List<SourceColumn> columns = it.source.schema().columns();
      it.source.schema(SourceSchema.of(columns, List.of("name")));
      it.person(2, "Bob", "1");

      Run run = it.collect();

      assertThat(run.status()).isEqualTo(RunStatus.STOPPED);
      assertThat(run.errors().getFirst().code()).isEqualTo("SCHEMA_CHANGED");
      assertThat(it.stored()).hasSize(1);
      it.ingest.sources().resume("s1");
      assertThat(it.collect().counts().ingested()).isEqualTo(1);
    }
  }

  @Test
  void theOrderOfColumnsIsNoChange() {
    try (Collecting it = collecting(SchemaAction.PAUSE, SchemaAction.PAUSE)) {
      it.person(1, "Ada", "1");
      it.collect();
      it.source.schema(
          SourceSchema.of(
              List.of(
                  new SourceColumn("name", ColumnType.TEXT),
                  new SourceColumn("seen_at", ColumnType.TEXT),
                  new SourceColumn("amount", ColumnType.TEXT),
                  new SourceColumn("id", ColumnType.TEXT)),
              List.of()));
      it.source.add("Bob", null, "1", 2);

      assertThat(it.collect().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(it.stored()).containsEntry(2L, "Bob");
      assertThat(versions(it)).hasSize(1);
    }
  }
}
