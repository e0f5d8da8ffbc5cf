package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a model replies, an outcome comes out and nothing is written. */
class HostileReplyPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "SELECT ",
          "* ",
          "FROM orders",
          "; ",
          "DROP TABLE orders",
          "DELETE FROM orders",
          "'",
          "\"",
          "\\\"",
          "{",
          "}",
          "\"sql\": ",
          "\"outcome\": ",
          "\"sql\"",
          ",",
          "<sql>",
          "</sql>",
          "```",
          "```sql\n",
          "\n",
          "WITH x AS (",
          ")",
          "INSERT INTO orders VALUES (9, 9, 9, 9)",
          "CANNOT_ANSWER",
          "NOT_DATA_QUERY",
          "\"clarify\"",
          "\"options\": [",
          "]",
          "--",
          "/*",
          "PRAGMA writable_schema = 1",
          "UPDATE orders SET amount = 0",
          " UNION ",
          "randomblob(9)",
          "1",
          "name ",
          "customers",
          "\u0000",
          "\uD800",
          "REPLACE INTO orders VALUES (1,1,1,1)");

  private static Shop shop;
  private static String before;

  @BeforeContainer
  static void open() throws IOException {
    shop = new Shop(Files.createTempDirectory("shop"));
    before = shop.contents();
  }

  @Property(tries = 500)
  void nothingButAnOutcomeComesOutAndNothingIsWritten(@ForAll("replies") String reply) {
    Outcome outcome =
        shop.engine()
            .model(new FakeLanguageModel(reply, reply))
            .build()
            .ask(Question.of("how much was ordered?"));

    assertThat(outcome).isNotNull();
    assertThat(shop.contents()).isEqualTo(before);
  }

  @Provide
  Arbitrary<String> replies() {
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(12).map(parts -> String.join("", parts));
    return Arbitraries.oneOf(
        pieces,
        pieces.map(sql -> "SELECT " + sql),
        pieces.map(sql -> "{\"outcome\":\"sql\",\"sql\":\"" + sql + "\"}"),
        Arbitraries.strings().ofMaxLength(200));
  }
}
