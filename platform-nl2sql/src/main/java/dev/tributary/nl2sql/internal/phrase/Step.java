package dev.tributary.nl2sql.internal.phrase;

/**
 * A phrase was read.
 *
 * @param to the word after it
 * @param draft what is said by then
 */
public record Step(int to, Draft draft) {}
