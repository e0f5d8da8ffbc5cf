/** The platform and its server, started together from a configuration file. */
@NullMarked
package dev.tributary.cli.internal.serve;

import org.jspecify.annotations.NullMarked;
