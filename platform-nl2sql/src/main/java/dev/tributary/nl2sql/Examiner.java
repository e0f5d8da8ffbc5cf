package dev.tributary.nl2sql;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.SqlCheck;
import dev.tributary.api.query.SqlViolation;
import dev.tributary.nl2sql.internal.pipeline.SqlExaminer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The gate with the tables of a schema, made anew when the schema changes. Thread-safe. */
final class Examiner implements SqlExaminer {
  private final SqlDialect dialect;
  private final AtomicReference<@Nullable Made> made = new AtomicReference<>();

  Examiner(SqlDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public SqlCheck examine(String sql, DataSchema schema) {
    return switch (gate(schema).check(sql)) {
      case Verdict.Allowed allowed ->
          new SqlCheck(
              true,
              allowed.sql(),
              allowed.tables().stream().sorted().toList(),
              allowed.columns().stream().sorted().toList(),
              List.of());
      case Verdict.Rejected rejected ->
          new SqlCheck(
              false,
              "",
              List.of(),
              List.of(),
              rejected.violations().stream().map(Examiner::violation).toList());
    };
  }

  private SqlGate gate(DataSchema schema) {
    Made last = made.get();
    if (last == null || !last.version().equals(schema.version())) {
      SqlGate gate = SqlGate.builder(dialect).catalog(catalog(schema)).build();
      last = new Made(schema.version(), gate);
      made.set(last);
    }
    return last.gate();
  }

  private static SqlCatalog catalog(DataSchema schema) {
    SqlCatalog.Builder catalog = SqlCatalog.builder();
    for (DataTable table : schema.tables()) {
      catalog.table(table.name(), table.columns().stream().map(DataColumn::name).toList());
    }
    return catalog.build();
  }

  private static SqlViolation violation(Violation violation) {
    return new SqlViolation(
        violation.rule(), violation.position() + 1, violation.what(), violation.remedy());
  }

  private record Made(String version, SqlGate gate) {}
}
