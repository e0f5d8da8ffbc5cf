/** Looking for anomalies in series that lie in CSV files. */
@NullMarked
package dev.tributary.cli.internal.detect;

import org.jspecify.annotations.NullMarked;
