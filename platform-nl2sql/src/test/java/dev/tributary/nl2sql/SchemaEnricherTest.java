package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.ModelException;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaEnricherTest {
  private static final String CUSTOMERS =
      """
      {"description": "not this: it has one", "synonyms": ["not these"],
       "columns": {"name": {"description": "what they\\nare called", "term": "customer name"},
                   "country": {"description": "not this", "term": "home country"},
                   "made_up": {"description": "no such column"}}}
      """;
  private static final String ORDERS =
      "Gladly! {\"description\": \"what was bought\", \"synonyms\": [\"purchases\", 5]} Done.";

  @Test
  void saysWhatNobodySaid() {
    FakeLanguageModel model = new FakeLanguageModel(CUSTOMERS, ORDERS);

    DataSchema enriched = SchemaEnricher.of(model, false).apply(Shop.schema());

    DataTable customers = enriched.tables().get(0);
    assertThat(customers.description()).isEqualTo("people who buy");
    assertThat(customers.synonyms()).containsExactly("clients");
    assertThat(column(customers, 1).description()).isEqualTo("what they are called");
    assertThat(column(customers, 1).synonyms()).containsExactly("customer name");
    assertThat(column(customers, 2).description()).isEqualTo("where they live");
    assertThat(column(customers, 2).synonyms()).containsExactly("nation", "home country");
    assertThat(enriched.tables().get(1).description()).isEqualTo("what was bought");
    assertThat(enriched.tables().get(1).synonyms()).containsExactly("purchases");
    assertThat(enriched.version()).startsWith("1/");
    assertThat(enriched.describedByModel()).containsExactly("customers.name", "orders");
  }

  @Test
  void keepsInTheStoreWhatTheModelSaid(@TempDir Path folder) {
    FakeLanguageModel model = new FakeLanguageModel(CUSTOMERS, ORDERS);
    FakeLanguageModel silent = new FakeLanguageModel();

    DataSchema first = inStore(folder, model, false);
    DataSchema afterRestart = inStore(folder, silent, false);

    assertThat(afterRestart).isEqualTo(first);
    assertThat(model.asked).hasSize(2);
    assertThat(silent.asked).isEmpty();
  }

  @Test
  void asksAnewWhenTheModelMayBeToldMore(@TempDir Path folder) {
    FakeLanguageModel model = new FakeLanguageModel(CUSTOMERS, ORDERS, "{}", "{}");

    inStore(folder, model, false);
    inStore(folder, model, true);

    assertThat(model.asked).hasSize(4);
  }

  @Test
  void whatIsDeclaredLaterWinsWithoutAsking() {
    FakeLanguageModel model = new FakeLanguageModel(CUSTOMERS, ORDERS);
    SchemaEnricher enricher = SchemaEnricher.of(model, false);
    enricher.apply(Shop.schema());
    DataTable orders = Shop.schema().tables().get(1);
    DataTable declared =
        new DataTable(
            "orders",
            "what people ordered",
            List.of(),
            orders.columns(),
            orders.primaryKey(),
            orders.foreignKeys(),
            7);

    DataSchema enriched = enricher.apply(new DataSchema(List.of(declared), "2", Shop.NOON));

    assertThat(enriched.tables().getFirst().description()).isEqualTo("what people ordered");
    assertThat(enriched.tables().getFirst().synonyms()).containsExactly("purchases");
    assertThat(enriched.describedByModel()).isEmpty();
    assertThat(model.asked).hasSize(2);
  }

  private static DataSchema inStore(Path folder, FakeLanguageModel model, boolean shareValues) {
    try (CentralStore store =
        CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), () -> Shop.NOON)) {
      return SchemaEnricher.of(model, shareValues, store, () -> Shop.NOON).apply(Shop.schema());
    }
  }

  @Test
  void tellsNoStoredValueUnlessAllowed() {
    FakeLanguageModel shy = new FakeLanguageModel("{}", "{}");
    FakeLanguageModel open = new FakeLanguageModel("{}", "{}");

    SchemaEnricher.of(shy, false).apply(Shop.schema());
    SchemaEnricher.of(open, true).apply(Shop.schema());

    assertThat(shy.asked.getFirst().user()).contains("table customers").doesNotContain("'DE'");
    assertThat(open.asked.getFirst().user()).contains("'DE'");
  }

  @Test
  void asksOfATableOnce() {
    FakeLanguageModel model = new FakeLanguageModel(CUSTOMERS, ORDERS);
    SchemaEnricher enricher = SchemaEnricher.of(model, false);

    DataSchema first = enricher.apply(Shop.schema());

    assertThat(enricher.apply(Shop.schema())).isEqualTo(first);
    assertThat(model.asked).hasSize(2);
  }

  @Test
  void repliesWithoutSenseChangeNothing() {
    FakeLanguageModel model = new FakeLanguageModel("no idea", "{\"columns\": [1, {\"a\": ");

    DataSchema enriched = SchemaEnricher.of(model, false).apply(Shop.schema());

    assertThat(enriched.tables()).isEqualTo(Shop.schema().tables());
  }

  @Test
  void stopsAskingAModelThatIsDown() {
    int[] calls = {0};
    LanguageModel down =
        new LanguageModel() {
          @Override
          public String name() {
            return "down";
          }

          @Override
          public Completion complete(Prompt prompt) {
            calls[0]++;
            throw new ModelException(ModelException.Cause.UNAVAILABLE, "down", null);
          }
        };

    DataSchema enriched = SchemaEnricher.of(down, false).apply(Shop.schema());

    assertThat(enriched.tables()).isEqualTo(Shop.schema().tables());
    assertThat(calls[0]).isEqualTo(1);
  }

  @Test
  void leavesTablesAloneOfWhichAllIsSaid() {
    DataTable said =
        new DataTable(
            "t",
            "a table",
            List.of(),
            List.of(
                new DataColumn(
                    "c", Kind.TEXT, "TEXT", "a column", "", List.of(), DataColumn.Profile.UNKNOWN)),
            List.of(),
            List.of(),
            1);
    DataSchema schema = new DataSchema(List.of(said), "1", Shop.NOON);

    assertThat(SchemaEnricher.of(new FakeLanguageModel(), false).apply(schema).tables())
        .containsExactly(said);
  }

  private static DataColumn column(DataTable table, int index) {
    return table.columns().get(index);
  }
}
