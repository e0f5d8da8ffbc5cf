package dev.tributary.ingest.internal.mapping;

import java.math.BigDecimal;

/**
 * A unit as an affine function of its dimension's base unit: {@code base = (value + offset) *
 * numerator / denominator}.
 *
 * @param dimension what it measures; only units of one dimension convert into one another
 * @param offset added first; zero but for temperatures
 * @param numerator of the factor
 * @param denominator of the factor
 */
record Unit(String dimension, BigDecimal offset, BigDecimal numerator, BigDecimal denominator) {

  static Unit of(String dimension, String factor) {
    return new Unit(dimension, BigDecimal.ZERO, new BigDecimal(factor), BigDecimal.ONE);
  }
}
