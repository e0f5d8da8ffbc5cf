/** What a source of this kind is told in the configuration. */
@NullMarked
package dev.tributary.connector.rest.internal.settings;

import org.jspecify.annotations.NullMarked;
