/** YAML with the place of every value, profiles, and overrides from the environment. */
@NullMarked
package dev.tributary.core.internal.yaml;

import org.jspecify.annotations.NullMarked;
