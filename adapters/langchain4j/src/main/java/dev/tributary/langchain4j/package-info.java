/** Language models of providers, reached by {@link dev.tributary.langchain4j.HostedModel}. */
@NullMarked
package dev.tributary.langchain4j;

import org.jspecify.annotations.NullMarked;
