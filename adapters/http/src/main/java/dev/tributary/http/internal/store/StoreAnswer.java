package dev.tributary.http.internal.store;

import dev.tributary.api.store.StoreHealth;

/** How the central store answered, and the version of its schema. */
record StoreAnswer(StoreHealth store, String schemaVersion) {}
