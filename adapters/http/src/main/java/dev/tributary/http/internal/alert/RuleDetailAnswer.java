package dev.tributary.http.internal.alert;

import java.util.List;

/** A rule, its alerts, and its latest events. */
record RuleDetailAnswer(RuleAnswer rule, List<AlertAnswer> alerts, List<AlertEventAnswer> events) {}
