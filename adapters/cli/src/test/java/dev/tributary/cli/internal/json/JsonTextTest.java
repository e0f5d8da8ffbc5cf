package dev.tributary.cli.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void structuresKeepTheirOrder() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", "a");
    map.put("at", Instant.EPOCH);
    map.put("counts", List.of(1, 2.5, true));
    map.put("none", null);

    assertThat(JsonText.of(map))
        .isEqualTo(
            "{\"id\":\"a\",\"at\":\"1970-01-01T00:00:00Z\",\"counts\":[1,2.5,true],\"none\":null}");
  }

  @Test
  void controlCharactersAndLoneSurrogatesAreEscaped() {
    assertThat(JsonText.of(Arrays.asList("a\"\\\n\t\u0001", "\ud800", "\ud83d\ude00")))
        .isEqualTo("[\"a\\\"\\\\\\n\\t\\u0001\",\"\\ud800\",\"\ud83d\ude00\"]");
  }
}
