package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Progress;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.SqlQuery;
import dev.tributary.api.query.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Leads questions and queries to their outcome, on the thread that asks. Thread-safe. */
public final class Pipeline {
  private static final System.Logger LOG = System.getLogger(Pipeline.class.getName());

  private final Parts parts;
  private final QuestionGraph graph;
  private final RunningQuestions running = new RunningQuestions();

  /**
   * Makes a pipeline.
   *
   * @param parts what the steps work with
   */
  public Pipeline(Parts parts) {
    this.parts = parts;
    this.graph = new QuestionGraph(new Steps(parts), parts.limits().repairs());
  }

  /**
   * Answers a question.
   *
   * @param question what is asked
   * @param progress told of each step
   * @return what became of it
   */
  public Outcome ask(Question question, Progress progress) {
    Run run = new Run(question, null, rows(question.maxRows()), parts.clock().instant());
    return lead(Stage.GROUND, run, question, progress, outcome -> remember(run, outcome));
  }

  /**
   * Runs SQL that somebody wrote. Listeners are told of it as of a question in these words.
   *
   * @param query the SQL
   * @return what became of it
   */
  public Outcome execute(SqlQuery query) {
    Run run = new Run(null, query.sql(), rows(query.maxRows()), parts.clock().instant());
    return lead(Stage.GATE, run, told(query), Progress.NONE, outcome -> {});
  }

  private static Question told(SqlQuery query) {
    String sql = query.sql().isBlank() ? "(no SQL)" : query.sql();
    String words = sql.substring(0, Math.min(Question.MAX_LENGTH, sql.length()));
    return Question.of(words).withRequestId(query.requestId());
  }

  /**
   * Stops what is being answered.
   *
   * @param requestId its id
   * @return true if it was being answered
   */
  public boolean cancel(String requestId) {
    return running.cancel(requestId);
  }

  private Outcome lead(
      Stage first, Run run, Question told, Progress progress, Consumer<Outcome> then) {
    long begun = parts.ticker().getAsLong();
    Running one = new Running(run, both(progress, step -> parts.listener().step(told, step)));
    Outcome outcome = walk(told.requestId(), first, one);
    then.accept(outcome);
    Duration elapsed = Duration.ofNanos(parts.ticker().getAsLong() - begun);
    finished(told, outcome, one.ended(), elapsed);
    return outcome;
  }

  private Outcome walk(String requestId, Stage first, Running one) {
    running.begin(requestId, one);
    try {
      graph.walk(first, one);
    } catch (RuntimeException broken) {
      LOG.log(System.Logger.Level.ERROR, "the graph of steps failed", broken);
    } finally {
      running.end(requestId, one);
    }
    return Optional.ofNullable(one.run.outcome())
        .orElseGet(() ->
            new Outcome.Failed(
                first, "internal", "something went wrong; the log says what", one.run.sql()));
  }

  private void remember(Run run, Outcome outcome) {
    Question question = Objects.requireNonNull(run.question);
    if (question.sessionId().isEmpty()) {
      return;
    }
    String asked = question.text();
    Optional<GenerationRequest.Turn> turn =
        switch (outcome) {
          case Outcome.Answered(var answer) ->
              Optional.of(new GenerationRequest.Turn(asked, answer.sql(), answer.summary()));
          case Outcome.NeedsClarification back ->
              Optional.of(
                  new GenerationRequest.Turn(
                      asked, "", "asked back: " + back.question(), back.options()));
          case Outcome.Refused refused ->
              Optional.of(new GenerationRequest.Turn(asked, "", refused.message()));
          case Outcome.Failed failed -> Optional.empty();
        };
    try {
      turn.ifPresent(it -> parts.conversations().add(question.sessionId(), it, run.at));
    } catch (RuntimeException forgotten) {
      LOG.log(System.Logger.Level.WARNING, "a conversation could not be kept", forgotten);
    }
  }

  private void finished(
      Question question, Outcome outcome, List<Progress.Step> steps, Duration elapsed) {
    try {
      parts.listener().finished(question, outcome, steps, elapsed);
    } catch (RuntimeException broken) {
      LOG.log(System.Logger.Level.WARNING, "a listener failed", broken);
    }
  }

  private int rows(int asked) {
    int most = parts.limits().maxRows();
    return asked == 0 ? most : Math.min(asked, most);
  }

  private static Consumer<Progress.Step> both(Progress progress, Consumer<Progress.Step> listener) {
    return step -> {
      try {
        progress.step(step);
      } finally {
        listener.accept(step);
      }
    };
  }
}
