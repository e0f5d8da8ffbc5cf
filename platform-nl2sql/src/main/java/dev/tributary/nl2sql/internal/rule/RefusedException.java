package dev.tributary.nl2sql.internal.rule;

/** Ends the examination of a statement at its first fault; never leaves the gate. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /**
   * Says no.
   *
   * @param rule the rule that says no
   * @param position where, as an index of a character of the statement
   * @param what what is wrong there
   * @param remedy what to write instead
   */
  public RefusedException(Rule rule, int position, String what, String remedy) {
    super(what, null, false, false);
    this.refusal = new Refusal(rule, position, what, remedy);
  }

  /**
   * Why.
   *
   * @return the refusal
   */
  public Refusal refusal() {
    return refusal;
  }
}
