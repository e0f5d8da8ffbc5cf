package dev.tributary.http.internal.query;

import dev.tributary.api.query.Outcome;
import java.util.List;

/** A question back, with the ways to read the one that was asked. */
record ClarificationAnswer(String question, List<Outcome.Option> options) {}
