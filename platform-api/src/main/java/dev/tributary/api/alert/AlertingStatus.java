package dev.tributary.api.alert;

import dev.tributary.api.window.WindowStoreStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How evaluation and delivery go.
 *
 * @param paused whether evaluation rests
 * @param position the id of the last log entry that has been evaluated
 * @param behind how many entries wait
 * @param time the time up to which the log has been evaluated; null before the first entry
 * @param gaps how often entries were dropped by retention before they were evaluated
 * @param rules how many rules there are
 * @param active how many alerts are on
 * @param waiting how many notifications wait to be delivered
 * @param dead how many could not be delivered
 * @param windows where this worker keeps windows besides its memory
 */
public record AlertingStatus(
    boolean paused,
    long position,
    long behind,
    @Nullable Instant time,
    long gaps,
    int rules,
    int active,
    int waiting,
    int dead,
    WindowStoreStatus windows) {}
