package dev.tributary.cli.internal.ask;

import dev.tributary.cli.internal.output.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Answers every question of a file and writes down what became of each. */
public final class AskCases {
  private final Path folder;
  private final InstantSource clock;

  /**
   * Makes it ready.
   *
   * @param folder where {@code <db>.sqlite} of each question is
   * @param clock from which "yesterday" is counted
   */
  public AskCases(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * How many questions came to what.
   *
   * @param answered questions with SQL
   * @param askedBack questions that can be read in several ways
   * @param declined questions without an answer
   */
  public record Totals(long answered, long askedBack, long declined) {}

  /**
   * Answers.
   *
   * @param cases the questions, one JSON object per line
   * @param out what became of each, in their order
   * @return how many came to what
   * @throws IOException if a file cannot be read or written; nothing is written then
   */
  public Totals run(Path cases, Path out) throws IOException {
    List<QuestionCase> questions = QuestionCase.read(cases);
    long answered = 0;
    long askedBack = 0;
    try (AskedDatabases databases = new AskedDatabases(folder, clock);
        WholeFile lines = WholeFile.begin(out)) {
      for (QuestionCase question : questions) {
        Prediction prediction = databases.get(question.database()).answer(question);
        answered += prediction.result() == Prediction.Result.ANSWERED ? 1 : 0;
        askedBack += prediction.result() == Prediction.Result.CLARIFY ? 1 : 0;
        lines.line(prediction.json());
      }
      lines.keep();
    }
    return new Totals(answered, askedBack, questions.size() - answered - askedBack);
  }
}
