package dev.tributary.cli.internal.ask;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Scores answers to questions whose right rows are known. */
public final class EvaluateCases {
  private final Path folder;
  private final InstantSource clock;

  /**
   * Makes it ready.
   *
   * @param folder where {@code <db>.sqlite} of each question is
   * @param clock from which "yesterday" is counted
   */
  public EvaluateCases(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param questions how many questions there were
   * @param answered how many of them were answered
   * @param right how many of the answers have the right rows
   * @param wrong the other answers: the id of the question and the SQL
   */
  public record Score(int questions, int answered, int right, List<String> wrong) {
    /** Copies the list. */
    public Score {
      wrong = List.copyOf(wrong);
    }
  }

  /**
   * Scores. A question without right SQL has no answer, so that every answer to it is wrong.
   *
   * @param cases the questions with {@code gold_sqls}, one JSON object per line
   * @return the score
   * @throws IOException if a file cannot be read
   */
  public Score run(Path cases) throws IOException {
    List<QuestionCase> questions = QuestionCase.read(cases);
    List<String> wrong = new ArrayList<>();
    int answered = 0;
    try (AskedDatabases databases = new AskedDatabases(folder, clock)) {
      for (QuestionCase question : questions) {
        AskedDatabase database = databases.get(question.database());
        Prediction prediction = database.answer(question);
        if (prediction.result() == Prediction.Result.ANSWERED) {
          answered++;
          if (!right(question, prediction, database)) {
            wrong.add(question.id() + ": " + prediction.sql());
          }
        }
      }
    }
    return new Score(questions.size(), answered, answered - wrong.size(), wrong);
  }

  private static boolean right(
      QuestionCase question, Prediction prediction, AskedDatabase database) {
    try {
      List<String> rows = Rows.of(database.connection(), prediction.sql(), question.ordered());
      for (String sql : question.rightSql()) {
        if (rows.equals(Rows.of(database.connection(), sql, question.ordered()))) {
          return true;
        }
      }
      return false;
    } catch (SQLException e) {
      return false;
    }
  }
}
