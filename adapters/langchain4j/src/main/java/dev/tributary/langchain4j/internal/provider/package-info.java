/** What differs between providers. */
@NullMarked
package dev.tributary.langchain4j.internal.provider;

import org.jspecify.annotations.NullMarked;
