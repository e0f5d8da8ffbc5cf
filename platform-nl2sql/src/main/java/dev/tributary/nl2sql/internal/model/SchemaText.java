package dev.tributary.nl2sql.internal.model;

/**
 * The tables, written down.
 *
 * @param text the text
 * @param whole whether every table is in it, so that it is the same for every question
 */
record SchemaText(String text, boolean whole) {}
