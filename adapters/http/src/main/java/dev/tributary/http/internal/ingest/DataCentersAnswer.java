package dev.tributary.http.internal.ingest;

import java.util.List;

/** All data centers. */
record DataCentersAnswer(List<DataCenterAnswer> items) {}
