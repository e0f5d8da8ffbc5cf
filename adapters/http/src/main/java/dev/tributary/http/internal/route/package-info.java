/** Routes, their parameters, and how a request finds its route. */
@NullMarked
package dev.tributary.http.internal.route;

import org.jspecify.annotations.NullMarked;
