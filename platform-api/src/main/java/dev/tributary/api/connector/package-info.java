/**
 * The SPI that an author of a connector implements. Start at {@link
 * dev.tributary.api.connector.ConnectorFactory}.
 */
@NullMarked
package dev.tributary.api.connector;

import org.jspecify.annotations.NullMarked;
