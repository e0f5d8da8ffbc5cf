/** The demo: three data centers that differ, one platform that collects them, and the proof. */
@NullMarked
package dev.tributary.cli.internal.demo;

import org.jspecify.annotations.NullMarked;
