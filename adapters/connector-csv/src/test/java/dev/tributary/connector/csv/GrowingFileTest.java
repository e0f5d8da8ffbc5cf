package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a file grows and whenever the reading is cut short, each row arrives once. */
class GrowingFileTest {

  @Property(tries = 150)
  void everyRowArrivesOnce(
      @ForAll @IntRange(min = 1, max = 60) int count,
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 200) Integer> pieces,
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 3) Integer> crashes,
      @ForAll @IntRange(min = 1, max = 9) int batch)
      throws IOException {
    Path folder = Files.createTempDirectory("growing");
    DropFolder drops = new DropFolder(folder).with("follow", true).batchesOf(batch);
    StringBuilder text = new StringBuilder("id,text,n\n");
    List<String> expected = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      String value = row % 3 == 0 ? "a, \"b\"\nc" : "plain " + row;
      text.append(row)
          .append(",\"")
          .append(value.replace("\"", "\"\""))
          .append("\",")
          .append(row * 2);
      text.append(row % 2 == 0 ? "\n" : "\r\n");
      expected.add(row + "," + value + "," + row * 2);
    }

    int at = 0;
    for (int step = 0; at < text.length(); step++) {
      int to = Math.min(text.length(), at + pieces.get(step % pieces.size()));
      drops.append("a.csv", text.substring(at, to));
      drops.run(crashes.get(step % crashes.size()));
      at = to;
    }
    drops.rest();
    drops.run();

    assertThat(drops.rows).isEqualTo(expected);
    assertThat(drops.rejected).isEmpty();
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("a.csv"));
    Files.delete(folder);
  }
}
