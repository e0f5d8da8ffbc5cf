package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.query.Query;
import java.util.List;

/**
 * One way to understand a question.
 *
 * @param query what it asks
 * @param draft what its phrases say
 * @param cost how unlikely it is
 * @param risk how uncertain it is, even if it is the likeliest
 * @param doubts what makes it unlikely, in plain words
 */
public record Reading(Query query, Draft draft, double cost, double risk, List<String> doubts) {
  /** Copies the list. */
  public Reading {
    doubts = List.copyOf(doubts);
  }
}
