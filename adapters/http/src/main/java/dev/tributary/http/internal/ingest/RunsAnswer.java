package dev.tributary.http.internal.ingest;

import dev.tributary.api.ingest.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slice of the runs. */
record RunsAnswer(List<Run> items, @Nullable String nextToken) {}
