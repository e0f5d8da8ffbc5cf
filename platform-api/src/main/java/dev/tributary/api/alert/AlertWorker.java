package dev.tributary.api.alert;

import java.time.Instant;

/**
 * A process that evaluates alerts, or would if another one stopped.
 *
 * @param id its name
 * @param evaluates true for the one that evaluates
 * @param startedAt when it began
 * @param heartbeatAt when it last gave a sign of life
 * @param position the id of the last log entry it has evaluated
 * @param rules how many rules it evaluates
 */
public record AlertWorker(
    String id,
    boolean evaluates,
    Instant startedAt,
    Instant heartbeatAt,
    long position,
    int rules) {}
