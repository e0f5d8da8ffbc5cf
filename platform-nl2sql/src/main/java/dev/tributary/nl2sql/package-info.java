/**
 * Questions to checked SQL. {@link dev.tributary.nl2sql.Nl2Sql} leads a question from words to
 * rows. {@link dev.tributary.nl2sql.SchemaReader} says what questions can be about, and {@link
 * dev.tributary.nl2sql.GroundedSql} proposes SQL for them without a language model. {@link
 * dev.tributary.nl2sql.SqlGate} says whether a statement may run and hands out the text that may;
 * {@link dev.tributary.nl2sql.ReadOnlyQuery} runs it without letting it write, outlast its time or
 * fill the memory. Each is usable alone.
 */
@NullMarked
package dev.tributary.nl2sql;

import org.jspecify.annotations.NullMarked;
