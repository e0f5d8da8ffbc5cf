package dev.tributary.nl2sql.internal.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.scan.Lexis;
import dev.tributary.nl2sql.internal.scan.Lexis.Trait;
import dev.tributary.nl2sql.internal.scan.Scanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.Provider;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lexer of the parser is the judge: what is handed to the parser is what it would have cut. */
class TokenChainTest {
  private static final List<Lexis> WAYS_OF_CUTTING =
      List.of(
          Lexis.of(),
          Lexis.of(Trait.BACKTICKS, Trait.BRACKETED_NAMES, Trait.DOLLAR_PARAMETERS),
          Lexis.of(Trait.OPERATOR_RUNS, Trait.DOLLAR_QUOTES, Trait.ESCAPE_STRINGS),
          Lexis.of(Trait.BACKTICKS, Trait.BACKSLASH_ESCAPES, Trait.DIGITS_BEGIN_NAMES));

  /** Words and symbols of the lexer's own table, and such as it makes several tokens of. */
  private static final Set<String> WORDS = words();

  private final Cuttings cuttings = new Cuttings();

  @ParameterizedTest
  @ValueSource(strings = {"gate-benign.yaml", "gate-attacks.yaml", "gate-allowed.yaml"})
  void statementsAreCutAsTheLexerCutsThem(String spec) throws IOException {
    JsonNode statements =
        new ObjectMapper(new YAMLFactory()).readTree(getClass().getResource("/spec/" + spec));

    long chained =
        texts(statements)
            .flatMap(text -> WAYS_OF_CUTTING.stream().map(lexis -> isChained(text, lexis)))
            .filter(Boolean::booleanValue)
            .count();

    assertThat(chained).isGreaterThan(100);
  }

  @Property(tries = 1_000)
  void anyWordsAreCutAsTheLexerCutsThem(@ForAll("soup") String text) {
    WAYS_OF_CUTTING.forEach(lexis -> isChained(text, lexis));
  }

  @Test
  void wordsThatTheLexerMayTakeTogetherAreLeftToIt() {
    List<String> reachFurther = WORDS.stream().filter(word -> reads(word).beyond() > 1).toList();

    assertThat(reachFurther).contains("WITH", "IN", "<", "TIME");
    for (String first : reachFurther) {
      for (String next : WORDS) {
        String both = first + " " + next;
        Read read = reads(both);
        if (!read.first().equals(first) || read.beyond() > 1) {
          assertThat(chain(both, Lexis.of())).as(both).isNull();
        }
      }
    }
  }

  @Test
  void ordinaryStatementsAreNotLeftToTheLexer() {
    assertThat(
            List.of(
                "WITH t AS (SELECT a, 'b''c' FROM \"u v\" WHERE x < 1.5 AND d IN (1, 2))"
                    + " SELECT date, count(*) FROM t WHERE a >= '2' AND b <> ? GROUP BY date",
                "SELECT CURRENT_DATE, CAST(a AS time) FROM t FETCH NEXT 3 ROWS ONLY"))
        .allSatisfy(sql -> assertThat(chain(sql, Lexis.of())).isNotNull());
  }

  private boolean isChained(String text, Lexis lexis) {
    Token start = chain(text, lexis);
    if (start != null) {
      assertThat(described(start)).as(text).isEqualTo(described(cut(bridged(text, lexis).text())));
    }
    return start != null;
  }

  private @Nullable Token chain(String text, Lexis lexis) {
    try {
      return TokenChain.of(bridged(text, lexis), cuttings);
    } catch (RefusedException neverReachesTheParser) {
      return null;
    }
  }

  private static Bridged bridged(String text, Lexis lexis) {
    return new Bridged(Scanner.scan(text, lexis, 10_000), Map.of(), Map.of());
  }

  private static Token cut(String text) {
    CCJSqlParser parser = new CCJSqlParser(new StringProvider(text));
    Token start = new Token();
    Token last = start;
    do {
      last.next = parser.token_source.getNextToken();
      last = last.next;
    } while (last.kind != CCJSqlParserConstants.EOF);
    return start;
  }

  private static List<String> described(Token start) {
    List<String> tokens = new ArrayList<>();
    for (Token token = start.next; token.next != null; token = token.next) {
      tokens.add(
          token.kind + " " + token.image + " " + token.absoluteBegin + "-" + token.absoluteEnd);
    }
    return tokens;
  }

  /** How far the lexer looks for the end of the first token of a text, and what it takes for it. */
  private static Read reads(String text) {
    Letters letters = new Letters(text + " ~~~");
    try {
      String first = new CCJSqlParser(letters).token_source.getNextToken().image;
      return new Read(first, letters.taken - text.length());
    } catch (TokenMgrException e) {
      return new Read("", 0);
    }
  }

  private static Stream<String> texts(JsonNode node) {
    Stream<String> own = node.isTextual() ? Stream.of(node.asText()) : Stream.of();
    Stream<String> names = node.properties().stream().map(Map.Entry::getKey);
    List<JsonNode> below = new ArrayList<>();
    node.forEach(below::add);
    return Stream.concat(Stream.concat(own, names), below.stream().flatMap(TokenChainTest::texts));
  }

  private static Set<String> words() {
    Set<String> words = new TreeSet<>();
    for (String image : CCJSqlParserConstants.tokenImage) {
      String word = image.replaceAll("[<>\"]", "").replaceFirst("^(K|TYPE)_", "");
      words.addAll(Arrays.asList(word.split(" ")));
      words.addAll(Arrays.asList(word.split("_")));
    }
    words.addAll(
        List.of(
            "DATE DATETIME TIME TIMESTAMP TIMESTAMPTZ YEAR SEL RS TEXT SUBSTR CURRENT_DATE INT8 FLOAT8"
                .split(" ")));
    words.addAll(
        List.of(
            "a b1 _c 1 1.5 .5 1e5 'a' 'a''b' \"q\" `q` ? $1 :p - + * / % = < > ~ ! & | ^ . , ; ( ) [ ]"
                .split(" ")));
    words.addAll(
        List.of(
            "{ } : || :: := <= >= <> != == << >> -> ->> #> => ^= && ~* !~ ~~ @> <@ ?| ?& <=> ^@"
                .split(" ")));
    words.remove("");
    return words;
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(words -> String.join(" ", words));
  }

  private record Read(String first, int beyond) {}

  /** A text that is given away letter by letter, to see how far the lexer looks. */
  private static final class Letters implements Provider {
    private final String text;
    private int taken;

    Letters(String text) {
      this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
      if (taken == text.length()) {
        return -1;
      }
      buffer[offset] = text.charAt(taken);
      taken++;
      return 1;
    }

    @Override
    public void close() {}
  }
}
