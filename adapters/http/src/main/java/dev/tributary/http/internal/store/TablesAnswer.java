package dev.tributary.http.internal.store;

import java.util.List;

/** The store's tables. */
record TablesAnswer(List<TableAnswer> items) {}
