/**
 * Reads HTTP endpoints that answer with JSON. Start at {@link
 * dev.tributary.connector.rest.RestConnectorFactory}.
 */
@NullMarked
package dev.tributary.connector.rest;

import org.jspecify.annotations.NullMarked;
