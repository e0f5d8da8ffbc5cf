package dev.tributary.api.query;

/**
 * Proposes SQL for questions. What it proposes is checked before it runs, whoever proposes it.
 * Implementations are thread-safe.
 */
public interface SqlGenerator {

  /**
   * Names the generator in answers, such as {@code grounded} or {@code gemini:gemini-2.5-flash}.
   *
   * @return the name
   */
  String name();

  /**
   * Proposes SQL, or says why not.
   *
   * @param request the question with everything it may be about
   * @return the proposal
   * @throws ModelException if a language model cannot be reached or replies with nonsense
   */
  Proposal propose(GenerationRequest request);
}
