package dev.tributary.ingest.internal.mapping;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.ingest.config.FieldMapping;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule does to values, whatever the shape of the source: the steps and the default. */
final class ColumnRule {
  private final List<CellStep> steps;
  private final @Nullable Object fallback;

  private ColumnRule(List<CellStep> steps, @Nullable Object fallback) {
    this.steps = steps;
    this.fallback = fallback;
  }

  /**
   * Compiles a rule.
   *
   * @param column the dataset's column
   * @param inKey whether it is part of the key
   * @param field the rule
   * @return the compiled rule
   * @throws InvalidRule if the rule does not fit the column
   */
  static ColumnRule of(Column column, boolean inKey, FieldMapping field) {
    NumberReader numbers = new NumberReader(notation(field));
    List<CellStep> steps = new ArrayList<>();
    if (!field.lookup().isEmpty()) {
      steps.add(new Lookup(field.lookup(), field.otherwise()));
    }
    conversion(field, numbers).ifPresent(steps::add);
    CellStep cast = cast(column, inKey, field, numbers);
    steps.add(cast);
    return new ColumnRule(List.copyOf(steps), fallback(column, field, cast));
  }

  List<CellStep> steps() {
    return steps;
  }

  @Nullable Object fallback() {
    return fallback;
  }

  private static NumberNotation notation(FieldMapping field) {
    char grouping = field.grouping().orElse((char) 0);
    if (field.decimal() == grouping) {
      throw new InvalidRule(
          "grouping", "is the same as the decimal separator", "declare two different ones");
    }
    return new NumberNotation(field.decimal(), grouping);
  }

  private static Optional<CellStep> conversion(FieldMapping field, NumberReader numbers) {
    if (field.unit().isPresent() && field.scale().isPresent()) {
      throw new InvalidRule("scale", "stands beside 'unit'", "keep one of the two");
    }
    if (field.scale().isPresent()) {
      return Optional.of(Conversion.by(field.scale().get(), numbers));
    }
    return field.unit().map(pair -> between(pair, numbers));
  }

  private static CellStep between(FieldMapping.UnitPair pair, NumberReader numbers) {
    Unit from = unit("unit.from", pair.from());
    Unit to = unit("unit.to", pair.to());
    if (!Units.convertible(from, to)) {
      throw new InvalidRule(
          "unit",
          "converts '%s' (%s) to '%s' (%s)"
              .formatted(pair.from(), from.dimension(), pair.to(), to.dimension()),
          "name two units of one dimension; exchange rates are no units");
    }
    return Conversion.between(from, to, numbers);
  }

  private static Unit unit(String key, String name) {
    return Units.find(name)
        .orElseThrow(
            () -> new InvalidRule(key, "is '" + name + "', no known unit", Units.remedy(name)));
  }

  private static CellStep cast(
      Column column, boolean inKey, FieldMapping field, NumberReader numbers) {
    boolean time = column.type() == ColumnType.DATE || column.type() == ColumnType.TIMESTAMP;
    if (!time && !field.formats().isEmpty()) {
      throw new InvalidRule(
          "format", "stands at a " + column.type() + " column", "use it for dates and timestamps");
    }
    boolean converted = field.unit().isPresent() || field.scale().isPresent();
    NumberReader after = converted ? new NumberReader(NumberNotation.PLAIN) : numbers;
    return switch (column.type()) {
      case TEXT -> new TextCast(inKey);
      case INTEGER -> NumberCasts.toInteger(after);
      case DECIMAL -> NumberCasts.toDecimal(after);
      case DOUBLE -> NumberCasts.toDouble(after);
      case BOOLEAN -> new BooleanCast(field.words());
      case DATE -> times(field)::date;
      case TIMESTAMP -> times(field)::moment;
    };
  }

  private static TimeReader times(FieldMapping field) {
    List<TimePattern> patterns = new ArrayList<>();
    for (String pattern : field.formats()) {
      try {
        patterns.add(TimePattern.of(pattern, field.locale()));
      } catch (IllegalArgumentException invalid) {
        throw new InvalidRule(
            "format",
            "is '" + pattern + "': " + invalid.getMessage(),
            "write it like dd.MM.yyyy HH:mm:ss, or epoch_seconds, epoch_millis, epoch_micros");
      }
    }
    return new TimeReader(patterns, field.zone().orElse(ZoneOffset.UTC));
  }

  /** A default is written plainly, whatever the notation of the source. */
  private static @Nullable Object fallback(Column column, FieldMapping field, CellStep cast) {
    Object written = field.fallback().orElse(null);
    if (written == null) {
      return null;
    }
    Object value = plainCast(column, cast).apply(widened(written));
    if (value instanceof Misfit misfit) {
      throw new InvalidRule(
          "default",
          "'%s' %s".formatted(written, misfit.problem()),
          "write a value of type " + column.type());
    }
    return value;
  }

  private static CellStep plainCast(Column column, CellStep cast) {
    NumberReader plain = new NumberReader(NumberNotation.PLAIN);
    return switch (column.type()) {
      case INTEGER -> NumberCasts.toInteger(plain);
      case DECIMAL -> NumberCasts.toDecimal(plain);
      case DOUBLE -> NumberCasts.toDouble(plain);
      case DATE -> new TimeReader(List.of(), ZoneOffset.UTC)::date;
      case TIMESTAMP -> new TimeReader(List.of(), ZoneOffset.UTC)::moment;
      case TEXT, BOOLEAN -> cast;
    };
  }

  /** YAML hands out integers and floats; steps know longs and doubles. */
  static Object widened(Object value) {
    return switch (value) {
      case Integer number -> number.longValue();
      case Float number -> number.doubleValue();
      case BigInteger number -> new BigDecimal(number);
      default -> value;
    };
  }
}
