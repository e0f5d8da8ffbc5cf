package dev.tributary.cli.internal.ask;

import dev.tributary.cli.internal.output.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * @param unreadable databases that could not be read, each with the reason; the questions about
   *     them are declined
   */
  public record Totals(long answered, long askedBack, long declined, List<String> unreadable) {
    /** Copies the list. */
    public Totals {
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * Answers.
   *
   * @param cases the questions, one JSON object per line
   * @param out what became of each, in their order
   * @return how many came to what
   * @throws IOException if the questions cannot be read or the answers not be written; nothing is
   *     written then
   */
  public Totals run(Path cases, Path out) throws IOException {
    List<QuestionCase> questions = QuestionCase.read(cases);
    long answered = 0;
    long askedBack = 0;
    Map<String, String> unreadable = new LinkedHashMap<>();
    try (AskedDatabases databases = new AskedDatabases(folder, clock);
        WholeFile lines = WholeFile.begin(out)) {
      for (QuestionCase question : questions) {
        Prediction prediction = answer(question, databases, unreadable);
        answered += prediction.result() == Prediction.Result.ANSWERED ? 1 : 0;
        askedBack += prediction.result() == Prediction.Result.CLARIFY ? 1 : 0;
        lines.line(prediction.json());
      }
      lines.keep();
    }
    return new Totals(
        answered,
        askedBack,
        questions.size() - answered - askedBack,
        List.copyOf(unreadable.values()));
  }

  /** One database that cannot be read does not keep the questions about others from being asked. */
  private static Prediction answer(
      QuestionCase question, AskedDatabases databases, Map<String, String> unreadable) {
    String known = unreadable.get(question.database());
    if (known != null) {
      return new Prediction(question.id(), Prediction.Result.ABSTAIN, "", known);
    }
    try {
      return databases.get(question.database()).answer(question);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      unreadable.put(question.database(), message);
      return new Prediction(question.id(), Prediction.Result.ABSTAIN, "", message);
    }
  }
}
