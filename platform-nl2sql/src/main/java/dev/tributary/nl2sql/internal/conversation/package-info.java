/** Questions that only make sense after others: "and by month?", "only for Germany". */
@NullMarked
package dev.tributary.nl2sql.internal.conversation;

import org.jspecify.annotations.NullMarked;
