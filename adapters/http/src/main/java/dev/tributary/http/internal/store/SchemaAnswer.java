package dev.tributary.http.internal.store;

import dev.tributary.api.store.TableDescription;
import java.util.List;

/** The store's tables with their columns. */
record SchemaAnswer(String schemaVersion, List<TableDescription> tables) {}
