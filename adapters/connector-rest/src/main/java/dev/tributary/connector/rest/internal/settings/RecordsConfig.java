package dev.tributary.connector.rest.internal.settings;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Map;

/**
 * Where the records are in an answer and what their fields are.
 *
 * @param stream what the records are called
 * @param at where the array of records is
 * @param lines whether an answer is a record a line instead
 * @param fields where each field is in a record, in order; none for the members of a record
 * @param key the fields that tell records apart
 */
public record RecordsConfig(
    String stream,
    JsonPointer at,
    boolean lines,
    Map<String, JsonPointer> fields,
    List<String> key) {}
