package dev.tributary.nl2sql.internal.suggest;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.nl2sql.internal.wording.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Questions that the tables as they are suggest. */
public final class TableQuestions {
  private static final int DIMENSIONS = 4;
  private static final int MEASURES = 2;
  private static final int TRIED_FOR_ONE = 4;

  private TableQuestions() {}

  /**
   * Thinks of questions.
   *
   * @param schema what they can be about
   * @param turns what was asked before; its tables come first, and it is not suggested again
   * @param prefix what somebody has typed so far
   * @param limit how many at most
   * @param answerable whether a question can be answered
   * @return questions, those that begin with the prefix before those that have its words
   */
  public static List<String> of(
      DataSchema schema,
      List<GenerationRequest.Turn> turns,
      String prefix,
      int limit,
      Answerable answerable) {
    String typed = prefix.strip().toLowerCase(Locale.ROOT);
    return interleaved(ordered(schema.tables(), turns)).stream()
        .filter(question -> fits(question, typed))
        .filter(question ->
            turns.stream().noneMatch(turn -> turn.question().equalsIgnoreCase(question)))
        .sorted(
            Comparator.comparing(question -> !question.toLowerCase(Locale.ROOT).startsWith(typed)))
        .limit((long) limit * TRIED_FOR_ONE)
        .filter(question -> answerable.test(schema, question))
        .limit(limit)
        .toList();
  }

  private static boolean fits(String question, String typed) {
    String folded = question.toLowerCase(Locale.ROOT);
    return Stream.of(typed.split("\\s+")).allMatch(folded::contains);
  }

  /** The tables that were asked about last come first, then those with most rows. */
  private static List<DataTable> ordered(
      List<DataTable> tables, List<GenerationRequest.Turn> turns) {
    String last = turns.isEmpty() ? "" : turns.get(turns.size() - 1).sql();
    return tables.stream()
        .sorted(
            Comparator.comparing((DataTable table) -> !last.contains(table.name()))
                .thenComparing(Comparator.comparingLong(DataTable::rowCount).reversed())
                .thenComparing(DataTable::name))
        .toList();
  }

  /** One question of each table, then the next one of each. */
  private static List<String> interleaved(List<DataTable> tables) {
    List<List<String>> byTable = tables.stream().map(TableQuestions::questions).toList();
    int longest = byTable.stream().mapToInt(List::size).max().orElse(0);
    List<String> all = new ArrayList<>();
    for (int at = 0; at < longest; at++) {
      for (List<String> questions : byTable) {
        if (at < questions.size()) {
          all.add(questions.get(at));
        }
      }
    }
    return all;
  }

  private static List<String> questions(DataTable table) {
    String rows = Names.of(table);
    List<String> questions = new ArrayList<>();
    List<DataColumn> dimensions = Topics.dimensions(table).stream().limit(DIMENSIONS).toList();
    questions.add("How many " + rows + " are there?");
    for (DataColumn dimension : dimensions) {
      questions.add("number of " + rows + " by " + Names.of(dimension));
    }
    if (Topics.timed(table)) {
      questions.add("number of " + rows + " per month");
    }
    for (DataColumn dimension : dimensions) {
      questions.add("Which " + Names.of(dimension) + " has the most " + rows + "?");
    }
    for (DataColumn measure : Topics.measures(table).stream().limit(MEASURES).toList()) {
      for (DataColumn dimension : dimensions.stream().limit(MEASURES).toList()) {
        questions.add(
            "average " + Names.of(measure) + " of " + rows + " by " + Names.of(dimension));
      }
    }
    return questions;
  }
}
