/** Requests: where they may go, how long and how large answers may be, when to try again. */
@NullMarked
package dev.tributary.connector.rest.internal.http;

import org.jspecify.annotations.NullMarked;
