/** HTTP to providers: bounded in time and size, and cancelled by interruption. */
@NullMarked
package dev.tributary.langchain4j.internal.transport;

import org.jspecify.annotations.NullMarked;
