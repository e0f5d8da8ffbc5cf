package dev.tributary.http.internal.problem;

import org.jspecify.annotations.Nullable;

/**
 * One of the things that are wrong.
 *
 * @param place where: {@code query}, {@code path}, {@code body}, or a place of the configuration
 * @param name the parameter or member; empty for the place as a whole
 * @param value what stands there; null if nothing does
 * @param message what is wrong and what is allowed
 */
public record ProblemItem(String place, String name, @Nullable String value, String message) {}
