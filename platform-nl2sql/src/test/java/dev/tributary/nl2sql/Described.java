package dev.tributary.nl2sql;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.Describer.Description;
import dev.tributary.api.query.Describer.Findings;
import dev.tributary.api.query.ResultCache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Rows of a made-up query over payments and clients, described. */
final class Described {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final DataSchema SCHEMA =
      new DataSchema(
          List.of(
              table(
                  "payments",
                  column("id", Kind.NUMBER, "", 900),
                  column("client_id", Kind.NUMBER, "", 90),
                  new DataColumn(
                      "amount",
                      Kind.NUMBER,
                      "NUMERIC",
                      "How much, in the payment's currency.",
                      "",
                      List.of(),
                      DataColumn.Profile.UNKNOWN),
                  column("amount_eur", Kind.NUMBER, "EUR", -1),
                  column("currency", Kind.TEXT, "ISO 4217", 3),
                  column("country", Kind.TEXT, "", 6),
                  column("status", Kind.TEXT, "", 4),
                  column("fraud", Kind.BOOLEAN, "", 2),
                  column("paid_at", Kind.TIMESTAMP, "UTC", -1)),
              table(
                  "clients", column("id", Kind.NUMBER, "", 90), column("name", Kind.TEXT, "", 90))),
          "1",
          NOW);

  private final String sql;
  private final List<String> names;
  private final List<List<Object>> rows = new ArrayList<>();
  private boolean cut;

  private Described(String sql, List<String> names) {
    this.sql = sql;
    this.names = names;
  }

  static Described query(String sql, String... names) {
    return new Described(sql, List.of(names));
  }

  Described row(Object... values) {
    rows.add(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values))));
    return this;
  }

  Described cut() {
    cut = true;
    return this;
  }

  Description by(RowDescriber describer) {
    return describer.describe(findings(""));
  }

  Description description() {
    return by(RowDescriber.ofDefaults());
  }

  Findings findings(String question) {
    ResultCache.Rows result =
        new ResultCache.Rows(
            names.stream().map(name -> new ResultCache.Column(name, "")).toList(),
            rows,
            cut,
            Duration.ZERO,
            NOW);
    return new Findings(question, sql, Set.of("payments"), SCHEMA, result, "");
  }

  private static DataTable table(String name, DataColumn... columns) {
    return new DataTable(name, "", List.of(), List.of(columns), List.of("id"), List.of(), 900);
  }

  private static DataColumn column(String name, Kind kind, String unit, long distinct) {
    return new DataColumn(
        name,
        kind,
        "",
        "",
        unit,
        List.of(),
        new DataColumn.Profile(distinct, 0, "", "", List.of()));
  }
}
