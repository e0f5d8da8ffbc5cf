package dev.tributary.nl2sql.bank;

import java.util.List;

/**
 * A question and what becomes of it.
 *
 * @param ask the question
 * @param gold SQL whose rows are the right answer; empty if there is none
 * @param sorted whether the order of the rows matters
 * @param clarify whether asking back is right
 * @param refuse the reason for which it has to be declined, {@code any} for several; empty if it
 *     must not be
 */
public record BankQuestion(
    String ask, List<String> gold, boolean sorted, boolean clarify, String refuse) {
  /** Fills in what the file leaves out. */
  public BankQuestion {
    gold = gold == null ? List.of() : List.copyOf(gold);
    refuse = refuse == null ? "" : refuse;
  }
}
