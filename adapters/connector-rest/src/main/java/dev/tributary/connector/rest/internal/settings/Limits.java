package dev.tributary.connector.rest.internal.settings;

import java.time.Duration;

/**
 * What is put up with.
 *
 * @param timeout how long an answer may take, to its last byte
 * @param connectTimeout how long connecting may take
 * @param attempts how often one request is made at most
 * @param maxResponse the most bytes of an answer
 * @param maxRecord the most characters of one record
 */
public record Limits(
    Duration timeout, Duration connectTimeout, int attempts, long maxResponse, int maxRecord) {}
