package dev.tributary.connector.rest.internal.settings;

import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint divides its records into pages.
 *
 * @param kind the kind of division
 * @param parameter the request parameter that chooses a page, null where none does
 * @param sizeParameter the request parameter that asks for a size of page, null to ask for none
 * @param size how many records a page holds
 * @param first the number of the first page or record
 * @param next where an answer names what comes next, null where a header does or nothing does
 */
public record Pagination(
    Kind kind,
    @Nullable String parameter,
    @Nullable String sizeParameter,
    int size,
    long first,
    @Nullable JsonPointer next) {

  /** The kinds of division. */
  public enum Kind {
    /** All records in one answer. */
    NONE,
    /** Each answer holds a token that fetches the next page. */
    CURSOR,
    /** Pages have numbers. */
    PAGE,
    /** Pages begin at the number of a record. */
    OFFSET,
    /** Each answer names the address of the next page, in its Link header or its body. */
    LINK
  }
}
