package dev.tributary.ingest.internal.mapping;

import dev.tributary.api.connector.SourceRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the value of one dataset column. Thread-safe. */
final class ColumnMapper {
  private static final int MOST_SHOWN = 80;

  private final String name;
  private final CellSource source;
  private final String origin;
  private final CellStep[] steps;
  private final @Nullable Object fallback;
  private final boolean required;

  /**
   * Makes a mapper.
   *
   * @param name the dataset's column
   * @param source takes the value out of the row
   * @param origin the source in words
   * @param steps what is done with the value, the cast last
   * @param fallback the value when there is none, already of the column's type
   * @param required whether there must be a value
   */
  ColumnMapper(
      String name,
      CellSource source,
      String origin,
      List<CellStep> steps,
      @Nullable Object fallback,
      boolean required) {
    this.name = name;
    this.source = source;
    this.origin = origin;
    this.steps = steps.toArray(CellStep[]::new);
    this.fallback = fallback;
    this.required = required;
  }

  @Nullable Object read(SourceRow row) {
    Object value = source.read(row);
    for (int index = 0; index < steps.length && value != null; index++) {
      value = steps[index].apply(value);
      if (value instanceof Misfit) {
        return value;
      }
    }
    if (value == null || (isEmptyText(value) && (fallback != null || required))) {
      return fallback == null && required ? missing() : fallback;
    }
    return value;
  }

  RowOutcome.Refused refusal(SourceRow row, Misfit misfit) {
    String value = shown(source.read(row));
    return new RowOutcome.Refused(
        misfit.reason(),
        name,
        "column '%s' from %s: %s %s; %s"
            .formatted(name, origin, value, misfit.problem(), misfit.remedy()));
  }

  private static boolean isEmptyText(Object value) {
    return value instanceof String text && text.isEmpty();
  }

  private static Misfit missing() {
    return new Misfit(
        "missing_value",
        "is no value, and one is required",
        "fill it at the source, or declare a 'default'");
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    String text = CanonicalText.of(value).replace('\0', '\u2400');
    return text.length() <= MOST_SHOWN
        ? "'" + text + "'"
        : "'" + text.substring(0, MOST_SHOWN) + "...' (" + text.length() + " characters)";
  }
}
