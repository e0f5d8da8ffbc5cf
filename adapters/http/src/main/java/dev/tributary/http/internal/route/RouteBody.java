package dev.tributary.http.internal.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that a route takes or gives.
 *
 * @param mediaTypes the media types it may have
 * @param schema the wire record of a JSON body; null if it is something else
 * @param required whether it must be there
 */
public record RouteBody(List<String> mediaTypes, @Nullable Class<?> schema, boolean required) {}
