package dev.tributary.nl2sql.internal.query;

/** What points in time are drawn together to. */
public enum Period {
  /** A year, such as 2026. */
  YEAR,
  /** A quarter of a year, such as 2026-Q1. */
  QUARTER,
  /** A month of a year, such as 2026-01. */
  MONTH,
  /** A week, by its Monday. */
  WEEK,
  /** A day. */
  DAY,
  /** The month of any year, from 1. */
  MONTH_OF_YEAR,
  /** The day of any week, from 1 for Monday. */
  DAY_OF_WEEK,
  /** The hour of any day, from 0. */
  HOUR_OF_DAY;

  /** Whether each follows the one before in time, rather than coming round again. */
  public boolean runs() {
    return compareTo(DAY) <= 0;
  }
}
