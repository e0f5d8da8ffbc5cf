/** The HTTP interface for any server: give it requests, and it answers them. */
@NullMarked
package dev.tributary.http;

import org.jspecify.annotations.NullMarked;
