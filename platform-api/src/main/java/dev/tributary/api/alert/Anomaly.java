package dev.tributary.api.alert;

import java.time.Instant;

/**
 * Something unusual that a detector found.
 *
 * @param id unique; later ones are greater
 * @param alert the alert it raised
 * @param at the end of the window
 * @param judgement what was expected, what was observed, and how unusual that is
 */
public record Anomaly(long id, AlertKey alert, Instant at, Judgement judgement) {}
