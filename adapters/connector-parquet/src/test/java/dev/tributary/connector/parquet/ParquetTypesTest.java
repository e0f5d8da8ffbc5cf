package dev.tributary.connector.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testkit.FolderReading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTypesTest {
  private static final long MOMENT = Instant.parse("2026-11-21T10:00:00.123456Z").toEpochMilli();

  @TempDir Path folder;

  private FolderReading read(String columns, Consumer<Group> record) throws Exception {
    new ParquetFile(folder.resolve("a.parquet"), columns).write(UnaryOperator.identity(), record);
    return FolderReading.of(new ParquetConnectorFactory(), folder, Map.of());
  }

  @Test
  void numbersAndTruthValuesKeepTheirTypes() throws Exception {
    FolderReading reading =
        read(
            """
            required int32 a; required int64 b; required int32 c (INTEGER(8,false));
            required int64 d (INTEGER(64,false)); required float e; required double f;
            required boolean g; required double h; optional int32 i;
            """,
            record -> {
              record.add("a", -1);
              record.add("b", Long.MIN_VALUE);
              record.add("c", 200);
              record.add("d", -1L);
              record.add("e", 0.1f);
              record.add("f", 0.1);
              record.add("g", true);
              record.add("h", Double.NaN);
            });

    assertThat(reading.columns())
        .containsExactly(
            "a INTEGER",
            "b INTEGER",
            "c INTEGER",
            "d DECIMAL",
            "e DOUBLE",
            "f DOUBLE",
            "g BOOLEAN",
            "h DOUBLE",
            "i INTEGER");
    assertThat(reading.rows().getFirst())
        .containsExactly(
            -1L,
            Long.MIN_VALUE,
            200L,
            new BigDecimal("18446744073709551615"),
            0.1,
            0.1,
            true,
            "NaN",
            null);
  }

  @Test
  void decimalsKeepTheirScaleHoweverTheyAreStored() throws Exception {
    byte[] unscaled = BigInteger.valueOf(-12_345).toByteArray();
    FolderReading reading =
        read(
            """
            required int32 a (DECIMAL(9,2)); required int64 b (DECIMAL(18,4));
            required binary c (DECIMAL(30,3)); required fixed_len_byte_array(2) d (DECIMAL(4,1));
            """,
            record -> {
              record.add("a", 150);
              record.add("b", 15_000L);
              record.add("c", Binary.fromConstantByteArray(unscaled));
              record.add("d", Binary.fromConstantByteArray(unscaled));
            });

    assertThat(reading.columns()).allMatch(column -> column.endsWith("DECIMAL"));
    assertThat(reading.rows().getFirst())
        .containsExactly(
            new BigDecimal("1.50"),
            new BigDecimal("1.5000"),
            new BigDecimal("-12.345"),
            new BigDecimal("-1234.5"));
  }

  @Test
  void momentsAreMomentsAndTimesWithoutAZoneAreText() throws Exception {
    ByteBuffer old = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    old.putLong(3_600_000_000_000L).putInt(2_440_588);
    FolderReading reading =
        read(
            """
            required int64 a (TIMESTAMP(MILLIS,true)); required int64 b (TIMESTAMP(MICROS,true));
            required int64 c (TIMESTAMP(NANOS,true)); required int64 d (TIMESTAMP(MICROS,false));
            required int96 e; required int32 f (DATE); required int32 g (TIME(MILLIS,false));
            """,
            record -> {
              record.add("a", MOMENT);
              record.add("b", MOMENT * 1000 + 456);
              record.add("c", -1L);
              record.add("d", MOMENT * 1000 + 456);
              record.add("e", Binary.fromConstantByteArray(old.array()));
              record.add("f", -1);
              record.add("g", 36_000_000);
            });

    assertThat(reading.columns())
        .containsExactly(
            "a TIMESTAMP",
            "b TIMESTAMP",
            "c TIMESTAMP",
            "d TIMESTAMP",
            "e TIMESTAMP",
            "f DATE",
            "g TEXT");
    assertThat(reading.rows().getFirst())
        .containsExactly(
            Instant.parse("2026-11-21T10:00:00.123Z"),
            Instant.parse("2026-11-21T10:00:00.123456Z"),
            Instant.parse("1969-12-31T23:59:59.999999999Z"),
            "2026-11-21T10:00:00.123456",
            Instant.parse("1970-01-01T01:00:00Z"),
            LocalDate.of(1969, 12, 31),
            "10:00");
  }

  @Test
  void textIsTextAndOtherBytesAreTheirDigits() throws Exception {
    byte[] uuid = new byte[16];
    Arrays.fill(uuid, (byte) 0x11);
    FolderReading reading =
        read(
            """
            required binary a (STRING); required binary b; required binary c;
            required fixed_len_byte_array(16) d (UUID); required fixed_len_byte_array(2) e;
            required binary f (ENUM); required fixed_len_byte_array(2) g (FLOAT16);
            """,
            record -> {
              record.add("a", "Gr\u00fc\u00dfe");
              record.add("b", "old");
              record.add("c", Binary.fromConstantByteArray(new byte[] {(byte) 0xff, 0}));
              record.add("d", Binary.fromConstantByteArray(uuid));
              record.add("e", Binary.fromConstantByteArray(new byte[] {1, 2}));
              record.add("f", "RED");
              record.add("g", Binary.fromConstantByteArray(new byte[] {0, 0x3e}));
            });

    assertThat(reading.rows().getFirst())
        .containsExactly(
            "Gr\u00fc\u00dfe",
            "old",
            "ff00",
            "11111111-1111-1111-1111-111111111111",
            "0102",
            "RED",
            1.5);
  }

  @Test
  void recordsListsAndMapsAreJson() throws Exception {
    FolderReading reading =
        read(
            """
            required group a { required int32 x; optional binary y (STRING); }
            optional group b (LIST) { repeated group list { optional int64 element; } }
            optional group c (LIST) { repeated int32 array; }
            optional group d (MAP) { repeated group key_value { required binary key (STRING);
              optional int32 value (DECIMAL(5,2)); } }
            repeated int32 e; optional group f (LIST) { repeated group list {
              optional group element { required int32 z (DATE); } } }
            """,
            record -> {
              record.addGroup("a").append("x", 1);
              Group list = record.addGroup("b");
              list.addGroup("list").append("element", 7L);
              list.addGroup("list");
              record.addGroup("c").append("array", 1).append("array", 2);
              record.addGroup("d").addGroup("key_value").append("key", "k").append("value", 150);
              record.append("e", 5).append("e", 6);
            });

    assertThat(reading.columns()).allMatch(column -> column.endsWith("TEXT"));
    assertThat(reading.rows().getFirst())
        .containsExactly(
            "{\"x\":1,\"y\":null}", "[7,null]", "[1,2]", "{\"k\":1.50}", "[5,6]", null);
  }
}
