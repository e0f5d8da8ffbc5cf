package dev.tributary.http.internal.route;

import java.util.Map;

/**
 * A route and the values that the path has for it.
 *
 * @param route the route
 * @param values the values of the path by name
 */
public record RouteMatch(Route route, Map<String, String> values) {}
