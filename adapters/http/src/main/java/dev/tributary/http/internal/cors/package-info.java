/** Which web pages of other origins may call. */
@NullMarked
package dev.tributary.http.internal.cors;

import org.jspecify.annotations.NullMarked;
