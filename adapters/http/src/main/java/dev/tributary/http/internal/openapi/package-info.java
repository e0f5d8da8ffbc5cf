/** The OpenAPI document, derived from the routes and the wire records. */
@NullMarked
package dev.tributary.http.internal.openapi;

import org.jspecify.annotations.NullMarked;
