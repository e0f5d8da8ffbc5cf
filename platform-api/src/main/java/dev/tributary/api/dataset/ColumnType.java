package dev.tributary.api.dataset;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The types a dataset's columns have, each with the one Java type its values take. */
public enum ColumnType {
  /** Characters. */
  TEXT(String.class),
  /** A whole number of 64 bits. */
  INTEGER(Long.class),
  /** A decimal number, for money and other exact amounts. */
  DECIMAL(BigDecimal.class),
  /** A binary floating-point number of 64 bits. */
  DOUBLE(Double.class),
  /** True or false. */
  BOOLEAN(Boolean.class),
  /** A day of the calendar, without a time zone. */
  DATE(LocalDate.class),
  /** A moment in UTC, to the microsecond. */
  TIMESTAMP(Instant.class);

  private final Class<?> javaType;

  ColumnType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /**
   * The Java type of this type's values.
   *
   * @return a class
   */
  public Class<?> javaType() {
    return javaType;
  }
}
