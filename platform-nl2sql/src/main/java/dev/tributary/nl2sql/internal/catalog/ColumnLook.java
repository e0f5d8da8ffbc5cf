package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn.Profile;
import java.util.List;

/** What looking at the values of a column found: all of them if they are few and are texts. */
record ColumnLook(Kind kind, Profile profile, List<String> texts) {
  ColumnLook {
    texts = List.copyOf(texts);
  }
}
