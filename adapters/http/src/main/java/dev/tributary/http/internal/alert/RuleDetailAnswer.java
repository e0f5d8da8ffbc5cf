package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.EventCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule, its alerts, its latest events, and what became of what it was given, where it runs. */
record RuleDetailAnswer(
    RuleAnswer rule,
    List<AlertAnswer> alerts,
    List<AlertEventAnswer> events,
    @Nullable EventCounts counts) {}
