/** Singapore: an HTTP API that hands out JSON page by page, and is not always in the mood. */
@NullMarked
package dev.tributary.cli.internal.demo.singapore;

import org.jspecify.annotations.NullMarked;
