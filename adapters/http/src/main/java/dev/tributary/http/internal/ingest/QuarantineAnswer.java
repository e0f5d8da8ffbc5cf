package dev.tributary.http.internal.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slice of the rows in quarantine. */
record QuarantineAnswer(List<QuarantinedRowAnswer> items, @Nullable String nextToken) {}
