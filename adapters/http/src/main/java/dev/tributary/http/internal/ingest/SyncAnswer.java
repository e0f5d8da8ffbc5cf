package dev.tributary.http.internal.ingest;

import java.util.List;

/** The sources that were asked for a run. */
record SyncAnswer(List<String> sources) {}
