package dev.tributary.connector.parquet.internal.footer;

import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a column mean. Files say it in one of two ways, old ones in the older alone.
 * What is not known here is read as the bare number or bytes.
 */
final class Meaning {
  private Meaning() {}

  static @Nullable LogicalTypeAnnotation of(SchemaElement element) {
    if (element.isSetLogicalType()) {
      return of(element.getLogicalType());
    }
    return element.isSetConverted_type() ? older(element) : null;
  }

  private static @Nullable LogicalTypeAnnotation older(SchemaElement element) {
    return switch (element.getConverted_type()) {
      case UTF8 -> LogicalTypeAnnotation.stringType();
      case MAP -> LogicalTypeAnnotation.mapType();
      case LIST -> LogicalTypeAnnotation.listType();
      case ENUM -> LogicalTypeAnnotation.enumType();
      case DECIMAL -> LogicalTypeAnnotation.decimalType(element.getScale(), element.getPrecision());
      case DATE -> LogicalTypeAnnotation.dateType();
      case TIME_MILLIS -> LogicalTypeAnnotation.timeType(true, TimeUnit.MILLIS);
      case TIME_MICROS -> LogicalTypeAnnotation.timeType(true, TimeUnit.MICROS);
      case TIMESTAMP_MILLIS -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS);
      case TIMESTAMP_MICROS -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
      case UINT_8 -> LogicalTypeAnnotation.intType(8, false);
      case UINT_16 -> LogicalTypeAnnotation.intType(16, false);
      case UINT_32 -> LogicalTypeAnnotation.intType(32, false);
      case UINT_64 -> LogicalTypeAnnotation.intType(64, false);
      case JSON -> LogicalTypeAnnotation.jsonType();
      case BSON -> LogicalTypeAnnotation.bsonType();
      case INTERVAL -> LogicalTypeAnnotation.intervalType();
      case INT_8, INT_16, INT_32, INT_64, MAP_KEY_VALUE -> null;
    };
  }

  private static @Nullable LogicalTypeAnnotation of(LogicalType type) {
    return switch (type.getSetField()) {
      case STRING -> LogicalTypeAnnotation.stringType();
      case MAP -> LogicalTypeAnnotation.mapType();
      case LIST -> LogicalTypeAnnotation.listType();
      case ENUM -> LogicalTypeAnnotation.enumType();
      case DECIMAL -> decimal(type.getDECIMAL());
      case DATE -> LogicalTypeAnnotation.dateType();
      case TIME ->
          LogicalTypeAnnotation.timeType(
              type.getTIME().isIsAdjustedToUTC(), unit(type.getTIME().getUnit()));
      case TIMESTAMP ->
          LogicalTypeAnnotation.timestampType(
              type.getTIMESTAMP().isIsAdjustedToUTC(), unit(type.getTIMESTAMP().getUnit()));
      case INTEGER ->
          LogicalTypeAnnotation.intType(
              type.getINTEGER().getBitWidth(), type.getINTEGER().isIsSigned());
      case JSON -> LogicalTypeAnnotation.jsonType();
      case BSON -> LogicalTypeAnnotation.bsonType();
      case UUID -> LogicalTypeAnnotation.uuidType();
      case FLOAT16 -> LogicalTypeAnnotation.float16Type();
      case UNKNOWN, VARIANT, GEOMETRY, GEOGRAPHY -> null;
    };
  }

  private static LogicalTypeAnnotation decimal(DecimalType type) {
    return LogicalTypeAnnotation.decimalType(type.getScale(), type.getPrecision());
  }

  private static TimeUnit unit(org.apache.parquet.format.TimeUnit unit) {
    return TimeUnit.valueOf(unit.getSetField().name());
  }
}
