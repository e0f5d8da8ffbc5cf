package dev.tributary.http.internal.alert;

import java.util.List;

/** Alerts. */
record AlertsAnswer(List<AlertAnswer> alerts) {}
