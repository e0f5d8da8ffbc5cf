/** For adapters that ask services over HTTP: answers that end, and pauses that grow. */
@NullMarked
package dev.tributary.api.http;

import org.jspecify.annotations.NullMarked;
