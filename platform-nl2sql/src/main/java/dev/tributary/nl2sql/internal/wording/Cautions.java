package dev.tributary.nl2sql.internal.wording;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataTable;
import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;
import dev.tributary.nl2sql.internal.lineage.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What one should know before trusting numbers. */
public final class Cautions {
  private static final String CURRENCY_CODES = "ISO 4217";

  private Cautions() {}

  /** What to mind with these rows. */
  public static List<String> of(Frame frame) {
    List<String> cautions = new ArrayList<>();
    for (Field field : frame.fields()) {
      mixedCurrencies(field, frame).ifPresent(cautions::add);
    }
    return cautions.stream().distinct().toList();
  }

  /** Amounts whose currency stands beside them cannot be added up or compared as they are. */
  private static Optional<String> mixedCurrencies(Field field, Frame frame) {
    DataTable table = field.origin().table();
    DataColumn amount = field.origin().column();
    if (table == null
        || amount == null
        || field.operation() == Operation.COUNT
        || field.operation() == Operation.VARIETY
        || !field.operation().aggregates()
        || !inRowCurrency(table, amount)) {
      return Optional.empty();
    }
    return table.columns().stream()
        .filter(column -> column.unit().equals(CURRENCY_CODES))
        .filter(column -> column.profile().distinct() != 1)
        .filter(column -> !settled(column, frame))
        .findFirst()
        .map(currency ->
            "'"
                + amount.name()
                + "' of "
                + table.name()
                + " is in the currency of each row: ask by "
                + currency.name()
                + converted(table, amount));
  }

  /** Money is what is said to be: a description that speaks of the currency of its row. */
  private static boolean inRowCurrency(DataTable table, DataColumn amount) {
    return amount.unit().isEmpty()
        && table.columns().contains(amount)
        && amount.description().toLowerCase(Locale.ROOT).contains("currency");
  }

  private static boolean settled(DataColumn currency, Frame frame) {
    return frame.fields().stream().anyMatch(field -> currency.equals(field.origin().column()))
        || frame.outline().filters().stream().anyMatch(filter -> filter.column().equals(currency));
  }

  private static String converted(DataTable table, DataColumn amount) {
    return table.columns().stream()
        .filter(column -> column.name().startsWith(amount.name() + "_"))
        .filter(column -> column.unit().matches("[A-Z]{3}"))
        .findFirst()
        .map(column -> ", or for " + column.name())
        .orElse("");
  }
}
