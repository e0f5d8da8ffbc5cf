package dev.tributary.http.internal.ingest;

/** What became of the rows that were tried again. */
record ReplayAnswer(String sourceId, long accepted, long superseded, long kept) {}
