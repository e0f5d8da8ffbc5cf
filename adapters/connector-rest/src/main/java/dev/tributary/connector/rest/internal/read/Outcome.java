package dev.tributary.connector.rest.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a page.
 *
 * @param place the page
 * @param next the page that follows, null if it is the last
 * @param records its records
 * @param etag its version, null if it has none
 */
record Outcome(Place place, @Nullable Place next, List<JsonNode> records, @Nullable String etag) {}
