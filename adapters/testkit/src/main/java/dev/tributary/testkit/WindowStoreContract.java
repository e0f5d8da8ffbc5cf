package dev.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.window.WindowChanges;
import dev.tributary.api.window.WindowRecord;
import dev.tributary.api.window.WindowState;
import dev.tributary.api.window.WindowStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store of windows promises, as tests. Extend it, say how to open a store, and run it:
 *
 * <pre>{@code
 * class MyWindowStoreTest extends WindowStoreContract {
 *   @Override
 *   protected WindowStore open() {
 *     return new MyWindowStore();
 *   }
 * }
 * }</pre>
 */
public abstract class WindowStoreContract {
  private static final String RULE = "failed-logins: \"Größe\" {1}";
  private static final long NONE = WindowState.NONE;

  private WindowStore store;

  /** For the classes that extend it. */
  protected WindowStoreContract() {}

  /**
   * Opens a store. Called before every test; what other tests have left in it does not matter.
   *
   * @return a store that the contract closes
   * @throws Exception if it cannot be opened
   */
  protected abstract WindowStore open() throws Exception;

  @BeforeEach
  final void openStore() throws Exception {
    store = open();
    store.drop(RULE);
    store.drop("other");
  }

  @AfterEach
  final void closeStore() {
    if (store != null) {
      store.close();
      store.close();
    }
  }

  @Test
  final void holdsNothingInTheBeginning() {
    assertThat(store.read(RULE)).isEqualTo(WindowState.none());
    assertThat(store.name()).isNotBlank();
  }

  @Test
  final void keepsWhatWasWritten() {
    byte[] bytes = new byte[256];
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] = (byte) index;
    }

    assertThat(write(NONE, 0, record(-1, -1, "00"), new WindowRecord(Long.MAX_VALUE, 71, bytes)))
        .isTrue();

    assertThat(store.read(RULE).revision()).isZero();
    assertThat(contents())
        .containsExactly(
            Map.entry("-1/-1", "00"),
            Map.entry(Long.MAX_VALUE + "/71", HexFormat.of().formatHex(bytes)));
  }

  @Test
  final void changesReplaceAddAndRemove() {
    write(NONE, 4, record(1, 0, "aa"), record(1, 1, "bb"), record(2, 0, "cc"));

    assertThat(write(4, 9, record(1, 0, "a1"), record(1, 1, ""), record(3, 0, "dd"))).isTrue();

    assertThat(store.read(RULE).revision()).isEqualTo(9);
    assertThat(contents())
        .containsExactly(Map.entry("1/0", "a1"), Map.entry("2/0", "cc"), Map.entry("3/0", "dd"));
  }

  @Test
  final void changesToAnotherRevisionAreRefusedAsAWhole() {
    assertThat(write(3, 4, record(1, 0, "aa"))).isFalse();
    assertThat(store.read(RULE)).isEqualTo(WindowState.none());

    write(NONE, 4, record(1, 0, "aa"));
    assertThat(write(3, 5, record(1, 0, "bb"), record(2, 0, "cc"))).isFalse();

    assertThat(store.read(RULE).revision()).isEqualTo(4);
    assertThat(contents()).containsExactly(Map.entry("1/0", "aa"));
  }

  @Test
  final void everythingAnewReplacesWhateverThereWas() {
    write(NONE, 400, record(1, 0, "aa"), record(2, 0, "bb"));

    assertThat(write(NONE, 7, record(2, 0, "cc"))).isTrue();

    assertThat(store.read(RULE).revision()).isEqualTo(7);
    assertThat(contents()).containsExactly(Map.entry("2/0", "cc"));
  }

  @Test
  final void rulesDoNotDisturbOneAnother() {
    write(NONE, 1, record(1, 0, "aa"));
    store.write("other", new WindowChanges(NONE, 2, List.of(record(1, 0, "bb"))));

    store.drop("other");

    assertThat(store.read("other")).isEqualTo(WindowState.none());
    assertThat(contents()).containsExactly(Map.entry("1/0", "aa"));
  }

  @Test
  final void takesManyRecordsAtOnce() {
    List<WindowRecord> records = new ArrayList<>();
    for (int index = 0; index < 12_000; index++) {
      records.add(record(index / 10, index % 10, "ab".repeat(1 + index % 50)));
    }

    store.write(RULE, new WindowChanges(NONE, 1, records));
    assertThat(contents()).hasSize(12_000);

    store.write(RULE, new WindowChanges(1, 2, records.subList(0, 3000)));
    assertThat(contents()).hasSize(12_000).containsEntry("1199/9", "ab".repeat(50));
  }

  @Test
  final void anySequenceOfWritesReadsLikeAMap() {
    Random random = new Random(5);
    Map<String, String> model = new HashMap<>();
    long revision = NONE;
    for (int round = 0; round < 60; round++) {
      long before = random.nextInt(10) == 0 ? NONE : revision;
      long next = revision + 1 + random.nextInt(3);
      Map<String, WindowRecord> changes = new HashMap<>();
      for (int change = random.nextInt(20); change > 0; change--) {
        WindowRecord record =
            record(random.nextInt(4), random.nextInt(4), hex(random, random.nextInt(9)));
        changes.put(place(record), record);
      }
      if (before == NONE) {
        model.clear();
      }
      changes.forEach(
          (place, record) -> model.put(place, HexFormat.of().formatHex(record.state())));
      model.values().removeIf(String::isEmpty);

      assertThat(store.write(RULE, new WindowChanges(before, next, List.copyOf(changes.values()))))
          .isTrue();
      revision = next;
      assertThat(contents()).isEqualTo(model);
      assertThat(store.read(RULE).revision()).isEqualTo(revision);
    }
  }

  @Test
  final void changesHaveToLeadOn() {
    assertThatThrownBy(() -> new WindowChanges(5, 5, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("choose a later one");
  }

  private boolean write(long before, long revision, WindowRecord... records) {
    return store.write(RULE, new WindowChanges(before, revision, List.of(records)));
  }

  private static WindowRecord record(long series, int part, String hex) {
    return new WindowRecord(series, part, HexFormat.of().parseHex(hex));
  }

  private static String hex(Random random, int bytes) {
    byte[] content = new byte[bytes];
    random.nextBytes(content);
    return HexFormat.of().formatHex(content);
  }

  private static String place(WindowRecord record) {
    return record.series() + "/" + record.part();
  }

  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    store
        .read(RULE)
        .records()
        .forEach(record -> contents.put(place(record), HexFormat.of().formatHex(record.state())));
    return contents;
  }
}
