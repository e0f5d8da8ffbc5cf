package dev.tributary.connector.parquet.internal.row;

import dev.tributary.api.dataset.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.JulianFields;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Turns single values into the platform's. What does not fit the type of its column comes as text.
 */
final class Scalars {
  private static final int LONG_BITS = 64;

  private Scalars() {}

  /** The type that the values of a column have. */
  static ColumnType type(PrimitiveType column) {
    return switch (column.getLogicalTypeAnnotation()) {
      case DecimalLogicalTypeAnnotation decimal -> ColumnType.DECIMAL;
      case DateLogicalTypeAnnotation date -> ColumnType.DATE;
      case TimestampLogicalTypeAnnotation moment -> ColumnType.TIMESTAMP;
      case TimeLogicalTypeAnnotation time -> ColumnType.TEXT;
      case Float16LogicalTypeAnnotation half -> ColumnType.DOUBLE;
      case IntLogicalTypeAnnotation whole ->
          beyondLong(whole) ? ColumnType.DECIMAL : ColumnType.INTEGER;
      case null, default -> bareType(column.getPrimitiveTypeName());
    };
  }

  private static ColumnType bareType(PrimitiveTypeName name) {
    return switch (name) {
      case INT32, INT64 -> ColumnType.INTEGER;
      case FLOAT, DOUBLE -> ColumnType.DOUBLE;
      case BOOLEAN -> ColumnType.BOOLEAN;
      case INT96 -> ColumnType.TIMESTAMP;
      case BINARY, FIXED_LEN_BYTE_ARRAY -> ColumnType.TEXT;
    };
  }

  /** A value, which is there. */
  static Object value(PrimitiveType column, Group group, int field, int index) {
    LogicalTypeAnnotation meaning = column.getLogicalTypeAnnotation();
    return switch (column.getPrimitiveTypeName()) {
      case INT32 -> whole(meaning, group.getInteger(field, index));
      case INT64 -> whole(meaning, group.getLong(field, index));
      case BOOLEAN -> group.getBoolean(field, index);
      case FLOAT -> floating(Float.toString(group.getFloat(field, index)));
      case DOUBLE -> floating(Double.toString(group.getDouble(field, index)));
      case INT96 -> oldMoment(group.getInt96(field, index));
      case FIXED_LEN_BYTE_ARRAY -> fixed(meaning, group.getBinary(field, index));
      case BINARY -> binary(meaning, group.getBinary(field, index));
    };
  }

  private static Object whole(@Nullable LogicalTypeAnnotation meaning, long value) {
    return switch (meaning) {
      case DecimalLogicalTypeAnnotation decimal -> BigDecimal.valueOf(value, decimal.getScale());
      case DateLogicalTypeAnnotation date -> LocalDate.ofEpochDay(value);
      case TimestampLogicalTypeAnnotation moment -> moment(moment, value);
      case TimeLogicalTypeAnnotation time -> time(time.getUnit(), value);
      case IntLogicalTypeAnnotation whole when !whole.isSigned() -> unsigned(whole, value);
      case null, default -> value;
    };
  }

  private static boolean beyondLong(IntLogicalTypeAnnotation whole) {
    return !whole.isSigned() && whole.getBitWidth() == LONG_BITS;
  }

  private static Object unsigned(IntLogicalTypeAnnotation whole, long value) {
    return beyondLong(whole)
        ? new BigDecimal(Long.toUnsignedString(value))
        : (Object) (value & ((1L << whole.getBitWidth()) - 1));
  }

  /** A time that no zone goes with is text, so that the mapping's zone counts. */
  private static Object moment(TimestampLogicalTypeAnnotation type, long value) {
    long second = perSecond(type.getUnit());
    Instant moment =
        Instant.ofEpochSecond(
            Math.floorDiv(value, second),
            Math.floorMod(value, second) * (perSecond(TimeUnit.NANOS) / second));
    return type.isAdjustedToUTC()
        ? moment
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
  }

  private static String time(TimeUnit unit, long value) {
    try {
      return LocalTime.ofNanoOfDay(
              Math.multiplyExact(value, perSecond(TimeUnit.NANOS) / perSecond(unit)))
          .toString();
    } catch (DateTimeException | ArithmeticException noTimeOfDay) {
      return Long.toString(value);
    }
  }

  private static long perSecond(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> 1_000;
      case MICROS -> 1_000_000;
      case NANOS -> 1_000_000_000;
    };
  }

  private static Object floating(String shortest) {
    double value = Double.parseDouble(shortest);
    return Double.isFinite(value) ? (Object) value : shortest;
  }

  /** Nanoseconds of the day and Julian day, as old programs write moments. */
  private static Instant oldMoment(Binary value) {
    ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    LocalDate day =
        LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, Integer.toUnsignedLong(bytes.getInt()));
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().plusNanos(nanos);
  }

  private static Object fixed(@Nullable LogicalTypeAnnotation meaning, Binary value) {
    return switch (meaning) {
      case DecimalLogicalTypeAnnotation decimal -> decimal(decimal, value);
      case UUIDLogicalTypeAnnotation uuid -> {
        ByteBuffer bytes = value.toByteBuffer();
        yield new UUID(bytes.getLong(), bytes.getLong()).toString();
      }
      case Float16LogicalTypeAnnotation half ->
          floating(
              Float.toString(
                  Float.float16ToFloat(
                      value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getShort())));
      case null, default -> HexFormat.of().formatHex(value.getBytes());
    };
  }

  /** Bytes that are text are text, whether the file says so or not; others are their digits. */
  private static Object binary(@Nullable LogicalTypeAnnotation meaning, Binary value) {
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal(decimal, value);
    }
    byte[] bytes = value.getBytes();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noText) {
      return HexFormat.of().formatHex(bytes);
    }
  }

  private static BigDecimal decimal(DecimalLogicalTypeAnnotation type, Binary value) {
    return new BigDecimal(new BigInteger(value.getBytes()), type.getScale());
  }
}
