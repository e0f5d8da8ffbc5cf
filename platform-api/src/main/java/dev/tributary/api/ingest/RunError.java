package dev.tributary.api.ingest;

/**
 * Something that went wrong in a run.
 *
 * @param code the stable error code
 * @param place the part of the source, such as a file; empty when it is the source as a whole
 * @param message what is wrong and what to do
 */
public record RunError(String code, String place, String message) {}
