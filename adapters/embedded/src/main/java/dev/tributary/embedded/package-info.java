/**
 * The whole platform in one dependency. Begin with {@link dev.tributary.embedded.Tributary}: build
 * it in code, or open it from a configuration file.
 */
@NullMarked
package dev.tributary.embedded;

import org.jspecify.annotations.NullMarked;
