package dev.tributary.http.internal.query;

import java.util.List;

/** Questions that can be answered, the most fitting first. */
record SuggestionsAnswer(List<String> suggestions) {}
