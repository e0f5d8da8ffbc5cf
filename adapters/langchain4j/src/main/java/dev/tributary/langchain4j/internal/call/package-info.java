/** One call of a model: what it becomes when it fails, and when it is tried again. */
@NullMarked
package dev.tributary.langchain4j.internal.call;

import org.jspecify.annotations.NullMarked;
