/** Benchmarks. Each measures Tributary and, in the same run, the limit it is compared with. */
@NullMarked
package dev.tributary.benchmarks;

import org.jspecify.annotations.NullMarked;
