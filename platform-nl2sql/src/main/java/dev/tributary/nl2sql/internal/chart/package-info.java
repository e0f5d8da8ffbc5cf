/** Which chart fits rows, and the chart as a Vega-Lite specification. */
@NullMarked
package dev.tributary.nl2sql.internal.chart;

import org.jspecify.annotations.NullMarked;
