package dev.tributary.ingest.internal.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A row to put aside.
 *
 * @param position where it stands in its source
 * @param raw what stands there
 * @param json whether {@code raw} is the row as JSON, which can be replayed
 * @param reason a stable code in lower case
 * @param message what is wrong
 * @param rowKey the row's key in the dataset; null if it is not known
 */
public record QuarantineEntry(
    String position,
    String raw,
    boolean json,
    String reason,
    String message,
    @Nullable String rowKey) {}
