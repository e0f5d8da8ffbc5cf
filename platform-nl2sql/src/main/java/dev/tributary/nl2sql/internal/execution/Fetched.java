package dev.tributary.nl2sql.internal.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query gave.
 *
 * @param names the labels of its columns
 * @param types the server's names of their types
 * @param rows the rows that were kept
 * @param cutByRows whether there were more rows than are kept
 * @param cutByBytes whether there were more bytes than are kept
 */
public record Fetched(
    List<String> names,
    List<String> types,
    List<List<@Nullable Object>> rows,
    boolean cutByRows,
    boolean cutByBytes) {}
