package dev.tributary.ingest.internal.mapping;

import dev.tributary.api.settings.NearestName;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The named units. Factors of the inch, pound and ounce are those of the international yard and
 * pound agreement of 1959; minor units of currencies are those of ISO 4217 as the JDK has them.
 */
final class Units {
  private static final String MINOR = "_minor";
  private static final Map<String, Unit> NAMED = named();

  private Units() {}

  /** Finds a unit by its name, ignoring case. */
  static Optional<Unit> find(String name) {
    String folded = name.strip().toLowerCase(Locale.ROOT);
    Unit unit = NAMED.get(folded);
    return unit == null ? money(folded) : Optional.of(unit);
  }

  /** What to write in place of an unknown name. */
  static String remedy(String name) {
    return NearestName.of(name.toLowerCase(Locale.ROOT), NAMED.keySet())
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElse(
            "use one of "
                + String.join(", ", NAMED.keySet())
                + ", a currency such as eur or its minor unit such as eur_minor");
  }

  /**
   * Whether two units convert. Cents are the minor unit of whichever currency with two decimals
   * they meet.
   */
  static boolean convertible(Unit from, Unit to) {
    return from.dimension().equals(to.dimension())
        || (isCents(from) && isTwoDecimalMoney(to))
        || (isCents(to) && isTwoDecimalMoney(from));
  }

  private static boolean isCents(Unit unit) {
    return unit.dimension().equals("money");
  }

  private static boolean isTwoDecimalMoney(Unit unit) {
    String dimension = unit.dimension();
    return dimension.startsWith("money of ")
        && Currency.getInstance(dimension.substring("money of ".length()))
                .getDefaultFractionDigits()
            == 2;
  }

  private static Optional<Unit> money(String name) {
    boolean minor = name.endsWith(MINOR);
    String code =
        (minor ? name.substring(0, name.length() - MINOR.length()) : name).toUpperCase(Locale.ROOT);
    try {
      Currency currency = Currency.getInstance(code);
      int digits = Math.max(0, currency.getDefaultFractionDigits());
      BigDecimal factor = minor ? BigDecimal.ONE.movePointLeft(digits) : BigDecimal.ONE;
      return Optional.of(Unit.of("money of " + code, factor.toPlainString()));
    } catch (IllegalArgumentException noCurrency) {
      return Optional.empty();
    }
  }

  private static Map<String, Unit> named() {
    Map<String, Unit> units = new TreeMap<>();
    add(units, "time", "ns", "0.000000001", "us", "0.000001", "ms", "0.001", "s", "1");
    add(units, "time", "min", "60", "h", "3600", "d", "86400", "week", "604800");
    add(units, "bytes", "bit", "0.125", "b", "1", "byte", "1", "kb", "1000", "mb", "1000000");
    add(units, "bytes", "gb", "1000000000", "tb", "1000000000000", "kib", "1024");
    add(units, "bytes", "mib", "1048576", "gib", "1073741824", "tib", "1099511627776");
    add(units, "length", "mm", "0.001", "cm", "0.01", "m", "1", "km", "1000", "in", "0.0254");
    add(units, "length", "ft", "0.3048", "yd", "0.9144", "mi", "1609.344", "nmi", "1852");
    add(units, "mass", "mg", "0.000001", "g", "0.001", "kg", "1", "t", "1000");
    add(units, "mass", "oz", "0.028349523125", "lb", "0.45359237");
    add(units, "share", "percent", "0.01", "permille", "0.001", "bp", "0.0001", "ratio", "1");
    add(units, "money", "cent", "0.01", "cents", "0.01");
    units.put("k", Unit.of("temperature", "1"));
    units.put("c", temperature("273.15", "1", "1"));
    units.put("f", temperature("459.67", "5", "9"));
    return units;
  }

  private static Unit temperature(String offset, String numerator, String denominator) {
    return new Unit(
        "temperature",
        new BigDecimal(offset),
        new BigDecimal(numerator),
        new BigDecimal(denominator));
  }

  private static void add(Map<String, Unit> units, String dimension, String... namesAndFactors) {
    for (int index = 0; index < namesAndFactors.length; index += 2) {
      units.put(namesAndFactors[index], Unit.of(dimension, namesAndFactors[index + 1]));
    }
  }
}
