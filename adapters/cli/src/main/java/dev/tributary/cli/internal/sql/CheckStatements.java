package dev.tributary.cli.internal.sql;

import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.json.JsonText;
import dev.tributary.cli.internal.output.WholeFile;
import dev.tributary.nl2sql.SqlGate;
import dev.tributary.nl2sql.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides on every statement of a file. A line that holds none is named and gets no decision; the
 * others are decided all the same.
 */
public final class CheckStatements {
  private final SqlGate gate;
  private final Terminal terminal;

  /**
   * Makes it ready.
   *
   * @param gate decides
   * @param terminal where malformed lines are named
   */
  public CheckStatements(SqlGate gate, Terminal terminal) {
    this.gate = gate;
    this.terminal = terminal;
  }

  /**
   * How many lines went which way.
   *
   * @param allowed statements that may run
   * @param refused statements that may not
   * @param malformed lines without a decision
   */
  public record Totals(long allowed, long refused, long malformed) {}

  /**
   * Decides.
   *
   * @param in the statements, one JSON object per line; blank lines separate nothing and are passed
   * @param out the decisions, in the order of the statements
   * @return what came of it
   * @throws IOException if a file cannot be read or written; the decisions are then not written
   */
  public Totals run(Path in, Path out) throws IOException {
    Totals totals = new Totals(0, 0, 0);
    // Read as bytes in disguise, so that one line that is not UTF-8 does not end the whole file.
    try (BufferedReader lines = Files.newBufferedReader(in, StandardCharsets.ISO_8859_1);
        WholeFile decisions = WholeFile.begin(out)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          totals = decide(line, in + ":" + number, decisions, totals);
        }
      }
      decisions.keep();
    }
    return totals;
  }

  private Totals decide(String line, String place, WholeFile decisions, Totals before)
      throws IOException {
    try {
      Statement statement = Statement.parse(line.getBytes(StandardCharsets.ISO_8859_1));
      Verdict verdict = gate.check(statement.sql());
      decisions.line(JsonText.of(decision(statement, verdict)));
      return verdict.allowed()
          ? new Totals(before.allowed + 1, before.refused, before.malformed)
          : new Totals(before.allowed, before.refused + 1, before.malformed);
    } catch (MalformedLine e) {
      terminal.fault(
          place + ": no decision, " + e.getMessage() + "; write {\"id\": .., \"sql\": \"..\"}");
      return new Totals(before.allowed, before.refused, before.malformed + 1);
    }
  }

  private static Map<String, @Nullable Object> decision(Statement statement, Verdict verdict) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", statement.id());
    fields.put("allow", verdict.allowed());
    fields.put(
        "rule",
        verdict instanceof Verdict.Rejected rejected
            ? rejected.violations().getFirst().rule()
            : null);
    return fields;
  }
}
