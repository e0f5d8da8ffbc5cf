/**
 * What users of the platform call. An application gets a {@link dev.tributary.api.Platform} from
 * the embedded builder; adapters are written against the packages below.
 */
@NullMarked
package dev.tributary.api;

import org.jspecify.annotations.NullMarked;
