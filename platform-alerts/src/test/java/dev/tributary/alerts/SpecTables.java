package dev.tributary.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** Turns a behaviour table into tests, one for each case. */
public final class SpecTables {
  private SpecTables() {}

  /** The cases of a table in {@code src/test/resources/spec}. */
  public static Stream<DynamicTest> cases(String table, Consumer<JsonNode> check) {
    try (InputStream in = SpecTables.class.getResourceAsStream("/spec/" + table)) {
      return StreamSupport.stream(new YAMLMapper().readTree(in).spliterator(), false)
          .map(spec ->
              DynamicTest.dynamicTest(spec.path("name").asText(), () -> check.accept(spec)));
    } catch (IOException unreadable) {
      throw new IllegalStateException("the table " + table + " cannot be read", unreadable);
    }
  }
}
