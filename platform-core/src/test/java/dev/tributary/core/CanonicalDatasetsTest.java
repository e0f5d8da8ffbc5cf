package dev.tributary.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalDatasetsTest {
  @Test
  void areUsersTransactionsAndLoginEvents() {
    assertThat(CanonicalDatasets.all())
        .extracting(Dataset::name)
        .containsExactly("users", "transactions", "login_events");
  }

  @Test
  void areDocumentedColumnByColumn() {
    for (Dataset dataset : CanonicalDatasets.all()) {
      assertThat(dataset.description()).isNotBlank();
      assertThat(dataset.synonyms()).isNotEmpty();
      assertThat(dataset.eventTime()).isPresent();
      assertThat(dataset.columns())
          .allSatisfy(column -> assertThat(column.description()).as(column.name()).endsWith("."));
    }
  }

  @Test
  void aDeclarationIsReadWithAllItsFaults() {
    Settings wrong =
        Settings.of(
            "c.yaml:",
            Map.of(
                "name", "Bad Name",
                "key", List.of("id"),
                "columns", List.of(Map.of("name", "id", "type", "txet", "colour", "red"))),
            Secrets.of(Map.of()));

    assertThat(DatasetDeclaration.read(wrong)).isEmpty();
    assertThat(wrong.faults())
        .extracting(Fault::place)
        .containsExactly("c.yaml: columns[0].type", "c.yaml: name", "c.yaml: columns[0].colour");
  }
}
